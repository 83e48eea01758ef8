/** Outcomes of one scenario's runs: mean, its interval, and the range of futures, by group. */
import type { RunResult } from '../experiment/experiment.ts';
import { peopleCount } from '../model/recorder.ts';
import type { Model } from '../model/simulation.ts';
import { hiddenGroups } from './masking.ts';
import { halfWidth, meanOf, quantileOf } from './statistics.ts';
import { readValue } from './summary.ts';

/** One outcome of one group over the replicates of a scenario; null where there is nothing to show. */
export interface OutcomeSummary {
  readonly outcome: string;
  readonly group: string;
  readonly unit: string;
  readonly mean: number | null;
  /** 95 % Monte Carlo interval of the mean. */
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
  /** 5 to 95 % of the replicates. */
  readonly futureLow: number | null;
  readonly futureHigh: number | null;
  readonly replicates: number;
}

/** Summarises every recorded outcome and group. */
export function summariseRuns(
  model: Model,
  runs: readonly RunResult[],
  recordEvery: number,
): OutcomeSummary[] {
  if (runs.length === 0) return [];
  const hidden = hiddenGroups(model, [runs]);
  const rows: OutcomeSummary[] = [];
  runs[0].cells.forEach(({ outcome, group }, cell) => {
    if (outcome === peopleCount) return;
    const { unit, over } = model.outcomes[outcome];
    const values = runs
      .map((run) => readValue(run, cell, over, recordEvery))
      .filter((value) => !Number.isNaN(value));
    if (values.length === 0) return;
    const shown = !hidden.has(group);
    const half = halfWidth(values);
    const interval = shown && !Number.isNaN(half);
    const ranged = shown && values.length >= 5;
    const mean = meanOf(values);
    rows.push({
      outcome,
      group,
      unit,
      mean: shown ? mean : null,
      meanLow: interval ? mean - half : null,
      meanHigh: interval ? mean + half : null,
      futureLow: ranged ? quantileOf(values, 0.05) : null,
      futureHigh: ranged ? quantileOf(values, 0.95) : null,
      replicates: values.length,
    });
  });
  return rows;
}
