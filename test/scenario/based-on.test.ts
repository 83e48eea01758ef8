/** Scenarios based on others: whose keys win, how sections merge, and from where names count. */
import { expect, test } from 'vitest';
import type { Scenario } from '../../sim/model/scenario.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import { standIn } from './stand-in.ts';

const head = 'mentorscape: 1\n';

/** Reads one of several files held in memory. */
function parse(text: string, others: Readonly<Record<string, string>>, file = 'x.yaml'): Scenario {
  return parseScenario(text, file, [standIn], (name) => {
    if (Object.hasOwn(others, name)) return others[name];
    throw new Error(`${name} is missing`);
  });
}

const base = `# What is today like?
mentorscape: 1
title: Today
question: What is today like?
parameters: { womenShare: 0.3, overloadPatience: 20 }
population: { faculty: 50, seed: people }
policies:
- policy: peerGroups
horizon: 5 years
seed: base
record: { every: month, outcomes: [burnout] }
`;

test('keys of the child win, sections merge by name, title and question are the own', () => {
  const child = `# What else?
mentorscape: 1
basedOn: today.yaml
parameters: { womenShare: 0.5 }
population: { residents: 10 }
record: { every: year }
seed: child
`;
  expect(parse(child, { 'today.yaml': base })).toEqual({
    ...{ name: 'x.yaml', model: 'mentoring', title: 'x', question: 'What else?' },
    parameters: { womenShare: 0.5, informalMeetings: 0.6, overloadPatience: 20 },
    population: { faculty: 50, residents: 10 },
    populationSeed: 'people',
    policies: [
      {
        policy: 'peerGroups',
        levers: { who: 'residents', facilitated: 'no', groupSize: 8 },
        ...{ start: 0, end: Number.POSITIVE_INFINITY, ramp: 0 },
      },
    ],
    horizon: 260,
    warmUp: 624,
    seed: 'child',
    replicates: 30,
    record: { every: 52, outcomes: ['burnout'] },
  });
});

test('a list of policies replaces the list of the base, also an empty one', () => {
  const policies = (lines: string): string[] =>
    parse(`${head}basedOn: today.yaml\n${lines}`, { 'today.yaml': base }).policies.map(
      ({ policy }) => policy,
    );
  expect(policies('policies: [{ policy: protectedTime }]')).toEqual(['protectedTime']);
  expect(policies('policies: []')).toEqual([]);
  expect(policies('policies:')).toEqual([]);
  expect(policies('')).toEqual(['peerGroups']);
});

test('names count from the file in which they stand', () => {
  const others = {
    'in/a/b.yaml': `${head}basedOn: c/d.yaml\n`,
    'in/a/c/d.yaml': `${head}seed: deep\nroster: { people: p.csv }\n`,
  };
  const scenario = parse(`${head}basedOn: a/b.yaml\n`, others, 'in/x.yaml');
  expect(scenario.seed).toBe('deep');
  expect(scenario.roster).toEqual({ people: 'a/c/p.csv' });
});

test('eight scenarios in a chain', () => {
  const names = ['b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const others = Object.fromEntries(
    names.map((name, i) => {
      const next = names[i + 1];
      return [`${name}.yaml`, next ? `${head}basedOn: ${next}.yaml\n` : `${head}seed: last\n`];
    }),
  );
  expect(parse(`${head}basedOn: b.yaml\n`, others).seed).toBe('last');
});

test('a roster replaces settings of a population but its seed, and the reverse', () => {
  const onBase = parse(`${head}basedOn: today.yaml\nroster: { people: p.csv }\n`, {
    'today.yaml': base,
  });
  expect(onBase.roster).toEqual({ people: 'p.csv' });
  expect(onBase.population).toEqual({ faculty: 120, residents: 80 });
  expect(onBase.populationSeed).toBe('people');
  const onRoster = parse(`${head}basedOn: r.yaml\npopulation: { faculty: 9 }\n`, {
    'r.yaml': `${head}roster: { people: p.csv }\n`,
  });
  expect(onRoster.roster).toBeUndefined();
  expect(onRoster.population).toEqual({ faculty: 9, residents: 80 });
  expect(onRoster.warmUp).toBe(624);
});

test('a failing reader is an issue at the line that names the file', () => {
  expect(() => parse(`${head}basedOn: gone.yaml\n`, {})).toThrow(
    'x.yaml:2: basedOn: expected a file that can be read, found gone.yaml is missing: gone.yaml.',
  );
});
