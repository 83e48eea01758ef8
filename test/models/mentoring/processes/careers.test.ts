/** Leaving and hiring: a queue of searches, and the events that tell how long people stay. */
import { describe, expect, it } from 'vitest';
import { faculty } from '../../../../models/mentoring/codes.ts';
import { vacateSeat } from '../../../../models/mentoring/people.ts';
import { careers, hazardOf } from '../../../../models/mentoring/processes/careers.ts';
import type { MentoringWorld } from '../../../../models/mentoring/shape.ts';
import { department, draws, seatsOf } from '../small-world.ts';

const place = 'population: { faculty: 40, residents: 0, departments: 1 }\n';

/** A department in which nobody leaves, with so many posts vacated, the first the longest ago. */
function withVacancies(count: number, parameters: Readonly<Record<string, number>>) {
  const { world } = department({ exitFaculty: 0, exitResidents: 0, ...parameters }, place);
  const posts = seatsOf(world, faculty).slice(0, count);
  posts.forEach((post, k) => {
    vacateSeat(world, post);
    world.people.column.vacantSince[post] = k - count;
    world.tables.departments.column.vacant[0]++;
  });
  return { world, posts };
}

function weeks(world: MentoringWorld, from: number, to: number): number[] {
  const filled: number[] = [];
  const rng = draws();
  for (let week = from; week < to; week++) {
    world.week = week;
    rng.select(3, week);
    careers.run(world, rng);
    filled.push(world.people.count);
  }
  return filled;
}

describe('the queue of searches', () => {
  it('runs so many at a time, the longest vacant post first', () => {
    const { world, posts } = withVacancies(6, { searchesAtOnce: 0.5, searchWeeks: 20 });
    weeks(world, 0, 1);
    const { searching } = world.people.column;
    // 0.5 for each ten posts, of forty
    expect(world.tables.departments.column.running[0]).toBe(2);
    expect(posts.map((post) => searching[post])).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it('fills all posts in the end, never searching more than it can, and then rests', () => {
    const { world } = withVacancies(6, { searchesAtOnce: 0.5, searchWeeks: 20 });
    const { running, vacant } = world.tables.departments.column;
    const rng = draws();
    let most = 0;
    for (let week = 0; week < 120; week++) {
      world.week = week;
      rng.select(3, week);
      careers.run(world, rng);
      most = Math.max(most, running[0]);
    }
    expect(most).toBe(2);
    expect([world.people.count, vacant[0], running[0]]).toEqual([40, 0, 0]);
    expect(world.events.hire.bySlot[0]).toBe(6);
  });

  it('is quicker where departments hire faster', () => {
    const slow = withVacancies(4, { searchesAtOnce: 1, searchWeeks: 30 });
    const quick = withVacancies(4, { searchesAtOnce: 1, searchWeeks: 30 });
    quick.world.tables.departments.column.hiringSpeed[0] = 3;
    const of = (counts: number[]): number => counts.findIndex((count) => count === 40);
    const late = of(weeks(slow.world, 0, 150));
    const early = of(weeks(quick.world, 0, 150));
    expect(early).toBeGreaterThan(0);
    expect(early).toBeLessThan(late / 2);
  });
});

describe('the hazard of leaving', () => {
  it('multiplies what burnout, satisfaction, early years and having no mentor do', () => {
    const { world } = department({ causalShare: 0.5 }, place);
    const [seat] = seatsOf(world, faculty);
    const c = world.people.column;
    c.rank[seat] = 1;
    c.tenure[seat] = 1000;
    c.burnout[seat] = 0.4;
    c.satisfaction[seat] = 0.7;
    c.metMentors[seat] = 1;
    const base = world.parameter.exitFaculty / 52;
    expect(hazardOf(world, seat) / base).toBeCloseTo(1, 10);
    c.burnout[seat] = 0.8;
    c.satisfaction[seat] = 0.5;
    c.metMentors[seat] = 0;
    c.tenure[seat] = 10;
    // observed associations count by the causal share: 3, 1 and ln 1.65, each halved
    const ratio = Math.exp(1.5 * 0.4 + 0.5 * 0.2) * 1.5 * Math.sqrt(1.65);
    expect(hazardOf(world, seat) / base).toBeCloseTo(ratio, 10);
  });
});

describe('staying and leaving', () => {
  it('are counted once each: who leaves a series of departures, and how early', () => {
    const { world } = department({ exitFaculty: 50, exitEarly: 1, searchWeeks: 200 }, place);
    const c = world.people.column;
    const early = seatsOf(world, faculty).filter((seat) => c.tenure[seat] < 5 * 52).length;
    weeks(world, 0, 40);
    const { events } = world;
    expect(events.exit.bySlot[0]).toBe(40);
    expect(events.facultyExit.bySlot[0]).toBe(40);
    expect(events.left5.bySlot[0]).toBe(early);
    // all within a quarter of each other, in one department
    expect(events.cascade.bySlot[0]).toBe(1);
  });
});
