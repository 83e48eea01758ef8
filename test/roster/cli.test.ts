/** The commands import and roster on real files: what they write, refuse, and leave alone. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ImportOptions, registerImport, runImport } from '../../cli/import.ts';
import { registerRoster, runRoster } from '../../cli/roster.ts';
import { writeAll } from '../../cli/roster-files.ts';
import { rosterVocabulary } from '../../models/mentoring/roster-vocabulary.ts';
import { ScenarioError } from '../../sim/data/issues.ts';
import { readRoster } from '../../sim/roster/roster.ts';
import { eight } from './import-helpers.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');
const listing = (): string[] => readdirSync(folder).sort();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentorscape-import-'));
  writeFileSync(at('nodes.csv'), eight.replace('a,', 'Ann Lee,'));
  writeFileSync(at('edges.csv'), 'from,to\nAnn Lee,h\nb,g\ng,b\n');
  writeFileSync(at('map.yaml'), 'people: {department: role}\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inputs = (): ImportOptions => ({ people: at('nodes.csv'), ties: at('edges.csv') });

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.replaceAll(folder, '…');
    throw error;
  }
  return 'no error';
}

describe('import', () => {
  test('a dry run tells and writes nothing', () => {
    const before = listing();
    const told = runImport({ ...inputs(), dryRun: true, out: at('dept.yaml') });
    expect(listing()).toEqual(before);
    expect(told).toContain('People: 8 of 8 rows');
    expect(told).toContain('Ties: 2 senior and 0 peer, from 3 rows');
    expect(told).toMatch(/1 {2}dropped {4}downward in rank/);
    expect(told).toContain('Dry run: nothing was written.');
  });

  test('writes a scenario, people and ties under pseudonyms, and no key', () => {
    const told = runImport({ ...inputs(), map: [at('map.yaml')], out: at('dept.yaml') });
    expect(told).toContain('Ids are replaced by pseudonyms. Written: ');
    expect(listing()).toEqual([
      'dept.people.csv',
      'dept.ties.csv',
      'dept.yaml',
      'edges.csv',
      'map.yaml',
      'nodes.csv',
    ]);
    const scenario = text('dept.yaml');
    expect(scenario.split('\n')[0]).toBe(
      "# What does this department's mentoring network do over the next ten years, as it is today?",
    );
    expect(parse(scenario)).toMatchObject({
      mentorscape: 1,
      model: 'mentoring',
      roster: { people: 'dept.people.csv', ties: 'dept.ties.csv' },
      horizon: '10 years',
      seed: 1,
    });
    const people = text('dept.people.csv');
    expect(people + text('dept.ties.csv') + scenario).not.toContain('Ann');
    const roster = readRoster(people, text('dept.ties.csv'), rosterVocabulary, {
      people: 'p',
      ties: 't',
    });
    expect(roster.people.map(({ id }) => id)).toEqual([
      'P001',
      'P002',
      'P003',
      'P004',
      'P005',
      'P006',
      'P007',
      'P008',
    ]);
    expect(roster.ties.map(({ kind }) => kind)).toEqual(['senior', 'senior']);
  });

  test('overwrites nothing without --force, and with it the same files come out', () => {
    const before = text('dept.people.csv');
    writeFileSync(at('dept.ties.csv'), 'mine');
    const message = messageOf(() =>
      runImport({ ...inputs(), map: [at('map.yaml')], out: at('dept.yaml') }),
    );
    expect(message.split('\n')).toEqual(
      ['dept.people.csv', 'dept.ties.csv', 'dept.yaml'].map(
        (name) =>
          `--out: expected a file that does not exist yet, found "…/${name}", which exists. Choose another name, or overwrite it with --force.`,
      ),
    );
    expect(text('dept.ties.csv')).toBe('mine');
    runImport({ ...inputs(), map: [at('map.yaml')], out: at('dept.yaml'), force: true });
    expect(text('dept.ties.csv')).toContain('from,to,kind,weight');
    expect(text('dept.people.csv')).toBe(before);
    expect(listing().filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('keeps ids when told, and writes the key to pseudonyms only when told', () => {
    runImport({ ...inputs(), out: at('ids.yaml'), keepIds: true });
    expect(text('ids.people.csv').split('\n')[1]).toMatch(/^Ann Lee,/);
    runImport({ ...inputs(), out: at('secret.yaml'), key: at('key.csv') });
    expect(text('key.csv')).toMatch(/^pseudonym,id\nP001,/);
    expect(text('key.csv')).toMatch(/\nP00\d,Ann Lee\n/);
    if (process.platform !== 'win32') expect(statSync(at('key.csv')).mode & 0o077).toBe(0);
  });

  test('without ties, the scenario names none', () => {
    runImport({ people: at('nodes.csv'), out: at('alone.yaml') });
    expect(parse(text('alone.yaml')).roster).toEqual({ people: 'alone.people.csv' });
    expect(listing()).not.toContain('alone.ties.csv');
  });

  test('JSON holds the explanation and what was written', () => {
    const told = JSON.parse(runImport({ ...inputs(), dryRun: true, json: true }));
    expect(told).toMatchObject({
      people: { read: 8, kept: 8 },
      ties: { read: 3, upward: 2 },
      written: [],
    });
  });

  test('is a command, whose --map may be repeated', async () => {
    const printed: string[] = [];
    const program = new Command();
    registerImport(program, (line) => printed.push(line));
    const args = ['--people', at('nodes.csv'), '--map', 'site=id', '--map', 'department=rank'];
    await program.parseAsync(['import', ...args, '--dry-run'], { from: 'user' });
    expect(printed.join('')).toMatch(/people {2}department {3}rank/);
    expect(printed.join('')).toMatch(/people {2}site {9}id/);
  });

  test('all problems of options and files at once, and nothing written', () => {
    const before = listing();
    writeFileSync(at('latin.csv'), Buffer.from('id,role,rank\nJos\xe9,faculty,full\n', 'latin1'));
    const message = messageOf(() =>
      runImport({
        people: at('latin.csv'),
        ties: folder,
        map: [at('mpa.yaml'), 'roel=x'],
        downward: 'flip',
        symmetrise: 'bth',
        peerGap: '-1',
        key: at('k.csv'),
        keepIds: true,
        out: at('none/dept.yaml'),
      }),
    );
    expect(message.split('\n').map((line) => line.replace(/ expected.*found/, ''))).toEqual([
      '--map: "…/mpa.yaml", nothing there. The nearest is map.yaml.',
      '--map: roel: "roel". The nearest is role.',
      '--downward: "flip".',
      '--symmetrise: "bth". The nearest is both.',
      '--peer-gap: "-1".',
      '…/latin.csv:2: encoding: bytes of another encoding, such as Latin-1 or Windows-1252. Save the file as CSV in UTF-8 and try again.',
      '--ties: "…", a folder.',
      '--key: both.',
      '--out: "…/none", which is none (3 times).',
    ]);
    rmSync(at('latin.csv'));
    expect(listing()).toEqual(before);
  });

  test('UTF-16 is told apart, a byte-order mark is not in the way', () => {
    writeFileSync(
      at('wide.csv'),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(eight, 'utf16le')]),
    );
    expect(messageOf(() => runImport({ people: at('wide.csv'), dryRun: true }))).toBe(
      '…/wide.csv:1: encoding: expected text in UTF-8, found UTF-16. Save the file as CSV in UTF-8 and try again.',
    );
    writeFileSync(at('marked.csv'), `\uFEFF${eight}`);
    expect(runImport({ people: at('marked.csv'), dryRun: true })).toContain('People: 8 of 8');
  });

  test('nothing at all, and an output that is an input', () => {
    expect(messageOf(() => runImport({}))).toBe(
      '--people: expected a CSV file of people, found nothing.\n--out: expected a file name that ends in .yaml, found nothing. Name the scenario to write, or look first with --dry-run.',
    );
    writeFileSync(at('own.people.csv'), eight);
    const message = messageOf(() =>
      runImport({ people: at('own.people.csv'), out: at('own.yaml'), force: true }),
    );
    expect(message).toBe(
      '--out: expected another file than the ones that are read, found "…/own.people.csv".',
    );
    expect(text('own.people.csv')).toBe(eight);
  });
});

describe('writing several files', () => {
  test('is undone when one of them fails', () => {
    writeFileSync(at('old.txt'), 'old');
    mkdirSync(at('folder.txt'));
    mkdirSync(at('folder.txt/full'));
    const before = listing();
    const files = [
      { path: at('old.txt'), text: 'new' },
      { path: at('fresh.txt'), text: 'new' },
      { path: at('folder.txt'), text: 'new' },
    ];
    expect(messageOf(() => writeAll(files, false))).toContain('EEXIST');
    expect(text('old.txt')).toBe('old');
    expect(listing()).toEqual(before);
    expect(
      messageOf(() => writeAll([...files.slice(0, 2), { path: at('no/x'), text: '' }], true)),
    ).toContain('ENOENT');
    expect(text('old.txt')).toBe('old');
    expect(listing()).toEqual(before);
  });

  test('replaces a link, not what it leads to', () => {
    if (process.platform === 'win32') return;
    writeFileSync(at('target.txt'), 'target');
    symlinkSync(at('target.txt'), at('link.txt'));
    writeAll([{ path: at('link.txt'), text: 'new' }], true);
    expect([text('target.txt'), text('link.txt')]).toEqual(['target', 'new']);
  });
});

describe('roster', () => {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
  const asked = { faculty: '120', residents: '80', departments: '8', seed: '1' };

  test('makes again, bit for bit, the example that the project ships', () => {
    runRoster({ ...asked, out: at('example') });
    for (const name of ['example.people.csv', 'example.ties.csv']) {
      expect(text(name)).toBe(readFileSync(join(root, 'scenarios/rosters', name), 'utf8'));
    }
    const shipped = readFileSync(join(root, 'scenarios/rosters/example.README.md'), 'utf8');
    expect(text('example.README.md').replace(at('example'), 'scenarios/rosters/example')).toBe(
      shipped,
    );
    expect(shipped).toContain('Nobody here exists.');
  });

  test('refuses bad sizes all at once, and overwrites nothing', async () => {
    const bad = { faculty: '2', residents: '-3', departments: '9', seed: ' ', out: at('example') };
    expect(messageOf(() => runRoster(bad)).split('\n')).toHaveLength(7);
    const program = new Command();
    registerRoster(program, () => undefined);
    const again = program.parseAsync(['roster', '--out', at('example')], { from: 'user' });
    await expect(again).rejects.toThrow('which exists');
  });
});
