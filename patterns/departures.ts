/** What no policy does to a run: people who leave all at once. */

import { vacateSeat } from '../models/mentoring/people.ts';
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import type { Sequence } from '../sim/chance/seeds.ts';
import { facultyOf } from './reading.ts';

/** Faculty leave their posts now; their ties end, and searches begin as after any departure. */
export function depart(world: MentoringWorld, seats: readonly number[]): void {
  const { vacantSince, searching, department, isolated } = world.people.column;
  for (const seat of seats) {
    vacateSeat(world, seat);
    vacantSince[seat] = world.week;
    searching[seat] = 0;
    if (isolated[seat] === 0) world.tables.departments.column.vacant[department[seat]]++;
  }
}

/** The faculty with the most mentees, most first. */
export function busiest(world: MentoringWorld, count: number): number[] {
  const { load } = world.people.column;
  return facultyOf(world)
    .sort((a, b) => load[b] - load[a] || a - b)
    .slice(0, count);
}

/** Faculty who mentor, drawn at random. */
export function someMentors(world: MentoringWorld, count: number, draws: Sequence): number[] {
  const { load } = world.people.column;
  return draws.shuffle(facultyOf(world).filter((seat) => load[seat] > 0)).slice(0, count);
}
