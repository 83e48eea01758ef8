/** The settings of a scenario checked against a model's declarations, with defaults filled in. */
import type { Issue } from '../data/issues.ts';
import type { Scenario } from './scenario.ts';
import { scenarioDefaults } from './scenario.ts';
import { hasSettings, isAbsent } from './scenario-merge.ts';
import { readPolicies } from './scenario-policies.ts';
import { readRecord } from './scenario-record.ts';
import { readRoster } from './scenario-roster.ts';
import { readDuration } from './scenario-time.ts';
import type { MappingNode, TreeNode } from './scenario-tree.ts';
import { checkKeys, issueAt, printable } from './scenario-tree.ts';
import { readSeed, readText, readValues, readWhole } from './scenario-values.ts';
import type { Model } from './simulation.ts';
import { weeksPerYear } from './time.ts';

/** All keys of a scenario file, in the order in which they are written. */
export const scenarioKeys: readonly string[] = [
  ...['mentorscape', 'model', 'title', 'question', 'basedOn', 'parameters', 'population', 'roster'],
  ...['policies', 'horizon', 'warmUp', 'seed', 'replicates', 'record'],
];

/** Longest texts, in characters. */
export const maxTitle = 200;
export const maxQuestion = 400;
export const maxReplicates = 100_000;

interface Context {
  readonly model: Model;
  /** The file of the scenario itself. */
  readonly file: string;
  /** Its question, unless a setting says it. */
  readonly question: string;
  /** Throws where a file of a roster cannot be used. */
  readonly check: ((file: string) => void) | undefined;
  readonly issues: Issue[];
}

/** Checks merged settings. The result is of use only when no issue was added. */
export function checkScenario(tree: MappingNode, context: Context): Scenario {
  const { model, file, check, issues } = context;
  const get = (key: string): TreeNode | undefined => tree.entries.get(key);
  const section = (key: string): MappingNode | undefined => readSection(get(key), issues);
  checkKeys(tree, scenarioKeys, { what: 'a setting of a scenario', issues });
  checkWhom(tree, issues);
  const roster = readRoster(get('roster'), { scenario: file, check, issues });
  const population = section('population');
  const known = issues.length;
  const horizon = readDuration(get('horizon'), 1, issues);
  const weeks = horizon ?? scenarioDefaults.horizonYears * weeksPerYear;
  const sureOfHorizon = issues.length === known;
  return {
    name: file,
    model: model.name,
    title: readText(get('title'), maxTitle, issues) ?? titleOf(file),
    question: readText(get('question'), maxQuestion, issues) ?? context.question,
    parameters: readValues(section('parameters'), model.shape.parameters, {
      what: `a parameter of ${model.name}`,
      besides: [],
      issues,
    }),
    population: readValues(population, model.population, {
      what: 'a setting of the population',
      besides: ['seed'],
      issues,
    }),
    populationSeed:
      readSeed(population?.entries.get('seed'), issues) ?? scenarioDefaults.populationSeed,
    ...(roster ? { roster } : {}),
    policies: readPolicies(get('policies'), {
      model,
      horizon: sureOfHorizon ? weeks : undefined,
      issues,
    }),
    horizon: weeks,
    warmUp:
      readDuration(get('warmUp'), 0, issues) ?? (roster ? 0 : model.warmUpYears * weeksPerYear),
    seed: readSeed(get('seed'), issues) ?? scenarioDefaults.seed,
    replicates:
      readWhole(get('replicates'), [1, maxReplicates], issues) ?? scenarioDefaults.replicates,
    record: readRecord(section('record'), model, issues),
  };
}

/** The file's own name without folders and ending. */
function titleOf(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return printable(name.replace(/\.(ya?ml|json)$/i, '')) || 'scenario';
}

/** A mapping; a section whose lines are all commented out is as good as none. */
function readSection(node: TreeNode | undefined, issues: Issue[]): MappingNode | undefined {
  if (!node || isAbsent(node)) return undefined;
  if (node.kind === 'mapping') return node;
  issues.push(issueAt(node, { expected: 'names with values, one a line below it' }));
  return undefined;
}

/** People are observed or made up, not both. */
function checkWhom(tree: MappingNode, issues: Issue[]): void {
  const population = tree.entries.get('population');
  if (!population || !tree.entries.has('roster') || !hasSettings(tree)) return;
  const expected = 'either a roster or settings of a population';
  const remedy = 'Delete one of them; population.seed may stay with a roster';
  issues.push(issueAt(population, { expected, found: 'both', remedy }));
}
