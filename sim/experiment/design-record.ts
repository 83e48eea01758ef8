/** What a design keeps of each run: outcomes, groups, weeks and networks. */
import type { Issue } from '../data/issues.ts';
import { everybody } from '../model/groups.ts';
import type { Scenario } from '../model/scenario.ts';
import { isAbsent } from '../model/scenario-merge.ts';
import { readRecord } from '../model/scenario-record.ts';
import type { MappingNode, TreeNode } from '../model/scenario-tree.ts';
import { checkKeys, didYouMean, issueAt, listed } from '../model/scenario-tree.ts';
import { plainNumber } from '../model/scenario-values.ts';
import type { Model } from '../model/simulation.ts';
import type { Recording } from './design.ts';

interface Context {
  readonly model: Model;
  readonly base: Scenario;
  readonly issues: Issue[];
}

const keys = ['outcomes', 'every', 'groups', 'weeks', 'snapshots'];
/** Networks kept of one run, at most. */
const mostSnapshots = 100;

/** Reads the section `record`; `record` replaces that of the base scenario. */
export function readRecording(
  node: TreeNode | undefined,
  context: Context,
): { recording: Recording; record: Scenario['record'] } {
  const { model, base, issues } = context;
  if (node && node.kind !== 'mapping' && !isAbsent(node)) {
    issues.push(issueAt(node, { expected: `what to record (${listed(keys)})` }));
  }
  const section = node?.kind === 'mapping' ? node : undefined;
  if (section) checkKeys(section, keys, { what: 'what to record', issues });
  const record = ownRecord(section, model, base, issues);
  const get = (key: string): TreeNode | undefined => section?.entries.get(key);
  const recording = {
    groups: readGroups(get('groups'), model, issues),
    weeks: readWeeks(get('weeks'), endsOf(base.horizon, record.every), issues),
    snapshots: readSnapshots(get('snapshots'), base.horizon, issues),
  };
  return { recording, record };
}

/** Outcomes and interval of the design, or those of the base. */
function ownRecord(
  section: MappingNode | undefined,
  model: Model,
  base: Scenario,
  issues: Issue[],
): Scenario['record'] {
  if (!section) return base.record;
  const asked = [...section.entries].filter(([key]) => key === 'outcomes' || key === 'every');
  const read = readRecord({ ...section, entries: new Map(asked) }, model, issues);
  return {
    every: section.entries.has('every') ? read.every : base.record.every,
    outcomes: section.entries.has('outcomes') ? read.outcomes : base.record.outcomes,
  };
}

/** The groups kept unless a design asks otherwise: everybody, and the labels of the first grouping. */
function mainGroups(model: Model): string[] {
  return [everybody, ...(Object.values(model.groupings)[0]?.labels ?? [])];
}

/** `main`, `all`, or a list of labels; everybody is always kept. */
function readGroups(node: TreeNode | undefined, model: Model, issues: Issue[]): string[] {
  const all = [everybody, ...Object.values(model.groupings).flatMap(({ labels }) => labels)];
  if (!node || (node.kind === 'scalar' && node.value === 'main')) return mainGroups(model);
  if (node.kind === 'scalar' && node.value === 'all') return all;
  if (node.kind !== 'list') {
    issues.push(issueAt(node, { expected: `main, all, or a list of groups (${listed(all)})` }));
    return all;
  }
  const chosen = new Set([everybody]);
  for (const item of node.items) {
    const name = item.kind === 'scalar' ? `${item.value}` : '';
    if (all.includes(name)) chosen.add(name);
    else {
      const expected = `the name of a group (${listed(all)})`;
      issues.push(issueAt(item, { expected, remedy: didYouMean(name, all) }));
    }
  }
  // in the model's order, so that the same groups make the same plan
  return all.filter((label) => chosen.has(label));
}

/** Ends of the periods of a run. */
export function endsOf(horizon: number, every: number): number[] {
  const periods = Math.ceil(horizon / every);
  return Array.from({ length: periods }, (_, k) => Math.min((k + 1) * every, horizon));
}

/** `all`, `last`, or a list of ends of periods. */
function readWeeks(
  node: TreeNode | undefined,
  ends: readonly number[],
  issues: Issue[],
): Recording['weeks'] {
  if (!node || (node.kind === 'scalar' && node.value === 'all')) return 'all';
  if (node.kind === 'scalar' && node.value === 'last') return ends.slice(-1);
  const expected = `all, last, or a list of weeks in which a period ends (${listed(ends.map(String), 12)})`;
  if (node.kind !== 'list' || node.items.length === 0) {
    issues.push(issueAt(node, { expected }));
    return 'all';
  }
  const weeks = new Set<number>();
  for (const item of node.items) {
    const week = plainNumber(item);
    if (week !== undefined && ends.includes(week)) weeks.add(week);
    else issues.push(issueAt(item, { expected }));
  }
  return [...weeks].sort((a, b) => a - b);
}

/** Weeks from 0 to the horizon. */
function readSnapshots(node: TreeNode | undefined, horizon: number, issues: Issue[]): number[] {
  if (!node || isAbsent(node)) return [];
  const expected = `a list of at most ${mostSnapshots} weeks from 0 to ${horizon}`;
  if (node.kind !== 'list' || node.items.length > mostSnapshots) {
    issues.push(issueAt(node, { expected }));
    return [];
  }
  const weeks = new Set<number>();
  for (const item of node.items) {
    const week = plainNumber(item);
    if (week !== undefined && Number.isInteger(week) && week >= 0 && week <= horizon)
      weeks.add(week);
    else issues.push(issueAt(item, { expected }));
  }
  return [...weeks].sort((a, b) => a - b);
}
