/** The synthetic roster has the published composition, at any size, and is a valid roster. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rosterVocabulary } from '../../models/mentoring/roster-vocabulary.ts';
import { apportion, synthesiseRoster } from '../../models/mentoring/synthetic-roster.ts';
import { sequential } from '../../sim/chance/seeds.ts';
import { readRoster, writeRoster } from '../../sim/roster/roster.ts';

test('parts add up and follow their weights', () => {
  expect(apportion(120, [0.1, 0.45, 0.21, 0.24])).toEqual([12, 54, 25, 29]);
  expect(apportion(1, [1, 1, 1])).toEqual([1, 0, 0]);
});

test('composition as published', () => {
  const size = { faculty: 1000, residents: 600, departments: 8 };
  const { people, ties } = synthesiseRoster(size, sequential(7));
  const share = (of: typeof people, test: (one: (typeof people)[number]) => boolean): number =>
    of.filter(test).length / of.length;
  const faculty = people.filter(({ role }) => role === 'faculty');
  const residents = people.filter(({ role }) => role === 'resident');
  expect(share(faculty, ({ groups }) => groups['gender'] === 'woman')).toBe(0.42);
  expect(share(faculty, ({ groups }) => groups['minority'] === 'yes')).toBe(0.1);
  expect(share(residents, ({ groups }) => groups['gender'] === 'woman')).toBe(0.48);
  expect(share(faculty, ({ rank }) => rank === 'assistant')).toBe(0.45);
  const full = faculty.filter(({ rank }) => rank === 'full');
  expect(share(full, ({ groups }) => groups['gender'] === 'woman')).toBeCloseTo(0.23, 2);
  const onsite = people.reduce((sum, { numbers }) => sum + numbers['onsite']!, 0);
  expect(onsite / people.length).toBeCloseTo(0.8, 10);
  const mentored = new Set(ties.filter(({ kind }) => kind === 'senior').map(({ from }) => from));
  expect(share(residents, ({ id }) => mentored.has(id))).toBeCloseTo(0.65, 2);
  const below = faculty.filter(({ rank }) => rank !== 'full');
  expect(share(below, ({ id }) => mentored.has(id))).toBeCloseTo(0.65, 2);
});

test('a roster of any size is valid, within capacity, and the same for the same seed', () => {
  const size = fc.record({
    faculty: fc.integer({ min: 8, max: 60 }),
    residents: fc.integer({ min: 0, max: 40 }),
    departments: fc.integer({ min: 1, max: 8 }),
  });
  fc.assert(
    fc.property(size, fc.nat(), (asked, seed) => {
      const roster = synthesiseRoster(asked, sequential(seed));
      expect(roster.people).toHaveLength(asked.faculty + asked.residents);
      expect(new Set(roster.people.map((one) => one.department)).size).toBe(asked.departments);
      const text = writeRoster(roster, rosterVocabulary);
      const files = { people: 'p', ties: 't' };
      expect(readRoster(text.people, text.ties, rosterVocabulary, files)).toEqual(roster);
      expect(synthesiseRoster(asked, sequential(seed))).toEqual(roster);
      const capacity = new Map(roster.people.map(({ id, numbers }) => [id, numbers['capacity']]));
      const load = new Map<string, number>();
      for (const { to, kind } of roster.ties) {
        if (kind === 'senior') load.set(to, (load.get(to) ?? 0) + 1);
      }
      for (const [id, held] of load) expect(held).toBeLessThanOrEqual(capacity.get(id)!);
    }),
    { numRuns: 50 },
  );
});
