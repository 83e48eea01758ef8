/** A design that asks for more than a store keeps of its runs: they are run again and must agree. */
import { beforeAll, describe, expect, test } from 'vitest';
import { Store } from '../../cli/store/store.ts';
import { mentorscape, smallScenario, workFolder } from '../cli/program.ts';
import { ask, contentsOf } from './stores.ts';

const design = (record: string, levels = '[false, true]'): string => `design: 1
base: small.yaml
levers: { policies.peerGroups.present: ${levels} }
record: { outcomes: [hasMentor, burnedOut], ${record} }
replicates: 2
`;
const folder = workFolder({
  'small.yaml': smallScenario,
  'little.yaml': design('groups: [everybody], weeks: last', '[false]'),
  'more.yaml': design('groups: main, weeks: all, snapshots: [104]'),
  // each keeps something that the other does not
  'one.yaml': design('groups: [everybody], weeks: all'),
  'other.yaml': design('groups: [residents], weeks: last, snapshots: [0]'),
  'both.yaml': design('groups: [everybody, residents], weeks: all, snapshots: [0]'),
});
const cwd = folder.path;
const sweep = (file: string, store: string, ...more: string[]): ReturnType<typeof mentorscape> =>
  mentorscape(['sweep', file, '--store', store, ...more], { cwd });

const change = async (file: string, sql: string): Promise<void> => {
  const store = await Store.open(folder.at(file), 'write');
  await store.run(sql);
  await store.close();
};

describe('a design that asks for more of the same runs', () => {
  beforeAll(async () => {
    expect((await sweep('more.yaml', 'whole.duckdb')).code).toBe(0);
    expect((await sweep('little.yaml', 'little.duckdb')).code).toBe(0);
  });

  test('adds what is lacking and leaves every old row: then the store is as if made at once', async () => {
    const before = await contentsOf(folder.at('little.duckdb'));
    expect([before.runs.length, before.series.length]).toEqual([2, 2 * 3]);
    const { code, stdout } = await sweep('more.yaml', 'little.duckdb');
    expect([code, stdout]).toEqual([0, expect.stringContaining('4 of 4 are in the store')]);
    const after = await contentsOf(folder.at('little.duckdb'));
    const whole = await contentsOf(folder.at('whole.duckdb'));
    for (const table of ['runs', 'series', 'final', 'snapshots'] as const)
      expect(after[table], table).toEqual(whole[table]);
    const rows = new Set(after.series.map((row) => JSON.stringify(row)));
    for (const row of before.series) expect(rows).toContain(JSON.stringify(row));
    const again = await sweep('more.yaml', 'little.duckdb');
    expect(again.stdout).toContain('0 runs done, 4 were there before');
    // and what is kept suffices for the smaller design
    const smaller = await sweep('little.yaml', 'whole.duckdb');
    expect(smaller.stdout).toContain('0 runs done, 2 were there before');
  });

  test('keeps what either asked, where neither asked for all', async () => {
    await sweep('both.yaml', 'both.duckdb');
    await sweep('one.yaml', 'joined.duckdb', '--workers', '1');
    expect((await sweep('other.yaml', 'joined.duckdb', '--workers', '1')).code).toBe(0);
    const found = await contentsOf(folder.at('joined.duckdb'));
    const whole = await contentsOf(folder.at('both.duckdb'));
    for (const table of ['runs', 'series', 'final', 'snapshots'] as const)
      expect(found[table], table).toEqual(whole[table]);
  });

  test('records a failure where a run comes out otherwise, and changes nothing of it', async () => {
    await sweep('little.yaml', 'wrong.duckdb');
    const [{ run_id, digest }] = await ask(
      folder.at('wrong.duckdb'),
      'SELECT run_id, digest FROM runs ORDER BY run_id LIMIT 1',
    );
    const wrong = '0'.repeat(32);
    await change('wrong.duckdb', `UPDATE runs SET digest = '${wrong}' WHERE run_id = '${run_id}'`);
    const own = `SELECT * FROM series WHERE run_id = '${run_id}' ORDER BY ALL`;
    const before = await ask(folder.at('wrong.duckdb'), own);
    for (let time = 0; time < 2; time++) {
      const { code, stderr } = await sweep('more.yaml', 'wrong.duckdb');
      expect([code, stderr]).toEqual([3, expect.stringContaining(`the digest ${wrong}, found`)]);
      expect(await ask(folder.at('wrong.duckdb'), own)).toEqual(before);
      const { failures, members, runs } = await contentsOf(folder.at('wrong.duckdb'));
      // two of the smaller plan, and three of the four of this one
      expect([failures.length, members.length, runs.length]).toEqual([1, 2 + 3, 4]);
    }
    await change('wrong.duckdb', `UPDATE runs SET digest = '${digest}' WHERE run_id = '${run_id}'`);
    expect((await sweep('more.yaml', 'wrong.duckdb')).code).toBe(0);
    const { failures, series } = await contentsOf(folder.at('wrong.duckdb'));
    expect(failures).toEqual([]);
    expect(series).toEqual((await contentsOf(folder.at('whole.duckdb'))).series);
  });
});

describe('a merge', () => {
  test('takes more of runs that are there with less, and nothing where there is more', async () => {
    await sweep('little.yaml', 'm.duckdb');
    for (const shard of ['1/2', '2/2'])
      expect((await sweep('more.yaml', 'm.duckdb', '--shard', shard)).code).toBe(0);
    const { code } = await mentorscape(['sweep', 'merge', '--store', 'm.duckdb'], { cwd });
    expect(code).toBe(0);
    const merged = await contentsOf(folder.at('m.duckdb'));
    const whole = await contentsOf(folder.at('whole.duckdb'));
    for (const table of ['runs', 'series', 'final', 'snapshots'] as const)
      expect(merged[table], table).toEqual(whole[table]);
    await mentorscape(['sweep', 'merge', '--store', 'm.duckdb'], { cwd });
    expect(await contentsOf(folder.at('m.duckdb'))).toEqual(merged);
  });

  test('takes runs that failed before and were mended in their shard', async () => {
    await sweep('more.yaml', 'mended.duckdb', '--shard', '1/1');
    const merge = (): ReturnType<typeof mentorscape> =>
      mentorscape(['sweep', 'merge', '--store', 'mended.duckdb'], { cwd });
    await merge();
    const whole = await contentsOf(folder.at('mended.duckdb'));
    const [{ run_id }] = await ask(folder.at('mended.duckdb'), 'SELECT run_id FROM runs LIMIT 1');
    for (const table of ['series', 'final', 'snapshots'])
      await change('mended.duckdb', `DELETE FROM ${table} WHERE run_id = '${run_id}'`);
    await change(
      'mended.duckdb',
      `UPDATE runs SET status = 'failed', digest = NULL WHERE run_id = '${run_id}'`,
    );
    await change(
      'mended.duckdb',
      `INSERT INTO failures VALUES ('${run_id}', '7', 'fell', 'replay', now()::TIMESTAMP)`,
    );
    expect((await merge()).code).toBe(0);
    expect(await contentsOf(folder.at('mended.duckdb'))).toEqual(whole);
  });
});
