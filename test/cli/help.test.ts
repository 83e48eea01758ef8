/** What the program says of itself: help, version, slips of the keyboard, descriptions of models. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { mentoring } from '../../models/mentoring/model.ts';
import { diceModel } from './dice-model.ts';
import { mentorscape, perhapsOld, root, stackLine, workFolder } from './program.ts';

const folder = workFolder({ 'dice.js': diceModel });
const commands = [
  ...['run', 'compare', 'validate', 'describe', 'init', 'import', 'roster', 'equity', 'evaluate'],
  ...['trial', 'why', 'sweep', 'replay', 'view', 'analyse', 'calibrate', 'report'],
];

describe.concurrent('help', () => {
  it('lists every command and the exit codes', async () => {
    const { code, stdout, stderr } = await mentorscape(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(stdout).toContain('Exit codes: 0 done, 1 our bug, 2 bad input');
  });

  it.each(commands)('of %s has examples, of files that are there', async (command) => {
    const { code, stdout, stderr } = await mentorscape([command, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Examples?:$/m);
    expect(stdout).toMatch(new RegExp(`^ {2}\\$ mentorscape ${command}`, 'm'));
    for (const [file] of stdout.matchAll(/scenarios\/[\w-]+\.yaml/g)) {
      expect(existsSync(join(root, file)), file).toBe(true);
    }
  });

  it('is printed where a command is missing, as an error', async () => {
    const { code, stdout, stderr } = await mentorscape([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: mentorscape');
  });
});

describe.concurrent('the version', () => {
  it('is that of package.json', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(await mentorscape(['--version'])).toEqual({
      ...{ code: 0, stdout: `${version}\n`, stderr: '' },
    });
  });
});

describe.concurrent('what a command does not need', () => {
  /** Scripts that a command loads, as V8 lists them. */
  const loaded = async (...args: string[]): Promise<string[]> => {
    const lists = folder.at(`scripts-${args.join('').replaceAll(/\W/g, '')}`);
    const { code, stderr } = await mentorscape(args, { env: { NODE_V8_COVERAGE: lists } });
    expect([code, stderr]).toEqual([0, '']);
    const files = readdirSync(lists).map((name) => readFileSync(join(lists, name), 'utf8'));
    return files.flatMap((text) => JSON.parse(text).result.map(({ url }: { url: string }) => url));
  };
  const heavy = /node_modules\/(@duckdb|@resvg|vega|graphology)/;

  it('is not loaded', async () => {
    const version = await loaded('--version');
    expect(version.filter((url) => url.includes('/dist/')).length).toBeGreaterThan(2);
    expect(version.filter((url) => heavy.test(url) || url.includes('/models/'))).toEqual([]);
    const scenario = join(root, 'scenarios/today.yaml');
    expect((await loaded('validate', scenario)).filter((url) => heavy.test(url))).toEqual([]);
    const plan = ['sweep', 'plan', join(root, 'scenarios/sweeps/study.yaml'), '--count'];
    expect((await loaded(...plan)).filter((url) => heavy.test(url))).toEqual([]);
  });
});

describe.concurrent('a slip of the keyboard', () => {
  it.each([
    [['rnu', 'x.yaml'], "unknown command 'rnu'", 'Did you mean run?'],
    [['run', 'x.yaml', '--replicate', '3'], "unknown option '--replicate'", '--replicates'],
  ])('%j is told, with what is nearest', async (args, message, nearest) => {
    const { code, stdout, stderr } = await mentorscape(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain(nearest);
    expect(stderr).toContain('--help');
    expect(stderr).not.toMatch(stackLine);
  });

  it.each([
    [['compare', 'x.yaml'], "missing required argument 'scenarios'"],
    [['run', 'x.yaml', '--workers', '0'], 'Expected a whole number from 1 to 1024.'],
    [['run', 'x.yaml', '--replicates', '1e3'], 'Expected a whole number from 1 to 100000.'],
    [['run', 'x.yaml', '--seed', ' '], 'Expected a text or number of 1 to 100 characters.'],
    [['run', 'x.yaml', '--out'], "option '--out <folder>' argument missing"],
  ])('%j is refused and says why', async (args, message) => {
    const { code, stdout, stderr } = await mentorscape(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(stackLine);
  });
});

describe.concurrent('describe', () => {
  const told = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await mentorscape(['describe', ...args], { cwd: folder.path });
    expect([code, stderr]).toEqual([0, '']);
    return stdout;
  };

  it('names what the mentoring model contains', async () => {
    const text = await told();
    expect(text).toMatch(/^mentoring: Mentoring in academic medicine$/m);
    const names = [mentoring.policies, mentoring.outcomes].flatMap(Object.keys);
    for (const name of names) expect(text, perhapsOld).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    expect(text).toContain('residents, faculty');
  });

  it('prints the schedule in the order in which it is run', async () => {
    const names = mentoring.schedule.map((step) => (step === 'policies' ? step : step.name));
    const lines = (await told('--schedule')).split('\n').slice(2, -1);
    expect(
      lines.map((line) => line.trim().split(/\s+/).slice(0, 2)),
      perhapsOld,
    ).toEqual(names.map((name, k) => [`${k + 1}`, name]));
  });

  it('prints every parameter, setting and lever with unit, range, grade and source', async () => {
    const text = await told('--parameters');
    const { shape, population, policies } = mentoring;
    const sections = [
      ['\nParameters\n', shape.parameters],
      ['\nPopulation\n', population],
      ...Object.entries(policies).map(([name, p]) => [`\nPolicy ${name}: `, p.levers] as const),
    ] as const;
    for (const [heading, specs] of sections) {
      let at = `\n${text}`.indexOf(heading);
      expect(at, heading).toBeGreaterThanOrEqual(0);
      for (const [name, spec] of Object.entries(specs)) {
        at = text.indexOf(`\n  ${name}: ${spec.title}. `, at);
        expect(at, `${name}: ${perhapsOld}`).toBeGreaterThan(0);
        const entry = text.slice(at, text.indexOf('\n', text.indexOf('\n    grade ', at) + 1));
        expect(entry).toContain(`default ${spec.default}; `);
        const doubt = spec.source.includes('unverified') ? ', unverified' : '';
        expect(entry).toContain(`grade ${spec.grade}${doubt}: ${spec.source}`);
        expect(entry).toContain('options' in spec ? spec.options.join(', ') : `(${spec.unit})`);
      }
    }
  });

  it('prints a JSON Schema of scenarios that compiles', async () => {
    const schema = JSON.parse(await told('--schema'));
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    expect(validate({ mentorscape: 1, replicates: 3 })).toBe(true);
    expect(validate({ mentorscape: 1, replicates: 0 })).toBe(false);
  });

  it('prints all of it as JSON', async () => {
    const data = JSON.parse(await told('--json'));
    expect(data).toMatchObject({ name: 'mentoring', version: mentoring.version });
    expect(Object.keys(data.outcomes).sort()).toEqual(Object.keys(mentoring.outcomes).sort());
    expect(data.parameters.womenShare).toMatchObject({ unit: 'share', grade: 'B' });
    expect(data.groups).toContain('under-represented');
  });

  it('describes another model by name, and one of your own by its file', async () => {
    expect(await told('minimal', '--schedule')).toMatch(/^ 2 {2}fade +Ties end by chance\.$/m);
    const own = await told('--model', 'dice.js', '--schedule');
    expect(own).toMatch(/^Dice: one week\n\n 1 {2}roll +Everybody rolls a die\.\n$/);
  });

  it('refuses a model that is not there', async () => {
    const { code, stdout, stderr } = await mentorscape(['describe', 'maximal']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe('model: expected one of mentoring, minimal, found "maximal".\n');
  });
});
