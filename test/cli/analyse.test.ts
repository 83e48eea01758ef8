/** The command `analyse` on a real store: every analysis, its files, and requests that cannot be met. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { mentorscape, smallScenario, stackLine, workFolder } from './program.ts';

const folder = workFolder({
  'small.yaml': smallScenario,
  'design.yaml': `# Do protected time and peer groups help together more than apart?
design: 1
base: small.yaml
levers:
  policies.protectedTime.present: [false, true]
  policies.peerGroups.groupSize: [4, 8]
uncertainties:
  parameters.causalShare: plausible
  parameters.strainResidents: plausible
sampling: { levers: grid, uncertainties: { method: latinHypercube, points: 6 } }
replicates: 2
record: { groups: main, outcomes: [hasMentor, burnedOut, programmeCost] }
`,
  'plain.yaml': `design: 1
base: small.yaml
uncertainties: { parameters.causalShare: plausible }
replicates: 1
record: { outcomes: [hasMentor] }
`,
});
const cwd = folder.path;
const names = [
  ...['summary', 'effects', 'enough', 'sensitivity', 'variance', 'discover', 'robustness'],
  ...['attribution', 'pareto', 'phase'],
];
const analyse = (...args: string[]): ReturnType<typeof mentorscape> =>
  mentorscape(['analyse', ...args], { cwd });

beforeAll(async () => {
  for (const design of ['design.yaml', 'plain.yaml']) {
    const store = design.replace('.yaml', '.duckdb');
    const { code, stderr } = await mentorscape(['sweep', design, '--store', store], { cwd });
    expect([code, stderr]).toEqual([0, '']);
  }
}, 120_000);

describe.each(names)('analyse %s', (name) => {
  test('gives plain words, numbers as JSON, and a figure as SVG and PNG', async () => {
    const { code, stdout, stderr } = await analyse(
      ...[name, 'design.duckdb', '--outcome', 'burnedOut', '--figure', `figures/${name}`, '--json'],
    );
    expect([code, stderr]).toEqual([0, '']);
    const result: { paragraph: string; title: string } = JSON.parse(stdout);
    expect(result.paragraph).toMatch(/^[A-Z0-9“].*[.]$/);
    expect(readFileSync(folder.at(`figures/${name}.svg`), 'utf8')).toMatch(/^<svg xmlns=/);
    expect(
      readFileSync(folder.at(`figures/${name}.png`))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });
});

test('without --json there is a table above the words', async () => {
  const { stdout } = await analyse('effects', 'design.duckdb', '--figure', 'effects.png');
  const [title, table, paragraph, wrote] = stdout.trim().split('\n\n');
  expect(title).toBe('What the policies change: the share of people with a mentor');
  expect(table.split('\n')).toHaveLength(4);
  expect(table).toMatch(/^Policy +Change +Interval of the mean/);
  expect(paragraph).toContain('6 worlds of other assumptions');
  expect(wrote).toBe('Wrote effects.svg, effects.png');
});

test('a figure is not replaced unless that is asked for', async () => {
  folder.write('kept.svg', 'mine');
  const { code, stderr } = await analyse('summary', 'design.duckdb', '--figure', 'kept');
  expect([code, stderr]).toEqual([2, expect.stringContaining('kept.svg')]);
  expect(readFileSync(folder.at('kept.svg'), 'utf8')).toBe('mine');
  expect((await analyse('summary', 'design.duckdb', '--figure', 'kept', '--force')).code).toBe(0);
});

test('without levers, enough asks how well the mean is known', async () => {
  const { code, stdout } = await analyse('enough', 'plain.duckdb', '--important', '0.1', '--json');
  const result: { replicates: number; settings: number; further: null; paragraph: string } =
    JSON.parse(stdout);
  expect([code, result.replicates, result.settings]).toEqual([0, 1, 3]);
  // nothing is foreseen from one replicate: its spread is not known
  expect(result.further).toBeNull();
  expect(result.paragraph).toContain('how well the mean is known');
});

describe('what cannot be answered is refused with what would help', () => {
  test.each([
    [['effects', 'no.duckdb'], /a store that exists, found "no\.duckdb"/],
    [['effects', 'small.yaml'], /a store made by/],
    [['effects', 'design.duckdb', '--outcome', 'hasMentr'], /The nearest is hasMentor/],
    [['effects', 'design.duckdb', '--group', 'resident'], /The nearest is residents/],
    [['effects', 'design.duckdb', '--plan', 'desing.yaml'], /--plan: expected a plan/],
    [['effects', 'plain.duckdb'], /found a design without levers/],
    [['variance', 'plain.duckdb'], /two futures each.*Raise `replicates`/],
    [['phase', 'plain.duckdb'], /--y: expected a factor with at least two numbers/],
    [['discover', 'design.duckdb', '--above', '7'], /--above: expected a limit between/],
    [['discover', 'design.duckdb', '--above', 'much'], /Expected a number/],
    [['pareto', 'design.duckdb', '--cost', 'netCost'], /a recorded outcome/],
    [['dance', 'design.duckdb'], /unknown command/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await analyse(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(stackLine);
  });
});
