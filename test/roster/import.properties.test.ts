/** What holds for every import and every roster, on tables made by chance. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rosterVocabulary } from '../../models/mentoring/roster-vocabulary.ts';
import { digestText } from '../../sim/data/digest.ts';
import { pseudonymise } from '../../sim/roster/pseudonyms.ts';
import type { RosterPerson, RosterTie } from '../../sim/roster/roster.ts';
import { readRoster, writeRoster } from '../../sim/roster/roster.ts';
import { importTables } from './import-helpers.ts';

const standings = rosterVocabulary.roles.flatMap(({ name, ranks }) => {
  return ranks.map((rank) => ({ role: name, rank }));
});

/** Ten people of any ranks, and up to sixty raw ties among them and one stranger. */
const tables = fc.record({
  ranks: fc.array(fc.constantFrom(...standings), { minLength: 10, maxLength: 10 }),
  ties: fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 10 }),
      to: fc.integer({ min: 0, max: 10 }),
      relation: fc.constantFrom('advice', 'friendship', 'other', 'cowork'),
      weight: fc.constantFrom('', '0', '1', '2'),
    }),
    { maxLength: 60 },
  ),
  downward: fc.constantFrom('drop', 'reverse'),
  peerGap: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
});

function run(
  given: typeof tables extends fc.Arbitrary<infer T> ? T : never,
  symmetrise: 'any' | 'both',
) {
  const people = given.ranks.map(({ role, rank }, i) => `p${i},${role},${rank}`).join('\n');
  const ties = given.ties.map((tie) => `p${tie.from},p${tie.to},${tie.relation},${tie.weight}`);
  const occurring = new Set(given.ties.map((tie) => tie.relation));
  const uses = { advice: 'upward', friendship: 'equal', cowork: 'drop' } as const;
  const options = Object.entries(uses)
    .filter(([name]) => occurring.has(name as keyof typeof uses))
    .map(([name, use]) => `relations.${name}=${use}`);
  const { downward, peerGap } = given;
  const rules = {
    downward,
    symmetrise,
    ignoreUnknown: true,
    ...(peerGap === undefined ? {} : { peerGap }),
  } as const;
  return importTables({
    people: `id,role,rank\n${people}\n`,
    ties: `from,to,relation,weight\n${ties.join('\n')}\n`,
    options,
    rules,
  });
}

const named = (tie: RosterTie): string => `${tie.from} ${tie.to} ${tie.kind}`;

test('the counts by rule add up to the raw ties, and those kept to the ties', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom('any', 'both'), (given, symmetrise) => {
      const { roster, explanation } = run(given, symmetrise);
      const sum = (outcome?: string): number =>
        explanation.rules
          .filter((rule) => outcome === undefined || rule.outcome === outcome)
          .reduce((total, rule) => total + rule.count, 0);
      expect(sum()).toBe(given.ties.length);
      expect(sum('kept')).toBe(roster.ties.length);
      expect(explanation.ties.upward + explanation.ties.equal).toBe(roster.ties.length);
    }),
  );
});

test('symmetrise both keeps some of the peer ties of any, and all the senior ones', () => {
  fc.assert(
    fc.property(tables, (given) => {
      const any = new Set(run(given, 'any').roster.ties.map(named));
      const both = run(given, 'both').roster.ties.map(named);
      for (const tie of both) expect(any).toContain(tie);
      const senior = (tie: string): boolean => tie.endsWith('senior');
      expect(both.filter(senior)).toEqual([...any].filter(senior));
    }),
  );
});

test('an imported roster is a valid one, and reads back as it was written', () => {
  fc.assert(
    fc.property(tables, (given) => {
      const { roster } = run(given, 'any');
      const text = writeRoster(roster, rosterVocabulary);
      const again = readRoster(text.people, text.ties, rosterVocabulary, {
        people: 'p',
        ties: 't',
      });
      expect(writeRoster(again, rosterVocabulary)).toEqual(text);
      expect(again.ties.map(named)).toEqual(roster.ties.map(named));
    }),
  );
});

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter(
    (text) =>
      text !== '' && text !== 'external' && !/[\0\uFFFD\uFEFF]|^(ÿþ|þÿ|ï»¿|\uFFFE)/.test(text),
  );

/** People with any text in their ids and places, and anything observed or not. */
const person = fc.record({
  id: word,
  standing: fc.constantFrom(...standings),
  department: word,
  site: word,
  external: fc.boolean(),
  gender: fc.constantFrom('woman', 'man', undefined),
  minority: fc.constantFrom('yes', 'no', undefined),
  onsite: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  tenure: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: undefined }),
});

const people = fc
  .uniqueArray(person, { minLength: 8, maxLength: 20, selector: ({ id }) => id })
  .map((rows) =>
    rows.map((row, index): RosterPerson => {
      const { gender, minority, onsite, tenure } = row;
      return {
        id: row.id,
        ...row.standing,
        department: row.department,
        site: row.external ? 'external' : row.site,
        external: row.external,
        groups: { ...(gender ? { gender } : {}), ...(minority ? { minority } : {}) },
        numbers: {
          ...(onsite === undefined ? {} : { onsite: onsite + 0 }),
          ...(tenure === undefined ? {} : { tenure: tenure + 0 }),
        },
        line: index + 2,
      };
    }),
  );

test('any roster reads back to the last bit', () => {
  fc.assert(
    fc.property(people, (rows) => {
      const ties: RosterTie[] = [
        { from: rows[0]!.id, to: rows[1]!.id, kind: 'peer', weight: 0.1 + 0.2, line: 2 },
      ];
      for (const vocabulary of [rosterVocabulary, undefined]) {
        const text = writeRoster({ people: rows, ties }, vocabulary);
        const files = { people: 'p', ties: 't' };
        const again = readRoster(text.people, text.ties, rosterVocabulary, files);
        // a quoted newline in a cell moves the lines, not the content
        const plain = (list: readonly RosterPerson[]) => list.map((one) => ({ ...one, line: 0 }));
        expect(plain(again.people)).toEqual(plain(rows));
        expect(again.ties).toEqual(ties);
      }
    }),
  );
});

test('pseudonyms rename everybody, keep every attribute and tie, and depend on the content', () => {
  fc.assert(
    fc.property(people, fc.string(), (rows, salt) => {
      const ties: RosterTie[] = rows.slice(1).map((one, index) => {
        return { from: one.id, to: rows[0]!.id, kind: 'peer', weight: 1, line: index + 2 };
      });
      const { roster, key } = pseudonymise({ people: rows, ties }, salt);
      const real = new Map(key.map(({ pseudonym, id }) => [pseudonym, id]));
      expect(roster.people.map(({ id }) => id)).toEqual(
        rows.map((_, index) => `P${`${index + 1}`.padStart(3, '0')}`),
      );
      const back = roster.people.map((one) => ({ ...one, id: real.get(one.id), line: 0 }));
      expect(new Set(back.map((one) => JSON.stringify(one)))).toEqual(
        new Set(rows.map((one) => JSON.stringify({ ...one, line: 0 }))),
      );
      const named = roster.ties.map((tie) => `${real.get(tie.from)} ${real.get(tie.to)}`);
      expect(new Set(named)).toEqual(new Set(ties.map((tie) => `${tie.from} ${tie.to}`)));
      expect(pseudonymise({ people: rows, ties }, salt).key).toEqual(key);
    }),
  );
});

test('the order of pseudonyms changes with anything in the files', () => {
  const rows = Array.from({ length: 50 }, (_, index) => {
    const id = digestText(`${index}`);
    return {
      id,
      ...standings[0]!,
      department: 'd',
      site: 's',
      external: false,
      groups: {},
      numbers: {},
      line: 0,
    };
  });
  const order = (salt: string): string =>
    JSON.stringify(pseudonymise({ people: rows, ties: [] }, salt).key);
  expect(order('one')).not.toBe(order('two'));
});
