/** Mentor profiles: the quality of mentors is shown to those who look for one. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { chargeCoordination, coordinatorLever } from './match-levers.ts';
import { countReached, reachLevers, reachOf } from './reach.ts';

export const mentorProfiles = policyFor<MentoringWorld>()({
  title: 'Mentor profiles',
  doc: 'A directory shows what mentors are good at: people choose by quality rather than by likeness.',
  source: 'Gallen and Wasserman, contacts of 3,300 students with mentors',
  group: 'Training',
  levers: parameters({
    ...reachLevers({ who: 'everyone', coverage: 1, plausible: [0.3, 1] }),
    shown: {
      title: 'Mentors shown',
      doc: 'Share of mentors whose quality becomes visible, added to those already known.',
      unit: 'share',
      default: 0.6,
      range: [0, 1],
      idleAt: 0,
      plausible: [0.2, 0.8],
      grade: 'A',
      source: sources.gallen,
    },
    ...coordinatorLever(0.05),
  }),
  conditions(world, lever, inForce, rng) {
    const covers = reachOf(world, rng, lever, inForce.strength);
    const { qualityShown } = world.people.column;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (covers(seat)) qualityShown[seat] = Math.max(qualityShown[seat], lever.shown);
    }
  },
  cost(world, lever, inForce, rng) {
    const people = countReached(world, rng, lever, inForce.strength);
    chargeCoordination(world, 'mentorProfiles', people, lever.coordinators);
  },
});
