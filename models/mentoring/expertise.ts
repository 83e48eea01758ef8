/** Who can serve which need, and which needs come first: what programmes match on. */
import { needs, research, sponsorshipNeed, wellbeingNeed } from './codes.ts';
import { similarity } from './fit.ts';
import { usualNeed } from './needs.ts';
import type { MentoringWorld } from './shape.ts';
import { sponsorReach } from './sponsorship.ts';

/** Burnout from which well-being comes first. */
const strained = 0.5;

/** The needs of the person, the most pressing first: they change with career stage and strain. */
export function needsInOrder(world: MentoringWorld, seat: number): number[] {
  const { role, rank, track, need, burnout } = world.people.column;
  const { residencyYears } = world.parameter;
  const n = needs.length;
  const own = [...need.subarray(seat * n, seat * n + n)];
  // newcomers have not been asked yet
  const known = own.some((weight) => weight > 0);
  const weights = known
    ? own
    : own.map((_, k) => usualNeed(role[seat], rank[seat], track[seat], residencyYears, k));
  if (burnout[seat] >= strained) weights[wellbeingNeed] += 1;
  return [...needs.keys()].sort((a, b) => weights[b] - weights[a] || a - b);
}

/** How well `helper` could serve a need of `seat`, 0 to 1, as far as a programme can know. */
export function expertise(
  world: MentoringWorld,
  seat: number,
  helper: number,
  need: number,
): number {
  const { strength, skill, interest } = world.people.column;
  const strong = strength[helper * needs.length + need];
  if (need === sponsorshipNeed) return strong * sponsorReach(world, seat, helper);
  if (need === research) return strong * (0.4 + 0.6 * similarity(interest, seat, helper));
  return strong * (0.5 + 0.5 * skill[helper]);
}
