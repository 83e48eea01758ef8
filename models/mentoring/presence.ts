/** Who can see whom in person: presence on site, sites apart, and what a virtual meeting loses. */
import type { MentoringWorld } from './shape.ts';

/**
 * Share of a pair's planned meetings held at a distance: none on days when both are on site, which
 * they choose where they can; all between two sites.
 */
export function virtualShare(world: MentoringWorld, i: number, j: number): number {
  const { onsite, site } = world.people.column;
  return site[i] === site[j] ? 1 - Math.min(onsite[i], onsite[j]) : 1;
}

/**
 * What is left of rapport and psychosocial support when a share `virtual` of meetings is held at a
 * distance. Deliberate practice (an agenda and time without one) closes part of the gap.
 */
export function closenessLeft(
  world: MentoringWorld,
  i: number,
  j: number,
  virtual: number,
): number {
  const { deliberate } = world.people.column;
  const { virtualRapport, deliberateGain } = world.parameter;
  const practice = 0.5 * (deliberate[i] + deliberate[j]);
  return 1 - virtual * (1 - virtualRapport) * (1 - deliberateGain * practice);
}
