/** A yearly event in person: a day on which everyone meets people from anywhere. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { weekOfYear, weeksPerMonth } from '../../../sim/model/time.ts';
import { event } from '../codes.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { bringTogether, drawPartner, drawsOfPartner } from './bring-together.ts';
import { chargeHours } from './hours.ts';
import { reached, reachLevers, reachOf } from './reach.ts';

export const yearlyEvent = policyFor<MentoringWorld>()({
  title: 'Yearly event',
  doc: 'Once a year people come together in person and talk with some they do not know.',
  source: 'Expanding virtual mentoring (10.1186/s12909-024-05852-x)',
  group: 'Groups',
  levers: parameters({
    ...reachLevers({ who: 'everyone', coverage: 0.7, plausible: [0.3, 0.95] }),
    week: {
      title: 'Week of the event',
      doc: 'Weeks after 1 July.',
      unit: 'week',
      default: 10,
      range: [0, 51],
      plausible: [0, 51],
      integer: true,
      grade: 'D',
      source: sources.assumption,
    },
    talks: {
      title: 'Talks',
      doc: 'People whom each person gets to know.',
      unit: 'people',
      default: 4,
      range: [0, 20],
      idleAt: 0,
      plausible: [1, 8],
      integer: true,
      grade: 'D',
      source: 'speed mentoring, six talks of ten minutes (10.1016/j.acap.2016.12.012)',
    },
    hours: {
      title: 'Length',
      doc: 'Hours of each person.',
      unit: 'h',
      default: 4,
      range: [0, 16],
      plausible: [2, 8],
      grade: 'D',
      source: sources.assumption,
    },
  }),
  introduces(world, lever, inForce, rng) {
    if (weekOfYear(world.week) !== lever.week) return;
    const takesPart = reachOf(world, rng, lever, inForce.strength);
    for (let ego = 0; ego < world.people.size; ego++) {
      if (!takesPart(ego)) continue;
      for (let k = 0; k < lever.talks; k++) {
        const partner = drawPartner(world, rng, ego, 1 + k * drawsOfPartner, takesPart);
        if (partner >= 0) bringTogether(world, ego, partner, event);
      }
    }
  },
  cost(world, lever, inForce, rng) {
    if (weekOfYear(world.week) !== lever.week || lever.talks === 0) return;
    const people = reached(world, rng, lever, inForce.strength);
    chargeHours(world, 'yearlyEvent', people, lever.hours * weeksPerMonth);
  },
});
