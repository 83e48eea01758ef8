/** Shards and their merging: the tables of an undivided sweep, once, and no mixture. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diceModel, diceScenario } from '../cli/dice-model.ts';
import { mentorscape, workFolder } from '../cli/program.ts';
import { contentsOf } from './stores.ts';

const design = (replicates: number): string => `design: 1
base: dice.yaml
levers: { parameters.waits: [0, 1], parameters.fails: [0, 0.2] }
replicates: ${replicates}
`;
const folder = workFolder({
  'dice.mjs': diceModel,
  'dice.yaml': diceScenario(),
  'sweep.yaml': design(7),
  'other.yaml': design(5),
});
const cwd = folder.path;
const sweep = (...words: string[]): ReturnType<typeof mentorscape> =>
  mentorscape(['sweep', ...words, '--model', 'dice.mjs'], { cwd });
const merge = (store: string): ReturnType<typeof mentorscape> =>
  mentorscape(['sweep', 'merge', '--store', store], { cwd });

describe('a sweep in three shards', () => {
  test('is merged to the tables of an undivided one, and merging again adds nothing', async () => {
    const whole = await sweep('sweep.yaml', '--store', 'whole.duckdb');
    expect(whole.code).toBe(3); // some dice fall off the table
    for (const number of [3, 1])
      await sweep('sweep.yaml', '--store', 'm.duckdb', '--shard', `${number}/3`);
    const some = await merge('m.duckdb');
    expect([some.code, some.stdout]).toEqual([3, expect.stringContaining('from 2 of 3 shards')]);
    expect(some.stderr).toContain('runs are missing');
    await sweep('sweep.yaml', '--store', 'm.duckdb', '--shard', '2/3');
    const all = await merge('m.duckdb');
    expect([all.code, all.stdout]).toEqual([0, expect.stringContaining('28 of 28 are there')]);
    const merged = await contentsOf(folder.at('m.duckdb'));
    expect(merged).toEqual(await contentsOf(folder.at('whole.duckdb')));
    const again = await merge('m.duckdb');
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('0 runs added')]);
    expect(await contentsOf(folder.at('m.duckdb'))).toEqual(merged);
    const status = await mentorscape(['sweep', 'status', '--store', 'm.duckdb', '--json'], { cwd });
    const { stores }: { stores: { planned: number }[] } = JSON.parse(status.stdout);
    expect(stores.map(({ planned }) => planned)).toEqual([28, 12, 8, 8]);
  });

  test('is not merged with a shard of another plan or number', async () => {
    await sweep('other.yaml', '--store', 'other.duckdb', '--shard', '1/3');
    mkdirSync(folder.at('mixed.shards'));
    copyFileSync(folder.at('m.shards/2-of-3.duckdb'), folder.at('mixed.shards/2-of-3.duckdb'));
    copyFileSync(folder.at('other.shards/1-of-3.duckdb'), folder.at('mixed.shards/1-of-3.duckdb'));
    const mixed = await merge('mixed.duckdb');
    expect([mixed.code, mixed.stderr]).toEqual([
      2,
      expect.stringContaining('expected the plan of'),
    ]);
    rmSync(folder.at('mixed.shards/1-of-3.duckdb'));
    copyFileSync(folder.at('m.shards/1-of-3.duckdb'), folder.at('mixed.shards/1-of-4.duckdb'));
    const numbers = await merge('mixed.duckdb');
    expect([numbers.code, numbers.stderr]).toEqual([
      2,
      expect.stringContaining('number of shards'),
    ]);
    const none = await merge('nothing.duckdb');
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('a store with shards')]);
  });
});

test('the script of a job array can be seen without a cluster', async () => {
  const words = [
    'sweep.yaml',
    '--store',
    'm.duckdb',
    '--slurm',
    '--shards',
    '4',
    '--time',
    '1:00:00',
    '--dry-run',
  ];
  const { code, stdout } = await sweep('submit', ...words);
  expect(code).toBe(0);
  for (const line of ['--array=1-4', '--time=1:00:00', '--requeue', '--open-mode=append']) {
    expect(stdout).toContain(`#SBATCH ${line}\n`);
  }
  expect(stdout).toContain('--shard "$SLURM_ARRAY_TASK_ID/4"');
  const bad = await sweep('sweep.yaml', '--store', 'm.duckdb', '--shard', '5/3');
  expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('Expected i/n')]);
});
