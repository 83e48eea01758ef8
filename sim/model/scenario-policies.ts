/** The policies of a scenario: names, levers and dates. */
import type { Issue } from '../data/issues.ts';
import { isAbsent } from './scenario-merge.ts';
import { readDuration, readMoment } from './scenario-time.ts';
import type { MappingNode, TreeNode } from './scenario-tree.ts';
import { didYouMean, issueAt, listed } from './scenario-tree.ts';
import { readValues } from './scenario-values.ts';
import type { Model, PolicyInForce } from './simulation.ts';

/** Keys of a policy beside its levers. */
export const policyKeys: readonly string[] = ['policy', 'start', 'end', 'ramp'];
/** At most this many policies, stages counted one by one. */
export const maxPolicies = 200;

interface Context {
  readonly model: Model;
  /** Weeks, when they are known to be right. */
  readonly horizon: number | undefined;
  readonly issues: Issue[];
}

/** Reads the list of policies; those with issues are left out. */
export function readPolicies(node: TreeNode | undefined, context: Context): PolicyInForce[] {
  if (!node || isAbsent(node)) return [];
  const { issues } = context;
  if (node.kind !== 'list') {
    const expected = 'a list of policies';
    issues.push(issueAt(node, { expected, remedy: 'Begin each with "- policy: name"' }));
    return [];
  }
  if (node.items.length > maxPolicies) {
    issues.push(issueAt(node, { expected: `at most ${maxPolicies} policies` }));
    return [];
  }
  const policies: PolicyInForce[] = [];
  const lines = new Map<string, number>();
  for (const item of node.items) {
    const known = issues.length;
    const policy = readPolicy(item, context);
    if (!policy || issues.length > known) continue;
    // Infinity is null in JSON, which is as good to compare
    const same = JSON.stringify(policy);
    const before = lines.get(same);
    if (before === undefined) {
      lines.set(same, item.line);
      policies.push(policy);
    } else {
      const found = `${policy.policy} as on line ${before}`;
      issues.push(issueAt(item, { expected: 'each stage of a policy once', found }));
    }
  }
  return policies;
}

function readPolicy(item: TreeNode, context: Context): PolicyInForce | undefined {
  const { model, issues } = context;
  const names = Object.keys(model.policies);
  const expected = `the name of a policy (${listed(names, 20)})`;
  if (item.kind !== 'mapping') {
    const remedy = 'Write "- policy: name", and levers and dates below';
    issues.push(issueAt(item, { expected: 'a policy with its levers and dates', remedy }));
    return undefined;
  }
  const node = item.entries.get('policy');
  const name = node?.kind === 'scalar' ? node.value : undefined;
  if (!node || typeof name !== 'string' || !names.includes(name)) {
    const remedy = typeof name === 'string' ? didYouMean(name, names) : undefined;
    const place = node ?? { ...item, key: `${item.key}.policy` };
    issues.push(issueAt(place, { expected, remedy, ...(node ? {} : { found: 'nothing' }) }));
    return undefined;
  }
  const { levers: specs } = model.policies[name];
  const options = { what: `a lever or date of ${name}`, besides: policyKeys, issues };
  const levers = readValues(item, specs, options);
  return { policy: name, levers, ...readDates(item, context) };
}

function readDates(
  item: MappingNode,
  { horizon, issues }: Context,
): { start: number; end: number; ramp: number } {
  const nodes = { start: item.entries.get('start'), end: item.entries.get('end') };
  const known = issues.length;
  const start = readMoment(nodes.start, issues) ?? 0;
  const end = readMoment(nodes.end, issues) ?? Number.POSITIVE_INFINITY;
  const ramp = readDuration(item.entries.get('ramp'), 0, issues) ?? 0;
  const sound = issues.length === known;
  if (sound && nodes.end && end <= start) {
    const expected = `an end after the start in week ${start}`;
    issues.push(issueAt(nodes.end, { expected }));
  }
  if (sound && nodes.start && horizon !== undefined && start >= horizon) {
    const expected = `a start before the horizon of ${horizon} weeks`;
    issues.push(issueAt(nodes.start, { expected, remedy: 'Start earlier or simulate longer' }));
  }
  return { start, end, ramp };
}
