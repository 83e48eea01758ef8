/** What can happen to a store from outside: a full disk, a read-only folder, a clock that is turned back. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { diceModel, diceScenario } from '../cli/dice-model.ts';
import { mentorscape, powerless, workFolder } from '../cli/program.ts';
import { contentsOf } from './stores.ts';

declare module 'vitest' {
  interface TaskMeta {
    notRun?: string;
  }
}

const folder = workFolder({
  'dice.mjs': diceModel,
  'dice.yaml': diceScenario(),
  'few.yaml': `design: 1
base: dice.yaml
levers: { parameters.waits: [0] }
replicates: 20
`,
  'many.yaml': `design: 1
base: dice.yaml
levers: { parameters.waits: [0, 0.25, 0.5, 1] }
replicates: 500
`,
});
const cwd = folder.path;
const dice = ['--model', 'dice.mjs'];

function sweep(
  design: string,
  store: string,
  env: Record<string, string> = {},
): ReturnType<typeof mentorscape> {
  return mentorscape(['sweep', design, '--store', store, ...dice], { cwd, env });
}

describe('a full disk', () => {
  const disk = folder.at('disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk]).status === 0;
  afterAll(() => {
    if (mounted) spawnSync('umount', [disk]);
  });

  test('stops the sweep; what was committed is safe, and with room it goes on', async ({
    task,
    skip,
  }) => {
    if (!mounted) {
      task.meta.notRun =
        'Not run: sweeps on a full disk, because no small disk can be mounted here.';
      skip(task.meta.notRun);
    }
    expect((await sweep('few.yaml', 'disk/s.duckdb')).code).toBe(0);
    const { bavail, bsize } = statfsSync(disk);
    const room = 400_000;
    writeFileSync(folder.at('disk/ballast'), Buffer.alloc(Number(bavail) * Number(bsize) - room));
    const full = await sweep('many.yaml', 'disk/s.duckdb');
    expect([full.code, full.stderr]).toEqual([74, expect.stringContaining('Make room')]);
    expect(full.stderr).not.toMatch(/^\s+at /m);
    rmSync(folder.at('disk/ballast'));
    const after = await contentsOf(folder.at('disk/s.duckdb'));
    expect(after.runs.length).toBeGreaterThanOrEqual(20);
    expect([after.final.length, after.series.length]).toEqual([
      2 * after.runs.length,
      2 * after.runs.length,
    ]);
    const rest = await sweep('many.yaml', 'disk/s.duckdb');
    expect([rest.code, rest.stdout]).toEqual([
      0,
      expect.stringContaining('2000 of 2000 are in the store'),
    ]);
    expect((await sweep('many.yaml', 'whole.duckdb')).code).toBe(0);
    const whole = await contentsOf(folder.at('whole.duckdb'));
    const resumed = await contentsOf(folder.at('disk/s.duckdb'));
    expect([resumed.runs, resumed.series, resumed.final]).toEqual([
      whole.runs,
      whole.series,
      whole.final,
    ]);
  }, 120_000);
});

test('a folder that may not be written to is refused before anything runs', async ({
  task,
  skip,
}) => {
  const user = powerless();
  if (!user) {
    task.meta.notRun =
      'Not run: sweeps into a read-only folder, because there is no user without rights.';
    skip(task.meta.notRun);
  }
  mkdirSync(folder.at('sealed'));
  chmodSync(folder.at('sealed'), 0o555);
  const words = ['sweep', 'few.yaml', '--store', 'sealed/s.duckdb', ...dice];
  const { code, stderr } = await mentorscape(words, { cwd, ...user });
  expect([code, stderr]).toEqual([2, expect.stringContaining('can be written')]);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(folder.listing().filter((name) => name.startsWith('sealed/'))).toEqual([]);
});

test('a clock that jumps back and forth changes nothing but times', async () => {
  folder.write(
    'clock.mjs',
    `const now = Date.now.bind(Date);
let k = 0;
Date.now = () => now() + (k++ % 2 === 0 ? -3.6e6 : 8.64e7);
`,
  );
  const jumping = { NODE_OPTIONS: `--import ${new URL(`file://${folder.at('clock.mjs')}`).href}` };
  const { code, stderr } = await sweep('few.yaml', 'clock.duckdb', jumping);
  expect([code, stderr]).toEqual([0, '']);
  await sweep('few.yaml', 'steady.duckdb');
  expect(await contentsOf(folder.at('clock.duckdb'))).toEqual(
    await contentsOf(folder.at('steady.duckdb')),
  );
});
