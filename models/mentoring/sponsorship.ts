/** Sponsorship: how far a senior's backing reaches, and from whom it is withheld. */
import { man, woman } from './codes.ts';
import type { MentoringWorld } from './shape.ts';

/** Reach by rank: seniors open doors that juniors cannot (assumption, grade D). */
const reachByRank = [0.2, 0.4, 0.8, 1];

/** What one unit of a tie's sponsorship is worth to `mentee`, identity bias included. */
export function sponsorReach(world: MentoringWorld, mentee: number, mentor: number): number {
  const { rank, gender, minority } = world.people.column;
  const { sponsorshipBiasMinority, sponsorshipBiasWomen } = world.parameter;
  let reach = reachByRank[rank[mentor]];
  if (minority[mentee] === 1 && minority[mentor] === 0) reach *= 1 - sponsorshipBiasMinority;
  if (gender[mentee] === woman && gender[mentor] === man) reach *= 1 - sponsorshipBiasWomen;
  return reach;
}
