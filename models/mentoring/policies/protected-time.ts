/** Protected time: hours a week that faculty may keep for mentoring. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { charge } from '../ledger.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import type { Reach } from './reach.ts';
import { reached, reachLevers } from './reach.ts';

const levers = reachLevers({ who: 'faculty', coverage: 1 });

export const protectedTime = policyFor<MentoringWorld>()({
  title: 'Protected time',
  doc: 'Faculty keep some hours a week for mentoring: they can hold more mentees and meet them.',
  source: 'Six ways to get a grip on a mentorship program (10.36834/cmej.79339)',
  group: 'Time & recognition',
  levers: parameters({
    hoursPerWeek: {
      title: 'Protected hours',
      doc: 'Hours a week for each faculty member covered; the ramp raises them from 0.',
      unit: 'h/week',
      default: 1,
      range: [0, 10],
      idleAt: 0,
      plausible: [0.2, 4],
      grade: 'D',
      source: sources.caruso,
    },
    coverage: { ...levers.coverage, doc: 'Share of faculty who are given protected time.' },
    uptake: levers.uptake,
    selfSelection: levers.selfSelection,
  }),
  conditions(world, lever, inForce, rng) {
    const { protectedHours } = world.people.column;
    const hours = lever.hoursPerWeek * inForce.strength;
    for (const seat of covered(world, rng, lever)) protectedHours[seat] += hours;
  },
  cost(world, lever, inForce, rng) {
    const hours = covered(world, rng, lever).length * lever.hoursPerWeek * inForce.strength;
    charge(world, 'protectedTime', hours, hours * world.parameter.hourCost);
  },
});

function covered(world: MentoringWorld, rng: Rng, lever: Omit<Reach, 'who'>): number[] {
  return reached(world, rng, { ...lever, who: 'faculty' }, 1);
}
