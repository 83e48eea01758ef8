/** The command `trial`: what a real trial of a scenario's programme would find, and how large it must be. */
import { type Command, Option } from 'commander';
import { trialAnswer } from '../report/trial-answer.ts';
import type { TrialPower } from '../sim/analysis/trial.ts';
import { powerOf } from '../sim/analysis/trial.ts';
import type { TrialDesign, TrialPlan, TrialResult } from '../sim/analysis/trial-run.ts';
import { runTrial, trialDesigns } from '../sim/analysis/trial-run.ts';
import type { Issue } from '../sim/data/issues.ts';
import { ScenarioError, unknownName } from '../sim/data/issues.ts';
import type { Arm } from '../sim/experiment/experiment.ts';
import { everybody } from '../sim/model/groups.ts';
import type { Model } from '../sim/model/simulation.ts';
import { loadExperiment } from './arms.ts';
import { wholeNumber } from './options.ts';
import { progressLine } from './progress.ts';

interface Options {
  readonly design: TrialDesign;
  readonly outcome: string;
  readonly group: string;
  readonly weeks: number;
  readonly steps: number;
  readonly times: number;
  readonly replicates: number;
  readonly seed?: string;
  readonly model?: string;
  readonly json?: boolean;
}

/** Adds `mentorscape trial`. */
export function registerTrial(program: Command): void {
  program
    .command('trial')
    .description(
      "simulate a trial of a scenario's policies: estimate, spillover, power, size needed",
    )
    .argument('<scenario>', 'scenario file with the policies to be tried')
    .addOption(
      new Option('--design <design>', 'how the programme is allocated')
        .choices(trialDesigns)
        .default('cluster'),
    )
    .option('--outcome <name>', 'outcome of people that the trial measures', 'burnedOut')
    .option('--group <label>', 'group that is analysed, such as residents', everybody)
    .option(
      '--weeks <n>',
      'weeks until it is measured; of each period in a stepped wedge',
      wholeNumber(1, 2000),
      52,
    )
    .option('--steps <n>', 'steps of a stepped wedge', wholeNumber(1, 50), 4)
    .option('--times <n>', 'make the place so many times as large', wholeNumber(1, 1000), 1)
    .option('--replicates <n>', 'number of simulated trials', wholeNumber(5, 100_000), 40)
    .option('--seed <seed>', 'seed, in place of the scenario’s')
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape trial scenarios/time-and-groups.yaml --group residents\n  $ mentorscape trial scenarios/time-and-groups.yaml --design steppedWedge --weeks 26 --outcome burnout',
    )
    .action(trial);
}

async function trial(file: string, options: Options): Promise<void> {
  const { experiment, model } = await loadExperiment([file], options);
  checkOptions(model, experiment.arms[0], options);
  const plan: TrialPlan = {
    arm: enlarged(experiment.arms[0], options.times),
    seed: experiment.seed,
    design: options.design,
    outcome: options.outcome,
    ...(options.group === everybody ? {} : { group: options.group }),
    weeks: options.weeks,
    steps: options.steps,
  };
  const progress = progressLine('trials');
  const results: TrialResult[] = [];
  for (let r = 0; r < options.replicates; r++) {
    results.push(runTrial(model, plan, r));
    progress.show({ done: r + 1, failed: 0, total: options.replicates });
  }
  progress.close();
  const power = powerOf(results.map(({ estimate }) => estimate));
  if (options.json) console.log(JSON.stringify(asData(options, power, results), null, 2));
  else {
    const outcome = model.outcomes[options.outcome];
    const { design, weeks, group } = options;
    console.log(trialAnswer({ design, outcome, group, weeks, results, power }).join('\n'));
  }
}

/** @throws ScenarioError with all that cannot be tried. */
function checkOptions(model: Model, arm: Arm, { outcome, group, times }: Options): void {
  const issues: Issue[] = [];
  const { outcomes, groupings, trial: allowed } = model;
  const measurable = Object.keys(outcomes).filter((name) => {
    const each = outcomes[name];
    return each.of === 'person' && each.aggregate === 'mean';
  });
  if (!measurable.includes(outcome)) issues.push(unknownName('--outcome', outcome, measurable));
  const labels = [everybody, ...Object.values(groupings).flatMap((each) => each.labels)];
  if (!labels.includes(group)) issues.push(unknownName('--group', group, labels));
  const { policies } = arm.scenario;
  if (policies.length === 0) {
    issues.push({
      file: arm.scenario.name,
      key: 'policies',
      expected: 'a policy to try',
      found: 'none',
    });
  }
  if (!allowed) {
    issues.push({
      key: 'model',
      expected: 'a model that can withhold programmes',
      found: model.name,
    });
  }
  if (times > 1 && arm.roster) {
    issues.push({
      key: '--times',
      expected: '1 where people come from a roster',
      found: `${times}`,
    });
  }
  if (issues.length > 0) throw new ScenarioError(issues);
}

/** The same place with more people and as many more departments. */
function enlarged(arm: Arm, times: number): Arm {
  if (times === 1) return arm;
  const population = Object.fromEntries(
    Object.entries(arm.scenario.population).map(([key, value]) => [
      key,
      typeof value === 'number' ? value * times : value,
    ]),
  );
  return { ...arm, scenario: { ...arm.scenario, population } };
}

function asData(options: Options, power: TrialPower, results: readonly TrialResult[]): object {
  const { design, outcome, group, weeks, times } = options;
  return { design, outcome, group, weeks, times, power, trials: results.map(finite) };
}

/** JSON has no NaN or Infinity: null where there is no number. */
function finite(result: TrialResult): object {
  return JSON.parse(JSON.stringify(result));
}
