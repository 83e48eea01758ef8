/** Who has whom: the share with a senior tie, with a peer tie, with neither; and the mentors' load. */
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { faculty } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

export const hasMentor = outcome({
  title: 'Have a mentor',
  doc: 'People with a senior tie that has met at least once.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'up',
  over: 'lastYear',
  smallestImportant: 0.03,
  headline: true,
  value: ({ people }, seat) => (people.column.metMentors[seat] > 0 ? 1 : 0),
});

export const hasPeer = outcome({
  title: 'Have a peer tie',
  doc: 'People with at least one peer tie.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'up',
  over: 'lastYear',
  smallestImportant: 0.03,
  headline: true,
  value: ({ people }, seat) => (people.column.peers[seat] > 0 ? 1 : 0),
});

export const alone = outcome({
  title: 'Have neither mentor nor peer',
  doc: 'People without a senior tie that has met and without a peer tie.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'down',
  over: 'lastYear',
  smallestImportant: 0.02,
  headline: true,
  value: ({ people }, seat) =>
    people.column.metMentors[seat] === 0 && people.column.peers[seat] === 0 ? 1 : 0,
});

export const mentorLoad = outcome({
  title: 'Mentees a mentor',
  doc: 'Mentees held by faculty who hold at least one.',
  of: 'person',
  aggregate: 'mean',
  unit: 'mentees',
  better: 'neither',
  over: 'lastYear',
  value: ({ people }, seat) =>
    people.column.load[seat] > 0 ? people.column.load[seat] : Number.NaN,
});

export const loadGini = outcome({
  title: 'Inequality of mentor load',
  doc: 'Gini coefficient of mentees held, among faculty who hold at least one.',
  of: 'person',
  aggregate: 'gini',
  unit: 'Gini',
  better: 'down',
  over: 'lastYear',
  value: ({ people }, seat) =>
    people.column.load[seat] > 0 ? people.column.load[seat] : Number.NaN,
});

export const overloaded = outcome({
  title: 'Overloaded mentors',
  doc: 'Faculty with mentees whose planned meetings do not fit their hours.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'down',
  over: 'lastYear',
  value: ({ people }, seat) => {
    const { role, load, dilution } = people.column;
    if (role[seat] !== faculty || load[seat] === 0) return Number.NaN;
    return dilution[seat] < 1 ? 1 : 0;
  },
});
