/** What becomes of people: burnout, satisfaction, leaving, promotion. */
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { hazardOf } from '../processes/careers.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

/** Burnout from which a person counts as burned out (model.md, C8). */
const burnedOutFrom = 0.5;

export const burnedOut = outcome({
  title: 'Burned out',
  doc: 'People with a burnout of 0.5 and above: at least one symptom, as surveys count it.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'down',
  over: 'lastYear',
  smallestImportant: 0.02,
  headline: true,
  value: ({ people }, seat) => (people.column.burnout[seat] >= burnedOutFrom ? 1 : 0),
});

export const burnout = outcome({
  title: 'Burnout',
  doc: 'Mean burnout.',
  of: 'person',
  aggregate: 'mean',
  unit: '0–1',
  better: 'down',
  over: 'lastYear',
  smallestImportant: 0.01,
  headline: true,
  value: ({ people }, seat) => people.column.burnout[seat],
});

export const satisfaction = outcome({
  title: 'Satisfaction',
  doc: 'Mean satisfaction with the place.',
  of: 'person',
  aggregate: 'mean',
  unit: '0–1',
  better: 'up',
  over: 'lastYear',
  smallestImportant: 0.01,
  headline: true,
  value: ({ people }, seat) => people.column.satisfaction[seat],
});

export const leaving = outcome({
  title: 'Leave in a year',
  doc: 'People who left, for each person-year, over all years; graduation is not leaving.',
  of: 'event',
  event: 'exit',
  aggregate: 'perPersonYear',
  unit: 'share',
  better: 'down',
  over: 'mean',
  smallestImportant: 0.005,
  headline: true,
});

export const expectedLeaving = outcome({
  title: 'Expected to leave in a year',
  doc: 'Mean risk of leaving, as a yearly rate: steadier than counting who left.',
  of: 'person',
  aggregate: 'mean',
  unit: 'share',
  better: 'down',
  over: 'mean',
  smallestImportant: 0.005,
  value: (world, seat) =>
    world.people.column.external[seat] === 1 ? Number.NaN : hazardOf(world, seat) * weeksPerYear,
});

export const promotions = outcome({
  title: 'Promoted in a year',
  doc: 'Promotions for each person-year, over all years.',
  of: 'event',
  event: 'promotion',
  aggregate: 'perPersonYear',
  unit: 'share',
  better: 'up',
  over: 'mean',
});
