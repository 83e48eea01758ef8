/** Calibration files, YAML or JSON, to checked calibrations: all problems at once, each with its place. */
import type { Issue } from '../data/issues.ts';
import { ScenarioError } from '../data/issues.ts';
import type { DesignFiles } from '../experiment/design-parse.ts';
import { readScenarioIn } from '../experiment/design-parse.ts';
import { everybody } from '../model/groups.ts';
import type { Scenario } from '../model/scenario.ts';
import { maxQuestion, maxTitle } from '../model/scenario-check.ts';
import { parseTree } from '../model/scenario-syntax.ts';
import type { MappingNode, TreeNode } from '../model/scenario-tree.ts';
import { checkKeys, didYouMean, issueAt, listed } from '../model/scenario-tree.ts';
import {
  numberRemedy,
  plainNumber,
  readSeed,
  readText,
  readWhole,
} from '../model/scenario-values.ts';
import type { Model } from '../model/simulation.ts';
import type { Calibration, FreeParameter, Target } from './calibration.ts';
import { calibrationVersion } from './calibration.ts';
import { readFreeParameter } from './calibration-priors.ts';

/** All keys of a calibration file, in the order in which they are written. */
export const calibrationKeys: readonly string[] = [
  ...['calibration', 'title', 'question', 'base', 'targets', 'parameters'],
  ...['particles', 'replicates', 'generations', 'tries', 'seed'],
];
const targetKeys = [
  ...['outcome', 'group', 'value', 'sd', 'low', 'high', 'instrument'],
  ...['sensitivity', 'specificity', 'source', 'grade'],
];
const usual = { particles: 200, replicates: 4, generations: 12, tries: 30, seed: '1' };
/** Standard deviations from one end of a 95 % interval to the other. */
const widthOfInterval = 3.92;

/** A calibration with the scenario it fits. */
export interface ParsedCalibration {
  readonly calibration: Calibration;
  readonly base: Scenario;
}

/** Reads a calibration. `file` names it in messages. @throws ScenarioError with all issues. */
export function parseCalibration(
  text: string,
  file: string,
  models: readonly Model[],
  files: Pick<DesignFiles, 'scenario'>,
): ParsedCalibration {
  const issues: Issue[] = [];
  const tree = parseTree(text, file);
  const get = (key: string): TreeNode | undefined => tree.entries.get(key);
  checkVersion(tree, issues);
  checkKeys(tree, calibrationKeys, { what: 'a setting of a calibration', issues });
  const named = get('base');
  if (!named) {
    const place = { ...tree, key: 'base' };
    const remedy = 'Write "base:" with a scenario, such as ../today.yaml';
    issues.push(issueAt(place, { expected: 'the scenario to fit', found: 'none', remedy }));
  }
  const base = named && readScenarioIn(named, files, issues);
  const model = base && models.find(({ name }) => name === base.model);
  if (!base || !model) throw new ScenarioError(issues);
  const targets = readTargets(get('targets') ?? tree, model, issues);
  const parameters = readParameters(get('parameters') ?? tree, model, base, issues);
  const whole = (key: keyof typeof usual, range: [number, number]): number =>
    readWhole(get(key), range, issues) ?? Number(usual[key]);
  const calibration: Calibration = {
    name: file,
    title: readText(get('title'), maxTitle, issues) ?? base.title,
    question: readText(get('question'), maxQuestion, issues) ?? firstLine(text),
    ...{ parameters, targets },
    particles: whole('particles', [10, 100_000]),
    replicates: whole('replicates', [1, 1000]),
    generations: whole('generations', [1, 100]),
    mostTries: whole('tries', [1, 100_000]),
    seed: readSeed(get('seed'), issues) ?? usual.seed,
  };
  if (issues.length > 0) throw new ScenarioError(issues);
  return { calibration, base };
}

function firstLine(text: string): string {
  const first = /^\uFEFF?#+ *([^\r\n]*\?)[^\S\r\n]*(?:\r|\n|$)/.exec(text)?.[1] ?? '';
  return first.length <= maxQuestion ? first : '';
}

function checkVersion(tree: MappingNode, issues: Issue[]): void {
  const node = tree.entries.get('calibration');
  if (node?.kind === 'scalar' && node.value === calibrationVersion) return;
  const expected = `the version of the calibration format, "calibration: ${calibrationVersion}"`;
  const place = node ?? { ...tree, key: 'calibration' };
  issues.push(issueAt(place, { expected, ...(node ? {} : { found: 'nothing' }) }));
}

function readTargets(node: TreeNode, model: Model, issues: Issue[]): Target[] {
  if (node.kind !== 'list' || node.items.length === 0) {
    const place = node.key === '' ? { ...node, key: 'targets' } : node;
    const remedy = 'Write "targets:" and below it "- outcome: …" with value and sd';
    issues.push(issueAt(place, { expected: 'a list of targets', found: 'none', remedy }));
    return [];
  }
  return node.items.flatMap((item) => {
    if (item.kind === 'mapping') return readTarget(item, model, issues);
    issues.push(issueAt(item, { expected: `a target with ${listed(targetKeys)}` }));
    return [];
  });
}

function readTarget(node: MappingNode, model: Model, issues: Issue[]): Target[] {
  checkKeys(node, targetKeys, { what: 'a setting of a target', issues });
  const outcome = readName(node, 'outcome', Object.keys(model.outcomes), issues);
  const labels = Object.values(model.groupings).flatMap((grouping) => [...grouping.labels]);
  const group = node.entries.has('group')
    ? readName(node, 'group', [everybody, ...labels], issues)
    : everybody;
  const value = readNumber(node, 'value', issues, 'the observed value');
  const sd = readDeviation(node, issues);
  const instrument = readText(node.entries.get('instrument'), 200, issues);
  if (!node.entries.has('instrument')) {
    const place = { ...node, key: `${node.key}.instrument` };
    const expected = 'how the value was measured, such as "MBI, at least one symptom"';
    issues.push(issueAt(place, { expected, found: 'nothing' }));
  }
  const isShare = outcome !== undefined && model.outcomes[outcome].unit === 'share';
  const share = (key: string): number => {
    const own = node.entries.get(key);
    if (!own) return 1;
    const number = readNumber(node, key, issues, 'a share from 0 to 1') ?? 1;
    if (number < 0 || number > 1) issues.push(issueAt(own, { expected: 'a share from 0 to 1' }));
    if (!isShare) issues.push(issueAt(own, { expected: 'an outcome that is a share of people' }));
    return number;
  };
  const [sensitivity, specificity] = [share('sensitivity'), share('specificity')];
  const source = readText(node.entries.get('source'), 300, issues) ?? '';
  const grade = readText(node.entries.get('grade'), 1, issues) ?? 'D';
  if (outcome === undefined || group === undefined || value === undefined || sd === undefined) {
    return [];
  }
  const own = { name: instrument ?? '', sensitivity, specificity };
  return [{ outcome, group, value, sd, instrument: own, source, grade }];
}

/** `sd`, or `low` and `high` of a 95 % interval. */
function readDeviation(node: MappingNode, issues: Issue[]): number | undefined {
  const { entries } = node;
  if (entries.has('low') && entries.has('high') && !entries.has('sd')) {
    const low = readNumber(node, 'low', issues, 'the lower end of a 95 % interval');
    const high = readNumber(node, 'high', issues, 'the upper end of a 95 % interval');
    if (low === undefined || high === undefined) return undefined;
    if (high > low) return (high - low) / widthOfInterval;
    issues.push(issueAt(entries.get('high')!, { expected: `more than low, ${low}` }));
    return undefined;
  }
  const own = entries.get('sd');
  const sd = own && readNumber(node, 'sd', issues, 'a number above 0');
  if (sd !== undefined && sd > 0) return sd;
  const place = own ?? { ...node, key: `${node.key}.sd` };
  const expected = 'the uncertainty of the value: sd above 0, or low and high of a 95 % interval';
  if (!own || sd !== undefined) {
    issues.push(issueAt(place, { expected, ...(own ? {} : { found: 'nothing' }) }));
  }
  return undefined;
}

function readNumber(
  node: MappingNode,
  key: string,
  issues: Issue[],
  expected: string,
): number | undefined {
  const own = node.entries.get(key);
  const value = own && plainNumber(own);
  if (value !== undefined) return value;
  const place = own ?? { ...node, key: `${node.key}.${key}` };
  const found = own ? {} : { found: 'nothing' };
  issues.push(issueAt(place, { expected, ...found, remedy: own && numberRemedy(own) }));
  return undefined;
}

function readName(
  node: MappingNode,
  key: string,
  valid: readonly string[],
  issues: Issue[],
): string | undefined {
  const own = node.entries.get(key);
  const name = own?.kind === 'scalar' ? String(own.value) : '';
  if (valid.includes(name)) return name;
  const place = own ?? { ...node, key: `${node.key}.${key}` };
  const expected = `the name of an ${key} (${listed(valid)})`.replace('an group', 'a group');
  const found = own ? {} : { found: 'nothing' };
  issues.push(issueAt(place, { expected, ...found, remedy: didYouMean(name, valid) }));
  return undefined;
}

function readParameters(
  node: TreeNode,
  model: Model,
  base: Scenario,
  issues: Issue[],
): FreeParameter[] {
  if (node.kind !== 'mapping' || node.key === '' || node.entries.size === 0) {
    const place = node.key === '' ? { ...node, key: 'parameters' } : node;
    const remedy = 'Write "parameters.NAME: plausible" for each, indented';
    issues.push(issueAt(place, { expected: 'parameters to fit', found: 'none', remedy }));
    return [];
  }
  return [...node.entries].flatMap(([path, own]) => {
    const parameter = readFreeParameter(path, own, model, base, issues);
    return parameter ? [parameter] : [];
  });
}
