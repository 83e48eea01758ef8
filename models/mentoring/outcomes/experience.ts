/** What ties are like and what people receive. */
import { outcomeFor } from '../../../sim/model/outcomes.ts';
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
