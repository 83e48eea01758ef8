/** Design files, YAML or JSON, to checked designs: all problems at once, each with its place. */
import type { Issue } from '../data/issues.ts';
import { ScenarioError } from '../data/issues.ts';
import type { Scenario } from '../model/scenario.ts';
import { scenarioDefaults } from '../model/scenario.ts';
import { maxQuestion, maxReplicates, maxTitle } from '../model/scenario-check.ts';
import { fileIssues, folderOf, readFileName, scenarioEndings } from '../model/scenario-files.ts';
import { parseTree } from '../model/scenario-syntax.ts';
import type { MappingNode, TreeNode } from '../model/scenario-tree.ts';
import { checkKeys, issueAt, listed } from '../model/scenario-tree.ts';
import { readSeed, readText, readWhole } from '../model/scenario-values.ts';
import type { Model } from '../model/simulation.ts';
import type { Block, Design, DesignPart, Factor } from './design.ts';
import { designVersion } from './design.ts';
import type { FactorContext } from './design-factors.ts';
import { readFactors } from './design-factors.ts';
import { readRecording } from './design-record.ts';
import { readSampling } from './design-sampling.ts';

/** All keys of a design file, in the order in which they are written. */
export const designKeys: readonly string[] = [
  ...['design', 'title', 'question', 'base', 'levers', 'uncertainties', 'sampling', 'parts'],
  ...['seed', 'replicates', 'seeds', 'record'],
];
const partKeys: readonly string[] = ['levers', 'uncertainties', 'sampling'];

/** How the files that a design names are read; names are relative to the design's folder. */
export interface DesignFiles {
  /** A checked scenario. @throws ScenarioError */
  scenario(file: string): Scenario;
  /** The text of a table. @throws ScenarioError */
  text(file: string): string;
}

/** A design with the scenario it varies; what the design records stands in `base.record`. */
export interface ParsedDesign {
  readonly design: Design;
  readonly base: Scenario;
}

/**
 * Reads a design. `file` is its name for messages and the place from which its files count;
 * `models` holds the model that its base scenario names.
 * @throws ScenarioError with all issues.
 */
export function parseDesign(
  text: string,
  file: string,
  models: readonly Model[],
  files: DesignFiles,
): ParsedDesign {
  const issues: Issue[] = [];
  const tree = parseTree(text, file);
  if (!checkVersion(tree, issues)) throw new ScenarioError(issues);
  checkKeys(tree, designKeys, { what: 'a setting of a design', issues });
  const get = (key: string): TreeNode | undefined => tree.entries.get(key);
  const scenario = (node: TreeNode): Scenario | undefined => readScenarioIn(node, files, issues);
  const named = get('base');
  if (!named) {
    const place = { ...tree, key: 'base' };
    const remedy = 'Write "base:" with a scenario, such as ../today.yaml';
    issues.push(issueAt(place, { expected: 'the scenario to vary', found: 'none', remedy }));
  }
  const base = named && scenario(named);
  const model = base && models.find(({ name }) => name === base.model);
  if (!base || !model) throw new ScenarioError(issues);
  const context: FactorContext = {
    ...{ model, base, issues },
    policiesIn: (node) => readPoliciesIn(node, base, { files, issues }),
  };
  const table = (node: TreeNode): { file: string; text: string } | undefined =>
    readTableText(node, files, issues);
  const { factors, parts } = readParts(tree, { ...context, table });
  const { recording, record } = readRecording(get('record'), { model, base, issues });
  const design: Design = {
    name: file,
    title: readText(get('title'), maxTitle, issues) ?? base.title,
    question: readText(get('question'), maxQuestion, issues) ?? questionOf(text),
    factors,
    parts,
    seed: readSeed(get('seed'), issues) ?? base.seed ?? scenarioDefaults.seed,
    replicates: readWhole(get('replicates'), [1, maxReplicates], issues) ?? base.replicates,
    seeds: readSeeds(get('seeds'), issues),
    record: recording,
  };
  if (issues.length > 0) throw new ScenarioError(issues);
  return { design, base: { ...base, record } };
}

function checkVersion(tree: MappingNode, issues: Issue[]): boolean {
  const node = tree.entries.get('design');
  const value = node?.kind === 'scalar' ? node.value : undefined;
  if (value === designVersion) return true;
  const newer = typeof value === 'number' && value > designVersion;
  const expected = `the version of the design format, "design: ${designVersion}"`;
  const isScenario = tree.entries.has('mentorscape') && !node;
  const remedy = newer
    ? 'Install a newer Mentorscape to read it'
    : isScenario
      ? 'This is a scenario: name it as "base:" of a design'
      : undefined;
  const place = node ?? { ...tree, key: 'design' };
  issues.push(issueAt(place, { expected, remedy, ...(node ? {} : { found: 'nothing' }) }));
  return false;
}

/** A design's question stands in its first line, unless `question` gives it. */
function questionOf(text: string): string {
  const first = /^\uFEFF?#+ *([^\r\n]*\?)[^\S\r\n]*(?:\r|\n|$)/.exec(text)?.[1] ?? '';
  return first.length <= maxQuestion ? first : '';
}

function readSeeds(node: TreeNode | undefined, issues: Issue[]): Design['seeds'] {
  const value = node?.kind === 'scalar' ? node.value : undefined;
  if (!node || value === 'common' || value === 'independent')
    return value === 'independent' ? value : 'common';
  issues.push(issueAt(node, { expected: 'common or independent' }));
  return 'common';
}

type PartContext = FactorContext & {
  readonly table: (node: TreeNode) => { file: string; text: string } | undefined;
};

/** The parts of a design; without `parts` the whole file is one. */
function readParts(
  tree: MappingNode,
  context: PartContext,
): { factors: Factor[]; parts: DesignPart[] } {
  const { issues } = context;
  const factors: Factor[] = [];
  const list = tree.entries.get('parts');
  if (!list) return { factors, parts: readPart(tree, factors, context) };
  const here = partKeys.filter((key) => tree.entries.has(key));
  for (const key of here) {
    const remedy = 'Move it into a part';
    issues.push(issueAt(tree.entries.get(key)!, { expected: 'nothing beside parts', remedy }));
  }
  if (list.kind !== 'list' || list.items.length === 0) {
    issues.push(issueAt(list, { expected: `a list of parts, each with ${listed(partKeys)}` }));
    return { factors, parts: [] };
  }
  const parts = list.items.flatMap((item) => {
    if (item.kind !== 'mapping') {
      issues.push(issueAt(item, { expected: `a part with ${listed(partKeys)}` }));
      return [];
    }
    checkKeys(item, partKeys, { what: 'a setting of a part', issues });
    return readPart(item, factors, context);
  });
  return { factors, parts };
}

/** One part; its factors are added to `all`, where a factor of the same values may stand already. */
function readPart(tree: MappingNode, all: Factor[], context: PartContext): DesignPart[] {
  const { issues, table } = context;
  const enter = (factor: Factor): number => {
    const text = JSON.stringify(factor);
    const known = all.findIndex((each) => JSON.stringify(each) === text);
    return known >= 0 ? known : all.push(factor) - 1;
  };
  const read = (key: string, kind: Factor['kind']): number[] =>
    readFactors(tree.entries.get(key), kind, context).map(enter);
  const levers = read('levers', 'lever');
  const uncertainties = read('uncertainties', 'uncertainty');
  const paths = [...levers, ...uncertainties].map((f) => all[f].path);
  const twice = paths.find((path, k) => paths.indexOf(path) < k);
  const node = tree.entries.get('sampling');
  if (twice !== undefined) {
    const place = { ...tree, key: 'uncertainties' };
    issues.push(issueAt(place, { expected: 'each setting once', found: `${twice} as lever too` }));
  }
  const block = (at: TreeNode | undefined, factors: readonly number[]): Block => {
    const own = factors.map((f) => all[f]);
    const sampling = readSampling(at, { factors: own, table, issues });
    return { factors, sampling: sampling ?? { method: 'grid' } };
  };
  const apart = node?.kind === 'mapping' && !node.entries.has('method') ? node : undefined;
  if (apart) {
    checkKeys(apart, ['levers', 'uncertainties'], { what: 'a sampling, or "method:"', issues });
    const outer = block(apart.entries.get('uncertainties'), uncertainties);
    return [{ outer, inner: block(apart.entries.get('levers'), levers) }];
  }
  const joint = block(node, [...uncertainties, ...levers]);
  const nothing: Block = { factors: [], sampling: { method: 'grid' } };
  // a grid of everything is the same as two grids that are crossed
  if (joint.sampling.method === 'grid') {
    const grid = (factors: readonly number[]): Block => ({ factors, sampling: { method: 'grid' } });
    return [{ outer: grid(uncertainties), inner: grid(levers) }];
  }
  return uncertainties.length === 0
    ? [{ outer: nothing, inner: joint }]
    : [{ outer: joint, inner: nothing }];
}

/** The scenario that a node names, relative to its file; undefined when it adds issues. */
export function readScenarioIn(
  node: TreeNode,
  files: Pick<DesignFiles, 'scenario'>,
  issues: Issue[],
): Scenario | undefined {
  const name = readNameAbove(node, scenarioEndings, issues);
  if (name === undefined) return undefined;
  const file = folderOf(node.file) + name;
  try {
    return files.scenario(file);
  } catch (cause) {
    issues.push(...fileIssues(cause, file, node));
    return undefined;
  }
}

function readPoliciesIn(
  node: TreeNode,
  base: Scenario,
  { files, issues }: { files: DesignFiles; issues: Issue[] },
): Scenario['policies'] | undefined {
  const scenario = readScenarioIn(node, files, issues);
  if (!scenario) return undefined;
  if (scenario.model === base.model) return scenario.policies;
  issues.push(
    issueAt(node, { expected: `a scenario of the model ${base.model}`, found: scenario.model }),
  );
  return undefined;
}

function readTableText(
  node: TreeNode,
  files: DesignFiles,
  issues: Issue[],
): { file: string; text: string } | undefined {
  const name = readNameAbove(node, ['.csv', '.tsv', '.txt'], issues);
  if (name === undefined) return undefined;
  const file = folderOf(node.file) + name;
  try {
    return { file, text: files.text(file) };
  } catch (cause) {
    issues.push(...fileIssues(cause, file, node));
    return undefined;
  }
}

/** A file name that may lead to folders above: designs stand beside scenarios, in a folder of their own. */
function readNameAbove(
  node: TreeNode,
  endings: readonly string[],
  issues: Issue[],
): string | undefined {
  const text = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  const up = /^(?:\.\.\/)+/.exec(text)?.[0] ?? '';
  const below = node.kind === 'scalar' && up ? { ...node, value: text.slice(up.length) } : node;
  const name = readFileName(below, endings, issues);
  return name === undefined ? undefined : up + name;
}
