/** The command `sweep`: the same tables however it is run, resumed, added to, with failures and crashes. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { diceModel, diceScenario } from '../cli/dice-model.ts';
import { ending, mentorscape, smallScenario, start, workFolder } from '../cli/program.ts';
import { ask, contentsOf } from './stores.ts';

const folder = workFolder({
  'dice.mjs': diceModel,
  'dice.yaml': diceScenario(),
  'small.yaml': smallScenario,
  'groups.yaml': `design: 1
base: small.yaml
levers: { policies.peerGroups.present: [false, true] }
uncertainties: { parameters.causalShare: plausible }
sampling: { uncertainties: { method: latinHypercube, points: 4 } }
record: { snapshots: [0, 104], outcomes: [hasMentor, burnedOut] }
replicates: 2
`,
  'fails.yaml': `design: 1
base: dice.yaml
levers: { parameters.fails: [0, 0.4] }
replicates: 10
seed: 7
`,
  'dies.yaml': `design: 1
base: dice.yaml
levers: { parameters.dies: [0, 0.4] }
replicates: 10
seed: 7
`,
  'few.yaml': `design: 1
base: dice.yaml
levers: { parameters.waits: [0, 1] }
replicates: 3
`,
  'many.yaml': `design: 1
base: dice.yaml
levers: { parameters.waits: [0, 0.5, 1] }
replicates: 5
`,
  'slow.yaml': `design: 1
base: dice.yaml
levers: { parameters.waits: [150, 151, 152] }
replicates: 50
`,
});
const dice = ['--model', 'dice.mjs'];
const cwd = folder.path;

function sweep(design: string, store: string, ...more: string[]): ReturnType<typeof mentorscape> {
  return mentorscape(['sweep', design, '--store', store, ...more], { cwd });
}

describe('the tables', () => {
  beforeAll(async () => {
    const { code, stdout, stderr } = await sweep('groups.yaml', 'one.duckdb', '--workers', '1');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('16 runs done; 16 of 16 are in the store.');
  });

  test('hold every run once, with rows for each period, outcome and group', async () => {
    const { runs, series, final, members, snapshots } = await contentsOf(folder.at('one.duckdb'));
    // people, hasMentor and burnedOut of everybody, residents and faculty in two years
    expect([runs.length, members.length, series.length, final.length]).toEqual([16, 16, 288, 144]);
    expect(snapshots).toHaveLength(32);
    const gaps = await ask(
      folder.at('one.duckdb'),
      'SELECT count(*) AS n FROM series WHERE value IS NULL',
    );
    expect(gaps).toEqual([{ n: '0' }]);
  });

  test.each([
    ['two workers', ['--workers', '2']],
    ['seven workers', ['--workers', '7']],
    ['one slice at a time', ['--workers', '2', '--chunk', '1']],
    ['chunks of five', ['--workers', '3', '--chunk', '5']],
  ])('are the same with %s', async (name, options) => {
    const file = `${name.replaceAll(' ', '-')}.duckdb`;
    expect((await sweep('groups.yaml', file, ...options)).code).toBe(0);
    expect(await contentsOf(folder.at(file))).toEqual(await contentsOf(folder.at('one.duckdb')));
  });

  test('agree with `run` of the same scenario, digest by digest', async () => {
    const { stdout } = await mentorscape(['run', 'small.yaml', '--replicates', '2', '--json'], {
      cwd,
    });
    const { runs }: { runs: { seed: string }[] } = JSON.parse(stdout);
    const seeds = await ask(folder.at('one.duckdb'), 'SELECT DISTINCT seed FROM runs ORDER BY 1');
    expect(seeds.map(({ seed }) => seed)).toEqual(runs.map(({ seed }) => seed).sort());
  });

  test('are run again by `verify` and `replay` to the same digests', async () => {
    const verified = await mentorscape(
      ['sweep', 'verify', '--store', 'one.duckdb', '--sample', '5'],
      { cwd },
    );
    expect([verified.code, verified.stdout]).toEqual([
      0,
      '5 runs run again, 5 with the same digest.\n',
    ]);
    const [{ run_id, digest }] = await ask(
      folder.at('one.duckdb'),
      'SELECT run_id, digest FROM runs LIMIT 1',
    );
    const replayed = await mentorscape(['replay', `${run_id}`, '--store', 'one.duckdb', '--json'], {
      cwd,
    });
    const found: { digest: string; final: { outcome: string; group: string; value: number }[] } =
      JSON.parse(replayed.stdout);
    expect(found.digest).toBe(digest);
    const sql = `SELECT outcome, "group", value FROM final WHERE run_id = '${run_id}'`;
    const key = (row: object): string => JSON.stringify(row);
    expect(found.final.map(key).sort()).toEqual(
      (await ask(folder.at('one.duckdb'), sql)).map(key).sort(),
    );
  });
});

test('a second run of the same design runs nothing; more levels and replicates run what is new', async () => {
  await sweep('few.yaml', 'grow.duckdb', ...dice);
  const before = await contentsOf(folder.at('grow.duckdb'));
  const again = await sweep('few.yaml', 'grow.duckdb', ...dice);
  expect(again.stdout).toContain('0 runs done, 6 were there before; 6 of 6');
  expect(await contentsOf(folder.at('grow.duckdb'))).toEqual(before);
  const more = await sweep('many.yaml', 'grow.duckdb', ...dice);
  expect(more.stdout).toContain('9 runs done, 6 were there before; 15 of 15');
  const after = await contentsOf(folder.at('grow.duckdb'));
  expect(after.runs).toHaveLength(15);
  const kept = (row: unknown): boolean =>
    before.runs.some((old) => JSON.stringify(old) === JSON.stringify(row));
  expect(after.runs.filter(kept)).toHaveLength(6);
  await sweep('many.yaml', 'whole.duckdb', ...dice);
  const whole = await contentsOf(folder.at('whole.duckdb'));
  expect([after.series, after.final, after.runs]).toEqual([whole.series, whole.final, whole.runs]);
});

describe('runs that fail', () => {
  test('are recorded with error, seed and a command that shows it; the rest goes on', async () => {
    const { code, stdout, stderr } = await sweep('fails.yaml', 'fails.duckdb', ...dice);
    const failures = await ask(folder.at('fails.duckdb'), 'SELECT * FROM failures ORDER BY run_id');
    expect(failures.length).toBeGreaterThan(1);
    expect(code).toBe(3);
    expect(stdout).toContain(`${20 - failures.length} runs done; 20 of 20`);
    expect(stderr).toContain('a die fell off the table');
    const { error, seed, command } = failures[0];
    expect(error).toBe(`dice, process roll, week 2, seed ${seed}: a die fell off the table`);
    const words = `${command}`.split(' ').slice(1);
    const replayed = await mentorscape([...words, ...dice], { cwd });
    expect(replayed.code).toBe(3);
    expect(replayed.stderr).toContain(`fails again: ${error}`);
    const rows = await ask(
      folder.at('fails.duckdb'),
      'SELECT count(DISTINCT run_id) AS n FROM final',
    );
    expect(rows).toEqual([{ n: `${20 - failures.length}` }]);
    const again = await sweep('fails.yaml', 'fails.duckdb', ...dice);
    expect([again.code, again.stdout]).toEqual([
      3,
      expect.stringContaining('0 runs done, 20 were'),
    ]);
    const retried = await sweep('fails.yaml', 'fails.duckdb', ...dice, '--retry-failed');
    expect(retried.stdout).toContain(
      `0 runs done, ${20 - failures.length} were there before; 20 of 20`,
    );
    const after = await ask(
      folder.at('fails.duckdb'),
      'SELECT * EXCLUDE recorded FROM failures ORDER BY run_id',
    );
    expect(after).toEqual(failures.map(({ recorded: _, ...rest }) => rest));
  });

  test('stop the sweep when they are more than --max-failures', async () => {
    const options = [...dice, '--workers', '1', '--chunk', '1', '--max-failures', '0'];
    const { code, stderr } = await sweep('fails.yaml', 'stop.duckdb', ...options);
    expect(code).toBe(3);
    expect(stderr).toContain('Stopped: too many runs failed');
    const [{ n }] = await ask(folder.at('stop.duckdb'), `SELECT count(*) AS n FROM failures`);
    // the worker may have begun another before it was told
    expect(Number(n)).toBeLessThan(4);
  });

  test('and threads that die are replaced; each death costs one run', async () => {
    const { code } = await sweep('dies.yaml', 'dies.duckdb', ...dice, '--workers', '2');
    expect(code).toBe(3);
    const failures = await ask(folder.at('dies.duckdb'), 'SELECT error FROM failures');
    expect(failures.length).toBeGreaterThan(1);
    expect(new Set(failures.map(({ error }) => error))).toEqual(
      new Set(['worker ended with code 7']),
    );
    const { runs, members } = await contentsOf(folder.at('dies.duckdb'));
    expect([runs.length, members.length]).toEqual([20, 20]);
    const { runs: expected } = await contentsOf(folder.at('fails.duckdb'));
    expect(expected).toHaveLength(20);
  });
});

describe('while it runs', () => {
  test('status tells how it goes; Ctrl-C stops it, and the same command goes on', async () => {
    const child = start(
      ['sweep', 'slow.yaml', '--store', 'slow.duckdb', ...dice, '--workers', '2'],
      { cwd },
    );
    const ended = ending(child);
    const progress = folder.at('slow.duckdb.progress.json');
    const doneSoFar = (): number => {
      if (!existsSync(progress)) return 0;
      const { done }: { done: number } = JSON.parse(readFileSync(progress, 'utf8'));
      return done;
    };
    while (doneSoFar() === 0 && child.exitCode === null)
      await new Promise((next) => setTimeout(next, 50));
    const status = await mentorscape(['sweep', 'status', '--store', 'slow.duckdb', '--json'], {
      cwd,
    });
    interface Status {
      state: string;
      planned: number;
      inStore: number;
      runsPerSecond: number;
      secondsLeft: number;
    }
    const { stores }: { stores: Status[] } = JSON.parse(status.stdout);
    expect(stores).toMatchObject([{ state: 'running', planned: 150, failed: 0 }]);
    const [{ inStore, runsPerSecond, secondsLeft }] = stores;
    expect(inStore).toBeGreaterThan(0);
    expect(runsPerSecond).toBeGreaterThan(0);
    // what is left at this pace
    expect(secondsLeft * runsPerSecond).toBeCloseTo(150 - inStore, 6);
    const text = await mentorscape(['sweep', 'status', '--store', 'slow.duckdb'], { cwd });
    expect(text.stdout).toMatch(/running; \d+ of 150 runs, \d+\.\d a second, about .* left\n/);
    const second = await sweep('slow.yaml', 'slow.duckdb', ...dice);
    expect([second.code, second.stderr]).toEqual([75, expect.stringContaining('at work on it')]);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain('To go on, run the same again:\n  mentorscape sweep slow.yaml');
    const { runs, final } = await contentsOf(folder.at('slow.duckdb'));
    expect(runs.length).toBeLessThan(150);
    expect(final).toHaveLength(runs.length * 2);
    const rest = await sweep('slow.yaml', 'slow.duckdb', ...dice);
    expect([rest.code, rest.stdout]).toEqual([
      0,
      expect.stringContaining(`${150 - runs.length} runs done`),
    ]);
    const finished = await mentorscape(['sweep', 'status', '--store', 'slow.duckdb'], { cwd });
    expect(finished.stdout).toBe('slow.duckdb: finished; 150 of 150 runs\n');
  });
});

describe('a store that cannot be used', () => {
  test('is refused before anything runs', async () => {
    folder.write('text.duckdb', 'this is a text, not a database');
    const text = await sweep('few.yaml', 'text.duckdb', ...dice);
    expect([text.code, text.stderr]).toEqual([
      2,
      expect.stringContaining('which is no DuckDB file'),
    ]);
    const none = await mentorscape(['sweep', 'few.yaml', ...dice], { cwd });
    expect([none.code, none.stderr]).toEqual([
      2,
      expect.stringContaining('Add --store FILE.duckdb'),
    ]);
    const missing = await mentorscape(['sweep', 'verify', '--store', 'nowhere.duckdb'], { cwd });
    expect([missing.code, missing.stderr]).toEqual([
      2,
      expect.stringContaining('expected a store that exists'),
    ]);
  });

  test('that is removed in mid-run stops the sweep; the next begins a new one', async () => {
    const child = start(
      ['sweep', 'slow.yaml', '--store', 'gone.duckdb', ...dice, '--workers', '2'],
      { cwd },
    );
    const ended = ending(child);
    while (!existsSync(folder.at('gone.duckdb.progress.json')) && child.exitCode === null) {
      await new Promise((next) => setTimeout(next, 20));
    }
    rmSync(folder.at('gone.duckdb'));
    const { code, stderr } = await ended;
    expect([code, stderr]).toEqual([74, expect.stringContaining('it was removed or renamed')]);
    const again = await sweep('few.yaml', 'gone.duckdb', ...dice);
    expect([again.code, again.stdout]).toEqual([
      0,
      expect.stringContaining('6 of 6 are in the store'),
    ]);
  });
});
