/** What people need from partners and how much of it they have. */
import type { Outcome } from '../../../sim/model/outcomes.ts';
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import {
  careerNeed,
  clinical,
  identityNeed,
  needs,
  research,
  sponsorshipNeed,
  wellbeingNeed,
} from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

export const needsMet = outcome({
  title: 'Needs met',
  doc: 'Share of the six needs that partners cover, weighted by how much each matters to the person.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'up',
  over: 'lastYear',
  smallestImportant: 0.02,
  value: ({ people }, seat) => 1 - people.column.uncovered[seat],
});

function coverOf(need: number, title: string, doc: string): Outcome<MentoringWorld> {
  return outcome({
    title,
    doc,
    of: 'person',
    aggregate: 'mean',
    unit: 'share',
    better: 'up',
    over: 'lastYear',
    smallestImportant: 0.02,
    value: ({ people }, seat) => people.column.cover[seat * needs.length + need],
  });
}

export const researchCover = coverOf(
  research,
  'Need covered: research',
  'How far partners cover the need for help with research.',
);
export const clinicalCover = coverOf(
  clinical,
  'Need covered: clinical',
  'How far partners cover the need for clinical guidance.',
);
export const careerCover = coverOf(
  careerNeed,
  'Need covered: career',
  'How far partners cover the need for career advice.',
);
export const wellbeingCover = coverOf(
  wellbeingNeed,
  'Need covered: wellbeing',
  'How far partners cover the need for personal support.',
);
export const sponsorshipCover = coverOf(
  sponsorshipNeed,
  'Need covered: sponsorship',
  'How far partners cover the need for sponsorship.',
);
export const identityCover = coverOf(
  identityNeed,
  'Need covered: identity',
  'How far partners cover the need for role models and belonging.',
);
