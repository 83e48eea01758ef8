/** Every malformed scenario and roster through the command line: told line by line, nothing written. */
import { describe, expect, it } from 'vitest';
import { allGood, malformed } from '../roster/malformed-cases.ts';
import type { MalformedScenario } from '../scenario/malformed/malformed-scenarios.ts';
import { malformedScenarios } from '../scenario/malformed/malformed-scenarios.ts';
import { parseOutput } from './json-schemas.ts';
import type { Ended } from './program.ts';
import { mentorscape, stackLine, workFolder } from './program.ts';

const folder = workFolder();
const cwd = folder.path;

/** The scenarios, each in a folder of its own. */
const scenarios = malformedScenarios.map((scenario, k) => {
  const own = `scenario-${k}`;
  const { file = 'scenario.yaml', content, others = {} } = scenario;
  for (const [name, text] of Object.entries({ ...others, [file]: content })) {
    folder.write(`${own}/${name}`, text);
  }
  return { ...scenario, own, path: `${own}/${file}` };
});

/** The rosters, each beside a scenario that names it. */
const rosters = malformed.map(({ people = allGood, ties, ...bad }, k) => {
  const own = `roster-${k}`;
  folder.write(`${own}/people.csv`, people);
  if (ties !== undefined) folder.write(`${own}/ties.csv`, ties);
  const named = `people: people.csv${ties === undefined ? '' : ', ties: ties.csv'}`;
  const path = `${own}/scenario.yaml`;
  folder.write(path, `mentorscape: 1\nroster: { ${named} }\n`);
  return { ...bad, own, path };
});

const before = folder.listing();

function linesOf({ stderr }: Ended, own: string): string[] {
  return stderr.split('\n').filter((line) => line.startsWith(`${own}/`));
}

/** Checks what is said of one scenario: each expected problem, in order, and no other. */
function expectTold(
  { own, file = 'scenario.yaml', expected }: MalformedScenario & { own: string },
  ended: Ended,
): void {
  const lines = linesOf(ended, own);
  expect(lines).toHaveLength(expected.length);
  expected.forEach((issue, k) => {
    const line = issue.line === undefined ? '' : `:${issue.line}`;
    const place = `${own}/${issue.file ?? file}${line}: ${issue.key}: expected `;
    expect(lines[k].startsWith(place), `${lines[k]}\nshould begin with\n${place}`).toBe(true);
    expect(lines[k]).toContain(issue.message);
  });
}

/** Few processes: a third of the files each. */
async function validate(paths: readonly string[]): Promise<Ended[]> {
  const third = Math.ceil(paths.length / 3);
  return Promise.all(
    [0, 1, 2].map((k) =>
      mentorscape(['validate', ...paths.slice(k * third, (k + 1) * third)], { cwd }),
    ),
  );
}

function joined(all: readonly Ended[]): Ended {
  const text = (part: 'stdout' | 'stderr'): string => all.map((ended) => ended[part]).join('');
  return { code: null, stdout: text('stdout'), stderr: text('stderr') };
}

describe('validate', () => {
  it('tells every problem of every malformed scenario', async () => {
    const ended = await validate(scenarios.map(({ path }) => path));
    expect(ended.map(({ code, stdout }) => [code, stdout])).toEqual(Array(3).fill([2, '']));
    const all = joined(ended);
    for (const scenario of scenarios) expectTold(scenario, all);
    expect(all.stderr).not.toMatch(stackLine);
    const told = scenarios.reduce((sum, { expected }) => sum + expected.length, 0);
    expect(all.stderr.trimEnd().split('\n')).toHaveLength(told);
    expect(folder.listing()).toEqual(before);
  });

  it('tells the problem of every malformed roster, at its own file and line', async () => {
    const paths = rosters.map(({ path }) => path);
    const ended = await mentorscape(['validate', ...paths], { cwd });
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    for (const { own, file, line, key, message } of rosters) {
      const place = line === undefined ? file : `${file}:${line}`;
      expect(linesOf(ended, own)).toContain(`${own}/${place}: ${key}: ${message}`);
    }
    expect(ended.stderr).not.toMatch(stackLine);
    expect(folder.listing()).toEqual(before);
  });

  it('says the same as JSON', async () => {
    const some = scenarios.filter((_, k) => k % 9 === 0);
    const args = ['validate', '--json', ...some.map(({ path }) => path), rosters[0].path];
    const { code, stdout, stderr } = await mentorscape(args, { cwd });
    expect([code, stderr]).toEqual([2, '']);
    const files = parseOutput('validate', stdout)['files'] as {
      readonly file: string;
      readonly valid: boolean;
      readonly issues: readonly { readonly line?: number; readonly key: string }[];
    }[];
    expect(files.map(({ file, valid }) => [file, valid])).toEqual(
      [...some, rosters[0]].map(({ path }) => [path, false]),
    );
    some.forEach(({ expected }, k) => {
      expect(files[k].issues.map(({ line, key }) => [line, key])).toEqual(
        expected.map(({ line, key }) => [line, key]),
      );
    });
  });
});

describe.concurrent('run', () => {
  const sample = scenarios
    .filter((_, k) => k % Math.floor(scenarios.length / 11) === 0)
    .slice(0, 12);

  it.each(sample)('refuses a scenario: $name', async (scenario) => {
    const ended = await mentorscape(['run', scenario.path, '--out', 'results'], { cwd });
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expectTold(scenario, ended);
    expect(ended.stderr).not.toMatch(stackLine);
    expect(folder.listing()).toEqual(before);
  });

  it.each(rosters.filter((_, k) => k % 18 === 4))('refuses a roster: $name', async (roster) => {
    const ended = await mentorscape(['run', roster.path, '--out', 'results'], { cwd });
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain(`: ${roster.key}: ${roster.message}\n`);
    expect(ended.stderr).not.toMatch(stackLine);
    expect(folder.listing()).toEqual(before);
  });
});
