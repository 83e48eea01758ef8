/** `sweep verify` and `replay`: runs of a store run again, and their digests compared. */
import type { Command } from 'commander';
import { readValue } from '../../sim/analysis/summary.ts';
import { sequential } from '../../sim/chance/seeds.ts';
import { RunError, ScenarioError, showFound } from '../../sim/data/issues.ts';
import type { Recording } from '../../sim/experiment/design.ts';
import type { Arm, RunResult } from '../../sim/experiment/experiment.ts';
import { runScenario } from '../../sim/experiment/replicate.ts';
import { canonical, engineVersion, rosterDigest } from '../../sim/experiment/run-id.ts';
import { peopleCount } from '../../sim/model/recorder.ts';
import type { Model, Snapshot } from '../../sim/model/simulation.ts';
import { loadRoster } from '../arms.ts';
import { exitCodes } from '../exit-codes.ts';
import { availableModels, modelHash } from '../models.ts';
import { wholeNumber } from '../options.ts';
import { rosterFiles } from '../read-scenario.ts';
import { scenarioFrom } from '../store/plans.ts';
import { Store } from '../store/store.ts';

/** A run as the store has it. */
interface StoredRun {
  readonly runId: string;
  readonly arm: Arm;
  readonly seed: string;
  readonly status: 'done' | 'failed';
  readonly digest: string | undefined;
  readonly version: string;
  readonly recording: Recording;
  readonly error: string | undefined;
}

/** Adds `mentorscape sweep verify`. */
export function registerVerify(sweep: Command): void {
  sweep
    .command('verify')
    .description('run a sample of a store’s runs again and compare digests')
    .requiredOption('--store <file>', 'the store')
    .option('--sample <n>', 'number of runs', wholeNumber(1, 1_000_000), 10)
    .option('--seed <seed>', 'which runs: the same seed takes the same', '1')
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .option('--json', 'print the result as JSON')
    .action(verify);
}

/** Adds `mentorscape replay`. */
export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('run one run of a store again: its outcomes, its digest, or how it fails')
    .argument('<run-id>', 'the run’s id, or its beginning')
    .requiredOption('--store <file>', 'the store')
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  $ mentorscape replay 3f9a12 --store study.duckdb')
    .action(replay);
}

interface VerifyOptions {
  readonly store: string;
  readonly sample: number;
  readonly seed: string;
  readonly model?: string;
  readonly json?: boolean;
}

async function verify(options: VerifyOptions): Promise<void> {
  const store = await Store.open(options.store, 'read');
  const differing: { runId: string; stored: string; now: string }[] = [];
  let checked = 0;
  try {
    const ids = await sampleOf(store, options.sample, options.seed);
    for (const id of ids) {
      const run = await readRun(store, id);
      const model = await modelFor(run, options.model);
      const now = runAgain(model, run);
      checked++;
      const { digest } = now;
      if (digest !== run.digest)
        differing.push({ runId: id, stored: `${run.digest}`, now: digest });
    }
  } finally {
    await store.close();
  }
  if (options.json) console.log(JSON.stringify({ checked, differing }, null, 2));
  else
    console.log(`${checked} runs run again, ${checked - differing.length} with the same digest.`);
  for (const { runId, stored, now } of differing) {
    console.error(`${runId}: expected the digest ${stored}, found ${now}.`);
  }
  if (differing.length > 0) process.exitCode = exitCodes.checkFailed;
}

/** Ids of finished runs, drawn without putting back. */
async function sampleOf(store: Store, most: number, seed: string): Promise<string[]> {
  const rows = await store.rows(`SELECT run_id FROM runs WHERE status = 'done' ORDER BY run_id`);
  const ids = rows.map(({ run_id }) => `${run_id}`);
  return sequential(seed).shuffle(ids).slice(0, most);
}

async function replay(
  runId: string,
  options: { store: string; model?: string; json?: boolean },
): Promise<void> {
  const store = await Store.open(options.store, 'read');
  let run: StoredRun;
  try {
    run = await readRun(store, runId);
  } finally {
    await store.close();
  }
  const model = await modelFor(run, options.model);
  let result: ReturnType<typeof runAgain>;
  try {
    result = runAgain(model, run);
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    console.error(
      `Run ${run.runId} fails${run.status === 'failed' ? ' again' : ''}: ${error.message}`,
    );
    if (error.cause instanceof Error) console.error(error.cause.stack);
    process.exitCode = exitCodes.someFailed;
    return;
  }
  const { every } = run.arm.scenario.record;
  const final = result.cells.flatMap(({ outcome, group }, cell) => {
    if (!run.recording.groups.includes(group)) return [];
    const over = outcome === peopleCount ? 'lastYear' : model.outcomes[outcome].over;
    const value = readValue(result, cell, over, every);
    return [{ outcome, group, value: Number.isNaN(value) ? null : value }];
  });
  const same = run.digest === undefined ? undefined : run.digest === result.digest;
  const { seed, digest: stored } = run;
  if (options.json) {
    const whole = { runId: run.runId, seed, digest: result.digest, stored: stored ?? null, final };
    console.log(JSON.stringify(whole, null, 2));
  } else {
    for (const { outcome, group, value } of final)
      console.log(`${outcome}\t${group}\t${value ?? ''}`);
    const verdict =
      same === undefined ? 'it failed before' : same ? 'as stored' : `stored ${stored}`;
    console.log(`Run ${run.runId}, seed ${seed}: digest ${result.digest}, ${verdict}`);
  }
  if (same === false) process.exitCode = exitCodes.checkFailed;
}

async function readRun(store: Store, id: string): Promise<StoredRun> {
  const rows = await store.rows(
    `SELECT r.run_id, r.seed, r.status, r.digest, r.version, r.recording, v.scenario, f.error, p.roster_digest
     FROM runs r JOIN resolved v USING (run_id) LEFT JOIN failures f USING (run_id)
     LEFT JOIN plans p ON p.scenario_id = r.scenario_id
     WHERE starts_with(r.run_id, ?) LIMIT 50`,
    [id.toLowerCase()],
  );
  const found = new Set(rows.map(({ run_id }) => run_id));
  if (found.size !== 1) {
    const expected = found.size === 0 ? 'a run of the store' : 'more of the id: several begin so';
    throw new ScenarioError([{ key: 'run-id', expected, found: showFound(id) }]);
  }
  const [row] = rows;
  const scenario = scenarioFrom(store.file, `${row['scenario']}`);
  const files = rosterFiles(scenario);
  const roster = files && loadRoster(files);
  if (roster && rosterDigest(roster) !== row['roster_digest']) {
    const expected = 'the roster that the store was made with';
    throw new ScenarioError([{ file: files.people, key: 'roster', expected, found: 'another' }]);
  }
  return {
    runId: `${row['run_id']}`,
    arm: { scenario, ...(roster ? { roster } : {}) },
    seed: `${row['seed']}`,
    status: row['status'] === 'failed' ? 'failed' : 'done',
    digest: row['digest'] === null ? undefined : `${row['digest']}`,
    version: `${row['version']}`,
    recording: JSON.parse(`${row['recording']}`),
    error: row['error'] === null ? undefined : `${row['error']}`,
  };
}

/** The model of a run. @throws ScenarioError when the program has another version of it. */
async function modelFor(run: StoredRun, file: string | undefined): Promise<Model> {
  const models = await availableModels(file);
  const model = models.find(({ name }) => name === run.arm.scenario.model);
  const own = file !== undefined && model === models[0] ? file : undefined;
  const here =
    model && canonical([engineVersion, model.name, model.version, modelHash(model, own)]);
  if (model && here === run.version) return model;
  const expected = `the program that made the run, ${run.version}`;
  const found = here ?? `no model ${run.arm.scenario.model}`;
  const remedy = model
    ? 'Check out the version that made the store'
    : 'Name the model’s file with --model';
  throw new ScenarioError([{ key: run.runId, expected, found, remedy }]);
}

function runAgain(
  model: Model,
  run: StoredRun,
): Pick<RunResult, 'digest' | 'cells' | 'rows' | 'weeks'> {
  const warmed = new Map<string, Snapshot>();
  const digestOfRoster = rosterDigest(run.arm.roster);
  return runScenario(model, run.arm, { seed: run.seed, snapshots: [], digestOfRoster, warmed });
}
