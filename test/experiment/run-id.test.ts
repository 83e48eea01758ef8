/** Runs are named by everything that determines their output, and by nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentoring } from '../../models/mentoring/model.ts';
import { replicateSeed } from '../../sim/chance/seeds.ts';
import type { ModelIdentity } from '../../sim/experiment/run-id.ts';
import { rosterDigest, runId } from '../../sim/experiment/run-id.ts';
import type { RosterRecords } from '../../sim/model/model.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { runAll, scenario } from './scenarios.ts';

const identity: ModelIdentity = { name: 'mentoring', version: '1', hash: 'abc' };
const base = scenario('policies: [{ policy: protectedTime, start: 3, ramp: 2 }]\n');
const [policy] = base.policies;

function idOf(
  change: Partial<Scenario> = {},
  { model = identity, roster = '', seed = 'seed' } = {},
): string {
  return runId(model, { ...base, ...change }, roster, seed);
}

const person = {
  ...{ id: 'p1', role: 'faculty', rank: 'full', department: 'd', site: 's', external: false },
  ...{ groups: { gender: 'woman' }, numbers: { tenure: 3 } },
};
const roster: RosterRecords = {
  people: [person, { ...person, id: 'p2' }],
  ties: [{ from: 'p1', to: 'p2', kind: 'peer', weight: 1 }],
};

describe('a run id', () => {
  it('is 32 hexadecimal digits and the same for the same run', () => {
    expect(idOf()).toMatch(/^[0-9a-f]{32}$/);
    expect(idOf()).toBe(idOf());
  });

  it('changes with each ingredient, and all changes differ', () => {
    const changed = [
      idOf(),
      idOf({}, { model: { ...identity, name: 'other' } }),
      idOf({}, { model: { ...identity, version: '2' } }),
      idOf({}, { model: { ...identity, hash: 'abd' } }),
      idOf({}, { seed: 'seee' }),
      idOf({}, { roster: rosterDigest(roster) }),
      idOf({ populationSeed: '2' }),
      idOf({ warmUp: base.warmUp + 1 }),
      idOf({ horizon: base.horizon + 1 }),
      idOf({ record: { ...base.record, every: 4 } }),
      idOf({ record: { ...base.record, outcomes: base.record.outcomes.slice(1) } }),
      idOf({ policies: [] }),
      idOf({ policies: [policy, policy] }),
      idOf({ policies: [{ ...policy, start: 4 }] }),
      idOf({ policies: [{ ...policy, end: 40 }] }),
      idOf({ policies: [{ ...policy, ramp: 3 }] }),
      idOf({ policies: [{ ...policy, levers: { ...policy.levers, hoursPerWeek: 1.5 } }] }),
      ...Object.keys(base.population).map((key) =>
        idOf({ population: { ...base.population, [key]: 99 } }),
      ),
      ...Object.keys(base.parameters).map((key) =>
        idOf({ parameters: { ...base.parameters, [key]: 0.12345 } }),
      ),
    ];
    expect(changed.length).toBeGreaterThan(40);
    expect(new Set(changed).size).toBe(changed.length);
  });

  it('tells a policy that stays from one that ends', () => {
    const stays = idOf({ policies: [{ ...policy, end: Number.POSITIVE_INFINITY }] });
    expect(stays).toBe(idOf());
    for (const end of [0, 1e9, Number.MAX_VALUE]) {
      expect(idOf({ policies: [{ ...policy, end }] })).not.toBe(stays);
    }
  });

  it('does not change with names, words, file names or the number of replicates', () => {
    expect(
      idOf({
        ...{ name: 'elsewhere/other.yaml', title: 'Other', question: 'Why?', seed: '7' },
        ...{ replicates: 1000, roster: { people: 'people.csv' } },
      }),
    ).toBe(idOf());
  });

  it('of a roster does not depend on settings of a population that is not used', () => {
    const other = { ...base.population, faculty: 99 };
    const digest = rosterDigest(roster);
    expect(idOf({ population: other }, { roster: digest })).toBe(idOf({}, { roster: digest }));
  });

  it('does not depend on the order of keys', () => {
    const shuffled = (value: unknown, order: readonly number[]): unknown => {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
      const entries = Object.entries(value).map(
        ([key, part], k) => [order[k % order.length], key, shuffled(part, order)] as const,
      );
      entries.sort((a, b) => a[0] - b[0]);
      return Object.fromEntries(entries.map(([, key, part]) => [key, part]));
    };
    const [first] = base.policies;
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 60 }), (order) => {
        const mixed = shuffled(base, order) as Scenario;
        const policies = [shuffled(first, order)] as Scenario['policies'];
        expect(idOf({ ...mixed, policies })).toBe(idOf());
      }),
      { numRuns: 40 },
    );
  });
});

describe('the ids of an experiment', () => {
  const today = scenario();
  const time = scenario('policies: [{ policy: protectedTime }]\n');

  it('are those of its runs, whatever other arms and replicates there are', () => {
    const alone = runAll([time], 1);
    const [, together] = runAll([today, time, scenario('seed: 8\nreplicates: 99\n')], 1);
    expect(together.runId).toBe(alone[0].runId);
    expect(together.digest).toBe(alone[0].digest);
    const model = { name: 'mentoring', version: mentoring.version, hash: 'hash' };
    expect(alone[0].runId).toBe(runId(model, time, '', replicateSeed('1', 1)));
  });

  it('differ between arms and between replicates', () => {
    const ids = [...runAll([today, time], 0), ...runAll([today, time], 1)].map((run) => run.runId);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('the digest of a roster', () => {
  it('is empty without one, and changes with every field of people and ties', () => {
    const [one, two] = roster.people;
    const [tie] = roster.ties;
    const digests = [
      undefined,
      roster,
      { ...roster, people: [one] },
      { ...roster, people: [two, one] },
      { ...roster, people: [{ ...one, rank: 'assistant' }, two] },
      { ...roster, people: [{ ...one, external: true }, two] },
      { ...roster, people: [{ ...one, groups: {} }, two] },
      { ...roster, people: [{ ...one, numbers: { tenure: 4 } }, two] },
      { ...roster, ties: [] },
      { ...roster, ties: [{ ...tie, kind: 'senior' }] },
      { ...roster, ties: [{ ...tie, weight: 0.5 }] },
    ].map(rosterDigest);
    expect(digests[0]).toBe('');
    expect(new Set(digests).size).toBe(digests.length);
  });
});
