/** Whom a programme may address, and the plainest rule of how many of them it covers. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { faculty, resident } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

/** Whom a programme addresses. */
export const whoOptions = ['residents', 'faculty', 'everyone'] as const;
export type Who = (typeof whoOptions)[number];

/** Whether the seat is held by a member of the institution in the role that is addressed. */
export function isAddressed(world: MentoringWorld, seat: number, who: Who): boolean {
  const { person, role, external, isolated, withheld } = world.people.column;
  if (person[seat] < 0 || external[seat] === 1 || isolated[seat] === 1) return false;
  if (withheld[seat] === 1) return false;
  if (who === 'residents') return role[seat] === resident;
  return who === 'everyone' || role[seat] === faculty;
}

/**
 * Whether a programme covers the person in `seat`: one draw for each person and programme, so that
 * a larger share covers the same people and more. `rng` is on the programme's own stream, week 0.
 */
export function isCovered(
  world: MentoringWorld,
  rng: Rng,
  seat: number,
  who: Who,
  share: number,
): boolean {
  if (!isAddressed(world, seat, who)) return false;
  return rng.uniform(world.people.column.chanceKey[seat]) < share;
}
