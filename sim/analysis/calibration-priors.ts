/** The free parameters of a calibration file: which setting a path names, and its prior. */
import type { Issue } from '../data/issues.ts';
import type { NumberSpec, ParameterSpecs } from '../model/parameters.ts';
import { isChoice } from '../model/parameters.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MappingNode, TreeNode } from '../model/scenario-tree.ts';
import { checkKeys, didYouMean, issueAt, listed } from '../model/scenario-tree.ts';
import { numberRemedy, plainNumber } from '../model/scenario-values.ts';
import type { Model } from '../model/simulation.ts';
import type { FreeParameter } from './calibration.ts';
import type { Prior } from './priors.ts';

const kinds: Readonly<Record<Prior['kind'], readonly string[]>> = {
  uniform: ['low', 'high'],
  normal: ['mean', 'sd', 'low', 'high'],
  logNormal: ['median', 'sd', 'low', 'high'],
};

/** One free parameter; undefined when it adds issues. */
export function readFreeParameter(
  path: string,
  node: TreeNode,
  model: Model,
  base: Scenario,
  issues: Issue[],
): FreeParameter | undefined {
  const [section, name, ...more] = path.split('.');
  const sections: Readonly<Record<string, ParameterSpecs>> = {
    parameters: model.shape.parameters,
    ...(base.roster ? {} : { population: model.population }),
  };
  const specs = Object.hasOwn(sections, section) && more.length === 0 ? sections[section] : {};
  const numbers = Object.keys(specs).filter((key) => !isChoice(specs[key]));
  if (!numbers.includes(name)) {
    const valid = numbers.length > 0 ? numbers : Object.keys(sections).map((key) => `${key}.NAME`);
    const expected = `a setting that is a number (${listed(valid)})`;
    const remedy = name === undefined ? undefined : didYouMean(name, numbers);
    issues.push(issueAt(node, { expected, found: path, remedy }));
    return undefined;
  }
  const spec = specs[name] as NumberSpec;
  const prior = readPrior(node, spec, issues);
  const { title, unit, integer = false } = spec;
  return prior && { path, title, unit, integer, prior };
}

function readPrior(node: TreeNode, spec: NumberSpec, issues: Issue[]): Prior | undefined {
  const [low, high] = spec.plausible;
  const plausible = node.kind === 'scalar' && (node.value === 'plausible' || node.value === null);
  if (plausible) return uniform(low, high);
  const names = Object.keys(kinds);
  const expected = `plausible, or a prior with "prior:" (${listed(names)}) and its numbers`;
  if (node.kind !== 'mapping') {
    issues.push(issueAt(node, { expected }));
    return undefined;
  }
  const named = node.entries.get('prior');
  const kind = named?.kind === 'scalar' ? String(named.value) : 'uniform';
  if (!isKind(kind)) {
    issues.push(issueAt(named ?? node, { expected, remedy: didYouMean(kind, names) }));
    return undefined;
  }
  checkKeys(node, ['prior', ...kinds[kind]], { what: `a setting of a ${kind} prior`, issues });
  return readNumbers(kind, node, spec, issues);
}

function isKind(name: string): name is Prior['kind'] {
  return Object.hasOwn(kinds, name);
}

function uniform(low: number, high: number): Prior {
  return { kind: 'uniform', low, high, centre: (low + high) / 2, spread: (high - low) / 4 };
}

/** Numbers of a prior; limits that are not given are those that the model accepts. */
function readNumbers(
  kind: Prior['kind'],
  node: MappingNode,
  { range, plausible }: NumberSpec,
  issues: Issue[],
): Prior | undefined {
  const before = issues.length;
  const read = (key: string, [least, most]: readonly [number, number], usual?: number): number => {
    const own = node.entries.get(key);
    if (!own && usual !== undefined) return usual;
    const value = own && plainNumber(own);
    if (value !== undefined && value >= least && value <= most) return value;
    const place = own ?? { ...node, key: `${node.key}.${key}` };
    const limits = Number.isFinite(most) ? `a number from ${least} to ${most}` : 'a number above 0';
    const found = own ? {} : { found: 'nothing' };
    issues.push(issueAt(place, { expected: limits, ...found, remedy: own && numberRemedy(own) }));
    return Number.NaN;
  };
  const open = kind === 'uniform' ? plausible : range;
  const low = read('low', range, open[0]);
  const high = read('high', range, open[1]);
  if (low >= high) {
    const place = node.entries.get('high') ?? node;
    issues.push(issueAt(place, { expected: `more than low, ${low}` }));
  }
  const positive = [Number.MIN_VALUE, Number.POSITIVE_INFINITY] as const;
  const centre =
    kind === 'normal' ? read('mean', range) : kind === 'logNormal' ? read('median', positive) : 0;
  const spread = kind === 'uniform' ? 0 : read('sd', positive);
  if (issues.length > before) return undefined;
  return kind === 'uniform' ? uniform(low, high) : { kind, low, high, centre, spread };
}
