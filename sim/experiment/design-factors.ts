/** The factors of a design file: which setting a path names, and which values it takes. */
import type { Issue } from '../data/issues.ts';
import type { ParameterSpec } from '../model/parameters.ts';
import { isChoice } from '../model/parameters.ts';
import type { Scenario } from '../model/scenario.ts';
import { isAbsent } from '../model/scenario-merge.ts';
import { maxWeeks } from '../model/scenario-time.ts';
import type { MappingNode, TreeNode } from '../model/scenario-tree.ts';
import { checkKeys, didYouMean, issueAt, listed } from '../model/scenario-tree.ts';
import { plainNumber, readDeclared, readWhole } from '../model/scenario-values.ts';
import type { Model, PolicyInForce } from '../model/simulation.ts';
import type { Factor, FactorKind, FactorTarget, FactorValue, FactorValues } from './design.ts';
import { baseValue } from './settings.ts';

/** Values of a range in a grid, unless `steps` says otherwise. */
const usualSteps = 3;
/** Levels of one factor, at most. */
const mostLevels = 10_000;
/** The level of `policies` that stands for no policy. */
const nothing = 'none';

/** What is needed to read factors. */
export interface FactorContext {
  readonly model: Model;
  readonly base: Scenario;
  /** The policies of another scenario, named as in the design; undefined when it adds issues. */
  readonly policiesIn: (node: TreeNode) => readonly PolicyInForce[] | undefined;
  readonly issues: Issue[];
}

/** A declaration to check values by: a parameter's, or one made here for dates and seeds. */
interface Setting {
  readonly target: FactorTarget;
  readonly title: string;
  readonly unit: string;
  /** Undefined for policies on or off, and whole bundles of them. */
  readonly spec?: ParameterSpec;
}

/** The factors of one section, `levers` or `uncertainties`. */
export function readFactors(
  node: TreeNode | undefined,
  kind: FactorKind,
  context: FactorContext,
): Factor[] {
  if (!node || isAbsent(node)) return [];
  if (node.kind !== 'mapping') {
    const remedy = 'Write "parameters.name:" with its values, one a line';
    context.issues.push(issueAt(node, { expected: 'settings with their values', remedy }));
    return [];
  }
  return [...node.entries].flatMap(([path, values]) => {
    const factor = readFactor(path, values, kind, context);
    return factor ? [factor] : [];
  });
}

function readFactor(
  path: string,
  node: TreeNode,
  kind: FactorKind,
  context: FactorContext,
): Factor | undefined {
  const setting = path === 'policies' ? readBundles(node, context) : settingOf(path, node, context);
  if (!setting) return undefined;
  const values = readFactorValues(node, setting, context.issues);
  if (!values) return undefined;
  const base = baseValue(context.model, context.base, setting.target);
  const { target, title, unit } = setting;
  return { path, kind, title, unit, target, values, base };
}

/** The setting that a path names. */
function settingOf(path: string, node: TreeNode, context: FactorContext): Setting | undefined {
  const { model, issues } = context;
  const [section, ...names] = path.split('.');
  const refuse = (expected: string, wrong: string, valid: readonly string[]): undefined => {
    const remedy = didYouMean(wrong, valid);
    issues.push(
      issueAt(node, { expected, found: `the unknown name ${JSON.stringify(path)}`, remedy }),
    );
  };
  if (section === 'parameters' && names.length === 1) {
    const specs = model.shape.parameters;
    const valid = Object.keys(specs);
    if (!Object.hasOwn(specs, names[0])) {
      return refuse(`a parameter of ${model.name} (${listed(valid)})`, names[0], valid);
    }
    return declared({ of: 'parameter', name: names[0] }, specs[names[0]]);
  }
  if (section === 'population' && names.length === 1) {
    if (context.base.roster) {
      issues.push(
        issueAt(node, { expected: 'a base scenario without a roster, to vary its people' }),
      );
      return undefined;
    }
    if (names[0] === 'seed') {
      return {
        target: { of: 'populationSeed' },
        title: 'Seed of the people',
        unit: '',
        spec: seedSpec,
      };
    }
    const valid = [...Object.keys(model.population), 'seed'];
    if (!Object.hasOwn(model.population, names[0])) {
      return refuse(`a setting of the population (${listed(valid)})`, names[0], valid);
    }
    return declared({ of: 'population', name: names[0] }, model.population[names[0]]);
  }
  if (section === 'policies' && names.length === 2) {
    const [policy, name] = names;
    const valid = Object.keys(model.policies);
    if (!Object.hasOwn(model.policies, policy)) {
      return refuse(`the name of a policy (${listed(valid, 20)})`, policy, valid);
    }
    const { title, levers } = model.policies[policy];
    if (name === 'present') return { target: { of: 'present', policy }, title, unit: '' };
    if (name === 'start' || name === 'end' || name === 'ramp') {
      const target: FactorTarget = { of: 'date', policy, name };
      return { target, title: `${title}: ${name}`, unit: 'weeks', spec: dateSpec };
    }
    if (!Object.hasOwn(levers, name)) {
      const all = [...Object.keys(levers), 'present', 'start', 'end', 'ramp'];
      return refuse(`a lever of ${policy}, or its dates (${listed(all)})`, name, all);
    }
    return declared({ of: 'lever', policy, name }, levers[name]);
  }
  const all = ['parameters', 'population', 'policies'];
  return refuse('parameters.NAME, population.NAME or policies.NAME.LEVER', section, all);
}

const ours = { doc: '', grade: 'D', source: 'design' } as const;
const dateSpec: ParameterSpec = {
  ...{ ...ours, title: 'Week', unit: 'weeks', default: 0, integer: true },
  ...{ range: [0, maxWeeks], plausible: [0, maxWeeks] },
};
const seedSpec: ParameterSpec = {
  ...{ ...ours, title: 'Seed', unit: 'number', default: 1, integer: true },
  ...{ range: [0, 2147483647], plausible: [1, 1_000_000] },
};

function declared(target: FactorTarget, spec: ParameterSpec): Setting {
  return { target, title: spec.title, unit: isChoice(spec) ? '' : spec.unit, spec };
}

/** `policies: [none, hybrid.yaml]`: the policies of whole scenarios. */
function readBundles(node: TreeNode, { policiesIn, issues }: FactorContext): Setting | undefined {
  if (node.kind !== 'list' || node.items.length === 0) {
    const expected = `a list of scenario files, and "${nothing}" for no policy`;
    issues.push(issueAt(node, { expected }));
    return undefined;
  }
  const bundles: Record<string, readonly PolicyInForce[]> = {};
  let sound = true;
  for (const item of node.items) {
    const name = item.kind === 'scalar' ? `${item.value}` : '';
    const policies = name === nothing ? [] : policiesIn(item);
    if (policies) bundles[name] = policies;
    else sound = false;
  }
  return sound ? { target: { of: 'policies', bundles }, title: 'Policies', unit: '' } : undefined;
}

/** A list of levels, a range, one value, or the plausible values where nothing is said. */
function readFactorValues(
  node: TreeNode,
  setting: Setting,
  issues: Issue[],
): FactorValues | undefined {
  if (isAbsent(node) || (node.kind === 'scalar' && node.value === 'plausible')) {
    return plausibleValues(setting);
  }
  if (node.kind === 'mapping') return readRange(node, setting, issues);
  const items = node.kind === 'list' ? node.items : [node];
  if (items.length === 0 || items.length > mostLevels) {
    issues.push(issueAt(node, { expected: `1 to ${mostLevels} values` }));
    return undefined;
  }
  const levels: FactorValue[] = [];
  for (const item of items) {
    const level = readLevel(item, setting, issues);
    if (level === undefined) return undefined;
    if (levels.includes(level)) {
      issues.push(issueAt(item, { expected: 'each value once', found: `${level} again` }));
      return undefined;
    }
    levels.push(level);
  }
  return { kind: 'levels', levels };
}

/** One value of a setting; undefined when it adds an issue. */
export function readLevel(
  node: TreeNode,
  { target, spec }: Pick<Setting, 'target' | 'spec'>,
  issues: Issue[],
): FactorValue | undefined {
  if (spec) return readDeclared(node, spec, issues);
  const value = node.kind === 'scalar' ? node.value : undefined;
  if (target.of === 'policies') return `${value}`;
  if (typeof value === 'boolean') return value;
  issues.push(issueAt(node, { expected: 'true or false' }));
  return undefined;
}

function plausibleValues({ target, spec }: Setting): FactorValues {
  if (target.of === 'policies') return { kind: 'levels', levels: Object.keys(target.bundles) };
  if (!spec) return { kind: 'levels', levels: [false, true] };
  if (isChoice(spec)) return { kind: 'levels', levels: spec.options };
  const [low, high] = spec.plausible;
  return { kind: 'range', low, high, integer: spec.integer === true, steps: usualSteps };
}

function readRange(node: MappingNode, setting: Setting, issues: Issue[]): FactorValues | undefined {
  checkKeys(node, ['low', 'high', 'steps'], { what: 'a range', issues });
  const { spec } = setting;
  if (!spec || isChoice(spec)) {
    issues.push(issueAt(node, { expected: 'a list of values: only numbers have a range' }));
    return undefined;
  }
  const [low, high] = ['low', 'high'].map((end, k) => {
    const at = node.entries.get(end);
    return at ? readDeclared(at, spec, issues) : spec.plausible[k];
  });
  const steps = readWhole(node.entries.get('steps'), [2, mostLevels], issues) ?? usualSteps;
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  if (low >= high) {
    const at = node.entries.get('high') ?? node;
    const found = plainNumber(at) === undefined ? `${low} to ${high}` : undefined;
    issues.push(
      issueAt(at, { expected: `a highest value above ${low}`, ...(found ? { found } : {}) }),
    );
    return undefined;
  }
  return { kind: 'range', low, high, integer: spec.integer === true, steps };
}
