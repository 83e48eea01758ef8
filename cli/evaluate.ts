/** The command `evaluate`: a programme seen through a framework of programme evaluation. */
import type { Command } from 'commander';
import type { Comparison } from '../sim/analysis/paired.ts';
import { ScenarioError, showFound, unknownName } from '../sim/data/issues.ts';
import type { Experiment } from '../sim/experiment/experiment.ts';
import { everybody } from '../sim/model/groups.ts';
import type { Evaluation } from '../sim/model/model.ts';
import type { Model } from '../sim/model/simulation.ts';
import { loadExperiment, type RunOptions } from './arms.ts';
import { compareArms } from './compare.ts';
import { reportRunFailures } from './exit.ts';
import { addRunOptions } from './options.ts';
import { runOnThreads } from './pool.ts';
import { progressLine } from './progress.ts';
import { comparisonTable } from './tables.ts';

interface Options extends RunOptions {
  readonly workers: number;
  readonly view: string;
  readonly allGroups?: boolean;
}

/** Adds `mentorscape evaluate`. */
export function registerEvaluate(program: Command): void {
  const command = program
    .command('evaluate')
    .description(
      'evaluate a programme: logic model, Kirkpatrick levels or CIPP, from the same paired futures',
    )
    .argument('<baseline>', 'scenario file of the baseline, such as scenarios/today.yaml')
    .argument('<scenario>', 'scenario file with the programme')
    .option('--view <name>', 'logic, kirkpatrick or cipp', 'logic');
  addRunOptions(command)
    .option('--all-groups', 'every group in the table')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape evaluate scenarios/today.yaml scenarios/time-and-groups.yaml\n  $ mentorscape evaluate scenarios/today.yaml scenarios/time-and-groups.yaml --view kirkpatrick --replicates 20',
    )
    .action(evaluate);
}

async function evaluate(baseline: string, scenario: string, options: Options): Promise<void> {
  const files = [baseline, scenario];
  const { experiment, model } = await loadExperiment(files, options);
  const evaluation = chooseView(model, options.view);
  const recorded = recording(experiment, model, evaluation);
  const progress = progressLine('futures');
  const result = await runOnThreads(recorded, options.workers, progress.show);
  progress.close();
  const comparisons = compareArms(model, recorded, result);
  const levels = evaluation.levels.map(({ title, question, outcomes }) => ({
    level: title,
    question,
    comparisons: outcomes.flatMap((name) => comparisons.filter((c) => c.outcome === name)),
  }));
  if (options.json) console.log(JSON.stringify({ view: options.view, levels }, null, 2));
  else {
    const titles = experiment.arms.map((arm) => arm.scenario.title || arm.scenario.name);
    console.log(`${evaluation.title}: ${titles[1]}, against ${titles[0]}. ${evaluation.doc}\n`);
    for (const { level, question, comparisons: rows } of levels) {
      console.log(`${level}: ${question}`);
      console.log(levelTable(model, titles, files, rows, options.allGroups === true));
    }
  }
  reportRunFailures(result.failures);
}

/** The rows of a level, without the line that names the scenarios. */
function levelTable(
  model: Model,
  titles: readonly string[],
  files: readonly string[],
  rows: readonly Comparison[],
  all: boolean,
): string {
  const shown = all ? rows : rows.filter(({ group }) => group === everybody);
  const [, ...table] = comparisonTable(model, titles, files, shown, [], all).split('\n');
  return table.join('\n');
}

function chooseView(model: Model, view: string): Evaluation {
  const evaluations = model.evaluations ?? {};
  const chosen = Object.hasOwn(evaluations, view) ? evaluations[view] : undefined;
  if (chosen) return chosen;
  const names = Object.keys(evaluations);
  if (names.length > 0) throw new ScenarioError([unknownName('--view', view, names)]);
  const expected = 'a model with evaluations';
  throw new ScenarioError([{ key: '--view', expected, found: showFound(view) }]);
}

/** The experiment with the outcomes of the evaluation recorded, in the model's order. */
function recording(experiment: Experiment, model: Model, evaluation: Evaluation): Experiment {
  const wanted = new Set(evaluation.levels.flatMap(({ outcomes }) => outcomes));
  const outcomes = Object.keys(model.outcomes).filter((name) => wanted.has(name));
  const arms = experiment.arms.map((arm) => ({
    ...arm,
    scenario: { ...arm.scenario, record: { ...arm.scenario.record, outcomes } },
  }));
  return { ...experiment, arms, networks: false };
}
