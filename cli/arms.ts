/** Scenario files to an experiment: read, checked together, with the people of their rosters. */
import { rosterVocabulary } from '../models/mentoring/roster-vocabulary.ts';
import { IssueList } from '../sim/data/issue-list.ts';
import type { Issue } from '../sim/data/issues.ts';
import { ScenarioError, showFound } from '../sim/data/issues.ts';
import type { Arm, Experiment } from '../sim/experiment/experiment.ts';
import { comparable } from '../sim/experiment/replicate.ts';
import type { RosterRecords } from '../sim/model/model.ts';
import type { Scenario } from '../sim/model/scenario.ts';
import type { Model } from '../sim/model/simulation.ts';
import { readRoster } from '../sim/roster/roster.ts';
import { availableModels, modelHash } from './models.ts';
import { readScenario, rosterFiles } from './read-scenario.ts';
import { fileLimits, readTextFile } from './roster-files.ts';

/** What `run` and `compare` have in common. */
export interface RunOptions {
  readonly seed?: string;
  readonly replicates?: number;
  readonly workers?: number;
  readonly model?: string;
  readonly json?: boolean;
}

/**
 * Reads scenario files into one experiment; the first gives the seed and number of replicates.
 * @throws ScenarioError with the problems of all files, or when they cannot be compared.
 */
export async function loadExperiment(
  files: readonly string[],
  options: RunOptions,
): Promise<{ readonly experiment: Experiment; readonly model: Model }> {
  const models = await availableModels(options.model);
  const issues: Issue[] = [];
  const arms: Arm[] = [];
  for (const file of files) {
    try {
      arms.push(loadArm(file, models));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      issues.push(...error.issues);
    }
  }
  if (issues.length > 0) throw new ScenarioError(issues);
  const [first, ...others] = arms.map(({ scenario }) => scenario);
  for (const other of others) {
    if (!comparable(first, other)) throw new ScenarioError([incomparable(first, other)]);
  }
  const model = models.find(({ name }) => name === first.model);
  if (!model) throw new RangeError(`no model is called ${first.model}`);
  const ownFile = options.model !== undefined && model === models[0];
  if (options.model !== undefined && !ownFile) {
    throw new ScenarioError([ignored(options.model, models[0], first)]);
  }
  return {
    model,
    experiment: {
      model: model.name,
      ...(ownFile ? { modelFile: options.model } : {}),
      modelHash: modelHash(model, options.model),
      seed: options.seed ?? first.seed,
      replicates: options.replicates ?? first.replicates,
      arms,
      networks: true,
    },
  };
}

function loadArm(file: string, models: readonly Model[]): Arm {
  const scenario = readScenario(file, models);
  const files = rosterFiles(scenario);
  return files ? { scenario, roster: loadRoster(files) } : { scenario };
}

/** Reads the people and ties beside a scenario. @throws ScenarioError with all problems. */
export function loadRoster(files: NonNullable<Scenario['roster']>): RosterRecords {
  const issues = new IssueList();
  const read = (path: string, limit: number): string =>
    readTextFile(path, { option: 'roster', limit }, issues) ?? '';
  const people = read(files.people, fileLimits.people);
  const ties = files.ties === undefined ? undefined : read(files.ties, fileLimits.ties);
  if (!issues.empty) throw new ScenarioError(issues.list());
  return readRoster(people, ties, rosterVocabulary, files);
}

/** A model that the user typed must not be passed over in silence. */
function ignored(file: string, own: Model, scenario: Scenario): Issue {
  return {
    file: scenario.name,
    key: 'model',
    expected: `${own.name}, the model of --model ${file}`,
    found: showFound(scenario.model),
    remedy: `Write "model: ${own.name}" in the scenario, or leave out --model`,
  };
}

function incomparable(baseline: Scenario, scenario: Scenario): Issue {
  return {
    file: scenario.name,
    key: 'horizon',
    expected: `the model, horizon and record of ${baseline.name}`,
    found: showFound(`${scenario.model}, ${scenario.horizon} weeks`),
    remedy: 'Begin the file with `basedOn:` and the name of the baseline',
  };
}
