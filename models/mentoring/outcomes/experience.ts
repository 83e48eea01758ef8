/** What ties are like and what people receive. */
import type { Outcome } from '../../../sim/model/outcomes.ts';
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { faculty } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

export const rapport = outcome({
  title: 'Rapport with mentors',
  doc: 'Mean rapport of senior ties that last; it can rise when weak ties are lost, so read it beside access.',
  of: 'tie',
  layer: 'senior',
  aggregate: 'mean',
  unit: '0–1',
  better: 'up',
  over: 'lastYear',
  smallestImportant: 0.02,
  headline: true,
  value: ({ ties }, tie) => ties.senior.column.rapport[tie],
});

export const lowQuality = outcome({
  title: 'Mentored, but poorly',
  doc: 'People with a mentor whose best tie is below the quality threshold.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'down',
  over: 'lastYear',
  value: (world, seat) => {
    const { out, column } = world.ties.senior;
    let best = -1;
    for (let k = out.start[seat]; k < out.start[seat + 1]; k++) {
      const tie = out.tie[k];
      if (column.ended[tie] === 0 && column.meetings[tie] > 0) {
        best = Math.max(best, column.rapport[tie]);
      }
    }
    if (best < 0) return Number.NaN;
    return best < world.parameter.supportThreshold ? 1 : 0;
  },
});

export const careerSupport = outcome({
  title: 'Career support',
  doc: 'Career support received, from all ties together.',
  of: 'person',
  aggregate: 'mean',
  unit: '0–1',
  better: 'up',
  over: 'lastYear',
  value: ({ people }, seat) => people.column.career[seat],
});

export const psychosocialSupport = outcome({
  title: 'Psychosocial support',
  doc: 'Psychosocial support received, from all ties together.',
  of: 'person',
  aggregate: 'mean',
  unit: '0–1',
  better: 'up',
  over: 'lastYear',
  value: ({ people }, seat) => people.column.psychosocial[seat],
});

export const meetingsWithMentors = outcome({
  title: 'Meetings with mentors',
  doc: 'Meetings with mentors a person and year.',
  of: 'event',
  event: 'meeting',
  aggregate: 'perPersonYear',
  unit: 'a person-year',
  better: 'up',
  over: 'lastYear',
});

export const newSeniorTies = outcome({
  title: 'New senior ties',
  doc: 'Senior ties begun a person and year, introductions by a programme included.',
  of: 'event',
  event: 'seniorTie',
  aggregate: 'perPersonYear',
  unit: 'a person-year',
  better: 'neither',
  over: 'lastYear',
});

export const sponsorshipSupport = outcome({
  title: 'Sponsorship',
  doc: 'Sponsorship received, from all ties and assigned sponsors together.',
  of: 'person',
  aggregate: 'mean',
  unit: '0–1',
  better: 'up',
  over: 'lastYear',
  value: ({ people }, seat) => people.column.sponsorship[seat],
});

export const mentoringSkill = outcome({
  title: 'Skill of mentors',
  doc: 'Mentoring skill of faculty who hold mentees.',
  of: 'person',
  aggregate: 'mean',
  unit: '0–1',
  better: 'up',
  over: 'lastYear',
  value: ({ people }, seat) =>
    people.column.load[seat] > 0 ? people.column.skill[seat] : Number.NaN,
});

export const readinessToMentor = outcome({
  title: 'Readiness to mentor',
  doc: 'Generativity of faculty.',
  of: 'person',
  aggregate: 'mean',
  unit: '0–1',
  better: 'up',
  over: 'lastYear',
  value: ({ people }, seat) =>
    people.column.role[seat] === faculty ? people.column.generativity[seat] : Number.NaN,
});

function aYear(
  event: string,
  title: string,
  doc: string,
  better: 'up' | 'down' | 'neither',
): Outcome<MentoringWorld> {
  return outcome({
    title,
    doc,
    of: 'event',
    event,
    aggregate: 'perPersonYear',
    unit: 'a person-year',
    better,
    over: 'lastYear',
  });
}

export const virtualMeetings = aYear(
  'virtualMeeting',
  'Virtual meetings with mentors',
  'Meetings with mentors held at a distance, a person and year; the others are in person.',
  'neither',
);
export const peerMeetings = aYear(
  'peerMeeting',
  'Meetings of peers',
  'Meetings of peer ties a person and year, counted with the one who asked.',
  'up',
);
export const endedSeniorTies = aYear(
  'tieEnd',
  'Senior ties ended',
  'Senior ties that ended by themselves a person and year; those of people who left are counted apart, and those that became peer ties are not counted.',
  'neither',
);
export const departedSeniorTies = aYear(
  'tieLeft',
  'Senior ties ended by leaving',
  'Senior ties that ended because one of the two left or graduated, a person and year.',
  'neither',
);
export const mismatches = aYear(
  'mismatch',
  'Ruptures by mismatch',
  'Senior ties broken because the two did not suit each other, a person and year.',
  'down',
);
export const conflicts = aYear(
  'conflict',
  'Ruptures by conflict',
  'Senior ties broken in conflict, a person and year.',
  'down',
);
export const overloadEndings = aYear(
  'overload',
  'Ruptures by overload',
  'Senior ties let go by an overloaded mentor, a person and year.',
  'down',
);
export const releases = aYear(
  'release',
  'No-fault releases',
  'Failing senior ties released after an assessment, a person and year.',
  'neither',
);
export const newColleagues = aYear(
  'colleague',
  'Mentors turned colleagues',
  'Senior ties that became peer ties after the last stage, a person and year.',
  'up',
);
export const coursesTaken = aYear(
  'training',
  'Mentor training',
  'Courses on mentoring taken, by mentors and mentees, a person and year.',
  'neither',
);
