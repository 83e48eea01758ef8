/** The command `run`: one scenario, its outcomes with their uncertainty, and its digests. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { priced } from '../report/currency.ts';
import { hiddenGroups } from '../sim/analysis/masking.ts';
import type { OutcomeSummary } from '../sim/analysis/outcome-table.ts';
import { summariseRuns } from '../sim/analysis/outcome-table.ts';
import { writeCsv } from '../sim/data/csv.ts';
import type { RunResult } from '../sim/experiment/experiment.ts';
import type { Model } from '../sim/model/simulation.ts';
import { loadExperiment, type RunOptions } from './arms.ts';
import { reportRunFailures } from './exit.ts';
import { addRunOptions } from './options.ts';
import { type OutputRequest, planOutputs, writeOutputs } from './outputs.ts';
import { runOnThreads } from './pool.ts';
import { progressLine } from './progress.ts';
import { structureOf, structureTable } from './structure.ts';
import { outcomeTable } from './tables.ts';

interface Options extends RunOptions {
  readonly workers: number;
  readonly out?: string;
  readonly force?: boolean;
  readonly allGroups?: boolean;
  readonly network?: boolean;
}

/** Adds `mentorscape run`. */
export function registerRun(program: Command): void {
  const command = program
    .command('run')
    .description('simulate a scenario: outcomes with ranges, run ids and trajectory digests')
    .argument('<scenario>', 'scenario file, YAML or JSON');
  addRunOptions(command)
    .option('--out <folder>', 'write runs.json, outcomes.csv and series.csv there')
    .option('--force', 'replace files that exist')
    .option('--all-groups', 'every group in the table')
    .option('--network', 'structure of the network of the first future, at its start and end')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape run scenarios/today.yaml\n  $ mentorscape run scenarios/hybrid.yaml --replicates 20 --seed 7 --out runs/hybrid',
    )
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const loaded = await loadExperiment([file], options);
  const { experiment } = loaded;
  const model = priced(loaded.model, experiment.arms[0].scenario.parameters);
  const request: OutputRequest = {
    option: '--out',
    force: options.force === true,
    inputs: [file],
    makeFolders: true,
  };
  const folder = options.out;
  const paths = folder === undefined ? [] : outputNames.map((name) => join(folder, name));
  planOutputs(paths, request);
  const progress = progressLine('futures');
  const { arms, failures } = await runOnThreads(experiment, options.workers, progress.show);
  progress.close();
  const [runs] = arms;
  const { every } = experiment.arms[0].scenario.record;
  const outcomes = summariseRuns(model, runs, every);
  const structure = options.network ? structureOf(runs) : undefined;
  const result = { runs: runs.map(named), outcomes, ...(structure && { network: structure }) };
  if (folder !== undefined) {
    const texts = [
      `${JSON.stringify(result, null, 2)}\n`,
      outcomesCsv(outcomes),
      seriesCsv(model, runs, every),
    ];
    writeOutputs(
      paths.map((path, k) => ({ path, text: texts[k] })),
      request,
    );
  }
  if (options.json) console.log(JSON.stringify(result, null, 2));
  else console.log(runText(model, file, outcomes, runs, options, paths));
  if (structure && !options.json) console.log(`\n${structureTable(structure)}`);
  reportRunFailures(failures);
}

const outputNames = ['runs.json', 'outcomes.csv', 'series.csv'];

function named({ runId, replicate, seed, digest }: RunResult): object {
  return { runId, replicate, seed, digest };
}

function runText(
  model: Model,
  file: string,
  outcomes: readonly OutcomeSummary[],
  runs: readonly RunResult[],
  options: Options,
  paths: readonly string[],
): string {
  const lines = [
    `${file}: ${runs.length} ${runs.length === 1 ? 'future' : 'futures'}`,
    outcomeTable(model, outcomes, options.allGroups === true),
  ];
  if (runs.length > 0) lines.push(`Digest of the first future: ${runs[0].digest}`);
  if (paths.length > 0) lines.push(`Wrote ${paths.join(', ')}`);
  return lines.join('\n');
}

function outcomesCsv(outcomes: readonly OutcomeSummary[]): string {
  const header = [
    'outcome',
    'group',
    'unit',
    'mean',
    'meanLow',
    'meanHigh',
    'futureLow',
    'futureHigh',
    'replicates',
  ] as const;
  const rows = outcomes.map((row) => header.map((key) => cell(row[key])));
  return writeCsv([...header], rows);
}

/** Every recorded value in long form; groups too small to show are left out, their numbers too. */
function seriesCsv(model: Model, runs: readonly RunResult[], every: number): string {
  const hidden = hiddenGroups(model, [runs]);
  const rows: string[][] = [];
  for (const { replicate, runId, weeks, cells, rows: periods } of runs) {
    periods.forEach((row, k) => {
      const week = Math.min((k + 1) * every, weeks);
      cells.forEach(({ outcome, group }, c) => {
        if (hidden.has(group)) return;
        rows.push([runId, `${replicate}`, `${week}`, outcome, group, cell(row[c])]);
      });
    });
  }
  return writeCsv(['runId', 'replicate', 'week', 'outcome', 'group', 'value'], rows);
}

/** Nothing where a value does not apply. */
function cell(value: string | number | null): string {
  return value === null || Number.isNaN(value) ? '' : `${value}`;
}
