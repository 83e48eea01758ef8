/** Commands that write or check files: init, validate, import and roster on the built program. */
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eight } from '../roster/import-helpers.ts';
import { parseOutput } from './json-schemas.ts';
import { mentorscape, powerless, root, smallScenario, stackLine, workFolder } from './program.ts';

const folder = workFolder({
  'small.yaml': smallScenario,
  'nodes.csv': eight,
  'edges.csv': 'from,to\na,h\nb,g\ng,b\nc,d\n',
});
const cwd = folder.path;
const text = (name: string): string => readFileSync(folder.at(name), 'utf8');

describe('init', () => {
  it('writes a scenario that is valid and runs', async () => {
    const { code, stdout, stderr } = await mentorscape(['init', 'mine.yaml'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Wrote mine.yaml.');
    expect(text('mine.yaml').split('\n')[0]).toBe('# What changes if …?');
    expect(await mentorscape(['validate', 'mine.yaml'], { cwd })).toEqual({
      ...{ code: 0, stdout: 'mine.yaml: valid\n', stderr: '' },
    });
    const run = await mentorscape(['run', 'mine.yaml', '--replicates', '1', '--json'], { cwd });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(parseOutput('run', run.stdout)['runs']).toHaveLength(1);
  });

  it('replaces a file only with --force', async () => {
    folder.write('kept.yaml', 'mine');
    const refused = await mentorscape(['init', 'kept.yaml'], { cwd });
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('found "kept.yaml", which exists.');
    expect(text('kept.yaml')).toBe('mine');
    expect((await mentorscape(['init', 'kept.yaml', '--force'], { cwd })).code).toBe(0);
    expect(text('kept.yaml')).toBe(text('mine.yaml'));
  });

  it('asks for a terminal or a file when there is no terminal to ask at', async () => {
    const { code, stdout, stderr } = await mentorscape(['init', 'fit.yaml', '--interview'], {
      cwd,
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--interview: expected a terminal to ask at, or --answers FILE');
    expect(existsSync(folder.at('fit.yaml'))).toBe(false);
  });

  it('fits a department to answers in a file', async () => {
    folder.write(
      'answers.yaml',
      'residents: 8\ninstructors: 0\nassistants: 6\nassociates: 2\nfulls: 2\nfacultyLeaving: 0.1\n',
    );
    const args = ['init', 'fit.yaml', '--answers', 'answers.yaml', '--json'];
    const { code, stdout, stderr } = await mentorscape(args, { cwd });
    expect([code, stderr]).toEqual([0, '']);
    const { written, fit } = JSON.parse(stdout);
    expect(written).toEqual(['fit.yaml']);
    expect(fit.figures[0]).toMatchObject({
      title: 'Faculty who leave in a year',
      asked: 0.1,
      met: true,
    });
    expect((await mentorscape(['validate', 'fit.yaml'], { cwd })).stdout).toBe('fit.yaml: valid\n');
  });

  it('refuses a folder that is missing', async () => {
    const { code, stdout, stderr } = await mentorscape(['init', 'no/mine.yaml'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'file: expected a file in an existing folder, found "no", which is none.\n',
    );
  });

  it('refuses a folder that may not be written to', async (test) => {
    const user = powerless();
    if (!user) return test.skip('nobody to run it as');
    mkdirSync(folder.at('closed'));
    chmodSync(folder.at('closed'), 0o555);
    const args = ['init', 'closed/mine.yaml'];
    const { code, stdout, stderr } = await mentorscape(args, { cwd, ...user });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^file: expected a folder that can be written to, found .*EACCES/);
    expect(stderr).not.toMatch(stackLine);
  });
});

describe('validate', () => {
  it('says all that is wrong with all files, and which are valid', async () => {
    folder.write('bad.yaml', 'mentorscape: 1\nreplicates: 0\nhorizont: 3 years\n');
    folder.write('worse.yaml', 'mentorscape: 1\npolicies: [{ policy: protectTime }]\n');
    const args = ['validate', 'bad.yaml', 'small.yaml', 'worse.yaml', 'missing.yaml'];
    const { code, stdout, stderr } = await mentorscape(args, { cwd });
    expect([code, stdout]).toEqual([2, 'small.yaml: valid\n']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'bad.yaml:2: replicates',
      'bad.yaml:3: horizont',
      'worse.yaml:2: policies[0].policy',
      'missing.yaml: file',
    ]);
    expect(lines[1]).toContain('horizon');
    expect(lines[2]).toContain('protectedTime');
  });

  it('tells what has no effect', async () => {
    const policies = [
      '{ policy: formalMatching, objective: highestFit, end: year 20 }',
      '{ policy: peerGroups, coverage: 0, ramp: 11 years }',
      '{ policy: budgetCut, cuts: nearPeer }',
      '{ policy: mentorTraining, uptake: assigned, selfSelection: -0.5 }',
    ];
    folder.write('idle.yaml', `mentorscape: 1\npolicies:\n  - ${policies.join('\n  - ')}\n`);
    const { code, stdout, stderr } = await mentorscape(['validate', 'idle.yaml'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'idle.yaml: valid',
      'idle.yaml: policies[0].objective: without effect: it matters when algorithm is maximumFit, not random',
      'idle.yaml: policies[0].end: without effect, since it is not before the horizon of 520 weeks',
      'idle.yaml: policies[1].coverage: without effect, since peerGroups does nothing at 0',
      'idle.yaml: policies[1].ramp: full strength is never reached in 520 weeks',
      'idle.yaml: policies[2]: without effect, since budgetCut finds no policy to scale',
      'idle.yaml: policies[3].selfSelection: without effect: it matters when uptake is voluntary, not assigned',
    ]);
  });

  it('accepts what the project ships', async () => {
    const shipped = ['today', 'time-and-groups', 'hybrid', 'formal-matching', 'example-roster'];
    const files = shipped.map((name) => `scenarios/${name}.yaml`);
    const args = ['validate', ...files, '--json'];
    const { code, stdout, stderr } = await mentorscape(args, { cwd: root });
    expect([code, stderr]).toEqual([0, '']);
    expect(parseOutput('validate', stdout)['files']).toEqual(
      files.map((file) => ({ file, valid: true, issues: [], notes: [] })),
    );
  });
});

describe('import', () => {
  const args = ['import', '--people', 'nodes.csv', '--ties', 'edges.csv'];

  it('explains a dry run and writes nothing', async () => {
    const before = folder.listing();
    const { code, stdout, stderr } = await mentorscape([...args, '--dry-run'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('People: 8 of 8 rows of nodes.csv.');
    expect(stdout).toContain('Dry run: nothing was written.');
    expect(folder.listing()).toEqual(before);
  });

  it('writes a scenario that is valid and runs', async () => {
    const { code, stderr } = await mentorscape([...args, '--out', 'dept.yaml'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect((await mentorscape(['validate', 'dept.yaml'], { cwd })).code).toBe(0);
    const run = await mentorscape(['run', 'dept.yaml', '--replicates', '1', '--json'], { cwd });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(parseOutput('run', run.stdout)['runs']).toHaveLength(1);
  });

  it('refuses to overwrite, and says what is wrong with options', async () => {
    const before = text('dept.people.csv');
    const again = await mentorscape([...args, '--out', 'dept.yaml'], { cwd });
    expect([again.code, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toContain('--force');
    expect(text('dept.people.csv')).toBe(before);
    const wrong = await mentorscape(['import', '--people', 'node.csv', '--downward', 'flip'], {
      cwd,
    });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('--people: expected a file, found "node.csv", nothing there');
    expect(wrong.stderr).toContain('--downward: expected drop or reverse, found "flip"');
    expect(wrong.stderr).not.toMatch(stackLine);
  });
});

describe('roster', () => {
  it('writes people, ties and what they are, and a scenario of them runs', async () => {
    const size = ['--faculty', '12', '--residents', '6', '--departments', '2', '--seed', '4'];
    const { code, stdout, stderr } = await mentorscape(['roster', ...size, '--out', 'made'], {
      cwd,
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Synthetic roster: 18 people');
    expect(text('made.README.md')).toContain('Nobody here exists.');
    folder.write(
      'made.yaml',
      'mentorscape: 1\nroster: { people: made.people.csv, ties: made.ties.csv }\nhorizon: 1 year\n',
    );
    const run = await mentorscape(['run', 'made.yaml', '--replicates', '1', '--json'], { cwd });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(parseOutput('run', run.stdout)['runs']).toHaveLength(1);
  });

  it('refuses sizes that make no department', async () => {
    const args = ['roster', '--faculty', '1', '--residents', '0', '--out', 'none'];
    const { code, stdout, stderr } = await mentorscape(args, { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--departments: expected at most as many departments as faculty');
    expect(folder.listing().filter((name) => name.startsWith('none'))).toEqual([]);
  });
});
