/** What makes outcomes differ: the settings, luck that all settings share, or luck of their own. */
import type { Interval, Resampling } from './resample.ts';
import { bootstrap } from './resample.ts';
import { meanOf } from './statistics.ts';

/** Shares of the variance of single futures; they add up to 1. */
export interface VarianceSplit {
  readonly settings: number;
  readonly settingsInterval: Interval;
  /** Luck that moves all settings alike, as common seeds do; NaN where seeds are not common. */
  readonly commonLuck: number;
  readonly commonLuckInterval: Interval;
  /** Luck that differs from setting to setting. */
  readonly ownLuck: number;
  readonly ownLuckInterval: Interval;
  /** Variance of single futures, in squared units of the outcome. */
  readonly variance: number;
  readonly points: number;
  readonly futures: number;
}

/**
 * Splits the variance of `values[point][replicate]` by analysis of variance (components; below zero
 * becomes zero). `common` tells that replicate r has the same seed at every point; points are then
 * cut to the replicates that all of them have. Intervals are drawn over points.
 * @throws RangeError without at least two points of two futures each.
 */
export function splitVariance(
  values: readonly (readonly number[])[],
  common: boolean,
  resampling: Resampling,
): VarianceSplit {
  const usable = values.filter((own) => own.length >= 2);
  if (usable.length < 2) {
    throw new RangeError('splitVariance: expected at least two points of two futures each.');
  }
  const fewest = Math.min(...usable.map(({ length }) => length));
  const table = common ? usable.map((own) => own.slice(0, fewest)) : usable;
  const split = common ? crossed : nested;
  const whole = split(table);
  const sharesOf = (parts: readonly number[]): number[] => {
    const sum = parts.reduce((a, b) => a + b, 0);
    return parts.map((part) => (sum > 0 ? part / sum : Number.NaN));
  };
  const shares = sharesOf(whole);
  const intervals = bootstrap(
    table.length,
    (rows) => sharesOf(split(Array.from(rows, (row) => table[row]))),
    resampling,
  );
  return {
    settings: shares[0],
    settingsInterval: intervals[0],
    commonLuck: common ? shares[1] : Number.NaN,
    commonLuckInterval: common ? intervals[1] : { low: Number.NaN, high: Number.NaN },
    ownLuck: shares[2],
    ownLuckInterval: intervals[2],
    variance: whole[0] + whole[1] + whole[2],
    points: table.length,
    futures: table.reduce((sum, own) => sum + own.length, 0),
  };
}

/** Variance components of points × replicates, one future each. */
function crossed(table: readonly (readonly number[])[]): [number, number, number] {
  const points = table.length;
  const replicates = table[0].length;
  const ofPoint = table.map(meanOf);
  const ofReplicate = table[0].map((_, r) => meanOf(table.map((own) => own[r])));
  const mean = meanOf(ofPoint);
  let own = 0;
  table.forEach((row, p) => {
    row.forEach((value, r) => {
      const rest = value - ofPoint[p] - ofReplicate[r] + mean;
      own += rest * rest;
    });
  });
  own /= (points - 1) * (replicates - 1);
  const settings = (squares(ofPoint, mean) * replicates) / (points - 1);
  const luck = (squares(ofReplicate, mean) * points) / (replicates - 1);
  return [Math.max(0, (settings - own) / replicates), Math.max(0, (luck - own) / points), own];
}

/** Variance components of futures within points, points of unequal size allowed. */
function nested(table: readonly (readonly number[])[]): [number, number, number] {
  const points = table.length;
  let futures = 0;
  let sum = 0;
  let squaredSizes = 0;
  for (const row of table) {
    futures += row.length;
    squaredSizes += row.length * row.length;
    for (const value of row) sum += value;
  }
  const mean = sum / futures;
  let within = 0;
  let between = 0;
  for (const row of table) {
    const own = meanOf(row);
    within += squares(row, own);
    between += row.length * (own - mean) * (own - mean);
  }
  within /= futures - points;
  const size = (futures - squaredSizes / futures) / (points - 1);
  return [Math.max(0, (between / (points - 1) - within) / size), 0, within];
}

function squares(values: readonly number[], mean: number): number {
  let sum = 0;
  for (const value of values) sum += (value - mean) * (value - mean);
  return sum;
}
