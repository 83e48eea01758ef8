/** Whatever is given is either a scenario or refused with issues: nothing else, and soon. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { minimal } from '../../models/minimal/model.ts';
import { ScenarioError } from '../../sim/data/issues.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { scenarioKeys } from '../../sim/model/scenario-check.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import type { Model } from '../../sim/model/simulation.ts';
import { standIn } from './stand-in.ts';

const models = [standIn, minimal as unknown as Model];
const runs = { numRuns: 300, seed: 11 };

/** The scenario, or undefined when it was refused as it should be. */
function attempt(text: string): Scenario | undefined {
  const start = performance.now();
  try {
    return parseScenario(text, 'x.yaml', models, () => text);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const bad = error.issues.filter(
      ({ file, line = 0, key, expected, found, remedy = '' }) =>
        file !== 'x.yaml' ||
        line < 1 ||
        /[\p{Cc}\p{Surrogate}]/u.test(key + expected + found + remedy),
    );
    expect(bad).toEqual([]);
    expect(error.issues.length).toBeGreaterThan(0);
    return undefined;
  } finally {
    expect(performance.now() - start).toBeLessThan(2000);
  }
}

/** A scenario holds values that a run can use, whatever its file said. */
function checkSound(scenario: Scenario): void {
  const weeks = [scenario.horizon, scenario.warmUp, scenario.replicates, scenario.record.every];
  for (const week of weeks) expect(Number.isInteger(week)).toBe(true);
  for (const value of [
    ...Object.values(scenario.parameters),
    ...Object.values(scenario.population),
  ]) {
    expect(typeof value === 'string' || Number.isFinite(value)).toBe(true);
  }
  for (const { start, end } of scenario.policies) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(start).toBeLessThan(scenario.horizon);
    expect(end).toBeGreaterThan(start);
  }
}

const names = [
  ...[...scenarioKeys, '__proto__', 'constructor', '<<', 'policy', 'start', 'end', 'ramp', 'seed'],
  ...['womenShare', 'overloadPatience', 'faculty', 'hoursPerWeek', 'who', 'people', 'every'],
];
const scalars = [
  ...['mentoring', 'minimal', 'protectedTime', 'peerGroups', 'year 2', 'week 26', '10 years'],
  ...[0, 1, -1, 0.5, 52, 1e9, 1e308, null, true, '', 'x.yaml', 'p.csv', '.nan', '1e400'],
];

/** Values made of the words of scenarios, so that many come close to a good one. */
const { value: near } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...scalars),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 5 }),
  ),
}));

test('any JSON value', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), near), (value) => {
      const scenario = attempt(JSON.stringify(value));
      if (scenario) checkSound(scenario);
    }),
    runs,
  );
});

test('any value as YAML, with a version', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), near, { maxKeys: 6 }), (value) => {
      const scenario = attempt(stringify({ ...value, mentorscape: 1 }));
      if (scenario) checkSound(scenario);
    }),
    runs,
  );
});

test('any text', () => {
  const unit = fc.oneof(fc.constantFrom(...':-?#[]{},"\'|>&*!%@`\\\n\t \r\0~=0a.'), fc.string());
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit }), (a, b) => {
      attempt(a);
      attempt(b);
      attempt(`mentorscape: 1\ntitle: ${b}`);
    }),
    runs,
  );
});

const weeks = fc.integer({ min: 0, max: 519 });
const good = fc.record(
  {
    mentorscape: fc.constant(1),
    model: fc.constant('mentoring'),
    parameters: fc.record(
      {
        womenShare: fc.double({ min: 0, max: 1, noNaN: true }),
        overloadPatience: fc.integer({ min: 1, max: 520 }),
      },
      { requiredKeys: [] },
    ),
    population: fc.record({ faculty: fc.integer({ min: 4, max: 200_000 }), seed: fc.nat() }),
    policies: fc.uniqueArray(
      fc.record({ policy: fc.constantFrom('protectedTime', 'peerGroups'), start: weeks }),
      { maxLength: 5, selector: ({ policy, start }) => `${policy} ${start}` },
    ),
    seed: fc.oneof(fc.maxSafeInteger(), fc.stringMatching(/^[a-z]{1,20}$/)),
    replicates: fc.integer({ min: 1, max: 100_000 }),
  },
  { requiredKeys: ['mentorscape'] },
);

test('a good scenario says the same as YAML, as JSON, and in any order of its keys', () => {
  fc.assert(
    fc.property(good, (value) => {
      const scenario = attempt(JSON.stringify(value));
      expect(scenario).toBeDefined();
      if (scenario) checkSound(scenario);
      expect(attempt(stringify(value))).toEqual(scenario);
      expect(attempt(stringify(Object.fromEntries(Object.entries(value).reverse())))).toEqual(
        scenario,
      );
      expect(scenario?.policies.map(({ policy, start }) => ({ policy, start }))).toEqual(
        value.policies ?? [],
      );
      expect(scenario?.parameters).toMatchObject(
        JSON.parse(JSON.stringify(value.parameters ?? {})),
      );
    }),
    { ...runs, numRuns: 150 },
  );
});

test('a broken scenario: any few characters changed', () => {
  const text = stringify({
    mentorscape: 1,
    parameters: { womenShare: 0.4 },
    policies: [{ policy: 'protectedTime', start: 'year 2', hoursPerWeek: 2 }],
    record: { every: 'month', outcomes: ['hasMentor'] },
  });
  const edit = fc.record({
    at: fc.nat({ max: text.length }),
    drop: fc.nat({ max: 4 }),
    put: fc.oneof(fc.constantFrom(...':-?#[]{},"\'|>&*!%@`\\\n\t ~.'), fc.string({ maxLength: 3 })),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      let broken = text;
      for (const { at, drop, put } of edits) {
        broken = broken.slice(0, at) + put + broken.slice(at + drop);
      }
      const scenario = attempt(broken);
      if (scenario) checkSound(scenario);
    }),
    runs,
  );
});
