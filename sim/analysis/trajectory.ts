/** An outcome over time: its mean over replicates and the range of futures, period by period. */
import type { RunResult } from '../experiment/experiment.ts';
import { weeksPerYear } from '../model/time.ts';
import { meanOf, quantileOf } from './statistics.ts';
import { cellOf } from './summary.ts';

/** One point in time of one outcome and group. `year` counts from 0 at the start. */
export interface TrajectoryPoint {
  readonly year: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Mean and 5–95 % of the replicates at the end of each recorded period. */
export function trajectoryOf(
  runs: readonly RunResult[],
  outcome: string,
  group: string,
  recordEvery: number,
): TrajectoryPoint[] {
  if (runs.length === 0) return [];
  const cell = cellOf(runs[0].cells, outcome, group);
  const points: TrajectoryPoint[] = [];
  for (let row = 0; cell >= 0 && row < runs[0].rows.length; row++) {
    const values = runs.map((run) => run.rows[row][cell]).filter((v) => !Number.isNaN(v));
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
