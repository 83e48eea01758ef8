/** Sobol' indices: which share of an outcome's variance a factor brings, alone and with the others. */
import type { Interval, Resampling } from './resample.ts';
import { bootstrap } from './resample.ts';

/** Outcomes of a Saltelli design, row by row: two independent samples and their crossings. */
export interface SaltelliOutcomes {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** For every factor: the rows of `a` with this one factor taken from `b`. */
  readonly ab: readonly (readonly number[])[];
}

/** One factor's indices, as shares of the variance. */
export interface SobolIndex {
  readonly factor: string;
  /** By itself. */
  readonly first: number;
  readonly firstInterval: Interval;
  /** With all interactions. */
  readonly total: number;
  readonly totalInterval: Interval;
}

/**
 * First and total indices with bootstrap intervals over rows. The first by Saltelli and others
 * (2010), the total by Jansen (1999); outcomes are centred first, which steadies the first.
 * @throws RangeError when samples differ in length.
 */
export function sobolIndices(
  factors: readonly string[],
  { a, b, ab }: SaltelliOutcomes,
  resampling: Resampling,
): SobolIndex[] {
  const count = a.length;
  if (b.length !== count || ab.length !== factors.length || ab.some((c) => c.length !== count)) {
    throw new RangeError('sobolIndices: expected samples of one length, one crossing a factor.');
  }
  const indices = (rows: ArrayLike<number>): number[] => {
    const { mean, variance } = momentsOf(a, b, rows);
    return ab.flatMap((crossed) => {
      let first = 0;
      let total = 0;
      for (let k = 0; k < rows.length; k++) {
        const row = rows[k];
        const change = crossed[row] - a[row];
        first += (b[row] - mean) * change;
        total += change * change;
      }
      return [first / (rows.length * variance), total / (2 * rows.length * variance)];
    });
  };
  const values = indices(Int32Array.from(a.keys()));
  const intervals = bootstrap(count, indices, resampling);
  return factors.map((factor, k) => ({
    factor,
    first: values[2 * k],
    firstInterval: intervals[2 * k],
    total: values[2 * k + 1],
    totalInterval: intervals[2 * k + 1],
  }));
}

function momentsOf(
  a: readonly number[],
  b: readonly number[],
  rows: ArrayLike<number>,
): { mean: number; variance: number } {
  let sum = 0;
  for (let k = 0; k < rows.length; k++) sum += a[rows[k]] + b[rows[k]];
  const mean = sum / (2 * rows.length);
  let squares = 0;
  for (let k = 0; k < rows.length; k++) {
    const first = a[rows[k]] - mean;
    const second = b[rows[k]] - mean;
    squares += first * first + second * second;
  }
  return { mean, variance: squares / (2 * rows.length) };
}
