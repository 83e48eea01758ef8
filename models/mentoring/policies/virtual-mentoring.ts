/** Deliberate virtual mentoring: agendas, and planned time without one, when people meet at a distance. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import type { MentoringWorld } from '../shape.ts';
import { chargeHours } from './hours.ts';
import { reached, reachLevers, reachOf } from './reach.ts';

/** Planned informal time at which it has its full effect. */
const fullInformalHours = 1;

export const virtualMentoring = policyFor<MentoringWorld>()({
  title: 'Deliberate virtual mentoring',
  doc: 'People learn to meet at a distance with an agenda and with planned time for anything else.',
  source: 'Expanding virtual mentoring (10.1186/s12909-024-05852-x)',
  group: 'Place of work',
  levers: parameters({
    ...reachLevers({ who: 'everyone', coverage: 0.8, plausible: [0.3, 1] }),
    agendas: {
      title: 'Deliberate agendas',
      doc: 'How far virtual meetings are planned and follow an agenda.',
      unit: '0–1',
      default: 0.7,
      range: [0, 1],
      plausible: [0, 1],
      grade: 'C',
      source: 'Riley et al. 2024 (10.1186/s12909-024-05852-x)',
    },
    informalHours: {
      title: 'Planned informal time',
      doc: 'Hours a month kept free for talk without an agenda; one hour has the full effect.',
      unit: 'h/month',
      default: 0.5,
      range: [0, fullInformalHours],
      plausible: [0, 1],
      grade: 'C',
      source: 'Riley et al. 2024 (10.1186/s12909-024-05852-x)',
    },
  }),
  conditions(world, lever, inForce, rng) {
    const covers = reachOf(world, rng, lever, inForce.strength);
    const { deliberate } = world.people.column;
    // the source asks for both: an agenda, and time without one
    const degree = (lever.agendas + lever.informalHours / fullInformalHours) / 2;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (covers(seat)) deliberate[seat] = Math.max(deliberate[seat], degree);
    }
  },
  cost(world, lever, inForce, rng) {
    const people = reached(world, rng, lever, inForce.strength);
    chargeHours(world, 'virtualMentoring', people, lever.informalHours);
  },
});
