/** The engine's promises on the smallest model: same seed same bits, snapshots, null changes. */
import { describe, expect, it } from 'vitest';
import { mentoring } from '../../models/mentoring/model.ts';
import { minimal } from '../../models/minimal/model.ts';
import type { RunSettings } from '../../sim/model/simulation.ts';
import { type Model, Simulation } from '../../sim/model/simulation.ts';

function settings(key1 = 2): RunSettings {
  return {
    parameters: { asking: 0.1, fading: 0.02 },
    population: { settings: {} },
    populationKey: { key0: 9, key1: 9 },
    runKey: { key0: 1, key1 },
    seed: 'test',
    policies: [],
    outcomes: ['ties'],
    recordEvery: 52,
    firstWeek: 0,
  };
}

const model = minimal as unknown as Model;

describe('a simulation', () => {
  it('has the same fingerprint for the same settings and another for another key', () => {
    const prints = [2, 2, 3].map((key1) => {
      const simulation = new Simulation(model, settings(key1));
      simulation.runTo(104);
      return simulation.fingerprint();
    });
    expect(prints[0]).toBe(prints[1]);
    expect(prints[0]).not.toBe(prints[2]);
  });

  it('goes on from a snapshot as if it had not stopped, bit for bit', () => {
    const whole = new Simulation(model, settings());
    whole.runTo(30);
    const snapshot = structuredClone(whole.snapshot());
    whole.runTo(130);
    const resumed = new Simulation(model, settings(77));
    const same = new Simulation(model, settings());
    same.restore(snapshot);
    same.runTo(130);
    expect(same.fingerprint()).toBe(whole.fingerprint());
    resumed.restore(snapshot);
    resumed.runTo(130);
    expect(resumed.fingerprint()).not.toBe(whole.fingerprint());
  });

  it('records the mean number of ties: asked and not yet ended', () => {
    const simulation = new Simulation(model, settings());
    simulation.runTo(520);
    const cell = simulation.recorder.cells.findIndex(({ outcome }) => outcome === 'ties');
    const last = simulation.recorder.rows.at(-1)?.[cell] ?? Number.NaN;
    // Little's law: 50 people × 0.1 asks a week × a mean life of 50 weeks, less repeats
    expect(simulation.recorder.rows).toHaveLength(10);
    expect(last).toBeGreaterThan(200);
    expect(last).toBeLessThan(250);
  });

  it('begins its record in week 0: of a warm-up nothing is kept', () => {
    const [warmed, begun] = [0, 1].map(
      () => new Simulation(model, { ...settings(), firstWeek: -60 }),
    );
    for (const simulation of [warmed, begun]) simulation.runTo(0);
    expect(warmed.recorder.rows).toHaveLength(0);
    begun.beginRecord();
    for (const simulation of [warmed, begun]) simulation.runTo(104);
    expect(warmed.recorder.rows).toHaveLength(2);
    expect(warmed.recorder.rows).toEqual(begun.recorder.rows);
    expect(warmed.fingerprint()).toBe(begun.fingerprint());
  });

  it('has the digest of its columns every 13th week: a difference that heals is not lost', () => {
    const [quiet, touched] = [new Simulation(model, settings()), new Simulation(model, settings())];
    for (const simulation of [quiet, touched]) simulation.runTo(25);
    const asked = touched.world.people.column['asked'];
    asked[3]++;
    for (const simulation of [quiet, touched]) simulation.runTo(27);
    asked[3]--;
    for (const simulation of [quiet, touched]) simulation.runTo(30);
    expect(touched.snapshot().stores).toEqual(quiet.snapshot().stores);
    expect(touched.fingerprint()).not.toBe(quiet.fingerprint());
  });

  it('forgets the record and the digest when the record begins afresh', () => {
    const simulation = new Simulation(model, settings());
    simulation.runTo(60);
    expect(simulation.recorder.rows).toHaveLength(1);
    simulation.beginRecord();
    expect(simulation.recorder.rows).toHaveLength(0);
    const again = new Simulation(model, settings());
    again.restore(simulation.snapshot());
    expect(again.fingerprint()).toBe(simulation.fingerprint());
  });
});

describe('the week of the mentoring model', () => {
  it('has the order of the model description', () => {
    // model.md, part A: "Order within a week"; growth comes before career moves
    const described = [
      ...['calendar', 'policies', 'encounters', 'formation', 'meetings', 'development'],
      ...['support', 'wellbeing', 'growth', 'careers'],
    ];
    const names = mentoring.schedule.map((step) => (step === 'policies' ? step : step.name));
    expect(names.filter((name) => described.includes(name))).toEqual(described);
    expect(new Set(names).size).toBe(names.length);
  });
});
