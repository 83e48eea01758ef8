/** Time and space only: a room and a free hour, where peers find each other by themselves. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { weeksPerMonth } from '../../../sim/model/time.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { chargeHours } from './hours.ts';
import { reached, reachLevers, reachOf } from './reach.ts';

/** Free hours a week at which the condition has its full effect. */
const fullHours = 2;

export const spaceForPeers = policyFor<MentoringWorld>()({
  title: 'Time and space for peers',
  doc: 'People get free time in a common place and nothing else: informal peer mentoring is theirs to make.',
  source: 'Review of peer mentoring in residency, formal against informal (PMID 33349761)',
  group: 'Groups',
  levers: parameters({
    ...reachLevers({ who: 'residents', coverage: 1, plausible: [0.5, 1] }),
    hoursPerWeek: {
      title: 'Free time',
      doc: 'Hours a week; two hours have the full effect.',
      unit: 'h/week',
      default: 1,
      range: [0, fullHours],
      idleAt: 0,
      plausible: [0.25, 2],
      grade: 'D',
      source: sources.assumption,
    },
  }),
  conditions(world, lever, inForce, rng) {
    const covers = reachOf(world, rng, lever, inForce.strength);
    const { spaceForPeers: space } = world.people.column;
    const share = lever.hoursPerWeek / fullHours;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (covers(seat)) space[seat] = Math.max(space[seat], share);
    }
  },
  cost(world, lever, inForce, rng) {
    const people = reached(world, rng, lever, inForce.strength);
    chargeHours(world, 'spaceForPeers', people, lever.hoursPerWeek * weeksPerMonth);
  },
});
