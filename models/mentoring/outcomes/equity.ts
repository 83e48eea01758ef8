/** Who is left out, and who gives hours that count for nothing. */
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { associate, faculty } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

export const timeWithoutMentor = outcome({
  title: 'Time without a mentor',
  doc: 'Share of all person-weeks without a senior tie that has met.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'down',
  over: 'mean',
  smallestImportant: 0.03,
  value: ({ people }, seat) => (people.column.metMentors[seat] === 0 ? 1 : 0),
});

export const longWithoutMentor = outcome({
  title: 'A year without a mentor',
  doc: 'People who have been without a senior tie that has met for a year or more.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'down',
  over: 'lastYear',
  smallestImportant: 0.03,
  value: ({ people }, seat) => (people.column.unmentoredWeeks[seat] >= weeksPerYear ? 1 : 0),
});

export const unrecognisedHours = outcome({
  title: 'Hours that count for nothing',
  doc: 'Weekly hours of mentoring asked of senior faculty beside their own mentees.',
  of: 'person',
  aggregate: 'mean',
  unit: 'h/week',
  better: 'down',
  over: 'lastYear',
  value: ({ people }, seat) => {
    const { role, rank, unrecognisedHours: hours } = people.column;
    return role[seat] === faculty && rank[seat] >= associate ? hours[seat] : Number.NaN;
  },
});
