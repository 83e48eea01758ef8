/**
 * The tutorial, carried out: its blocks are applied to a copy of the project in their order, compiled
 * and run. `run` and `compare` get fewer replicates and print JSON; `npm ci` is left out.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Block, blocksOf, commandsOf, readDocument } from './markdown.ts';
import { type Ending, ProjectCopy, wordsOf } from './project-copy.ts';

interface Row {
  readonly outcome: string;
  readonly group: string;
  readonly mean: number;
  readonly difference: number;
  readonly verdict: string;
}

const replicates = '6';
const blocks = blocksOf(readDocument('docs/tutorial.md'));
let copy: ProjectCopy;

beforeAll(() => {
  copy = new ProjectCopy();
}, 60_000);

afterAll(() => copy?.remove());

/** Does what the blocks of a section say; returns what its commands printed, by command. */
function carryOut(section: string): Map<string, string> {
  const own = blocks.filter((block) => block.section.startsWith(section));
  expect(own.length, `blocks under "${section}"`).toBeGreaterThan(0);
  const printed = new Map<string, string>();
  for (const block of own) {
    if (block.language === 'sh') {
      for (const command of commandsOf(block)) printed.set(command, doCommand(command, block));
    } else if (block.language === 'diff') applyDiff(block);
    else if (block.path === 'models/minimal/model.ts') {
      expect(block.text, 'the quoted model').toBe(readDocument(block.path));
    } else copy.write(block.path, block.text);
  }
  return printed;
}

/** Lines with a space or a minus must stand in the file, once; those with a space or a plus do so then. */
function applyDiff(block: Block): void {
  const lines = block.text.trimEnd().split('\n');
  const kept = (marks: string) =>
    lines
      .filter((line) => marks.includes(line[0]))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const parts = copy.read(block.path).replaceAll('\r\n', '\n').split(kept(' -'));
  expect(parts.length, `places in ${block.path} for the block of line ${block.line}`).toBe(2);
  copy.write(block.path, parts.join(kept(' +')));
}

function doCommand(command: string, block: Block): string {
  const words = wordsOf(command);
  const where = `line ${block.line}: ${command}`;
  if (command === 'npm run build') {
    copy.build();
    return '';
  }
  expect(words.slice(0, 2).join(' '), where).toBe('npx mentorscape');
  const simulates = words[2] === 'run' || words[2] === 'compare';
  const added = simulates ? ['--replicates', replicates, '--json'] : [];
  return good(copy.mentorscape(...words.slice(2), ...added), where);
}

function good({ status, out, err }: Ending, where: string): string {
  expect(`${status} ${err}`, where).toBe('0 ');
  return out;
}

/** One row of what `run` or `compare` printed as JSON. */
function row(json: string | undefined, outcome: string, group: string): Row {
  const { outcomes, comparisons }: { outcomes?: Row[]; comparisons?: Row[] } = JSON.parse(
    json ?? '{}',
  );
  const found = (outcomes ?? comparisons ?? []).find(
    (each) => each.outcome === outcome && each.group === group,
  );
  if (!found) throw new Error(`${outcome} of ${group} is missing`);
  return found;
}

describe('the tutorial', () => {
  const bridges = 'npx mentorscape run scenarios/bridges.yaml';
  let without = Number.NaN;

  test('begins with the commands that the repository has', () => {
    const [first] = blocks;
    expect(commandsOf(first)).toEqual(['npm ci', 'npm run build']);
    expect(JSON.parse(copy.read('package.json')).scripts.build).toBe('tsc -p tsconfig.build.json');
  });

  test('quotes the minimal model whole, and runs it', () => {
    const printed = carryOut('A whole model');
    const json = printed.get('npx mentorscape run scenarios/asking.yaml');
    // 50 people ask 0.2 times a week, 49 of 50 not themselves; a tie lasts 50 weeks
    expect(row(json, 'ties', 'everybody').mean).toBeGreaterThan(350);
    expect(row(json, 'ties', 'everybody').mean).toBeLessThan(490);
    expect(printed.get('npx mentorscape describe minimal --parameters')).toContain('asking');
  });

  test('adds an outcome, by one file and one entry', () => {
    const printed = carryOut('An outcome');
    without = row(printed.get(bridges), 'peerElsewhere', 'everybody').mean;
    expect(without).toBeGreaterThan(0.25);
    expect(without).toBeLessThan(0.42);
    expect(row(printed.get(bridges), 'peerElsewhere', 'interns').mean).toBeLessThan(without);
  });

  test('adds a process, and it changes something', () => {
    const printed = carryOut('A process');
    const share = row(printed.get(bridges), 'peerElsewhere', 'everybody').mean;
    expect(share).toBeGreaterThan(without + 0.05);
    expect(share).toBeGreaterThan(0.4);
    expect(printed.get('npx mentorscape describe --schedule')).toMatch(/7 +retreat +In week 11/);
  });

  test('adds a policy that moves those whom it introduces', () => {
    const printed = carryOut('A policy');
    const json = [...printed].find(([command]) => command.includes('compare'))?.[1];
    const change = (group: string) => row(json, 'peerElsewhere', group).difference;
    expect(row(json, 'peerElsewhere', 'residents').verdict).toBe('better');
    expect(change('residents')).toBeGreaterThan(0.2);
    expect(change('interns')).toBeGreaterThan(change('residents'));
    expect(Math.abs(change('faculty'))).toBeLessThan(0.05);
  });

  test('has a policy that does nothing with its levers at nothing', () => {
    const neutral = copy
      .read('scenarios/welcome-week.yaml')
      .replace('introductions: 3', 'introductions: 0');
    copy.write('scenarios/neutral.yaml', neutral);
    const files = ['scenarios/bridges.yaml', 'scenarios/neutral.yaml'];
    const json = good(
      copy.mentorscape('compare', ...files, '--replicates', '2', '--json'),
      'neutral',
    );
    expect(row(json, 'peerElsewhere', 'everybody').verdict).toBe('no difference');
    expect(row(json, 'peerElsewhere', 'interns').verdict).toBe('no difference');
  });

  test('runs a model in one JavaScript file', () => {
    const printed = carryOut('A model of your own');
    const json = [...printed].find(([command]) => command.includes('run'))?.[1];
    const { mean } = row(json, 'knowing', 'everybody');
    // news spreads from 10 of 200 at 0.3 a week: logistic, half way after about ten weeks
    expect(mean).toBeGreaterThan(0.5);
    expect(mean).toBeLessThan(0.8);
  });

  test('runs a compiled model as if it were built in', () => {
    const args = ['run', 'scenarios/asking.yaml', '--replicates', '2', '--json'];
    const own = ['--model', 'dist/models/minimal/model.js'];
    const digests = [args, [...args, ...own]].map((each) => {
      const { runs }: { runs: { digest: string }[] } = JSON.parse(
        good(copy.mentorscape(...each), 'minimal'),
      );
      return runs.map(({ digest }) => digest);
    });
    expect(digests[1]).toEqual(digests[0]);
  });
});
