/** Good scenarios: what each setting becomes, defaults, times, numbers and seeds. */
import { expect, test } from 'vitest';
import { minimal } from '../../models/minimal/model.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import type { Model } from '../../sim/model/simulation.ts';
import { standIn } from './stand-in.ts';

const models = [standIn, minimal as unknown as Model];
const head = 'mentorscape: 1\n';

const parse = (text: string, file = 'x.yaml'): Scenario =>
  parseScenario(text, file, models, () => '');

const full = `# What changes if mentors get time for it?
# A note.
mentorscape: 1
model: mentoring
title: Protected time and peer groups
parameters: { womenShare: 0.5, overloadPatience: 4 }
population: { faculty: 120, residents: 80, seed: 7 }
policies:
  - policy: protectedTime
    start: year 1
    end: year 6
    ramp: 13
    hoursPerWeek: 2
  - policy: peerGroups
    start: year 2 week 10
    who: everyone
    facilitated: no
horizon: 10 years
warmUp: 2 years
seed: 42
replicates: 200
record: { every: month, outcomes: [burnout, hasMentor] }
`;

const fullResult: Scenario = {
  name: 'folder/time.yaml',
  model: 'mentoring',
  title: 'Protected time and peer groups',
  question: 'What changes if mentors get time for it?',
  parameters: { womenShare: 0.5, informalMeetings: 0.6, overloadPatience: 4 },
  population: { faculty: 120, residents: 80 },
  populationSeed: '7',
  policies: [
    {
      ...{ policy: 'protectedTime', levers: { hoursPerWeek: 2, coverage: 1 } },
      ...{ start: 0, end: 260, ramp: 13 },
    },
    {
      ...{ policy: 'peerGroups', levers: { who: 'everyone', facilitated: 'no', groupSize: 8 } },
      ...{ start: 61, end: Number.POSITIVE_INFINITY, ramp: 0 },
    },
  ],
  horizon: 520,
  warmUp: 104,
  seed: '42',
  replicates: 200,
  record: { every: 4, outcomes: ['burnout', 'hasMentor'] },
};

test('every setting', () => {
  expect(parse(full, 'folder/time.yaml')).toEqual(fullResult);
});

test('a byte-order mark and the line ends of Windows and old Macs change nothing', () => {
  for (const end of ['\r\n', '\r']) {
    const text = `\uFEFF${full.replaceAll('\n', end)}`;
    expect(parse(text, 'folder/time.yaml')).toEqual(fullResult);
  }
});

test('JSON, also indented by tabs, says the same', () => {
  const json = {
    mentorscape: 1,
    question: 'What changes if mentors get time for it?',
    title: 'Protected time and peer groups',
    parameters: { womenShare: 5e-1, overloadPatience: 4 },
    population: { faculty: 120, residents: 80, seed: '7' },
    policies: [
      { policy: 'protectedTime', start: 0, end: 260, ramp: 13, hoursPerWeek: 2 },
      { policy: 'peerGroups', start: 61, who: 'everyone', facilitated: 'no' },
    ],
    horizon: 520,
    warmUp: '104 weeks',
    seed: '42',
    replicates: 200,
    record: { every: 'month', outcomes: ['burnout', 'hasMentor'] },
  };
  for (const indent of [undefined, 2, '\t']) {
    expect(parse(JSON.stringify(json, null, indent), 'folder/time.yaml')).toEqual(fullResult);
  }
});

test('what is not said has the defaults of the model', () => {
  expect(parse(head, 'folder/sub.d/what-if.yaml')).toEqual({
    ...{ name: 'folder/sub.d/what-if.yaml', model: 'mentoring', title: 'what-if', question: '' },
    parameters: { womenShare: 0.42, informalMeetings: 0.6, overloadPatience: 8 },
    population: { faculty: 120, residents: 80 },
    populationSeed: '1',
    policies: [],
    horizon: 520,
    warmUp: 624,
    seed: '1',
    replicates: 30,
    record: { every: 52, outcomes: ['hasMentor', 'rapport'] },
  });
});

test('sections whose lines are all commented out are as good as absent', () => {
  const text = `${head}parameters:\n  # womenShare: 1\npopulation:\npolicies:\nrecord:\n`;
  expect(parse(text)).toEqual(parse(head));
});

test('another built-in model', () => {
  const scenario = parse(`${head}model: minimal\nparameters: { asking: 0.2 }\n`);
  expect(scenario.model).toBe('minimal');
  expect(scenario.parameters).toEqual({ asking: 0.2, fading: 0.02 });
  expect(scenario.warmUp).toBe(0);
  expect(scenario.record.outcomes).toEqual(['ties']);
});

test.each([
  ['start: 0', 0],
  ['start: 26', 26],
  ['start: week 1', 0],
  ['start: week 26', 25],
  ['start: year 1', 0],
  ['start: year 2', 52],
  ['start: Year 2  Week 10', 61],
  ['start: "year 2, week 52"', 103],
  ['', 0],
])('a moment: %s', (line, week) => {
  const scenario = parse(`${head}policies:\n  - policy: peerGroups\n    ${line}\n`);
  expect(scenario.policies[0].start).toBe(week);
});

test.each([
  ['10 years', 520],
  ['1 year', 52],
  ['2 years 10 weeks', 114],
  ['26 weeks', 26],
  ['1 week', 1],
  ['100 years', 5200],
  ['13', 13],
  ['520.0', 520],
])('a length of time: %s', (text, weeks) => {
  expect(parse(`${head}horizon: ${text}\n`).horizon).toBe(weeks);
});

test.each([
  ['42', '42'],
  ['"42"', '42'],
  ['-7', '-7'],
  ['9007199254740991', '9007199254740991'],
  ['today', 'today'],
  ['" two words "', 'two words'],
  ["'007'", '007'],
])('seed: %s', (text, seed) => {
  expect(parse(`${head}seed: ${text}\npopulation: { seed: ${text} }\n`)).toMatchObject({
    ...{ seed, populationSeed: seed },
  });
});

test.each([
  ['0.25', 0.25],
  ['.25', 0.25],
  ['+0.25', 0.25],
  ['25e-2', 0.25],
  ['1.', 1],
  ['-0', 0],
])('number: %s', (text, value) => {
  const { womenShare } = parse(`${head}parameters: { womenShare: ${text} }\n`).parameters;
  expect(womenShare).toBe(value);
});

test.each([
  ['# What changes?\nmentorscape: 1\n', 'What changes?'],
  ['#What changes?  \r\nmentorscape: 1\n', 'What changes?'],
  ['# A note.\n# What changes?\nmentorscape: 1\n', ''],
  ['# What changes?\nmentorscape: 1\nquestion: >\n  And\n  now?\n', 'And now?'],
])('question of %j', (text, question) => {
  expect(parse(text).question).toBe(question);
});

test('stages of one policy', () => {
  const stage = (year: number, hours: number): string =>
    `  - policy: protectedTime\n    start: year ${year}\n    hoursPerWeek: ${hours}\n`;
  const { policies } = parse(`${head}policies:\n${stage(1, 1)}${stage(3, 2)}`);
  expect(policies.map(({ start, levers }) => [start, levers['hoursPerWeek']])).toEqual([
    [0, 1],
    [104, 2],
  ]);
});

test('a closing bracket below its section, as programs write it', () => {
  const text = `${head}parameters: {\n  womenShare: 0.5\n}\n`;
  expect(parse(text).parameters['womenShare']).toBe(0.5);
});

test('a roster is not warmed up, and its files are looked for when asked', () => {
  const looked: string[] = [];
  const text = `${head}roster: { people: a/p.csv, ties: ./t.tsv }\npopulation: { seed: 3 }\n`;
  const none = (): string => '';
  const scenario = parseScenario(text, 'folder/x.yaml', models, none, (file) => looked.push(file));
  expect(scenario.roster).toEqual({ people: 'a/p.csv', ties: 't.tsv' });
  expect(scenario.warmUp).toBe(0);
  expect(scenario.populationSeed).toBe('3');
  expect(looked).toEqual(['folder/a/p.csv', 'folder/t.tsv']);
});
