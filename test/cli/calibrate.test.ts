/** The command `calibrate`: the same whatever the workers, goes on after an interruption, refuses what is wrong. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseOutput } from './json-schemas.ts';
import { ending, mentorscape, smallScenario, stackLine, start, workFolder } from './program.ts';

const head = `# Which strain gives the burnout that is seen?
calibration: 1
base: small.yaml
`;
const target = `targets:
  - { outcome: burnedOut, group: residents, value: 0.5, sd: 0.1, instrument: a survey }
`;
const settings = `parameters:
  parameters.strainResidents: { prior: normal, mean: 0.4, sd: 0.6 }
  parameters.causalShare: plausible
particles: 12
replicates: 1
generations: 3
tries: 4
`;
const folder = workFolder({
  'small.yaml': smallScenario,
  'targets.yaml': head + target + settings,
});
const cwd = folder.path;
const calibrate = (out: string, ...more: string[]): string[] => [
  ...['calibrate', 'targets.yaml', '--out', out, ...more],
];
const read = (name: string): string => readFileSync(folder.at(name), 'utf8');

describe('calibrate', () => {
  test('gives the same with one worker, and with two after an interruption', async () => {
    const { code, stdout, stderr } = await mentorscape(calibrate('a/fit.yaml', '--workers', '1'), {
      cwd,
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/Strain of residents/);
    expect(stdout).toMatch(/A fit is no proof/);
    expect(read('a/fit.yaml')).toMatch(/^# What does a small department/);
    expect(read('a/fit.yaml')).toMatch(/\nparameters:\n {2}causalShare: 0\.\d+\n/);
    expect(read('a/fit.posterior.csv').split('\n')).toHaveLength(202);

    const child = start(calibrate('b/fit.yaml', '--workers', '2'), { cwd });
    const ended = ending(child);
    while (!existsSync(folder.at('b/fit.state.json'))) await new Promise((r) => setTimeout(r, 20));
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expect(existsSync(folder.at('b/fit.yaml'))).toBe(false);
    const words = ['--workers', '2', '--json', '--figure', 'b/figure'];
    const again = await mentorscape(calibrate('b/fit.yaml', ...words), { cwd });
    expect(again.code).toBe(0);
    for (const name of ['fit.yaml', 'fit.posterior.csv', 'fit.state.json']) {
      expect(read(`b/${name}`), name).toBe(read(`a/${name}`));
    }
    const result = parseOutput('calibrate', again.stdout) as {
      parameters: { path: string; profile: object[] }[];
      wrote: string[];
    } & Record<string, unknown[]>;
    expect(result.parameters.map(({ path }) => path)).toEqual([
      'parameters.strainResidents',
      'parameters.causalShare',
    ]);
    expect(result.parameters[0].profile).toHaveLength(20);
    expect(result.wrote).toHaveLength(8);
    for (const kind of ['posterior', 'check', 'profile']) {
      const svg = read(`b/figure-${kind}.svg`);
      expect(svg).toMatch(/^<svg xmlns/);
      // every parameter, or every target, has its name in the picture
      for (const name of kind === 'check'
        ? ['Burned out, Residents']
        : ['Strain of residents', 'Causal share'])
        expect(svg, kind).toContain(name);
      const png = readFileSync(folder.at(`b/figure-${kind}.png`));
      expect(png.toString('latin1', 1, 4)).toBe('PNG');
    }
    const run = await mentorscape(['validate', 'a/fit.yaml'], { cwd });
    expect(run.stdout).toBe('a/fit.yaml: valid\n');
  }, 120_000);

  test('does not go on from the state of other targets', async () => {
    folder.write('c.state.json', JSON.stringify({ calibrationState: 1, problem: 'x', state: {} }));
    const { code, stderr } = await mentorscape(calibrate('c.yaml'), { cwd });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/other targets.*--restart/)]);
  });
});

describe('what is wrong is said with its line, and nothing is written', () => {
  test.each([
    ['no base', target + settings, /base: expected the scenario to fit, found none/],
    ['no targets', `base: small.yaml\n${settings}`, /targets: expected a list of targets/],
    [
      'an outcome',
      `base: small.yaml\n${target.replace('burnedOut', 'burnedOt')}${settings}`,
      /targets.yaml:5: .*Did you mean burnedOut/,
    ],
    [
      'no uncertainty',
      `base: small.yaml\n${target.replace(', sd: 0.1', '')}${settings}`,
      /sd above 0, or low and high/,
    ],
    [
      'no instrument',
      `base: small.yaml\n${target.replace(', instrument: a survey', '')}${settings}`,
      /how the value was measured/,
    ],
    [
      'a parameter',
      `base: small.yaml\n${target}${settings.replace('causalShare', 'casualShare')}`,
      /targets.yaml:8: .*Did you mean causalShare/,
    ],
    [
      'a prior',
      `base: small.yaml\n${target}${settings.replace('normal', 'norml')}`,
      /Did you mean normal/,
    ],
    [
      'a range',
      `base: small.yaml\n${target}${settings.replace('mean: 0.4', 'mean: 9')}`,
      /a number from -5 to 5, found 9/,
    ],
    [
      'a key',
      `base: small.yaml\n${target}${settings}particle: 3\n`,
      /Did you mean particles|the unknown name "particle"/,
    ],
    [
      'the version',
      `base: small.yaml\n${target}${settings}`.replace(/^/, 'calibration: 2\n'),
      /the version of the calibration format/,
    ],
  ])('%s', async (_, text, message) => {
    const whole = text.startsWith('calibration') ? text : `calibration: 1\n${text}`;
    folder.write('wrong/targets.yaml', `# Why?\n${whole}`);
    folder.write('wrong/small.yaml', smallScenario);
    const before = folder.listing();
    const { code, stdout, stderr } = await mentorscape(
      ['calibrate', 'wrong/targets.yaml', '--out', 'wrong/fit.yaml'],
      { cwd },
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(stackLine);
    expect(folder.listing()).toEqual(before);
  });
});
