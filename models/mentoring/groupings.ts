/** How people are split for reporting. */
import type { Grouping } from '../../sim/model/model.ts';
import { faculty, man, resident, woman } from './codes.ts';
import type { MentoringWorld } from './shape.ts';

export const groupings: Readonly<Record<string, Grouping<MentoringWorld>>> = {
  role: {
    title: 'Role',
    doc: 'Residents and faculty.',
    labels: ['residents', 'faculty'],
    of: ({ people }, seat) => (people.column.role[seat] === resident ? 0 : 1),
  },
  gender: {
    title: 'Gender',
    doc: 'Women and men.',
    labels: ['women', 'men'],
    of: ({ people }, seat) => (people.column.gender[seat] === man ? man : woman),
  },
  minority: {
    title: 'Representation',
    doc: 'Groups under-represented in medicine, and others.',
    labels: ['under-represented', 'not under-represented'],
    of: ({ people }, seat) => (people.column.minority[seat] === 1 ? 0 : 1),
  },
  rank: {
    title: 'Rank',
    doc: 'Interns, later residents, junior faculty (instructors and assistant professors), senior faculty.',
    labels: ['interns', 'later residents', 'junior faculty', 'senior faculty'],
    of: ({ people }, seat) => {
      const rank = people.column.rank[seat];
      return people.column.role[seat] === faculty ? (rank <= 1 ? 2 : 3) : rank === 0 ? 0 : 1;
    },
  },
};
