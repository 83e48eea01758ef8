/** Paired differences over time, what they add up to, and how many more pairs a verdict would take. */
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
  return pointsOf(pairs, outcome, group, recordEvery, (differences) => differences);
}

/** The same for rates a year, added up from the start: what was spent or saved until then. */
export function accumulatedDifferences(
  pairs: Pairs,
  outcome: string,
  group: string,
  recordEvery: number,
): TrajectoryPoint[] {
  return pointsOf(pairs, outcome, group, recordEvery, (differences, weeks) => {
    let sum = 0;
    return differences.map((difference, row) => {
      sum += (difference * (weeks[row] ?? 0)) / weeksPerYear;
      return sum;
    });
  });
}

/**
 * The first year at whose end the accumulated difference is no longer a cost, after having been
 * one; undefined where it never turns, 0 where it never cost anything.
 */
export function breakEvenYear(accumulated: readonly TrajectoryPoint[]): number | undefined {
  const last = accumulated.findLastIndex(({ mean }) => mean > 0);
  if (last < 0) return accumulated.length === 0 ? undefined : 0;
  return accumulated[last + 1]?.year;
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

function pointsOf(
  { baseline, runs }: Pairs,
  outcome: string,
  group: string,
  recordEvery: number,
  shape: (differences: readonly number[], weeks: readonly number[]) => readonly number[],
): TrajectoryPoint[] {
  const byReplicate = new Map(baseline.map((run) => [run.replicate, run]));
  const series: (readonly number[])[] = [];
  for (const run of runs) {
    const other = byReplicate.get(run.replicate);
    if (!other) continue;
    const cell = cellOf(run.cells, outcome, group);
    if (cell < 0) return [];
    const differences = run.rows.map((row, k) => row[cell] - other.rows[k][cell]);
    series.push(
      shape(
        differences,
        run.rows.map((_, k) => periodWeeks(k, recordEvery, run.weeks)),
      ),
    );
  }
  const points: TrajectoryPoint[] = [];
  for (let row = 0; series.length > 0 && row < series[0].length; row++) {
    const values = series.map((one) => one[row]).filter((value) => !Number.isNaN(value));
    if (values.length === 0) continue;
    points.push({
      year: Math.min((row + 1) * recordEvery, runs[0].weeks) / weeksPerYear,
      mean: meanOf(values),
      low: quantileOf(values, 0.05),
      high: quantileOf(values, 0.95),
    });
  }
  return points;
}

function periodWeeks(row: number, recordEvery: number, weeks: number): number {
  return Math.min((row + 1) * recordEvery, weeks) - row * recordEvery;
}
