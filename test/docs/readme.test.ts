/**
 * Every command of README.md, run in a copy of the project, in the order of the page. Stated
 * substitutions: `npm ci` is left out, `npm start` runs the built command of package.json, `npm test`,
 * which is running, is only looked up; `run` and `compare` get two replicates, and the baseline of the
 * copy three years after one year of warm-up.
 */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf, commandsOf, readDocument, root } from './markdown.ts';
import { type Ending, ProjectCopy, wordsOf } from './project-copy.ts';

const readme = readDocument('README.md');
const blocks = blocksOf(readme);
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readDocument('package.json'));
let copy: ProjectCopy;
let started = '';

beforeAll(() => {
  copy = new ProjectCopy();
  const today = copy.read('scenarios/today.yaml');
  expect(today).toContain('horizon: 10 years\n');
  copy.write('scenarios/today.yaml', `${today.replace('10 years', '3 years')}warmUp: 1 years\n`);
}, 60_000);

afterAll(() => copy?.remove());

function withFewReplicates(words: readonly string[]): string[] {
  const simulates = (words[0] === 'run' || words[0] === 'compare') && !words.includes('--help');
  if (!simulates) return [...words];
  const at = words.indexOf('--replicates');
  const rest = at < 0 ? [...words] : words.toSpliced(at, 2);
  return [...rest, '--replicates', '2'];
}

function carryOut(command: string): Ending | undefined {
  const words = wordsOf(command);
  if (command === 'npm ci') return undefined;
  if (command === 'npm test') {
    expect(existsSync(`${root}/${scripts.test.replace(/^node /, '')}`)).toBe(true);
    return undefined;
  }
  if (command === 'npm start') {
    expect(scripts.prestart).toBe('npm run build');
    const ending = copy.mentorscape(...withFewReplicates(scripts.start.split(' ').slice(2)));
    started = ending.out;
    return ending;
  }
  expect(words.slice(0, 2).join(' '), command).toBe('npx mentorscape');
  return copy.mentorscape(...withFewReplicates(words.slice(2)));
}

describe('README.md', () => {
  const commands = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap((block) => commandsOf(block))
    .flatMap((line) => line.split(' && '));

  test('gets the main job done with one line, and all tests with another', () => {
    const lines = blocks.filter(({ language }) => language === 'sh').flatMap(commandsOf);
    expect(lines).toContain('npm ci && npm start');
    expect(lines).toContain('npm ci && npm test');
    expect(scripts.start.split(' ').slice(0, 2)).toEqual(['node', 'cli/bin.js']);
  });

  test('shows files that are written before they are used', () => {
    for (const { language, path, text } of blocks) if (language === 'yaml') copy.write(path, text);
    expect(blocks.filter(({ language }) => language === 'yaml').length).toBe(1);
  });

  test.each([...new Set(commands)].map((command) => [command]))('%s', (command) => {
    const ending = carryOut(command);
    if (!ending) return;
    expect(`${ending.status} ${ending.err}`).toBe('0 ');
    expect(ending.out).not.toBe('');
  });

  test('shows rows that the first run prints', () => {
    const [sample] = blocks.filter(({ language }) => language === 'text');
    const wordsOnly = (text: string) =>
      text.split('\n').map((line) => line.replace(/(?<![\w(] ?)[−+$]?\d.*$/, '').trimEnd());
    const printed = wordsOnly(started);
    for (const line of wordsOnly(sample.text)) expect(printed).toContain(line);
    const [, pairs] = /: (\d+) paired futures/.exec(sample.text) ?? [];
    expect(readDocument('scenarios/today.yaml')).toContain(`replicates: ${pairs}\n`);
    expect(copy.read('reports/what-if.html')).toContain('<h1');
  });

  test('lists the commands that there are', () => {
    const help = copy.mentorscape('--help').out;
    const named = [...help.matchAll(/^ {2}(\w+) (?:\[|<)/gm)].map(([, name]) => name);
    const listed = [...readme.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual(named.filter((name) => name !== 'help').toSorted());
  });

  test('is short', () => {
    expect(readme.split('\n').length).toBeLessThan(200);
  });
});
