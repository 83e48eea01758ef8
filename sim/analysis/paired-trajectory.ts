/** Paired differences over time, and how many more pairs a verdict would take. */
import type { RunResult } from '../experiment/experiment.ts';
import { weeksPerYear } from '../model/time.ts';
import type { Comparison } from './paired.ts';
import { meanOf, quantileOf } from './statistics.ts';
import { cellOf } from './summary.ts';
import type { TrajectoryPoint } from './trajectory.ts';

/** Runs of two scenarios, matched by replicate. */
export interface Pairs {
  readonly baseline: readonly RunResult[];
  readonly runs: readonly RunResult[];
}

/** Mean paired difference and the range of nine of ten futures at the end of each period. */
export function differencesOverTime(
  pairs: Pairs,
  outcome: string,
  group: string,
  recordEvery: number,
): TrajectoryPoint[] {
  const byReplicate = new Map(pairs.baseline.map((run) => [run.replicate, run]));
  const series: (readonly number[])[] = [];
  for (const run of pairs.runs) {
    const other = byReplicate.get(run.replicate);
    if (!other) continue;
    const cell = cellOf(run.cells, outcome, group);
    if (cell < 0) return [];
    series.push(run.rows.map((row, k) => row[cell] - other.rows[k][cell]));
  }
  const points: TrajectoryPoint[] = [];
  for (let row = 0; series.length > 0 && row < series[0].length; row++) {
    const values = series.map((one) => one[row]).filter((value) => !Number.isNaN(value));
    if (values.length === 0) continue;
    points.push({
      year: Math.min((row + 1) * recordEvery, pairs.runs[0].weeks) / weeksPerYear,
      mean: meanOf(values),
      low: quantileOf(values, 0.05),
      high: quantileOf(values, 0.95),
    });
  }
  return points;
}

/**
 * About how many more pairs would show a difference: that which is seen, or, where that is smaller,
 * the smallest one that matters. 0 where a verdict is there already.
 */
export function pairsStillNeeded(comparison: Comparison, smallestImportant?: number): number {
  const { verdict, difference, meanHigh, replicates } = comparison;
  if (verdict !== 'cannot tell apart yet' || difference === null || meanHigh === null) return 0;
  const half = meanHigh - difference;
  const sought = Math.max(Math.abs(difference), smallestImportant ?? 0);
  if (sought <= 0) return 0;
  const ratio = half / sought;
  // the interval shrinks with the root of the number of pairs
  return Math.max(1, Math.ceil(replicates * ratio * ratio) - replicates);
}
