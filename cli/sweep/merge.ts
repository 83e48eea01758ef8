/** `sweep merge`: the stores of shards brought together; the same again changes nothing. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ScenarioError, showFound } from '../../sim/data/issues.ts';
import { exitCodes } from '../exit-codes.ts';
import { StoreError } from '../store/errors.ts';
import type { Row } from '../store/store.ts';
import { Store } from '../store/store.ts';
import { takeMended, takeMore } from './merge-again.ts';
import { writeProgress } from './progress-file.ts';
import { shardFolder, shardStores } from './shard.ts';

/** Adds `mentorscape sweep merge`. */
export function registerMerge(sweep: Command): void {
  sweep
    .command('merge')
    .description('bring the stores of shards into one; what is there already is left as it is')
    .requiredOption(
      '--store <file>',
      'the store that the shards belong to; made if it is not there',
    )
    .option('--json', 'print the result as JSON')
    .action(merge);
}

/** What makes two shards parts of the same sweep. */
interface Identity {
  readonly file: string;
  readonly plan: string;
  readonly version: string;
  readonly runs: number;
}

async function merge({ store: file, json }: { store: string; json?: boolean }): Promise<void> {
  const shards = shardStores(file);
  if (shards.length === 0) {
    const found = `${showFound(shardFolder(file))}, which has none`;
    const remedy = 'Run them with --shard i/n, or `sweep submit --slurm`';
    throw new ScenarioError([{ key: '--store', expected: 'a store with shards', found, remedy }]);
  }
  const identities: Identity[] = [];
  for (const shard of shards) identities.push(await identityOf(shard));
  refuseMixed(identities);
  const [{ plan, runs }] = identities;
  const store = await Store.open(file, 'write');
  let added = 0;
  try {
    for (const shard of shards) added += await mergeShard(store, shard);
    const [{ n }] = await store.rows('SELECT count(*) AS n FROM members WHERE plan_id = ?', [plan]);
    const there = Number(n);
    writeProgress(file, {
      ...{ state: there < runs ? 'interrupted' : 'finished', plan, title: '', shard: '' },
      ...{ planned: runs, there, done: 0, failed: 0, runsPerSecond: 0, secondsLeft: null },
      started: Date.now(),
    });
    const of = Number(/-of-(\d+)\.duckdb$/.exec(shards[0])?.[1]);
    if (json)
      console.log(
        JSON.stringify({ store: file, shards: shards.length, of, added, there, runs }, null, 2),
      );
    else
      console.log(
        `${file}: ${added} runs added from ${shards.length} of ${of} shards; ${there} of ${runs} are there.`,
      );
    if (there < runs) {
      console.error(`${runs - there} runs are missing: let the shards finish, then merge again.`);
      process.exitCode = exitCodes.someFailed;
    }
  } finally {
    await store.close();
  }
}

/** Opens a shard for a moment: one that was killed is mended by it, and one at work refuses. */
async function identityOf(file: string): Promise<Identity> {
  const store = await Store.open(file, 'write');
  try {
    const rows = await store.rows('SELECT * FROM plans');
    if (rows.length !== 1) {
      const found = `${rows.length} in ${file}`;
      throw new ScenarioError([{ key: 'sweep merge', expected: 'one plan in a shard', found }]);
    }
    return {
      file,
      plan: `${rows[0]['plan_id']}`,
      version: versionOf(rows[0]),
      runs: Number(rows[0]['runs']),
    };
  } finally {
    await store.close();
  }
}

function versionOf(row: Row): string {
  const parts = ['engine_version', 'program_version', 'model', 'model_version', 'model_hash'];
  return parts.map((part) => `${row[part]}`).join(' ');
}

/** @throws ScenarioError when shards are of different plans, versions or numbers. */
function refuseMixed(identities: readonly Identity[]): void {
  const [first, ...others] = identities;
  const ofNumber = (file: string): string => /-of-(\d+)\.duckdb$/.exec(file)?.[1] ?? '';
  const aspects: readonly [string, (identity: Identity) => string][] = [
    ['plan', ({ plan }) => plan],
    ['version', ({ version }) => version],
    ['number of shards', ({ file }) => ofNumber(file)],
  ];
  for (const [what, of] of aspects) {
    const other = others.find((each) => of(each) !== of(first));
    if (!other) continue;
    const expected = `the ${what} of ${first.file}, ${of(first)}`;
    const remedy = 'Move shards of other sweeps out of the folder';
    throw new ScenarioError([{ file: other.file, key: what, expected, found: of(other), remedy }]);
  }
}

/** Adds what the store lacks of one shard. Returns the number of runs added. */
async function mergeShard(store: Store, file: string): Promise<number> {
  await store.run(`ATTACH '${resolve(file).replaceAll("'", "''")}' AS shard (READ_ONLY)`);
  try {
    await refuseDifferent(store, file);
    let added = 0;
    await store.transaction(async () => {
      await takeMended(store);
      await takeMore(store, file);
      await store.run(`CREATE OR REPLACE TEMP TABLE fresh AS
        SELECT run_id FROM shard.runs ANTI JOIN main.runs USING (run_id)`);
      const by = { plans: 'plan_id', scenarios: 'scenario_id', factors: 'plan_id' };
      for (const [table, key] of Object.entries(by)) {
        await store.run(`INSERT INTO ${table} SELECT * FROM shard.${table}
          WHERE ${key} NOT IN (SELECT ${key} FROM main.${table === 'factors' ? 'factors' : table})`);
      }
      await store.run(`INSERT INTO members SELECT * FROM shard.members s
        WHERE NOT EXISTS (FROM main.members m WHERE m.plan_id = s.plan_id AND m.position = s.position)`);
      for (const table of ['series', 'final', 'failures', 'snapshots', 'runs']) {
        const { rowsChanged } = await store.connection.run(
          `INSERT INTO ${table} SELECT * FROM shard.${table} WHERE run_id IN (SELECT run_id FROM fresh)`,
        );
        if (table === 'runs') added = rowsChanged;
      }
    });
    return added;
  } finally {
    await store.run('DETACH shard');
  }
}

/** @throws StoreError when both have a run, and not with the same digest. */
async function refuseDifferent(store: Store, file: string): Promise<void> {
  const reader = await store.connection.runAndReadAll(
    `SELECT s.run_id, m.digest AS here, s.digest AS there FROM shard.runs s JOIN main.runs m USING (run_id)
     WHERE s.status = 'done' AND m.status = 'done' AND s.digest <> m.digest LIMIT 1`,
  );
  const [row] = reader.getRowObjectsJson();
  if (!row) return;
  const { run_id, here, there } = row;
  throw new StoreError(
    `${file}: expected the digest ${here} of run ${run_id}, as in ${store.file}, found ${there}. Nothing was merged.`,
    exitCodes.checkFailed,
  );
}
