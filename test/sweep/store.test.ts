/** A store as its users meet it: the documented queries, Parquet and CSV, columns as documented. */
import { copyFileSync, readFileSync } from 'node:fs';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, test } from 'vitest';
import { schema, tableNames } from '../../cli/store/schema.ts';
import { Store } from '../../cli/store/store.ts';
import { mentorscape, smallScenario, workFolder } from '../cli/program.ts';
import { blocksOf, readDocument } from '../docs/markdown.ts';
import { ask, contentsOf } from './stores.ts';

const folder = workFolder({
  'small.yaml': smallScenario,
  'sweep.yaml': `# What helps?
design: 1
base: small.yaml
levers: { policies.peerGroups.present: [false, true], policies.protectedTime.present: [false, true] }
uncertainties: { parameters.causalShare: , parameters.contactsPerMonth: { low: 5, high: 9 } }
sampling: { uncertainties: { method: sobolSequence, points: 3 } }
record: { outcomes: [hasMentor, burnedOut] }
replicates: 2
`,
});
const cwd = folder.path;
const file = folder.at('store.duckdb');
const page = readDocument('docs/sweeps.md');

beforeAll(async () => {
  const { code } = await mentorscape(['sweep', 'sweep.yaml', '--store', file], { cwd });
  expect(code).toBe(0);
}, 120_000);

describe('the queries of docs/sweeps.md', () => {
  const queries = blocksOf(page).filter(({ language }) => language === 'sql');

  test('are ten', () => expect(queries).toHaveLength(10));

  test('give what the tables hold', async () => {
    const answers = [];
    for (const { text } of queries) answers.push(await ask(file, text.replace(/;\s*$/, '')));
    const [progress, means, arms, effects, shares, correlations, years, least, wide, same] =
      answers;
    expect(progress).toMatchObject([{ planned: '24', done: '24', failed: '0' }]);
    expect(means).toHaveLength(4 * 3); // people, hasMentor, burnedOut
    const finals = await ask(
      file,
      `SELECT avg(value) AS mean FROM final WHERE outcome = 'burnedOut' AND "group" = 'everybody'`,
    );
    const burnedOut = means.filter(({ outcome }) => outcome === 'burnedOut');
    const mean = burnedOut.reduce((sum, row) => sum + Number(row['mean']), 0) / 4;
    expect(mean).toBeCloseTo(Number(finals[0]['mean']), 12);
    expect(arms.map(({ arm, text }) => `${arm} ${text}`)).toEqual([
      ...['0 false', '0 false', '1 false', '1 true', '2 true', '2 false', '3 true', '3 true'],
    ]);
    expect(effects).toHaveLength(3 * 3 * 3);
    expect(shares).toHaveLength(3);
    for (const { share } of shares)
      expect(Number(share) * 3).toBeCloseTo(Math.round(Number(share) * 3), 9);
    expect(correlations.map(({ path }) => path).sort()).toEqual([
      ...['parameters.causalShare', 'parameters.contactsPerMonth'],
    ]);
    expect(years).toHaveLength(2 * 4);
    expect(least.map(({ arm }) => arm)).toEqual([1, 2, 3]);
    expect(wide).toHaveLength(24);
    expect(Object.keys(wide[0])).toEqual([
      ...['position', 'arm', 'world', 'replicate', 'burnedOut', 'hasMentor', 'people'],
    ]);
    expect(same).toEqual([]);
  });
});

test('the page names every table, view and column', async () => {
  const rows = await ask(
    file,
    `SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal
     UNION ALL SELECT view_name, NULL FROM duckdb_views() WHERE NOT internal`,
  );
  const missing = rows
    .filter(({ table_name, column_name }) => {
      const name = column_name ?? table_name;
      return !new RegExp(`\\b${name}\\b`).test(page);
    })
    .map(({ table_name, column_name }) => `${table_name}.${column_name}`);
  expect(missing).toEqual([]);
});

test('hyparquet reads the Parquet files, without a further package', async () => {
  const { code } = await mentorscape(
    ['sweep', 'export', '--store', file, '--parquet', folder.at('parquet')],
    { cwd },
  );
  expect(code).toBe(0);
  for (const table of tableNames) {
    const rows = await parquetReadObjects({
      file: await asyncBufferFromFile(folder.at(`parquet/${table}.parquet`)),
    });
    const [{ n }] = await ask(file, `SELECT count(*) AS n FROM ${table}`);
    expect([table, rows.length]).toEqual([table, Number(n)]);
    if (table !== 'final') continue;
    const stored = await ask(file, 'SELECT * FROM final ORDER BY ALL');
    const order = (row: object): string => JSON.stringify(row);
    expect(rows.map(order).sort()).toEqual(stored.map(order).sort());
  }
});

test('CSV files are written once, and replaced only with --force', async () => {
  const words = ['sweep', 'export', '--store', file, '--csv', folder.at('csv')];
  expect((await mentorscape(words, { cwd })).code).toBe(0);
  const lines = readFileSync(folder.at('csv/final.csv'), 'utf8').trim().split('\n');
  expect(lines[0]).toBe('run_id,outcome,group,value');
  expect(lines).toHaveLength(1 + 24 * 9);
  const again = await mentorscape(words, { cwd });
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('--force')]);
  expect((await mentorscape([...words, '--force'], { cwd })).code).toBe(0);
  const both = await mentorscape([...words, '--parquet', folder.at('csv')], { cwd });
  expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('--parquet or --csv')]);
});

test('more rows than Excel shows are warned of', async () => {
  const big = folder.at('big.duckdb');
  const store = await Store.open(big, 'write');
  await store.run(`INSERT INTO final SELECT 'r', 'o', 'g', i FROM range(1048576) t(i)`);
  await store.close();
  const words = ['sweep', 'export', '--store', big, '--csv', folder.at('big')];
  const { code, stderr } = await mentorscape(words, { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain('1048576 rows; Excel shows the first 1,048,575 of them');
});

test('a store of a newer version is refused, and other databases too', async () => {
  const newer = folder.at('newer.duckdb');
  const store = await Store.open(newer, 'write');
  await store.run(
    `UPDATE store SET value = '${schema.migrations.length + 1}' WHERE key = 'schema_version'`,
  );
  await store.close();
  const words = ['sweep', 'sweep.yaml', '--store', newer];
  const { code, stderr } = await mentorscape(words, { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining('Install a newer Mentorscape')]);
  const other = await Store.open(folder.at('other.duckdb'), 'write');
  await other.run('DROP TABLE store');
  await other.close();
  const foreign = await mentorscape([...words.slice(0, 3), folder.at('other.duckdb')], { cwd });
  expect([foreign.code, foreign.stderr]).toEqual([2, expect.stringContaining('other tables')]);
});

describe('a store of an older version', () => {
  const next = {
    migrations: [...schema.migrations, 'ALTER TABLE runs ADD COLUMN machine VARCHAR'],
    views: `${schema.views} CREATE OR REPLACE VIEW machines AS SELECT DISTINCT machine FROM runs;`,
  };
  /** A copy of the store, as the program of this version made it. */
  const older = (name: string): string => {
    copyFileSync(file, folder.at(name));
    return folder.at(name);
  };

  test.each(['read', 'write'] as const)('is brought up to date, rows kept, to %s', async (mode) => {
    const copy = older(`older-${mode}.duckdb`);
    const before = await contentsOf(copy);
    const store = await Store.open(copy, mode, next);
    expect(await store.rows('SELECT * FROM machines')).toEqual([{ machine: null }]);
    expect(await store.row(`SELECT value FROM store WHERE key = 'schema_version'`)).toEqual({
      value: `${next.migrations.length}`,
    });
    expect(await store.row('SELECT count(*) AS n FROM results')).toEqual({ n: `${24 * 9}` });
    await store.close();
    // the program of this version refuses it from then on
    await expect(Store.open(copy, 'read')).rejects.toThrow('Install a newer Mentorscape');
    const again = await Store.open(copy, 'read', next);
    const runs = await again.rows(
      'SELECT * EXCLUDE (started, run_ms, machine) FROM runs ORDER BY run_id',
    );
    expect(runs).toEqual(before.runs);
    await again.close();
  });

  test('stays as it was where that fails half-way', async () => {
    const copy = older('broken.duckdb');
    const broken = { ...next, migrations: [...next.migrations, 'ALTER TABLE nowhere ADD n INT'] };
    await expect(Store.open(copy, 'write', broken)).rejects.toThrow('nowhere');
    expect(await contentsOf(copy)).toEqual(await contentsOf(file));
    expect(await ask(copy, `SELECT * FROM duckdb_columns() WHERE column_name = 'machine'`)).toEqual(
      [],
    );
  });
});

test('one file is opened once in a process', async () => {
  const store = await Store.open(file, 'read');
  await expect(Store.open(file, 'read')).rejects.toThrow('is open already');
  await store.close();
});
