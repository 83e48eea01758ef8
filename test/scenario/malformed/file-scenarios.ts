/** Malformed scenarios: other files that they name, and what follows from them. */
import type { MalformedScenario } from './malformed-scenarios.ts';

const head = 'mentorscape: 1\n';
const inFolder = "file in the scenario's folder or below";

/** A scenario based on a file that it may not name. */
function basedOn(name: string, value: string, message = inFolder): MalformedScenario {
  const content = `${head}basedOn: ${value}\n`;
  return { name, content, expected: [{ line: 2, key: 'basedOn', message }] };
}

/** A scenario with a roster whose table of people is named on line 3. */
function roster(name: string, value: string, message = inFolder): MalformedScenario {
  const content = `${head}roster:\n  people: ${value}\n`;
  return { name, content, expected: [{ line: 3, key: 'roster.people', message }] };
}

const links = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
const longChain = Object.fromEntries(
  links.map((name, i) => [`${name}.yaml`, `${head}basedOn: ${links[i + 1] ?? 'j'}.yaml\n`]),
);

export const fileScenarios: readonly MalformedScenario[] = [
  basedOn('base above the folder', '../today.yaml'),
  basedOn('base above the folder in the middle', 'a/../../today.yaml'),
  basedOn('base by absolute name', '/etc/today.yaml'),
  basedOn('base on a drive', 'C:/today.yaml'),
  basedOn('base with backslashes', '..\\today.yaml', 'Write folders with forward slashes'),
  basedOn('base on the web', 'https://example.org/today.yaml', 'Download the file'),
  basedOn('base as a file address', 'file:///etc/today.yaml', 'Download the file'),
  basedOn('base with %', '"%2e%2e/today.yaml"'),
  basedOn('base with empty folder', 'a//today.yaml'),
  basedOn('base with dots and space', '".. /today.yaml"'),
  basedOn('base that is a device of Windows', 'nul.yaml'),
  basedOn('base with a zero character', '"today.yaml\\0.yaml"'),
  basedOn('base with a long name', `${'a'.repeat(200)}.yaml`),
  basedOn('base that is code', 'evil.js', 'A scenario is never code'),
  basedOn('base that is no scenario', 'passwd', 'the name of a .yaml, .yml or .json file'),
  basedOn('base without name', '".yaml/"'),
  basedOn('base as a list', '[today.yaml]', 'found a list of 1'),
  basedOn('base left out', '', 'found nothing'),
  basedOn('base that is missing', 'missing.yaml', 'found no such file: '),
  {
    name: 'missing base and other problems',
    content: `${head}basedOn: missing.yaml\nreplicates: 0\nparameters: { unknown: 1 }\n`,
    expected: [
      { line: 2, key: 'basedOn', message: 'found no such file' },
      { line: 3, key: 'replicates', message: 'found 0' },
    ],
  },
  {
    name: 'based on itself',
    content: `${head}basedOn: scenario.yaml\n`,
    expected: [{ line: 2, key: 'basedOn', message: 'the circle scenario.yaml → scenario.yaml.' }],
  },
  {
    name: 'circle of three',
    content: `${head}basedOn: b.yaml\n`,
    others: {
      'b.yaml': `${head}basedOn: ./c.yaml\n`,
      'c.yaml': `${head}seed: 1\nbasedOn: scenario.yaml\n`,
    },
    expected: [
      {
        file: 'c.yaml',
        line: 3,
        key: 'basedOn',
        message: 'scenario.yaml → b.yaml → c.yaml → scenario.yaml',
      },
    ],
  },
  {
    name: 'chain of ten',
    content: `${head}basedOn: b.yaml\n`,
    others: longChain,
    expected: [
      {
        ...{ file: 'h.yaml', line: 2, key: 'basedOn' },
        message: 'expected at most 8 scenarios based on each other',
      },
    ],
  },
  {
    name: 'base in a newer version',
    content: `${head}basedOn: b.yaml\nspeed: 1\n`,
    others: { 'b.yaml': 'mentorscape: 2\n' },
    expected: [{ file: 'b.yaml', line: 1, key: 'mentorscape', message: 'the newest known here' }],
  },
  {
    name: 'base without version',
    content: `${head}basedOn: b.yaml\n`,
    others: { 'b.yaml': 'seed: 1\n' },
    expected: [{ file: 'b.yaml', line: 1, key: 'mentorscape', message: 'found nothing' }],
  },
  {
    name: 'base that does not parse',
    content: `${head}basedOn: b.yaml\n`,
    others: { 'b.yaml': `${head}title: "a\n` },
    expected: [{ file: 'b.yaml', line: 3, key: 'syntax', message: 'a closing quote' }],
  },
  {
    name: 'base with a control character',
    content: `${head}basedOn: sub/b.yaml\n`,
    others: { 'sub/b.yaml': `${head}title: a\u0001b\n` },
    expected: [{ file: 'sub/b.yaml', line: 2, key: 'encoding', message: 'U+0001' }],
  },
  {
    name: 'problem in the base',
    content: `${head}basedOn: b.yaml\nreplicates: 0\n`,
    others: { 'b.yaml': `${head}parameters:\n  womenShare: 3\n` },
    expected: [
      { file: 'b.yaml', line: 3, key: 'parameters.womenShare', message: 'found 3' },
      { line: 3, key: 'replicates', message: 'found 0' },
    ],
  },
  {
    name: 'problem in the base that the scenario replaces',
    content: `${head}basedOn: b.yaml\nseed: 7\n`,
    others: { 'b.yaml': `${head}seed: .nan\n` },
    expected: [{ file: 'b.yaml', line: 2, key: 'seed', message: 'found .nan' }],
  },
  {
    name: 'another model than the base',
    content: `${head}basedOn: b.yaml\nmodel: minimal\n`,
    others: { 'b.yaml': `${head}model: mentoring\n` },
    expected: [
      {
        ...{ line: 3, key: 'model' },
        message: 'expected mentoring, the model of the scenario it is based on, found "minimal"',
      },
    ],
  },
  {
    name: 'horizon shorter than the base needs',
    content: `${head}basedOn: b.yaml\nhorizon: 1 year\n`,
    others: { 'b.yaml': `${head}policies:\n  - policy: peerGroups\n    start: year 2\n` },
    expected: [{ file: 'b.yaml', line: 4, key: 'policies[0].start', message: 'of 52 weeks' }],
  },
  {
    name: 'two bases that are too big together',
    content: `${head}basedOn: b.yaml\n# ${'x'.repeat(3_000_000)}\n`,
    others: { 'b.yaml': `${head}# ${'x'.repeat(3_000_000)}\n` },
    expected: [{ line: 2, key: 'basedOn', message: 'at most 5 MB in a scenario and those' }],
  },
  {
    name: 'roster as text',
    content: `${head}roster: people.csv\n`,
    expected: [{ line: 2, key: 'roster', message: 'expected "people: file.csv"' }],
  },
  {
    name: 'empty roster',
    content: `${head}roster:\n`,
    expected: [{ line: 2, key: 'roster', message: 'found nothing' }],
  },
  {
    name: 'roster without people',
    content: `${head}roster: { ties: ties.csv }\n`,
    others: { 'ties.csv': '' },
    expected: [{ line: 2, key: 'roster.people', message: 'the file that lists people' }],
  },
  {
    name: 'unknown file of a roster',
    content: `${head}roster: { people: people.csv, edges: ties.csv }\n`,
    others: { 'people.csv': '' },
    expected: [{ line: 2, key: 'roster.edges', message: 'expected a file of the roster' }],
  },
  {
    name: 'roster and a population',
    content: `${head}roster: { people: people.csv }\npopulation: { faculty: 10 }\n`,
    others: { 'people.csv': '' },
    expected: [{ line: 3, key: 'population', message: 'found both. Delete one of them' }],
  },
  roster('roster above the folder', '../people.csv'),
  roster('roster by absolute name', '/etc/people.csv'),
  roster('roster that is code', 'people.js', 'A scenario is never code'),
  roster('roster on the web', 'http://example.org/people.csv', 'Download the file'),
  roster('roster as a number', '7', 'found 7'),
  roster('roster that is missing', 'missing.csv', 'found no such file: '),
];
