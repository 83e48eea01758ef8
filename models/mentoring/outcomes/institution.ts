/** What it asks of the institution: vacancies, hours and money. */
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { hoursOf, programmeMoney, turnoverMoney } from '../ledger.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

const money = 'US$ (2024)';

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
  value: (world) => hoursOf(world, 'mentoring'),
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
  value: programmeMoney,
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
  value: turnoverMoney,
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
  value: (world) => programmeMoney(world) + turnoverMoney(world),
});
