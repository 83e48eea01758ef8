/** What a scenario asks to be recorded: how often, and which outcomes. */
import type { Issue } from '../data/issues.ts';
import { showFound } from '../data/issues.ts';
import type { Scenario } from './scenario.ts';
import type { MappingNode, TreeNode } from './scenario-tree.ts';
import { checkKeys, didYouMean, issueAt, listed } from './scenario-tree.ts';
import type { Model } from './simulation.ts';
import { weeksPerYear } from './time.ts';

/** Weeks between records, by what a scenario may write: outcomes are read every four weeks. */
export const recordIntervals: Readonly<Record<string, number>> = {
  month: 4,
  year: weeksPerYear,
  4: 4,
  [weeksPerYear]: weeksPerYear,
};

/** Reads the section `record`; without it the headlines are recorded yearly. */
export function readRecord(
  node: MappingNode | undefined,
  model: Model,
  issues: Issue[],
): Scenario['record'] {
  if (node) checkKeys(node, ['every', 'outcomes'], { what: 'what to record', issues });
  const every = node?.entries.get('every');
  const outcomes = node?.entries.get('outcomes');
  return {
    every: (every && readEvery(every, issues)) ?? weeksPerYear,
    outcomes: outcomes ? readOutcomes(outcomes, model, issues) : defaultOutcomes(model),
  };
}

/** The outcomes recorded unless a scenario asks otherwise: the headlines, or all without any. */
export function defaultOutcomes(model: Model): string[] {
  const all = Object.entries(model.outcomes);
  const headlines = all.filter(([, outcome]) => outcome.headline);
  return (headlines.length > 0 ? headlines : all).map(([name]) => name);
}

function readEvery(node: TreeNode, issues: Issue[]): number | undefined {
  if (node.kind === 'scalar' && Object.hasOwn(recordIntervals, node.source)) {
    // "4" in quotes is text, and month is no number
    const isDigits = /^\d/.test(node.source);
    if (typeof node.value === (isDigits ? 'number' : 'string')) return recordIntervals[node.source];
  }
  issues.push(issueAt(node, { expected: 'month (4 weeks), year (52 weeks), 4 or 52' }));
  return undefined;
}

function readOutcomes(node: TreeNode, model: Model, issues: Issue[]): string[] {
  const names = Object.keys(model.outcomes);
  const expected = `the name of an outcome (${listed(names)})`;
  if (node.kind !== 'list' || node.items.length === 0 || node.items.length > names.length) {
    const remedy = node.kind === 'scalar' ? 'Write a list, such as [a, b]' : undefined;
    const list = `a list of 1 to ${names.length} outcomes (${listed(names)})`;
    issues.push(issueAt(node, { expected: list, remedy }));
    return [];
  }
  const chosen: string[] = [];
  for (const item of node.items) {
    const name = item.kind === 'scalar' && typeof item.value === 'string' ? item.value : undefined;
    if (name === undefined || !names.includes(name)) {
      const remedy = name === undefined ? undefined : didYouMean(name, names);
      issues.push(issueAt(item, { expected, remedy }));
    } else if (chosen.includes(name)) {
      const found = `${showFound(name)} again`;
      issues.push(issueAt(item, { expected: 'each outcome once', found }));
    } else {
      chosen.push(name);
    }
  }
  return chosen;
}
