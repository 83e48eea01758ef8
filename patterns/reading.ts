/** Reading people and ties of a world as surveys would: who is there, who has whom, who holds how many. */
import { faculty } from '../models/mentoring/codes.ts';
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import { meanOf } from '../sim/analysis/statistics.ts';
import type { Counts } from './statistics.ts';

/** Seats that somebody of the institution holds. */
export function present(world: MentoringWorld): number[] {
  const { person, external } = world.people.column;
  const seats: number[] = [];
  for (let seat = 0; seat < world.people.size; seat++) {
    if (person[seat] >= 0 && external[seat] === 0) seats.push(seat);
  }
  return seats;
}

/** Present faculty. */
export function facultyOf(world: MentoringWorld): number[] {
  return present(world).filter((seat) => world.people.column.role[seat] === faculty);
}

/** Present residents. */
export function residentsOf(world: MentoringWorld): number[] {
  return present(world).filter((seat) => world.people.column.role[seat] !== faculty);
}

/** Share of `seats` for which something is so; NaN of nobody. */
export function shareOf(seats: readonly number[], is: (seat: number) => boolean): number {
  let n = 0;
  for (const seat of seats) if (is(seat)) n++;
  return seats.length === 0 ? Number.NaN : n / seats.length;
}

/** Mean of a column over `seats`. */
export function columnMean(seats: readonly number[], column: ArrayLike<number>): number {
  return meanOf(seats.map((seat) => column[seat]));
}

/** Whether a person has a mentor: a senior tie that has met at least once. */
export function mentored(world: MentoringWorld): (seat: number) => boolean {
  const { metMentors } = world.people.column;
  return (seat) => metMentors[seat] > 0;
}

/** Whether a person counts as burned out. */
export function burnedOut(world: MentoringWorld): (seat: number) => boolean {
  const { burnout } = world.people.column;
  return (seat) => burnout[seat] >= 0.5;
}

/** Share of all present people, or of `seats`, who have a mentor. */
export function coverage(world: MentoringWorld, seats = present(world)): number {
  return shareOf(seats, mentored(world));
}

/** Counts of `seats` by group (first: those for which `first` holds) and by whether `is` holds. */
export function countsOf(
  seats: readonly number[],
  first: (seat: number) => boolean,
  is: (seat: number) => boolean,
): Counts {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const seat of seats) counts[(first(seat) ? 0 : 2) + (is(seat) ? 0 : 1)]++;
  return counts;
}

/** Mentees held by each present faculty member. */
export function loadsOf(world: MentoringWorld): number[] {
  const { load } = world.people.column;
  return facultyOf(world).map((seat) => load[seat]);
}

/** Calls `look` with every tie of a layer that has not ended. */
export function eachTie(
  world: MentoringWorld,
  layer: 'senior' | 'peer',
  look: (source: number, target: number, tie: number) => void,
): void {
  const { column, size } = world.ties[layer];
  for (let tie = 0; tie < size; tie++) {
    if (column.ended[tie] === 0) look(column.source[tie], column.target[tie], tie);
  }
}

/** Mean rapport of the ties of a layer; NaN without any. */
export function meanRapport(world: MentoringWorld, layer: 'senior' | 'peer' = 'senior'): number {
  const { rapport } = world.ties[layer].column;
  let sum = 0;
  let n = 0;
  eachTie(world, layer, (_source, _target, tie) => {
    sum += rapport[tie];
    n++;
  });
  return n === 0 ? Number.NaN : sum / n;
}

/** The best rapport of a person with a mentor they have met; 0 without one. */
export function bestRapport(world: MentoringWorld, seat: number): number {
  const { out, column } = world.ties.senior;
  let best = 0;
  for (let k = out.start[seat]; k < out.start[seat + 1]; k++) {
    const tie = out.tie[k];
    if (column.ended[tie] === 0 && column.meetings[tie] > 0) {
      best = Math.max(best, column.rapport[tie]);
    }
  }
  return best;
}
