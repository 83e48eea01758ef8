/** What a newcomer brings to relationships, and where the state of relationships begins. */
import type { Rng } from '../../sim/chance/threefry.ts';
import { needs } from './codes.ts';
import { generativityOfNewcomer } from './processes/culture.ts';
import type { MentoringWorld } from './shape.ts';

/** Least that anybody can give to a need; what each is best at differs from person to person. */
const leastStrength = 0.2;

/** Draw indices of traits: those below belong to `drawTraits`. */
const visibilityDraw = 30;
const strengthDraw = 31;

/** Draws the traits of a newcomer as a partner, after `drawTraits` and from its stream. */
export function drawRelationshipTraits(world: MentoringWorld, seat: number, rng: Rng): void {
  const c = world.people.column;
  const key = c.chanceKey[seat];
  c.skillBase[seat] = c.skill[seat];
  c.menteeGain[seat] = 0;
  c.readiness[seat] = c.generativity[seat];
  c.generativity[seat] = generativityOfNewcomer(world, c.readiness[seat]);
  c.visibility[seat] = rng.uniform(key, visibilityDraw);
  for (let k = 0; k < needs.length; k++) {
    c.strength[seat * needs.length + k] =
      leastStrength + (1 - leastStrength) * rng.uniform(key, strengthDraw, k);
  }
}

/** Traits as a partner that a graduate takes along to a post. */
export const carriedPartnerTraits = ['skillBase', 'menteeGain', 'readiness', 'visibility'] as const;

/** Copies the strengths of the person in `from` to the seat `to`. */
export function carryStrengths(world: MentoringWorld, from: number, to: number): void {
  const { strength } = world.people.column;
  const n = needs.length;
  strength.copyWithin(to * n, from * n, (from + 1) * n);
}

/** Puts what relationships give to a seat's new holder at its beginning. */
export function resetRelationships(world: MentoringWorld, seat: number): void {
  const c = world.people.column;
  c.career[seat] = 0;
  c.psychosocial[seat] = 0;
  c.sponsorship[seat] = 0;
  c.meaning[seat] = 0;
  c.received[seat] = 0.4;
  c.uncovered[seat] = 1;
  c.cover.fill(0, seat * needs.length, (seat + 1) * needs.length);
  c.dilution[seat] = 1;
  c.overloadWeeks[seat] = 0;
  c.waiting[seat] = 0;
  c.firstMentorAfter[seat] = -1;
  c.group[seat] = -1;
}
