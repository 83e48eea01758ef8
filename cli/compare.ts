/** The command `compare`: what scenarios change against a baseline, pair by pair, and a report. */
import { relative } from 'node:path';
import type { Command } from 'commander';
import { priced } from '../report/currency.ts';
import { moneyOutcomes } from '../report/money.ts';
import type { ReportInput } from '../report/report-input.ts';
import { hiddenGroups } from '../sim/analysis/masking.ts';
import type { MoneyAnswer } from '../sim/analysis/money.ts';
import { moneyOf } from '../sim/analysis/money.ts';
import type { Comparison } from '../sim/analysis/paired.ts';
import { compareRuns } from '../sim/analysis/paired.ts';
import { trajectoryOf } from '../sim/analysis/trajectory.ts';
import type { Experiment, RunResult } from '../sim/experiment/experiment.ts';
import { rosterDigest } from '../sim/experiment/run-id.ts';
import type { ExperimentResult } from '../sim/experiment/runner.ts';
import type { Model } from '../sim/model/simulation.ts';
import { loadExperiment, type RunOptions } from './arms.ts';
import { reportRunFailures } from './exit.ts';
import { addRunOptions } from './options.ts';
import { type OutputRequest, planOutputs, writeOutputs } from './outputs.ts';
import { runOnThreads } from './pool.ts';
import { progressLine } from './progress.ts';
import { comparisonTable } from './tables.ts';
import { packageVersion } from './version.ts';

interface Options extends RunOptions {
  readonly workers: number;
  readonly report?: string;
  readonly force?: boolean;
  readonly allGroups?: boolean;
}

/** Adds `mentorscape compare`. */
export function registerCompare(program: Command): void {
  const command = program
    .command('compare')
    .description('compare scenarios with a baseline: paired futures that share their luck')
    .argument('<baseline>', 'scenario file of the baseline, such as scenarios/today.yaml')
    .argument('<scenarios...>', 'scenario files to compare with it');
  addRunOptions(command)
    .option('--report <file>', 'write an HTML report that needs no scripts')
    .option('--force', 'replace a report that exists')
    .option('--all-groups', 'every group in the table')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape compare scenarios/today.yaml scenarios/hybrid.yaml\n  $ mentorscape compare scenarios/today.yaml scenarios/hybrid.yaml --report hybrid.html --replicates 100',
    )
    .action(compare);
}

async function compare(baseline: string, others: string[], options: Options): Promise<void> {
  const files = [baseline, ...others];
  const loaded = await loadExperiment(files, options);
  const { experiment } = loaded;
  const model = priced(loaded.model, experiment.arms[0].scenario.parameters);
  const request: OutputRequest = {
    option: '--report',
    force: options.force === true,
    inputs: files,
    makeFolders: true,
  };
  const reports = options.report === undefined ? [] : [options.report];
  planOutputs(reports, request);
  const progress = progressLine('futures');
  const result = await runOnThreads(experiment, options.workers, progress.show);
  progress.close();
  const comparisons = compareArms(model, experiment, result);
  const money = moneyOfArms(experiment, result);
  for (const path of reports) {
    const { renderReport } = await import('../report/html.ts');
    const text = await renderReport({
      ...reportInput(model, experiment, result, comparisons),
      money,
    });
    writeOutputs([{ path, text }], request);
  }
  if (options.json) console.log(JSON.stringify({ comparisons, money }, null, 2));
  else {
    const titles = experiment.arms.map(({ scenario }) => scenario.title || scenario.name);
    console.log(
      comparisonTable(model, titles, files, comparisons, money, options.allGroups === true),
    );
    for (const path of reports) console.log(`Report: ${path}`);
  }
  reportRunFailures(result.failures);
}

/** What each scenario changes against the first. */
export function compareArms(
  model: Model,
  experiment: Experiment,
  { arms }: ExperimentResult,
): Comparison[] {
  const [baseline, ...others] = arms;
  const hidden = hiddenGroups(model, arms);
  return others.flatMap((runs, k) => {
    const { scenario } = experiment.arms[k + 1];
    const named = { name: scenario.name, recordEvery: scenario.record.every };
    return compareRuns(model, named, baseline, runs, hidden);
  });
}

/** Money of each scenario against the baseline, where costs were recorded. */
function moneyOfArms(experiment: Experiment, { arms }: ExperimentResult): MoneyAnswer[] {
  const [baseline, ...others] = arms;
  return others.flatMap((runs, k) => {
    const { name, record } = experiment.arms[k + 1].scenario;
    return moneyOf(name, baseline, runs, record.every, moneyOutcomes) ?? [];
  });
}

function reportInput(
  model: Model,
  experiment: Experiment,
  { arms, failures }: ExperimentResult,
  comparisons: readonly Comparison[],
): ReportInput {
  return {
    model,
    arms: experiment.arms.map(({ scenario }, k) => ({
      scenario,
      runIds: arms[k].map(({ runId }) => runId),
      networks: arms[k].find(({ networks }) => networks.length > 0)?.networks ?? [],
      trajectories: trajectories(arms[k], scenario.record.every),
    })),
    comparisons,
    hiddenGroups: [...hiddenGroups(model, arms)],
    failures,
    replicates: experiment.replicates,
    seed: experiment.seed,
    version: packageVersion(),
    command: commandLine(),
    modelHash: experiment.modelHash,
    rosterDigest: rosterDigest(experiment.arms[0].roster),
  };
}

function trajectories(
  runs: readonly RunResult[],
  every: number,
): ReportInput['arms'][0]['trajectories'] {
  const cells = runs[0]?.cells ?? [];
  return Object.fromEntries(
    cells.map(({ outcome, group }) => [
      `${outcome}/${group}`,
      trajectoryOf(runs, outcome, group, every),
    ]),
  );
}

/** The command as it can be typed again from the checkout's folder: no path of this machine. */
function commandLine(): string {
  const words = process.argv.slice(2).map((word) => {
    const text = word.startsWith('/') ? relative(process.cwd(), word) : word;
    return /^[\w./:=@-]+$/.test(text) ? text : JSON.stringify(text);
  });
  return ['npx mentorscape', ...words].join(' ');
}
