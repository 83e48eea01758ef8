/** The levers that most programmes share: who is covered, and how many of them. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { faculty, resident } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

/** Whom a programme addresses. */
export const whoOptions = ['residents', 'faculty', 'everyone'] as const;
export type Who = (typeof whoOptions)[number];

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
  const { person, role, external, isolated, chanceKey } = world.people.column;
  if (person[seat] < 0 || external[seat] === 1 || isolated[seat] === 1) return false;
  if (who === 'residents' && role[seat] !== resident) return false;
  if (who === 'faculty' && role[seat] !== faculty) return false;
  return rng.uniform(chanceKey[seat]) < share;
}
