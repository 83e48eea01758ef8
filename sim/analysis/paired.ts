/** Paired comparison: what a scenario changes against the baseline, replicate by replicate. */
import type { RunResult } from '../experiment/experiment.ts';
import { peopleCount } from '../model/recorder.ts';
import type { Model } from '../model/simulation.ts';
import { hiddenGroups } from './masking.ts';
import { halfWidth, meanOf, quantileOf } from './statistics.ts';
import { readValue } from './summary.ts';

/** What can be said of a difference. */
export type Verdict =
  | 'better'
  | 'worse'
  | 'higher'
  | 'lower'
  | 'no difference'
  | 'cannot tell apart yet'
  | 'too few people to show';

/**
 * One outcome of one group. `meanLow/High` is the 95 % Monte Carlo interval of the mean paired
 * difference and decides the verdict only; `futureLow/High` holds nine of ten paired futures (5 to
 * 95 %) and is the range to report. Values are null where there is nothing to show.
 */
export interface Comparison {
  readonly scenario: string;
  readonly outcome: string;
  readonly group: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly value: number | null;
  readonly difference: number | null;
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
  readonly futureLow: number | null;
  readonly futureHigh: number | null;
  /** Pairs in which the outcome applied to the group. */
  readonly replicates: number;
  readonly verdict: Verdict;
}

/** Fewest pairs from which a range of futures is given. */
const fewestForRange = 5;

/**
 * Compares the runs of a scenario with those of the baseline, pair by pair. Runs are matched by
 * replicate; a replicate that failed in either is left out of both. `hiddenInAll` names groups too
 * small to show in any scenario; left out, only the pairs compared are looked at.
 */
export function compareRuns(
  model: Model,
  scenario: { readonly name: string; readonly recordEvery: number },
  baseline: readonly RunResult[],
  runs: readonly RunResult[],
  hiddenInAll?: ReadonlySet<string>,
): Comparison[] {
  const byReplicate = new Map(baseline.map((run) => [run.replicate, run]));
  const pairs: (readonly [RunResult, RunResult])[] = [];
  for (const run of runs) {
    const other = byReplicate.get(run.replicate);
    if (other) pairs.push([other, run]);
  }
  if (pairs.length === 0) return [];
  const hidden = hiddenInAll ?? hiddenGroups(model, pairs);
  const comparisons: Comparison[] = [];
  runs[0].cells.forEach(({ outcome, group }, cell) => {
    if (outcome === peopleCount) return;
    const { unit, over, better } = model.outcomes[outcome];
    const values: [number, number][] = [];
    for (const [before, after] of pairs) {
      const a = readValue(before, cell, over, scenario.recordEvery);
      const b = readValue(after, cell, over, scenario.recordEvery);
      if (!Number.isNaN(a) && !Number.isNaN(b)) values.push([a, b]);
    }
    if (values.length === 0) return;
    const named = { scenario: scenario.name, outcome, group, unit, replicates: values.length };
    comparisons.push(
      hidden.has(group)
        ? { ...named, ...nothingToShow }
        : { ...named, ...describePairs(values, better) },
    );
  });
  return comparisons;
}

const nothingToShow = {
  baseline: null,
  value: null,
  difference: null,
  meanLow: null,
  meanHigh: null,
  futureLow: null,
  futureHigh: null,
  verdict: 'too few people to show',
} as const;

/** The numbers of a comparison from pairs of (baseline, scenario) values. */
export function describePairs(
  values: readonly (readonly [number, number])[],
  better: 'up' | 'down' | 'neither',
): Omit<Comparison, 'scenario' | 'outcome' | 'group' | 'unit' | 'replicates'> {
  const differences = values.map(([before, after]) => after - before);
  const difference = meanOf(differences);
  const half = halfWidth(differences);
  const known = !Number.isNaN(half);
  const ranged = values.length >= fewestForRange;
  return {
    baseline: meanOf(values.map(([before]) => before)),
    value: meanOf(values.map(([, after]) => after)),
    difference,
    meanLow: known ? difference - half : null,
    meanHigh: known ? difference + half : null,
    futureLow: ranged ? quantileOf(differences, 0.05) : null,
    futureHigh: ranged ? quantileOf(differences, 0.95) : null,
    verdict: judge(differences, difference, half, better),
  };
}

/** What can be said of a mean difference and the half-width of its interval. */
export function judge(
  differences: readonly number[],
  difference: number,
  half: number,
  better: 'up' | 'down' | 'neither',
): Verdict {
  if (differences.every((d) => d === 0)) return 'no difference';
  if (Number.isNaN(half) || Math.abs(difference) <= half) return 'cannot tell apart yet';
  const up = difference > 0;
  if (better === 'neither') return up ? 'higher' : 'lower';
  return up === (better === 'up') ? 'better' : 'worse';
}
