/** How runs end: with a model of your own, with failures, with a dead thread, by Ctrl-C, by a bug. */
import { existsSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replicateSeed } from '../../sim/chance/seeds.ts';
import { diceModel, diceScenario, unlucky } from './dice-model.ts';
import { parseOutput } from './json-schemas.ts';
import type { Ended } from './program.ts';
import { ending, mentorscape, stackLine, start, workFolder } from './program.ts';

const folder = workFolder({
  'dice.js': diceModel,
  'fair.yaml': diceScenario(),
  'some-fail.yaml': diceScenario('{ fails: 0.5 }'),
  'all-fail.yaml': diceScenario('{ fails: 1 }'),
  'some-die.yaml': diceScenario('{ dies: 0.5 }'),
  'slow.yaml': diceScenario('{ waits: 900 }', 3),
  'waits.yaml': diceScenario('{ waits: 60000 }'),
});
const cwd = folder.path;
const own = ['--model', 'dice.js'];
const all = [0, 1, 2, 3, 4, 5, 6, 7];

function replicatesOf({ stdout }: Ended): unknown[] {
  return (parseOutput('run', stdout)['runs'] as { replicate: number }[]).map((r) => r.replicate);
}

/** What is said of futures that failed for one reason. */
function toldOf(replicates: readonly number[], reason: string): string {
  const [first, ...others] = replicates;
  return `${replicates.length} futures failed and are left out of the results:
  ${reason}
    future ${first} (seed ${replicateSeed('7', first)}) and ${others.length} more
`;
}

describe.concurrent('a model of your own', () => {
  it('runs, alike on one thread and on three', async () => {
    const one = await mentorscape(['run', 'fair.yaml', ...own, '--json', '--workers', '1'], {
      cwd,
    });
    expect([one.code, one.stderr]).toEqual([0, '']);
    expect(replicatesOf(one)).toEqual(all);
    const [row] = parseOutput('run', one.stdout)['outcomes'] as { mean: number; unit: string }[];
    expect(row.unit).toBe('pips');
    expect(Math.abs(row.mean - 3.5)).toBeLessThan(0.5);
    const three = await mentorscape(['run', 'fair.yaml', ...own, '--json', '--workers', '3'], {
      cwd,
    });
    expect(three).toEqual(one);
  });

  it('is named by the user only: a scenario cannot bring one', async () => {
    const { code, stderr } = await mentorscape(['run', 'fair.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('model: expected the name of a built-in model');
    expect(stderr).toContain('A model of your own needs --model FILE on the command line');
  });

  it('is not passed over in silence by a scenario of another model', async () => {
    folder.write('other.yaml', 'mentorscape: 1\nmodel: minimal\nreplicates: 3\n');
    const { code, stdout, stderr } = await mentorscape(['run', 'other.yaml', ...own], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('other.yaml: model: expected dice, the model of --model dice.js');
    expect(stderr).toContain('leave out --model');
  });

  it.each([
    ['missing.js', undefined, /^--model: expected a file that exists, found "missing.js"\.$/m],
    [
      'broken.js',
      'export const a = ;',
      /^--model: expected a JavaScript module, found "broken.js"/,
    ],
    ['throws.js', 'throw new Error("no dice");', /found "throws.js", which fails: no dice\.$/m],
    ['part.js', 'export const a = { schedule: [], outcomes: {}, setup() {} };', /exports a model/],
  ])('in %s is refused as bad input', async (file, text, message) => {
    if (text !== undefined) folder.write(file, text);
    const { code, stdout, stderr } = await mentorscape(['run', 'fair.yaml', '--model', file], {
      cwd,
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(stackLine);
  });
});

describe.concurrent('a run that fails', () => {
  it('is left out and told, with process, week and seed, and the exit code is 3', async () => {
    const failing = unlucky(0.5);
    expect(failing.length).toBeGreaterThan(1);
    expect(failing.length).toBeLessThan(7);
    const args = ['run', 'some-fail.yaml', ...own, '--json', '--out', 'partly'];
    const ended = await mentorscape(args, { cwd });
    expect(ended.code).toBe(3);
    expect(replicatesOf(ended)).toEqual(all.filter((r) => !failing.includes(r)));
    const reason = 'dice, process roll, week 2, seed …: a die fell off the table';
    expect(ended.stderr).toBe(toldOf(failing, reason));
    expect(existsSync(folder.at('partly/runs.json'))).toBe(true);
  });

  it('takes its pairs along in a comparison', async () => {
    const args = ['compare', 'fair.yaml', 'some-fail.yaml', ...own, '--json'];
    const { code, stdout } = await mentorscape(args, { cwd });
    expect(code).toBe(3);
    const [row] = parseOutput('compare', stdout)['comparisons'] as { replicates: number }[];
    expect(row).toMatchObject({ replicates: 8 - unlucky(0.5).length, verdict: 'no difference' });
  });

  it('of all others too leaves an empty result', async () => {
    const ended = await mentorscape(['run', 'all-fail.yaml', ...own, '--json'], { cwd });
    expect(ended.code).toBe(3);
    expect(JSON.parse(ended.stdout)).toEqual({ runs: [], outcomes: [] });
    const table = await mentorscape(['run', 'all-fail.yaml', ...own], { cwd });
    expect([table.code, table.stdout.split('\n')[0]]).toEqual([3, 'all-fail.yaml: 0 futures']);
  });
});

describe.concurrent('a thread that dies', () => {
  it.each([1, 3])('costs its own run only, on %d workers', async (workers) => {
    const dying = unlucky(0.5);
    const args = ['run', 'some-die.yaml', ...own, '--json', '--workers', `${workers}`];
    const ended = await mentorscape(args, { cwd });
    expect(ended.code).toBe(3);
    expect(replicatesOf(ended)).toEqual(all.filter((r) => !dying.includes(r)));
    expect(ended.stderr).toBe(toldOf(dying, 'worker ended with code 7'));
  });
});

describe.concurrent('a run that takes its time', () => {
  it('is quiet when standard error is no terminal', async () => {
    const ended = await mentorscape(['run', 'slow.yaml', ...own, '--workers', '1'], { cwd });
    expect([ended.code, ended.stderr]).toEqual([0, '']);
  });
});

describe.skipIf(process.platform === 'win32')('Ctrl-C in the middle of a run', () => {
  it.each([
    ['run', ['run', 'waits.yaml', ...own, '--out', 'never']],
    ['compare', ['compare', 'waits.yaml', 'waits.yaml', ...own, '--report', 'never/a.html']],
  ])('ends %s with 130, nothing written and nothing left running', async (_, args) => {
    rmSync(folder.at('marker'), { force: true });
    const before = folder.listing();
    const child = start([...args, '--workers', '2'], { cwd, env: { DICE_MARKER: 'marker' } });
    const ended = ending(child);
    const deadline = performance.now() + 30_000;
    while (!existsSync(folder.at('marker')) && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill('SIGINT');
    expect(await ended).toEqual({
      ...{ code: 130, stdout: '', stderr: '\nInterrupted; nothing was written.\n' },
    });
    rmSync(folder.at('marker'));
    expect(folder.listing()).toEqual(before);
  });
});

describe('what nobody foresaw', () => {
  it('ends with 1, the stack, and the command that shows it', async () => {
    const text = diceModel.replace(
      'derive: () => ({})',
      'get derive() { throw new Error("dizzy"); }',
    );
    folder.write(
      'dizzy.js',
      text.replace('outcomes: {', 'get outcomes() { throw new Error("dizzy"); }, spare: {'),
    );
    const args = ['run', 'fair.yaml', '--model', 'dizzy.js'];
    const { code, stdout, stderr } = await mentorscape(args, { cwd });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('This is a bug of Mentorscape. Please report it');
    expect(stderr).toContain('  mentorscape run fair.yaml --model dizzy.js\n');
    expect(stderr).toMatch(/^Error: dizzy$/m);
    expect(stderr).toMatch(stackLine);
  });
});
