/** A study in numbers: mean, quantiles and their intervals of every recorded outcome and group. */
import { quantileInterval } from './binomial.ts';
import { halfWidth, meanOf, quantileOf } from './statistics.ts';
import type { StudyCell, StudyRow } from './study.ts';
import { pointsOf } from './study.ts';

/** One outcome of one group over all futures of a plan. */
export interface StudySummary extends StudyCell {
  readonly futures: number;
  readonly points: number;
  readonly mean: number;
  /** 95 % interval of the mean; points are the unit where there are several. */
  readonly meanLow: number;
  readonly meanHigh: number;
  readonly quantiles: readonly StudyQuantile[];
}

/** A quantile with an interval at 95 % or more from order statistics, NaN where futures are too few. */
export interface StudyQuantile {
  readonly p: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const shown = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Summarises one cell; undefined where it never applied. */
export function summariseStudy(
  cell: StudyCell,
  rows: readonly StudyRow[],
): StudySummary | undefined {
  if (rows.length === 0) return undefined;
  const points = pointsOf(rows);
  const values = rows.map(({ value }) => value);
  const mean = meanOf(values);
  const half = halfWidth(points.length > 1 ? points.map((point) => point.mean) : values);
  return {
    ...cell,
    futures: rows.length,
    points: points.length,
    mean,
    meanLow: mean - half,
    meanHigh: mean + half,
    quantiles: shown.map((p) => ({
      p,
      value: quantileOf(values, p),
      ...quantileInterval(values, p),
    })),
  };
}
