/** What a report looks up again and again: comparisons by name, formats of numbers, outcomes in order. */

import { maskedGroups } from '../sim/analysis/masking.ts';
import type { Comparison } from '../sim/analysis/paired.ts';
import { everybody } from '../sim/model/groups.ts';
import type { Outcome } from '../sim/model/outcomes.ts';
import { peopleCount } from '../sim/model/recorder.ts';
import type { Model } from '../sim/model/simulation.ts';
import type { NumberFormat } from './numbers.ts';
import { formatFor, isMoney } from './numbers.ts';
import type { ReportArm, ReportInput } from './report-input.ts';
import { groupingOf, inReadingOrder, mainGroups } from './vocabulary.ts';

/** Fewest pairs of futures from which a range is given. */
export const fewestForRange = 5;

/** A report's input with its indices. */
export interface Reading {
  readonly input: ReportInput;
  readonly model: Model;
  readonly baseline: ReportArm;
  readonly scenarios: readonly ReportArm[];
  /** Recorded outcomes that are not money: headline ones, and the rest. */
  readonly headline: readonly string[];
  readonly others: readonly string[];
  readonly costs: readonly string[];
  /** Recorded groups in the model's order, everybody first, then the main ones. */
  readonly groups: readonly string[];
  readonly mainGroups: readonly string[];
  /** Groups of too few people to show. */
  readonly hiddenGroups: ReadonlySet<string>;
}

/** Prepares a report's input. @throws RangeError without any scenario. */
export function readInput(input: ReportInput): Reading {
  const [baseline, ...scenarios] = input.arms;
  if (baseline === undefined)
    throw new RangeError('a report needs at least one scenario, got none');
  const { model } = input;
  const recorded = inReadingOrder(recordedOutcomes(input)).filter((name) => model.outcomes[name]);
  const people = recorded.filter((name) => !isMoney(model.outcomes[name].unit));
  const headline = people.filter((name) => model.outcomes[name].headline === true);
  const groups = [
    everybody,
    ...Object.values(model.groupings).flatMap((grouping) => grouping.labels),
  ];
  return {
    input,
    model,
    baseline,
    scenarios,
    headline: headline.length > 0 ? headline : people,
    others: headline.length > 0 ? people.filter((name) => !headline.includes(name)) : [],
    costs: recorded.filter((name) => isMoney(model.outcomes[name].unit)),
    groups: [...new Set(groups)],
    mainGroups: mainGroups(model),
    hiddenGroups: hiddenGroups(input),
  };
}

/** Groups masked by the analysis, and by the same rule those whose numbers over time are known. */
function hiddenGroups(input: ReportInput): Set<string> {
  const { model, comparisons, arms } = input;
  const masked = comparisons.filter((c) => c.verdict === 'too few people to show');
  const small = maskedGroups(model, (group) => {
    const points = arms.flatMap(
      ({ trajectories }) => trajectories[`${peopleCount}/${group}`] ?? [],
    );
    return Math.min(...points.map(({ mean }) => mean));
  });
  return new Set([...small, ...masked.map((c) => c.group), ...(input.hiddenGroups ?? [])]);
}

function recordedOutcomes(input: ReportInput): string[] {
  const names = input.comparisons.map(({ outcome }) => outcome);
  for (const arm of input.arms) {
    names.push(...arm.scenario.record.outcomes);
  }
  return names;
}

/** The comparison of one outcome and group, if there is one. */
export function find(
  { input }: Reading,
  arm: ReportArm,
  outcome: string,
  group: string,
): Comparison | undefined {
  return input.comparisons.find(
    (c) => c.scenario === arm.scenario.name && c.outcome === outcome && c.group === group,
  );
}

/** All comparisons of an outcome in a scenario, in the order of the groups. */
export function ofOutcome(reading: Reading, arm: ReportArm, outcome: string): Comparison[] {
  return reading.groups.flatMap((group) => find(reading, arm, outcome, group) ?? []);
}

/** How an outcome's numbers are written: the same everywhere in a report. */
export function formatOf({ input, model }: Reading, outcome: string): NumberFormat {
  return comparisonFormat(model, input.comparisons, outcome);
}

/** The format that suits all differences and ranges of an outcome, whatever group or scenario. */
export function comparisonFormat(
  model: Model,
  comparisons: readonly Comparison[],
  outcome: string,
): NumberFormat {
  const { unit, smallestImportant } = model.outcomes[outcome];
  const shown = comparisons.filter((c) => c.outcome === outcome);
  const differences = shown.flatMap((c) => [c.difference, c.futureLow, c.futureHigh]);
  return formatFor(unit, differences, smallestImportant);
}

/** Whether a difference is told apart from none. */
export function isClear({ verdict }: Comparison): boolean {
  return ['better', 'worse', 'higher', 'lower'].includes(verdict);
}

/** How often a difference holds the smallest one that matters; 1 where the outcome names none. */
export function importance({ difference }: Comparison, outcome: Outcome<never>): number {
  if (difference === null) return 0;
  const { smallestImportant } = outcome;
  if (smallestImportant === undefined || smallestImportant <= 0) return difference === 0 ? 0 : 1;
  return Math.abs(difference) / smallestImportant;
}

/** Groups that a grouping splits people into, with their grouping's title. */
export function furtherGroups(reading: Reading): { grouping: string; labels: string[] }[] {
  const further = reading.groups.filter((group) => !reading.mainGroups.includes(group));
  const titles = [...new Set(further.map((group) => groupingOf(reading.model, group)))];
  return titles.map((grouping) => ({
    grouping,
    labels: further.filter((group) => groupingOf(reading.model, group) === grouping),
  }));
}
