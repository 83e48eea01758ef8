/** A run that is stopped and taken up again is the run that was never stopped, to the last bit. */
import { describe, expect, it } from 'vitest';
import { openAccounts } from '../../models/mentoring/accounts.ts';
import { mentoring } from '../../models/mentoring/model.ts';
import * as policies from '../../models/mentoring/policies/index.ts';
import { models } from '../../models/registry.ts';
import { runKey } from '../../sim/chance/seeds.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import type { Model, Snapshot } from '../../sim/model/simulation.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import { growingSimulation } from './growing-model.ts';

const scenario = parseScenario(
  `mentorscape: 1
model: mentoring
population: { faculty: 24, residents: 16, departments: 2 }
policies:
  - { policy: formalMatching, start: week 10, who: everyone }
  - { policy: peerGroups, start: week 5, ramp: 30, who: everyone, groupSize: 5, termYears: 1 }
  - { policy: protectedTime, ramp: 20, hoursPerWeek: 2 }
  - { policy: hybridWork, start: week 20, end: week 80, schedule: anchor }
horizon: 2 years
warmUp: 0 weeks
record: { every: month }
`,
  'all-policies.yaml',
  models,
  () => '',
);

function start(seed = 'first'): Simulation {
  return new Simulation(mentoring as unknown as Model, {
    parameters: scenario.parameters,
    population: { settings: scenario.population },
    populationKey: runKey(scenario.populationSeed),
    runKey: runKey(seed),
    seed,
    policies: scenario.policies,
    outcomes: scenario.record.outcomes,
    recordEvery: scenario.record.every,
    firstWeek: -13,
  });
}

/** Runs to the horizon; the fingerprint of record and columns, and the state itself. */
function finish(simulation: Simulation): { print: string; state: Snapshot } {
  simulation.runTo(scenario.horizon);
  simulation.finish();
  return { print: simulation.fingerprint(), state: simulation.snapshot() };
}

describe('the mentoring model with all four policies', () => {
  const weeks = [-13, 0, 9, 25, 52, 70, 95, 103];
  const whole = finish(start());
  const snapshots: Snapshot[] = [];
  const stopped = start();
  for (const week of weeks) {
    stopped.runTo(week);
    snapshots.push(structuredClone(stopped.snapshot()));
  }

  it('runs on from a snapshot as if none had been taken', () => {
    expect(finish(stopped).print).toBe(whole.print);
  });

  it.each(weeks.map((week, k) => [week, k]))(
    'goes on from week %d in a new simulation',
    (week, k) => {
      const resumed = start();
      resumed.restore(snapshots[k]);
      expect(resumed.world.week).toBe(week);
      const { print, state } = finish(resumed);
      expect(print).toBe(whole.print);
      expect(state).toEqual(whole.state);
    },
  );

  it('has its ties listed at once, not only after the next week', () => {
    const [original, resumed] = [start(), start()];
    original.runTo(25);
    resumed.runTo(60);
    resumed.restore(original.snapshot());
    for (const layer of ['senior', 'peer']) {
      const [a, b] = [original.world.ties[layer], resumed.world.ties[layer]];
      expect(b.indexed).toBe(b.size);
      for (const way of ['out', 'in'] as const) {
        expect(b[way].start).toEqual(a[way].start);
        expect(b[way].tie.subarray(0, b.size)).toEqual(a[way].tie.subarray(0, a.size));
      }
    }
  });

  it('goes back from a later week, in any order', () => {
    const simulation = start();
    simulation.runTo(40);
    for (const k of [6, 3, 7]) {
      simulation.restore(snapshots[k]);
      expect(finish(simulation).print).toBe(whole.print);
    }
  });

  it('goes on from a snapshot with another seed as another run', () => {
    const other = start('second');
    other.restore(snapshots[3]);
    expect(finish(other).print).not.toBe(whole.print);
  });

  it('had its policies at work: matches, groups, hours and days at home', () => {
    const { world } = stopped;
    const accounts = openAccounts(Object.keys(policies));
    for (const account of ['formalMatching', 'peerGroups', 'protectedTime'] as const) {
      const row = accounts[account];
      expect(world.tables['ledger'].column['money'][row], account).toBeGreaterThan(0);
    }
    expect([...world.ties['senior'].column['origin']]).toContain(1);
    const start = snapshots[weeks.indexOf(9)].stores[0].arrays;
    const during = snapshots[weeks.indexOf(70)].stores[0].arrays;
    const onsite = Object.keys(world.people.column).indexOf('onsite');
    const mean = (values: ArrayLike<number>): number =>
      Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(during[onsite])).toBeLessThan(mean(start[onsite]) - 0.1);
  });
});

describe('a model that grows beyond every capacity', () => {
  it('goes on from any snapshot, in a smaller simulation and in a larger one', () => {
    const whole = growingSimulation();
    whole.runTo(120);
    whole.finish();
    expect(whole.world.people.size).toBe(240);
    expect(whole.world.people.capacity).toBeGreaterThan(16);
    const stopped = growingSimulation();
    for (const week of [0, 7, 33, 64, 119]) {
      stopped.runTo(week);
      const snapshot = structuredClone(stopped.snapshot());
      const larger = growingSimulation();
      larger.runTo(100);
      for (const resumed of [growingSimulation(), larger]) {
        resumed.restore(snapshot);
        resumed.runTo(120);
        resumed.finish();
        expect(resumed.fingerprint()).toBe(whole.fingerprint());
      }
    }
  });
});
