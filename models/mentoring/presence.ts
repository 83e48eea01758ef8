/** Who can see whom in person: presence on site, and sites apart. */
import type { MentoringWorld } from './shape.ts';

/**
 * Share of a pair's planned meetings held at a distance: none on days when both are on site, which
 * they choose where they can; all between two sites.
 */
export function virtualShare(world: MentoringWorld, i: number, j: number): number {
  const { onsite, site } = world.people.column;
  return site[i] === site[j] ? 1 - Math.min(onsite[i], onsite[j]) : 1;
}
