/** Burnout against closed forms: relaxation of one person, and contagion among people alike. */
import { describe, expect, it } from 'vitest';
import { resident } from '../../../../models/mentoring/codes.ts';
import { strainOf, wellbeing } from '../../../../models/mentoring/processes/wellbeing.ts';
import type { MentoringWorld } from '../../../../models/mentoring/shape.ts';
import { usualBurnout } from '../../../../models/mentoring/usual.ts';
import { department, draws, seatsOf } from '../small-world.ts';

/** No luck, no lasting differences, no other demands: strain and contagion alone. */
const bare = {
  burnoutNoise: 0,
  strainTrait: 0,
  workloadShock: 0,
  vacancyEffect: 0,
  autonomyEffect: 0,
  dissonanceStrain: 0,
  psychosocialEffect: 0,
  careerEffect: 0,
};

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Weeks in which everybody is in contact with everybody else, to the same degree. */
function mix(world: MentoringWorld, weeks: number): void {
  const { burnout } = world.people.column;
  const { contact, strain } = world.tables.week.column;
  const n = world.people.size;
  for (let week = 0; week < weeks; week++) {
    const mean = burnout.subarray(0, n).reduce((a, b) => a + b, 0) / n;
    contact.fill(1, 0, n);
    strain.fill(mean, 0, n);
    wellbeing.run(world, draws());
  }
}

/** Where residents who are all alike come to rest, from the usual burnout. */
function atRest(strain: number, contagion: number, weeks = 3000): number {
  const { world } = department(
    { ...bare, strainResidents: strain, strainFaculty: strain, contagion, meaningEffect: 0 },
    'population: { faculty: 4, residents: 4, departments: 1 }\n',
  );
  world.people.column.burnout.fill(usualBurnout);
  mix(world, weeks);
  return world.people.column.burnout[seatsOf(world, resident)[0]];
}

describe('the burnout of one person', () => {
  it('relaxes to σ(strain) by an eighth a week', () => {
    const { world } = department({ ...bare, strainResidents: 0.45, contagion: 0 });
    const [seat] = seatsOf(world, resident);
    const { burnout } = world.people.column;
    burnout[seat] = 0.9;
    for (let week = 1; week <= 30; week++) {
      wellbeing.run(world, draws());
      const closed = sigmoid(0.45) + (0.9 - sigmoid(0.45)) * 0.875 ** week;
      expect(burnout[seat]).toBeCloseTo(closed, 12);
    }
  });

  it('is lowered by relief, company and support, and coping takes part of a rise in demands', () => {
    const { world } = department({ ...bare, psychosocialEffect: 1.2, careerEffect: 0.9 });
    const [seat] = seatsOf(world, resident);
    const c = world.people.column;
    c.career[seat] = 0;
    c.psychosocial[seat] = 0;
    const before = strainOf(world, seat);
    c.relief[seat] = 0.4;
    expect(strainOf(world, seat)).toBeCloseTo(before - 0.4, 12);
    c.relief[seat] = 0;
    // observed associations count by the causal share, one half
    c.psychosocial[seat] = 1;
    c.career[seat] = 1;
    expect(strainOf(world, seat)).toBeCloseTo(before - 0.6 - 0.45, 12);
    c.psychosocial[seat] = 0;
    c.career[seat] = 0;
    const shock = world.tables.departments.column.shock;
    shock[c.department[seat]] = 1;
    c.coping[seat] = 0.3;
    expect(strainOf(world, seat)).toBeCloseTo(before + 1, 12);
    c.coping[seat] = 1;
    expect(strainOf(world, seat)).toBeCloseTo(before + 1 - 0.3 * 0.7, 12);
  });
});

describe('contagion among people alike', () => {
  it.each([0, 1, 2, 3])(
    'with weight %d answers a rise in strain as 1 / (1 − gain) says',
    (weight) => {
      const strain = -0.2;
      const step = 0.01;
      const low = atRest(strain - step, weight);
      const high = atRest(strain + step, weight);
      const rest = atRest(strain, weight);
      const slope = rest * (1 - rest);
      const closed = slope / (1 - weight * slope);
      expect((high - low) / (2 * step) / closed).toBeGreaterThan(0.99);
      expect((high - low) / (2 * step) / closed).toBeLessThan(1.01);
    },
  );

  it('answers its own weight most steeply where the gain reaches one', () => {
    // a little more strain than that at which the usual burnout rests whatever the weight
    const strain = Math.log(usualBurnout / (1 - usualBurnout)) + 0.02;
    const critical = 1 / (usualBurnout * (1 - usualBurnout));
    const step = 0.1;
    let steepest = { rise: 0, weight: 0, gain: 0 };
    let before = atRest(strain, 2);
    for (let weight = 2 + step; weight < 7; weight += step) {
      const rest = atRest(strain, weight);
      const middle = (before + rest) / 2;
      const gain = (weight - step / 2) * middle * (1 - middle);
      if (rest - before > steepest.rise) steepest = { rise: rest - before, weight, gain };
      before = rest;
    }
    expect(steepest.weight - step / 2).toBeGreaterThan(0.92 * critical);
    expect(steepest.weight - step / 2).toBeLessThan(1.08 * critical);
    expect(steepest.gain).toBeGreaterThan(0.88);
    expect(steepest.gain).toBeLessThan(1.02);
  });
});
