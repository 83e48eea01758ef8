/** Dynamics that can be solved by hand: burnout of people on whom nothing acts, and its mean field. */
import { describe, expect, it } from 'vitest';
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import { runKey } from '../../sim/chance/seeds.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import { arm, model } from './department.ts';

/** Nothing but the role and lasting differences between people acts on burnout. */
const alone = {
  ...{ causalShare: 0, workloadShock: 0, burnoutNoise: 0, vacancyEffect: 0, overloadEffect: 0 },
  ...{ autonomyEffect: 0, dissonanceStrain: 0, contagion: 0, exitFaculty: 0, exitResidents: 0 },
};

function start(parameters: Readonly<Record<string, number>>, seed: string): Simulation {
  const { scenario } = arm(`parameters: ${JSON.stringify(parameters)}\n`);
  return new Simulation(model, {
    parameters: scenario.parameters,
    population: { settings: scenario.population },
    populationKey: runKey(seed),
    runKey: runKey(seed),
    seed,
    policies: [],
    outcomes: [],
    recordEvery: 52,
    firstWeek: 0,
  });
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const worldOf = ({ world }: Simulation): MentoringWorld => world as unknown as MentoringWorld;

describe('burnout of people on whom nothing else acts', () => {
  it('approaches σ(strain + trait) by one part in eight a week', () => {
    const simulation = start(alone, 'closed form');
    const world = worldOf(simulation);
    simulation.runTo(1);
    const { burnout, strainTrait, role, person } = world.people.column;
    const first = burnout.slice(0, world.people.size);
    const ids = person.slice(0, world.people.size);
    const weeks = 30;
    simulation.runTo(1 + weeks);
    const { strainFaculty, strainResidents, strainTrait: spread, burnoutMemory } = world.parameter;
    let seen = 0;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (ids[seat] < 0 || person[seat] !== ids[seat]) continue;
      const strain = role[seat] === 1 ? strainFaculty : strainResidents;
      const rest = sigmoid(strain + spread * strainTrait[seat]);
      const expected = rest + (first[seat] - rest) * (1 - 1 / burnoutMemory) ** weeks;
      expect(burnout[seat]).toBeCloseTo(expected, 10);
      seen++;
    }
    expect(seen).toBeGreaterThan(180);
  });
});

describe('burnout that passes along ties', () => {
  const weights = [0, 1, 2, 3, 4, 5, 6, 7];

  /** Mean burnout of people who have contacts, after seven years, for each weight of contagion. */
  function simulated(seed: string): { curve: number[]; bare: number[] } {
    const curve: number[] = [];
    let bare: number[] = [];
    for (const contagion of weights) {
      const simulation = start({ ...alone, contagion }, seed);
      const world = worldOf(simulation);
      simulation.runTo(364);
      const { burnout, person } = world.people.column;
      const { contact } = world.tables.week.column;
      const values: number[] = [];
      for (let seat = 0; seat < world.people.size; seat++) {
        if (person[seat] >= 0 && contact[seat] > 0) values.push(burnout[seat]);
      }
      if (contagion === 0) bare = values;
      curve.push(values.reduce((sum, value) => sum + value, 0) / values.length);
    }
    return { curve, bare };
  }

  /** The mean field: everybody is met by the mean of all, at which contagion is neutral at 0.42. */
  function meanField(bare: readonly number[], weight: number): number {
    let mean = bare.reduce((sum, value) => sum + value, 0) / bare.length;
    for (let round = 0; round < 2000; round++) {
      let sum = 0;
      for (const value of bare)
        sum += sigmoid(Math.log(value / (1 - value)) + weight * (mean - 0.42));
      mean = sum / bare.length;
    }
    return mean;
  }

  /** The weight in the middle of the step with the greatest rise. */
  function steepest(curve: readonly number[]): number {
    const rises = curve.slice(1).map((value, k) => value - curve[k]);
    const k = rises.indexOf(Math.max(...rises));
    return (weights[k] + weights[k + 1]) / 2;
  }

  it('responds to contagion as its mean field does, steepest near a gain of one', () => {
    const runs = ['mean field 1', 'mean field 2'].map(simulated);
    const curve = weights.map((_, k) => (runs[0].curve[k] + runs[1].curve[k]) / 2);
    const bare = runs.flatMap((run) => run.bare);
    const theory = weights.map((weight) => meanField(bare, weight));
    for (const [k] of weights.entries()) {
      expect(Math.abs(curve[k] - theory[k])).toBeLessThan(0.06);
    }
    // at most a step of the grid apart
    expect(Math.abs(steepest(curve) - steepest(theory))).toBeLessThanOrEqual(1);
    // the gain is the weight times the mean slope of σ where people are without contagion
    const slope = bare.reduce((sum, value) => sum + value * (1 - value), 0) / bare.length;
    const critical = 1 / slope;
    expect(Math.abs(steepest(curve) / critical - 1)).toBeLessThan(0.35);
    // and the response there is well above that of weak contagion
    const at = weights.indexOf(Math.floor(steepest(curve)));
    expect(curve[at + 1] - curve[at]).toBeGreaterThan(1.5 * (curve[1] - curve[0]));
  });
});
