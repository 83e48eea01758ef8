/** Structured stage-based programme: clear steps, assessment and personal support around the ties there are. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import type { MentoringWorld } from '../shape.ts';
import { chargeCoordination, coordinatorLever } from './match-levers.ts';
import { countReached, reachLevers, reachOf } from './reach.ts';

const source = 'structured programme (10.1186/s12909-023-04021-w)';

const degree = {
  unit: '0–1',
  range: [0, 1],
  plausible: [0, 1],
  grade: 'C',
  source,
} as const;

export const structuredProgramme = policyFor<MentoringWorld>()({
  title: 'Structured programme',
  doc: 'A curated environment with codes of conduct, gated stages, assessment and personal support. Combine it with matching and with mentor training.',
  source: 'Mentees, peers and seniors in a structured programme (10.1186/s12909-023-04021-w)',
  group: 'Training',
  levers: parameters({
    ...reachLevers({ who: 'residents', coverage: 0.9, plausible: [0.3, 1] }),
    structure: {
      ...degree,
      title: 'Structure',
      doc: 'Clear expectations, codes of conduct and gated stages: meetings are kept, pairs differ less.',
      default: 0.8,
    },
    assessment: {
      ...degree,
      title: 'Assessment-directed support',
      doc: 'Ties are looked at regularly, so that failing ones are helped or left by the two in good time.',
      default: 0.6,
    },
    personalisation: {
      ...degree,
      title: 'Personal support',
      doc: 'What the mentee needs is asked and known to the mentor.',
      default: 0.6,
    },
    ...coordinatorLever(0.4),
  }),
  conditions(world, lever, inForce, rng) {
    const covers = reachOf(world, rng, lever, inForce.strength);
    const { structured, assessed, personalised } = world.people.column;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (!covers(seat)) continue;
      structured[seat] = Math.max(structured[seat], lever.structure);
      assessed[seat] = Math.max(assessed[seat], lever.assessment);
      personalised[seat] = Math.max(personalised[seat], lever.personalisation);
    }
  },
  cost(world, lever, inForce, rng) {
    const people = countReached(world, rng, lever, inForce.strength);
    chargeCoordination(world, 'structuredProgramme', people, lever.coordinators);
  },
});
