/** The worked study, carried out at reduced size: every command of it, in fewer than ten. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blocksOf, commandsOf, readDocument } from './markdown.ts';
import { ProjectCopy, wordsOf } from './project-copy.ts';

const document = readDocument('docs/study.md');
const commands = blocksOf(document)
  .filter(({ language }) => language === 'sh')
  .flatMap(commandsOf);
let copy: ProjectCopy;

beforeAll(() => {
  copy = new ProjectCopy();
  const design = copy.read('scenarios/sweeps/study.yaml');
  const base = copy.read('scenarios/calibration/small-department.yaml');
  const smaller = (text: string, changes: readonly (readonly [string, string])[]): string => {
    for (const [from] of changes) expect(text).toContain(from);
    return changes.reduce((now, [from, to]) => now.replace(from, to), text);
  };
  copy.write(
    'scenarios/sweeps/study.yaml',
    smaller(design, [
      ['points: 20', 'points: 3'],
      ['replicates: 16', 'replicates: 2'],
    ]),
  );
  copy.write(
    'scenarios/calibration/small-department.yaml',
    smaller(base, [
      ['faculty: 48, residents: 32', 'faculty: 22, residents: 14'],
      ['horizon: 3 years', 'horizon: 1 years'],
      ['warmUp: 5 years', 'warmUp: 26 weeks'],
    ]),
  );
}, 60_000);

afterAll(() => copy?.remove());

test('has under ten commands, quotes the design, and all of them run', () => {
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.length).toBeLessThan(10);
  const quoted = blocksOf(document).find(({ path }) => path === 'scenarios/sweeps/study.yaml');
  expect(quoted?.text).toBe(readDocument('scenarios/sweeps/study.yaml'));
  for (const command of commands) {
    const words = wordsOf(command);
    expect(words.slice(0, 2)).toEqual(['npx', 'mentorscape']);
    const { status, out, err } = copy.mentorscape(...words.slice(2));
    expect(`${status} ${err}`, command).toBe('0 ');
    expect(out.length, command).toBeGreaterThan(20);
  }
  for (const file of ['figures/attribution.svg', 'figures/attribution.png', 'results.html']) {
    expect(existsSync(join(copy.folder, file)), file).toBe(true);
  }
  expect(existsSync(join(copy.folder, 'study-crate/ro-crate-metadata.json'))).toBe(true);
}, 180_000);
