/** Scenarios written as text read back to the same scenario, whatever is set in them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { models } from '../../models/registry.ts';
import { isChoice, type ParameterSpec } from '../../sim/model/parameters.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import { writeScenario } from '../../sim/model/scenario-write.ts';

const [model] = models;
const noFile = (): string => {
  throw new Error('no other file');
};
const read = (text: string): Scenario => parseScenario(text, 'own.yaml', models, noFile);
const usual = read('mentorscape: 1\n');

function anyValue(spec: ParameterSpec): fc.Arbitrary<number | string> {
  if (isChoice(spec)) return fc.constantFrom(...spec.options);
  const [min, max] = spec.range;
  if (spec.integer) return fc.integer({ min: Math.ceil(min), max: Math.min(max, min + 1000) });
  return fc.double({ min, max: Math.min(max, min + 1000), noNaN: true }).map((v) => v + 0);
}

const policy = fc.constantFrom(...Object.entries(model.policies)).chain(([name, { levers }]) =>
  fc.record({
    policy: fc.constant(name),
    levers: fc.record(
      Object.fromEntries(Object.entries(levers).map(([key, spec]) => [key, anyValue(spec)])),
    ),
    start: fc.integer({ min: 0, max: 100 }),
    end: fc.constantFrom(Number.POSITIVE_INFINITY, 101, 300),
    ramp: fc.integer({ min: 0, max: 100 }),
  }),
);

const scenario = fc.record({
  title: fc.constantFrom(
    'Today',
    'no',
    '1e3',
    'Ärzte & "Gruppen": #1',
    "it's",
    '<b>',
    '- x',
    '2026',
  ),
  question: fc.constantFrom('', 'What if?', 'What if: "x" # y?'),
  policies: fc.uniqueArray(policy, { maxLength: 4, selector: (set) => JSON.stringify(set) }),
  horizon: fc.integer({ min: 104, max: 1000 }),
  warmUp: fc.integer({ min: 0, max: 600 }),
  seed: fc.constantFrom('1', '007', 'true', 'a b', '12345678901234567890'),
  populationSeed: fc.constantFrom('1', 'x'),
  replicates: fc.integer({ min: 1, max: 500 }),
});

test('any scenario is written so that it reads back the same', () => {
  fc.assert(
    fc.property(scenario, (change) => {
      const own: Scenario = { ...usual, ...change };
      expect(read(writeScenario(own, model))).toEqual(own);
    }),
    { numRuns: 200 },
  );
});

test('defaults are left out, and what differs stands there', () => {
  expect(writeScenario(usual, model).split('\n').slice(0, 3)).toEqual([
    'mentorscape: 1',
    'model: mentoring',
    'title: own',
  ]);
  const name = Object.keys(model.shape.parameters)[0];
  const spec = model.shape.parameters[name];
  if (isChoice(spec)) throw new Error('the first parameter is a number');
  const parameters = { ...usual.parameters, [name]: spec.range[0] };
  const text = writeScenario({ ...usual, parameters }, model);
  expect(text).toContain(`parameters:\n  ${name}: ${spec.range[0]}\n`);
});

test('a roster is named, and no settings of a made-up population beside it', () => {
  const roster = { people: 'roster-1.people.csv', ties: 'roster-1.ties.csv' };
  const own: Scenario = {
    ...usual,
    roster,
    warmUp: 0,
    population: { ...usual.population, faculty: 30 },
  };
  const back = read(writeScenario(own, model));
  expect(back.roster).toEqual(roster);
  expect(back.population).toEqual(usual.population);
});
