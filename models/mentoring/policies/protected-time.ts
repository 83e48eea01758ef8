/** Protected time: hours a week that faculty may keep for mentoring. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { charge } from '../ledger.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { isCovered } from './coverage.ts';

export const protectedTime = policyFor<MentoringWorld>()({
  title: 'Protected time',
  doc: 'Faculty keep some hours a week for mentoring: they can hold more mentees and meet them.',
  source: 'Six ways to get a grip on a mentorship program (10.36834/cmej.79339)',
  group: 'Time & recognition',
  levers: parameters({
    hoursPerWeek: {
      title: 'Protected hours',
      doc: 'Hours a week for each faculty member covered.',
      unit: 'h/week',
      default: 1,
      range: [0, 10],
      plausible: [0.2, 4],
      grade: 'D',
      source: sources.caruso,
    },
    coverage: {
      title: 'Faculty covered',
      doc: 'Share of faculty who are given protected time.',
      unit: 'share',
      default: 1,
      range: [0, 1],
      plausible: [0.2, 1],
      grade: 'D',
      source: sources.assumption,
    },
  }),
  conditions(world, lever, inForce, rng) {
    const { protectedHours } = world.people.column;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (!isCovered(world, rng, seat, 'faculty', lever.coverage)) continue;
      protectedHours[seat] += lever.hoursPerWeek * inForce.strength;
    }
  },
  cost(world, lever, inForce, rng) {
    let hours = 0;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (isCovered(world, rng, seat, 'faculty', lever.coverage)) {
        hours += lever.hoursPerWeek * inForce.strength;
      }
    }
    charge(world, 'protectedTime', hours, hours * world.parameter.hourCost);
  },
});
