/** Scenario files, YAML or JSON, to checked scenarios: all problems at once, each with its place. */
import type { Issue } from '../data/issues.ts';
import { ScenarioError } from '../data/issues.ts';
import type { Scenario } from './scenario.ts';
import { scenarioVersion } from './scenario.ts';
import { checkScenario, maxQuestion } from './scenario-check.ts';
import type { Chain } from './scenario-files.ts';
import { readChain } from './scenario-files.ts';
import { mergeChain } from './scenario-merge.ts';
import type { MappingNode } from './scenario-tree.ts';
import { didYouMean, issueAt, listed } from './scenario-tree.ts';
import type { Model } from './simulation.ts';

/** The model of a scenario that names none, where it is among those offered. */
const usualModel = 'mentoring';

/**
 * Reads a scenario. `file` is its name for messages and the place from which `basedOn` counts;
 * `read` gives the text of such a file, named in the same way, and throws where it cannot.
 * A model in `models` is found by its name. `check` throws where a file of a roster, named in the
 * same way, cannot be used; without it these files are not looked for.
 * @throws ScenarioError with all issues.
 */
export function parseScenario(
  text: string,
  file: string,
  models: readonly Model[],
  read: (file: string) => string,
  check?: (file: string) => void,
): Scenario {
  const issues: Issue[] = [];
  const chain = readChain({ text, file }, read, issues);
  const newer = chain.files.map((tree) => checkVersion(tree, issues)).includes('newer');
  // a newer format has settings that cannot be judged here
  if (chain.files.length === 0 || newer) throw new ScenarioError(inOrder(issues));
  const model = chooseModel(chain, models, issues);
  const context = { file, question: questionOf(text), check, issues };
  let scenario: Scenario | undefined;
  // each file of the chain is a scenario of its own, and what a child replaces is checked as well
  for (let first = chain.files.length - 1; first >= 0; first--) {
    const tree = mergeChain(chain.files.slice(first));
    if (model) scenario = checkScenario(tree, { model, ...context });
    else checkScenario(withoutDeclared(tree), { model: models[0], ...context });
  }
  if (issues.length > 0 || !scenario) throw new ScenarioError(inOrder(issues));
  return scenario;
}

/** The settings that mean the same in every model. */
function withoutDeclared(tree: MappingNode): MappingNode {
  const declared = ['parameters', 'population', 'policies', 'record'];
  const entries = [...tree.entries].filter(([key]) => !declared.includes(key));
  return { ...tree, entries: new Map(entries) };
}

/** A scenario's question stands in its first line, unless `question` gives it. */
function questionOf(text: string): string {
  const first = /^\uFEFF?#+ *([^\r\n]*\?)[^\S\r\n]*(?:\r|\n|$)/.exec(text)?.[1] ?? '';
  return first.length <= maxQuestion ? first : '';
}

function checkVersion(tree: MappingNode, issues: Issue[]): 'newer' | 'this' {
  const node = tree.entries.get('mentorscape');
  const value = node?.kind === 'scalar' ? node.value : undefined;
  if (node && typeof value === 'number' && value > scenarioVersion && Number.isInteger(value)) {
    const expected = `version ${scenarioVersion} of the scenario format, the newest known here`;
    issues.push(issueAt(node, { expected, remedy: 'Install a newer Mentorscape to read it' }));
    return 'newer';
  }
  if (!node || value !== scenarioVersion || node.kind !== 'scalar' || node.source !== '1') {
    const expected = `the version of the scenario format, "mentorscape: ${scenarioVersion}"`;
    const place = node ?? { ...tree, key: 'mentorscape' };
    issues.push(issueAt(place, { expected, ...(node ? {} : { found: 'nothing' }) }));
  }
  return 'this';
}

/** The model of a scenario; undefined when its name is wrong or stands in a base that is missing. */
function chooseModel(
  { files, complete }: Chain,
  models: readonly Model[],
  issues: Issue[],
): Model | undefined {
  const names = models.map(({ name }) => name);
  const expected = `the name of a built-in model (${listed(names)})`;
  const usual = models.find(({ name }) => name === usualModel) ?? models[0];
  let chosen: Model | undefined;
  for (const { entries } of files.toReversed()) {
    const node = entries.get('model');
    if (!node) continue;
    const name = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
    const model = models.find((each) => each.name === name);
    if (!model) {
      issues.push(issueAt(node, { expected, remedy: modelRemedy(name, names) }));
      return undefined;
    }
    if (chosen && chosen !== model) {
      const other = `${chosen.name}, the model of the scenario it is based on`;
      issues.push(issueAt(node, { expected: other }));
      return undefined;
    }
    chosen = model;
  }
  return chosen ?? (complete ? usual : undefined);
}

function modelRemedy(name: string | undefined, names: readonly string[]): string | undefined {
  if (name === undefined) return undefined;
  if (/[/\\:]|\.[a-z]+$/i.test(name)) {
    return 'A scenario is never code: name your own model with --model on the command line';
  }
  return didYouMean(name, names) ?? 'A model of your own needs --model FILE on the command line';
}

/** Each issue once, in the order of the files and their lines; a file is checked several times. */
function inOrder(issues: readonly Issue[]): Issue[] {
  const once = [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
  const files = [...new Set(once.map(({ file }) => file))];
  const rank = ({ file, line = 0 }: Issue): number => files.indexOf(file) * 1e9 + line;
  return once.sort((a, b) => rank(a) - rank(b));
}
