/** Who has whom: the share with a senior tie, with a peer tie, with neither; and the mentors' load. */
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { faculty } from '../codes.ts';
import { facultyLoads, loadEntropy, topTenthShare, varianceToMean } from '../load-spread.ts';
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

export const waiting = outcome({
  title: 'Waiting for a mentor',
  doc: 'People without a senior tie who were refused by a possible mentor and have found none since.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'down',
  over: 'lastYear',
  smallestImportant: 0.02,
  value: ({ people }, seat) => (people.column.waiting[seat] > 0 ? 1 : 0),
});

export const weeksWaited = outcome({
  title: 'Weeks waited',
  doc: 'Weeks since the refusal, of people who wait for a mentor.',
  of: 'person',
  aggregate: 'mean',
  unit: 'weeks',
  better: 'down',
  over: 'lastYear',
  value: ({ people }, seat) =>
    people.column.waiting[seat] > 0 ? people.column.waiting[seat] : Number.NaN,
});

export const weeksToFirstMentor = outcome({
  title: 'Weeks to the first mentor',
  doc: 'Weeks from joining to the first senior tie here, of people who have had one; read it beside those who never had.',
  of: 'person',
  aggregate: 'mean',
  unit: 'weeks',
  better: 'down',
  over: 'lastYear',
  value: ({ people }, seat) => {
    const after = people.column.firstMentorAfter[seat];
    return after >= 0 ? after : Number.NaN;
  },
});

export const neverMentored = outcome({
  title: 'Never had a mentor here',
  doc: 'People who have had no senior tie since joining.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'down',
  over: 'lastYear',
  smallestImportant: 0.02,
  value: ({ people }, seat) => (people.column.firstMentorAfter[seat] < 0 ? 1 : 0),
});

export const refusals = outcome({
  title: 'Refusals',
  doc: 'Times that a person was refused by a possible mentor, a person and year.',
  of: 'event',
  event: 'refusal',
  aggregate: 'perPersonYear',
  unit: 'a person-year',
  better: 'down',
  over: 'lastYear',
});

export const facultyMentoring = outcome({
  title: 'Faculty who mentor',
  doc: 'Faculty with at least one mentee.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'up',
  over: 'lastYear',
  smallestImportant: 0.03,
  value: ({ people }, seat) => {
    if (people.column.role[seat] !== faculty) return Number.NaN;
    return people.column.load[seat] > 0 ? 1 : 0;
  },
});

export const menteeGini = outcome({
  title: 'Inequality of mentees over all faculty',
  doc: 'Gini coefficient of mentees held (in-degree) among all faculty, those without any included.',
  of: 'person',
  aggregate: 'gini',
  unit: 'Gini',
  better: 'down',
  over: 'lastYear',
  value: ({ people }, seat) =>
    people.column.role[seat] === faculty ? people.column.load[seat] : Number.NaN,
});

export const loadDispersion = outcome({
  title: 'Over-dispersion of mentor load',
  doc: 'Variance over mean of mentees held, among faculty who hold at least one; 1 if mentees chose at random.',
  of: 'world',
  aggregate: 'mean',
  unit: 'ratio',
  better: 'neither',
  over: 'lastYear',
  value: (world) => varianceToMean(facultyLoads(world).filter((load) => load > 0)),
});

export const loadOfTopTenth = outcome({
  title: 'Mentees of the top tenth',
  doc: 'Share of all mentees held by the tenth of faculty who hold most.',
  of: 'world',
  aggregate: 'mean',
  unit: 'share',
  better: 'neither',
  over: 'lastYear',
  value: (world) => topTenthShare(facultyLoads(world)),
});

export const mentoringEntropy = outcome({
  title: 'Evenness of mentoring',
  doc: 'Entropy of the shares of mentees over faculty, relative to equal shares: 1 when all hold the same.',
  of: 'world',
  aggregate: 'mean',
  unit: 'ratio',
  better: 'neither',
  over: 'lastYear',
  value: (world) => loadEntropy(facultyLoads(world)),
});
