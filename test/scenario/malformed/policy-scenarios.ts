/** Malformed scenarios: policies, dates and lengths of time. */
import type { MalformedScenario } from './malformed-scenarios.ts';

const head = 'mentorscape: 1\n';
const moment =
  'expected "year 2", "year 2 week 10", "week 26" or the number of a week from 0 to 5200';
const fromOne = 'Years and weeks count from 1, a year has 52 weeks';

/** A scenario with one setting on line 2. */
function one(
  name: string,
  line: string,
  problem: { readonly key: string; readonly message: string },
): MalformedScenario {
  return { name, content: `${head}${line}\n`, expected: [{ line: 2, ...problem }] };
}

/** A scenario with protected time from line 3, and one more key of it on line 4. */
function policy(name: string, line: string, message: string): MalformedScenario {
  const content = `${head}policies:\n  - policy: protectedTime\n    ${line}\n`;
  const key = `policies[0].${line.split(':')[0]}`;
  return { name, content, expected: [{ line: 4, key, message }] };
}

/** A scenario with two dates of protected time, on lines 4 and 5. */
function dates(name: string, start: string, end: string): MalformedScenario {
  const content = `${head}policies:\n  - policy: protectedTime\n    start: ${start}\n    end: ${end}\n`;
  const message = 'expected an end after the start';
  return { name, content, expected: [{ line: 5, key: 'policies[0].end', message }] };
}

const tenYears = 'expected "10 years", "26 weeks" or a number of weeks, from 1 week to 100 years';

export const policyScenarios: readonly MalformedScenario[] = [
  one('policies as a mapping', 'policies: { protectedTime: { hoursPerWeek: 1 } }', {
    key: 'policies',
    message: 'expected a list of policies, found a mapping. Begin each with "- policy: name"',
  }),
  one('policies as text', 'policies: protectedTime', {
    key: 'policies',
    message: 'expected a list of policies, found "protectedTime"',
  }),
  one('policies null', 'policies: null', { key: 'policies', message: 'found null' }),
  one('policy as text', 'policies: [protectedTime]', {
    key: 'policies[0]',
    message: 'found "protectedTime". Write "- policy: name"',
  }),
  one('policy null', 'policies: [null]', { key: 'policies[0]', message: 'found null' }),
  one('policy as a list', 'policies: [[protectedTime]]', {
    key: 'policies[0]',
    message: 'found a list of 1',
  }),
  {
    name: 'policy without name',
    content: `${head}policies:\n  - hoursPerWeek: 1\n`,
    expected: [{ line: 3, key: 'policies[0].policy', message: 'found nothing' }],
  },
  {
    name: 'misspelt policy',
    content: `${head}policies:\n  - policy: protectdTime\n    zzzz: 1\n`,
    expected: [{ line: 3, key: 'policies[0].policy', message: 'Did you mean protectedTime' }],
  },
  one('policy named like a property', 'policies: [{ policy: constructor }]', {
    key: 'policies[0].policy',
    message: 'expected the name of a policy',
  }),
  one('policy by number', 'policies: [{ policy: 1 }]', {
    key: 'policies[0].policy',
    message: 'found 1',
  }),
  policy('misspelt lever', 'hoursPerWeeks: 1', 'Did you mean hoursPerWeek'),
  policy('lever of another policy', 'groupSize: 5', 'expected a lever or date of protectedTime'),
  policy('lever as text', 'hoursPerWeek: "1"', 'Write the number without quotes'),
  policy('lever out of range', 'hoursPerWeek: 11', 'expected a number from 0 to 10 (h/week)'),
  policy('lever with unit', 'hoursPerWeek: 1h', 'Write the number alone; its unit is fixed'),
  policy('lever not a number', 'coverage: .NaN', 'found .NaN'),
  {
    name: 'unknown choice',
    content: `${head}policies:\n  - policy: peerGroups\n    who: resident\n`,
    expected: [
      {
        ...{ line: 4, key: 'policies[0].who' },
        message: 'expected one of residents, faculty, everyone, found "resident". Did you mean',
      },
    ],
  },
  {
    name: 'choice as a boolean',
    content: `${head}policies:\n  - policy: peerGroups\n    facilitated: true\n`,
    expected: [
      { line: 4, key: 'policies[0].facilitated', message: 'expected one of no, yes, found true' },
    ],
  },
  {
    name: 'second policy is wrong',
    content: `${head}policies:\n  - policy: peerGroups\n  - policy: protectedTime\n    coverage: 2\n`,
    expected: [{ line: 5, key: 'policies[1].coverage', message: 'from 0 to 1 (share), found 2' }],
  },
  {
    name: 'the same stage twice',
    content: `${head}policies:\n  - policy: peerGroups\n    groupSize: 8\n  - policy: peerGroups\n`,
    expected: [{ line: 5, key: 'policies[1]', message: 'found peerGroups as on line 3' }],
  },
  {
    name: 'too many policies',
    content: `${head}policies:\n${'  - policy: peerGroups\n'.repeat(201)}`,
    expected: [{ line: 2, key: 'policies', message: 'at most 200 policies, found a list of 201' }],
  },
  policy('calendar date', 'start: 2031-02-28', `${moment}, found "2031-02-28". Scenarios have no`),
  policy('impossible calendar date', 'end: 2031-02-30', 'Scenarios have no calendar'),
  policy('German date', 'start: 1.9.2031', 'Scenarios have no calendar'),
  policy('year 0', 'start: year 0', `${moment}, found "year 0". ${fromOne}`),
  policy('week 0', 'start: week 0', fromOne),
  policy('week 53 of a year', 'start: year 2 week 53', fromOne),
  policy('week 0 of a year', 'start: year 2 week 0', fromOne),
  policy('year 102', 'end: year 102', fromOne),
  policy('length instead of a moment', 'start: 2 years', 'Write a moment as "year 2"'),
  policy('month', 'start: month 3', 'Write months as weeks'),
  policy('week before the start', 'start: -1', `${moment}, found -1`),
  policy('half a week', 'start: 1.5', `${moment}, found 1.5`),
  policy('week beyond 100 years', 'end: 5201', `${moment}, found 5201`),
  policy('start not a number', 'start: .nan', 'found .nan'),
  policy('start as text', 'start: "26"', 'Write the number without quotes'),
  policy('start in words', 'start: soon', 'found "soon"'),
  policy('start left out', 'start:', 'found nothing'),
  policy('start never', 'start: .inf', 'found .inf'),
  policy('start as a list', 'start: [1]', 'found a list of 1'),
  policy('start at the horizon', 'start: year 11', 'expected a start before the horizon of 520'),
  dates('end before start', 'year 3', 'year 2'),
  dates('end at the start', 'week 1', '0'),
  policy('negative ramp', 'ramp: -1', 'from 0 weeks to 100 years, found -1'),
  policy('ramp in months', 'ramp: 3 months', 'Write months as weeks'),
  policy('ramp as a moment', 'ramp: week 13', 'Write a length of time as "2 years"'),
  policy('ramp as boolean', 'ramp: yes', 'found "yes"'),
  one('no horizon', 'horizon: 0', { key: 'horizon', message: `${tenYears}, found 0` }),
  one('negative horizon', 'horizon: -520', { key: 'horizon', message: 'found -520' }),
  one('horizon of 101 years', 'horizon: 101 years', {
    key: 'horizon',
    message: 'found "101 years"',
  }),
  one('horizon of many weeks', 'horizon: 1e9', { key: 'horizon', message: 'found 1e9' }),
  one('horizon as a moment', 'horizon: year 10', {
    key: 'horizon',
    message: 'Write a length of time as "2 years"; "year 2" is a moment',
  }),
  one('horizon in text digits', 'horizon: "520"', { key: 'horizon', message: 'without quotes' }),
  one('half a year', 'horizon: 0.5 years', {
    key: 'horizon',
    message: 'Write part of a year in weeks',
  }),
  one('months', 'horizon: 18 months', { key: 'horizon', message: 'Write months as weeks' }),
  one('horizon infinite', 'horizon: .inf', { key: 'horizon', message: 'found .inf' }),
  one('horizon without unit', 'horizon: ten', { key: 'horizon', message: 'found "ten"' }),
  one('horizon left out', 'horizon:', { key: 'horizon', message: 'found nothing' }),
  one('negative warm-up', 'warmUp: -1', { key: 'warmUp', message: 'from 0 weeks to 100 years' }),
  one('long warm-up', 'warmUp: 100 years 1 week', { key: 'warmUp', message: 'to 100 years' }),
  {
    name: 'horizon that ends before a policy starts',
    content: `${head}horizon: 26 weeks\npolicies:\n  - policy: peerGroups\n    start: year 2\n`,
    expected: [{ line: 5, key: 'policies[0].start', message: 'before the horizon of 26 weeks' }],
  },
  {
    name: 'problems everywhere',
    content: [
      'mentorscape: 1',
      'horizon: soon',
      'seed: .nan',
      'parameters: { womenShare: 2 }',
      'policies:',
      '  - policy: peerGroups',
      '    groupSize: 99',
      '    start: never',
      '  - policy: nothing',
      'record: { every: 5 }',
    ].join('\n'),
    expected: [
      { line: 2, key: 'horizon', message: 'found "soon"' },
      { line: 3, key: 'seed', message: 'found .nan' },
      { line: 4, key: 'parameters.womenShare', message: 'found 2' },
      { line: 7, key: 'policies[0].groupSize', message: 'found 99' },
      { line: 8, key: 'policies[0].start', message: 'found "never"' },
      { line: 9, key: 'policies[1].policy', message: 'found "nothing"' },
      { line: 10, key: 'record.every', message: 'found 5' },
    ],
  },
];
