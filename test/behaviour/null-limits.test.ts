/** Where theory gives the answer: the model without preferences, and with one preference at a time. */
import { describe, expect, it } from 'vitest';
import { faculty, full, resident } from '../../models/mentoring/codes.ts';
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import { dispersion } from '../../patterns/statistics.ts';
import { runKey } from '../../sim/chance/seeds.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import { arm, model } from './department.ts';

/** Nobody prefers anybody, everybody is alike, nobody leaves, mentors always have room. */
const indifferent = {
  ...{ fitWeight: 0, sameDepartment: 0, genderHomophily: 0, minorityHomophily: 0 },
  ...{
    informationQuality: 0,
    triadicClosure: 0,
    reputation: 0,
    need: 0,
    crowding: 0,
    ownStrain: 0,
    qualityWeight: 0,
  },
  ...{ searchResolve: 0, searchPerMonth: 0, introductionsPerMonth: 0, initiativeSpread: 0 },
  ...{ neverSeekShare: 0, askResidents: 0, askFaculty: 0, density: -3.3 },
  ...{ answerConstant: 10, answerGenerativity: 0, answerStrain: 0, normWeight: 0 },
  ...{ capacityMedian: 60, capacitySpread: 0, exitFaculty: 0, exitResidents: 0 },
  ...{ encounterAcross: 1, onsiteShare: 1, sociabilityMean: 0.95, contactsPerMonth: 20 },
  ...{ womenSeniorRatio: 1, minoritySeniorRatio: 1, womenShareResidents: 0.42 },
};

function start(seed: string, parameters: Readonly<Record<string, number>>): Simulation {
  const { scenario } = arm(`parameters: ${JSON.stringify({ ...indifferent, ...parameters })}\n`);
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

/** Calls `look` with every senior tie begun in the weeks before `week`, mentee first. */
function begun(
  simulation: Simulation,
  week: number,
  look: (world: MentoringWorld, mentee: number, mentor: number) => void,
): void {
  const world = simulation.world as unknown as MentoringWorld;
  while (world.week < week) {
    simulation.step();
    const { source, target, started } = world.ties.senior.column;
    for (let tie = 0; tie < world.ties.senior.size; tie++) {
      // ties of week 0 were there when the simulation began
      if (started[tie] > 0 && started[tie] === world.week - 1)
        look(world, source[tie], target[tie]);
    }
  }
}

/** Ties that come to each full professor in half a year, over some replicates. */
function received(parameters: Readonly<Record<string, number>>): number[] {
  return Array.from({ length: 12 }, (_, replicate) => {
    const counts = new Map<number, number>();
    const simulation = start(`null limits ${replicate}`, parameters);
    const { people } = simulation.world as unknown as MentoringWorld;
    const { role, rank, person } = people.column;
    for (let seat = 0; seat < people.size; seat++) {
      if (person[seat] >= 0 && role[seat] === faculty && rank[seat] === full) counts.set(seat, 0);
    }
    begun(simulation, 26, (_world, _mentee, mentor) => {
      const before = counts.get(mentor);
      if (before !== undefined) counts.set(mentor, before + 1);
    });
    return [...counts.values()];
  }).flat();
}

describe('without preferences', () => {
  it('ties fall on mentors as in a random graph: variance / mean of in-degrees is 1', () => {
    const counts = received({});
    expect(counts.length).toBeGreaterThan(200);
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeGreaterThan(2);
    expect(dispersion(counts)).toBeGreaterThan(0.8);
    expect(dispersion(counts)).toBeLessThan(1.3);
  });

  it('and preferences for known mentors make them over-dispersed, so that the test could fail', () => {
    expect(dispersion(received({ reputation: 1.5, density: -2.8 }))).toBeGreaterThan(1.6);
  });
});

describe('with homophily alone', () => {
  it.each([0.47, 1.2])(
    'at log-odds %f the share of mentors of the own gender is h f / (h f + 1 − f) within a tenth',
    (weight) => {
      const odds = Math.exp(weight);
      // residents, whose possible mentors are the whole faculty, women and men
      const same = [0, 0];
      const all = [0, 0];
      let women = 0;
      let mentors = 0;
      for (let replicate = 0; replicate < 16; replicate++) {
        // rare ties: a chance of asking is then proportional to its odds
        const simulation = start(`homophily ${replicate}`, {
          genderHomophily: weight,
          density: -5,
        });
        const { people } = simulation.world as unknown as MentoringWorld;
        const { role, gender, person } = people.column;
        for (let seat = 0; seat < people.size; seat++) {
          if (person[seat] < 0 || role[seat] !== faculty) continue;
          mentors++;
          if (gender[seat] === 0) women++;
        }
        begun(simulation, 104, (world, mentee, mentor) => {
          if (world.people.column.role[mentee] !== resident) return;
          const own = gender[mentee];
          all[own]++;
          if (gender[mentor] === own) same[own]++;
        });
      }
      for (const group of [0, 1]) {
        const f = group === 0 ? women / mentors : 1 - women / mentors;
        const expected = (odds * f) / (odds * f + 1 - f);
        expect(all[group]).toBeGreaterThan(400);
        expect(same[group] / all[group] / expected).toBeGreaterThan(0.9);
        expect(same[group] / all[group] / expected).toBeLessThan(1.1);
      }
    },
  );
});
