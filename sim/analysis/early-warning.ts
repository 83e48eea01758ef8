/** Early-warning signals of a recorded series: variance and lag-1 autocorrelation, the season removed. */
import { meanOf } from './statistics.ts';

export interface WarningPoint {
  /** Row of the series at the window's end. */
  readonly row: number;
  readonly variance: number;
  /** NaN where nothing varies. */
  readonly autocorrelation: number;
}

/** The series less its mean at the same place of the season; `season` is its length in rows. */
export function withoutSeason(series: readonly number[], season: number): number[] {
  const means = Array.from({ length: season }, (_, place) => {
    return meanOf(series.filter((value, row) => row % season === place && !Number.isNaN(value)));
  });
  return series.map((value, row) => value - means[row % season]);
}

/**
 * Variance and lag-1 autocorrelation in a window that moves over the series. Both rise before a
 * system that recovers ever more slowly tips over. The July saw-tooth goes first: with four-weekly
 * rows a season is 13.
 */
export function earlyWarning(
  series: readonly number[],
  season: number,
  window: number,
): WarningPoint[] {
  if (window < 3)
    throw new RangeError(`earlyWarning: expected a window from 3 up, found ${window}`);
  const rest = withoutSeason(series, season);
  const points: WarningPoint[] = [];
  for (let end = window; end <= rest.length; end++) {
    const values = rest.slice(end - window, end);
    const mean = meanOf(values);
    let squares = 0;
    let products = 0;
    values.forEach((value, k) => {
      squares += (value - mean) * (value - mean);
      if (k > 0) products += (value - mean) * (values[k - 1] - mean);
    });
    points.push({
      row: end - 1,
      variance: squares / (window - 1),
      autocorrelation: squares > 0 ? products / squares : Number.NaN,
    });
  }
  return points;
}
