/** What it asks of the institution: vacancies, hours and money. */
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { accounts } from '../codes.ts';
import { moneyOf } from '../ledger.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

const money = 'US$ (2024)';

/** Accounts of programmes: not the everyday hours of mentors, not turnover. */
const programmes = ['formalMatching', 'peerGroups', 'protectedTime', 'hybridWork'] as const;

export const vacancies = outcome({
  title: 'Vacant faculty posts',
  doc: 'Share of faculty posts that stand vacant.',
  of: 'world',
  aggregate: 'mean',
  unit: 'share',
  better: 'down',
  over: 'mean',
  value: ({ tables }) => {
    const { posts, vacant } = tables.departments.column;
    let all = 0;
    let empty = 0;
    for (let d = 0; d < tables.departments.size; d++) {
      all += posts[d];
      empty += vacant[d];
    }
    return all === 0 ? 0 : empty / all;
  },
});

export const mentoringHours = outcome({
  title: 'Hours of mentors in meetings',
  doc: 'Hours that faculty spend in meetings with mentees, preparation included.',
  of: 'world',
  aggregate: 'increase',
  unit: 'h/year',
  better: 'neither',
  over: 'mean',
  value: ({ tables }) => tables.ledger.column.hours[accounts.indexOf('mentoring')],
});

export const programmeCost = outcome({
  title: 'Cost of programmes',
  doc: 'Gross cost of the programmes, hours at the cost of an hour; before any saving.',
  of: 'world',
  aggregate: 'increase',
  unit: `${money}/year`,
  better: 'down',
  over: 'mean',
  headline: true,
  value: (world) => moneyOf(world, programmes),
});

export const turnoverCost = outcome({
  title: 'Cost of turnover',
  doc: 'Replacement of those who left.',
  of: 'world',
  aggregate: 'increase',
  unit: `${money}/year`,
  better: 'down',
  over: 'mean',
  headline: true,
  value: (world) => moneyOf(world, ['turnover']),
});

export const netCost = outcome({
  title: 'Programmes and turnover together',
  doc: 'Cost of programmes plus cost of turnover: what is left after savings from people who stay.',
  of: 'world',
  aggregate: 'increase',
  unit: `${money}/year`,
  better: 'down',
  over: 'mean',
  headline: true,
  value: (world) => moneyOf(world, [...programmes, 'turnover']),
});
