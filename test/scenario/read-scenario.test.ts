/** Scenarios on disk: what can be wrong with a file before a word of it is read. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readScenario, rosterFiles } from '../../cli/read-scenario.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { standIn } from './stand-in.ts';

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'mentorscape-files-')));
afterAll(() => rmSync(scratch, { recursive: true }));

const head = 'mentorscape: 1\n';
const inside = join(scratch, 'inside');
mkdirSync(join(inside, 'sub'), { recursive: true });
mkdirSync(join(scratch, 'outside'));
writeFileSync(join(scratch, 'outside', 'secret.yaml'), `${head}seed: secret\n`);
writeFileSync(join(scratch, 'outside', 'people.csv'), 'id\n');
writeFileSync(join(inside, 'today.yaml'), `${head}seed: today\n`);
writeFileSync(join(inside, 'sub', 'people.csv'), 'id\n');

let files = 0;

function read(text: string): Scenario {
  const file = join(inside, `case-${files++}.yaml`);
  writeFileSync(file, text);
  return readScenario(file, [standIn]);
}

const onWindows = process.platform === 'win32';

test('a scenario, its base and its roster', () => {
  const scenario = read(`${head}basedOn: today.yaml\nroster: { people: sub/people.csv }\n`);
  expect(scenario.seed).toBe('today');
  expect(scenario.roster).toEqual({ people: 'sub/people.csv' });
  expect(rosterFiles(scenario)).toEqual({ people: `${inside}/sub/people.csv` });
  expect(rosterFiles(read(head))).toBeUndefined();
});

test('a byte-order mark of UTF-8 is left out', () => {
  expect(read(`\uFEFF${head}seed: marked\n`).seed).toBe('marked');
});

test.each([
  ['missing.yaml', 'expected a file that can be read, found no such file.'],
  ['today.yaml/x.yaml', 'expected a file that can be read, found no such file.'],
  ['sub', 'found a folder.'],
  [`${'x'.repeat(300)}.yaml`, 'expected a file that can be read, found'],
  ['zero\0.yaml', 'found a name with a zero character.'],
])('no file: %s', (name, message) => {
  expect(() => readScenario(join(inside, name), [standIn])).toThrow(message);
});

test.skipIf(onWindows)('devices, pipes and files without end are refused, not waited for', () => {
  const pipe = join(inside, 'pipe.yaml');
  execFileSync('mkfifo', [pipe]);
  const device = 'expected a file, found a pipe, socket or device.';
  expect(() => readScenario(pipe, [standIn])).toThrow(device);
  expect(() => readScenario('/dev/zero', [standIn])).toThrow(device);
  expect(() => readScenario('/dev/null', [standIn])).toThrow(device);
  expect(() => read(`${head}basedOn: pipe.yaml\n`)).toThrow(
    'case-3.yaml:2: basedOn: expected a file, found a pipe, socket or device: ',
  );
});

test.skipIf(onWindows || process.getuid?.() === 0)('a file that may not be read', () => {
  const file = join(inside, 'closed.yaml');
  writeFileSync(file, head);
  chmodSync(file, 0);
  expect(() => readScenario(file, [standIn])).toThrow('found a file that you may not read.');
});

test.skipIf(onWindows)('links may stay in the folder, not leave it', () => {
  symlinkSync(join(inside, 'today.yaml'), join(inside, 'near.yaml'));
  symlinkSync(join(scratch, 'outside', 'secret.yaml'), join(inside, 'far.yaml'));
  symlinkSync(join(scratch, 'outside'), join(inside, 'far'));
  symlinkSync(join(inside, 'round.yaml'), join(inside, 'round.yaml'));
  expect(read(`${head}basedOn: near.yaml\n`).seed).toBe('today');
  const outside =
    "expected a file in the scenario's folder or below, found a link to a file outside";
  expect(() => read(`${head}basedOn: far.yaml\n`)).toThrow(`:2: basedOn: ${outside}`);
  expect(() => read(`${head}basedOn: far/secret.yaml\n`)).toThrow(`:2: basedOn: ${outside}`);
  expect(() => read(`${head}roster: { people: far/people.csv }\n`)).toThrow(
    `:2: roster.people: ${outside}`,
  );
  expect(() => read(`${head}basedOn: round.yaml\n`)).toThrow('found links that lead in a circle');
});

test('a roster must be files', () => {
  const text = `${head}roster:\n  people: sub/people.csv\n  ties: folder.csv\n`;
  mkdirSync(join(inside, 'folder.csv'));
  expect(() => read(text)).toThrow(':4: roster.ties: expected a file, found a folder: ');
});

test('a link to a scenario is read in the folder of the link', () => {
  if (onWindows) return;
  symlinkSync(join(scratch, 'outside', 'secret.yaml'), join(inside, 'linked.yaml'));
  expect(readScenario(join(inside, 'linked.yaml'), [standIn]).seed).toBe('secret');
});

test('a file of just 5 MB', () => {
  const start = `${head}#`;
  expect(read(`${start}${'x'.repeat(5_000_000 - start.length)}`).model).toBe('mentoring');
  expect(() => read(`${start}${'x'.repeat(5_000_001 - start.length)}`)).toThrow('at most 5 MB');
});
