/** First-order shares from any design: how much of the variance lies between slices of one factor. */
import type { FactorColumn } from './cases.ts';
import { isNumeric } from './cases.ts';
import type { Interval, Resampling } from './resample.ts';
import { bootstrap } from './resample.ts';

/** One factor's share of the variance of points, by itself. */
export interface GivenDataIndex {
  readonly factor: string;
  readonly first: number;
  readonly firstInterval: Interval;
}

/**
 * Shares by slices of about the square root of the points (Plischke and others 2013), less what
 * slicing alone would give; below zero becomes zero.
 */
export function givenDataIndices(
  factors: readonly FactorColumn[],
  values: readonly number[],
  resampling: Resampling,
): GivenDataIndex[] {
  const slices = factors.map((factor) => slicesOf(factor, values.length));
  const shares = (rows: ArrayLike<number>): number[] =>
    slices.map((own) => shareBetween(own, values, rows));
  const first = shares(Int32Array.from(values.keys()));
  const intervals = bootstrap(values.length, shares, resampling);
  return factors.map(({ name }, k) => ({
    factor: name,
    first: first[k],
    firstInterval: intervals[k],
  }));
}

/** The number of the slice of every point: levels where they are few, else equal counts. */
function slicesOf(factor: FactorColumn, count: number): Int32Array {
  const most = Math.max(2, Math.min(30, Math.floor(Math.sqrt(count))));
  const levels = [...new Set(factor.values)];
  if (!isNumeric(factor) || levels.length <= most) {
    return Int32Array.from(factor.values, (value) => levels.indexOf(value));
  }
  const order = [...factor.values.keys()].sort(
    (a, b) => Number(factor.values[a]) - Number(factor.values[b]),
  );
  const slices = new Int32Array(count);
  order.forEach((row, rank) => {
    slices[row] = Math.floor((rank * most) / count);
  });
  return slices;
}

function shareBetween(
  slices: Int32Array,
  values: readonly number[],
  rows: ArrayLike<number>,
): number {
  const sums: number[] = [];
  const counts: number[] = [];
  let sum = 0;
  for (let k = 0; k < rows.length; k++) {
    const slice = slices[rows[k]];
    sums[slice] = (sums[slice] ?? 0) + values[rows[k]];
    counts[slice] = (counts[slice] ?? 0) + 1;
    sum += values[rows[k]];
  }
  const mean = sum / rows.length;
  let all = 0;
  for (let k = 0; k < rows.length; k++) {
    const rest = values[rows[k]] - mean;
    all += rest * rest;
  }
  let between = 0;
  let used = 0;
  counts.forEach((count, slice) => {
    const rest = sums[slice] / count - mean;
    between += count * rest * rest;
    used++;
  });
  const within = (all - between) / Math.max(1, rows.length - used);
  return all > 0 ? Math.max(0, (between - (used - 1) * within) / all) : Number.NaN;
}
