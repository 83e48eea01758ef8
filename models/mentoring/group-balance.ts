/** What members of a peer group have in common, and how that balances with what is new to them. */
import { similarity } from './fit.ts';
import type { MentoringWorld } from './shape.ts';

/** Share of what two people have in common, 0 to 1: phase, department, interests. */
export function likeness(world: MentoringWorld, i: number, j: number): number {
  const { rank, department, interest } = world.people.column;
  const samePhase = rank[i] === rank[j] ? 1 : 0;
  const sameUnit = department[i] === department[j] ? 1 : 0;
  return (samePhase + sameUnit + similarity(interest, i, j)) / 3;
}

/** Mean likeness of one person to members `first` to `last` − 1 of the list `seats`. */
export function likenessTo(
  world: MentoringWorld,
  seat: number,
  seats: Int32Array,
  first: number,
  last: number,
): number {
  let sum = 0;
  for (let k = first; k < last; k++) sum += likeness(world, seat, seats[k]);
  return last === first ? 0 : sum / (last - first);
}

/** Mean likeness of all pairs of these members; 0 for fewer than two. */
export function meanLikeness(
  world: MentoringWorld,
  seats: Int32Array,
  first: number,
  last: number,
): number {
  let sum = 0;
  for (let a = first; a < last; a++) {
    for (let b = a + 1; b < last; b++) sum += likeness(world, seats[a], seats[b]);
  }
  const members = last - first;
  return members < 2 ? 0 : sum / ((members * (members - 1)) / 2);
}

/**
 * Trust grows with what is shared and novelty with what is not: 4 s (1 − s), an inverted U. Groups
 * last when they balance the two (Dickson et al. 2021, 10.1017/cts.2021.776).
 */
export function balanceAt(s: number): number {
  return 4 * s * (1 - s);
}
