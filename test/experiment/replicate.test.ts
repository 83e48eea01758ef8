/** One replicate of several arms: common luck, shared warm-up, and the networks that are kept. */
import { describe, expect, it } from 'vitest';
import { replicateSeed, runKey } from '../../sim/chance/seeds.ts';
import { comparable, runReplicate } from '../../sim/experiment/replicate.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import { experiment, model, runAll, scenario } from './scenarios.ts';

const today = scenario();
const policies = `policies:
  - { policy: formalMatching, start: week 6 }
  - { policy: protectedTime, ramp: 10 }
`;
const programmes = scenario(policies);

/** A run from the first week of the warm-up to the horizon without a stop. */
function uninterrupted(each: Scenario, seed: string): string {
  const simulation = new Simulation(model, {
    parameters: each.parameters,
    population: { settings: each.population },
    populationKey: runKey(each.populationSeed),
    runKey: runKey(seed),
    seed,
    policies: each.policies,
    outcomes: each.record.outcomes,
    recordEvery: each.record.every,
    firstWeek: -each.warmUp,
  });
  simulation.runTo(0);
  simulation.beginRecord();
  simulation.runTo(each.horizon);
  simulation.finish();
  return simulation.fingerprint();
}

describe('a replicate', () => {
  it('has one seed in all arms, and another in each replicate and experiment', () => {
    const seeds = [0, 1].map((r) => runAll([today, programmes], r).map(({ seed }) => seed));
    expect(seeds).toEqual([
      [replicateSeed('1', 0), replicateSeed('1', 0)],
      [replicateSeed('1', 1), replicateSeed('1', 1)],
    ]);
    expect(new Set([...seeds.flat(), replicateSeed('2', 0)]).size).toBe(3);
  });

  it('names its arms and itself, in the order of the arms', () => {
    const runs = runAll([programmes, today], 1);
    expect(runs.map(({ arm, replicate, weeks }) => [arm, replicate, weeks])).toEqual([
      [0, 1, 52],
      [1, 1, 52],
    ]);
    expect(runs.map(({ digest }) => digest)).toEqual(
      runAll([today, programmes], 1)
        .toReversed()
        .map(({ digest }) => digest),
    );
  });

  it('has the same luck in two arms of the same settings', () => {
    const [a, b] = runAll([today, today]);
    expect(b.digest).toBe(a.digest);
    expect(b.rows).toEqual(a.rows);
  });
});

describe('a shared warm-up', () => {
  it('gives the digests of arms that are warmed up one by one, and of runs without a stop', () => {
    const other = scenario(`parameters: { womenShare: 0.9 }\n${policies}`);
    const longer = scenario(policies, baseWith('warmUp: 30 weeks'));
    const people = scenario('', baseWith('warmUp: 26 weeks', 17));
    const monthly = scenario('record: { every: month }\n');
    const all = [today, programmes, other, longer, people, monthly];
    const together = runAll(all).map(({ digest }) => digest);
    expect(together).toEqual(all.map((each) => runAll([each])[0].digest));
    expect(together).toEqual(all.map((each) => uninterrupted(each, replicateSeed('1', 0))));
    expect(new Set(together).size).toBe(all.length);
  });

  it('leaves no policy out: a policy from week 0 acts in week 0', () => {
    const [none, first] = runAll([
      scenario(),
      scenario('policies: [{ policy: protectedTime, end: week 2 }]\n'),
    ]);
    const cost = first.cells.findIndex(({ outcome }) => outcome === 'programmeCost');
    expect(none.rows[0][cost]).toBe(0);
    expect(first.rows[0][cost]).toBeGreaterThan(0);
  });
});

function baseWith(warmUp: string, faculty = 16): string {
  return `mentorscape: 1
population: { faculty: ${faculty}, residents: 8, departments: 2 }
horizon: 1 year
${warmUp}
`;
}

describe('networks', () => {
  it('are kept of the first replicate, at the start and at the end, when asked for', () => {
    const asked = experiment([today, programmes], { networks: true });
    const runs = runReplicate(model, asked, 0);
    expect(runs.map(({ networks }) => networks.map(({ week }) => week))).toEqual([
      [0, 52],
      [0, 52],
    ]);
    expect(runs[0].networks[0]).toEqual(runs[1].networks[0]);
    expect(runs[0].networks[1]).not.toEqual(runs[1].networks[1]);
    expect(runReplicate(model, asked, 1).flatMap(({ networks }) => networks)).toEqual([]);
    expect(runAll([today])[0].networks).toEqual([]);
    expect(runs[0].digest).toBe(runAll([today])[0].digest);
  });

  it('hold people by seat and ties that last, as plain numbers', () => {
    const [run] = runReplicate(model, experiment([today], { networks: true }), 0);
    const [, end] = run.networks;
    const { person, value, layers } = structuredClone(end);
    expect(person).toHaveLength(24);
    expect(Object.keys(layers)).toEqual(['senior', 'peer']);
    for (const { source, target, value: tie } of Object.values(layers)) {
      expect(source.length).toBeGreaterThan(3);
      expect([target.length, tie['rapport'].length, tie['origin'].length]).toEqual(
        Array(3).fill(source.length),
      );
      for (const seat of [...source, ...target]) expect(person[seat]).toBeGreaterThanOrEqual(0);
    }
    expect(value['department'].slice(0, 4)).toEqual([0, 1, 0, 1]);
  });
});

describe('scenarios can be compared', () => {
  it('when model, horizon and record are the same, whatever else differs', () => {
    expect(comparable(today, programmes)).toBe(true);
    expect(comparable(today, { ...today, replicates: 7, seed: 'x', warmUp: 0 })).toBe(true);
    expect(comparable(today, { ...today, model: 'minimal' })).toBe(false);
    expect(comparable(today, { ...today, horizon: 53 })).toBe(false);
    expect(comparable(today, { ...today, record: { ...today.record, every: 4 } })).toBe(false);
    const outcomes = today.record.outcomes.toReversed();
    expect(comparable(today, { ...today, record: { ...today.record, outcomes } })).toBe(false);
  });
});
