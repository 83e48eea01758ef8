/** Hours and money of each programme: two outcomes for every policy, by the policy's name. */
import type { Outcome } from '../../../sim/model/outcomes.ts';
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { hoursOf, moneyOf } from '../ledger.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

/** `protectedTimeHours`, `protectedTimeMoney` and so on; record by month for a monthly budget. */
export function accountOutcomes(
  policies: Readonly<Record<string, { readonly title: string }>>,
): Record<string, Outcome<MentoringWorld>> {
  const outcomes: Record<string, Outcome<MentoringWorld>> = {};
  for (const [name, { title }] of Object.entries(policies)) {
    outcomes[`${name}Hours`] = outcome({
      title: `${title}: hours`,
      doc: `Hours charged to the programme “${title}”, as a rate a year.`,
      of: 'world',
      aggregate: 'increase',
      unit: 'h/year',
      better: 'neither',
      over: 'mean',
      value: (world) => hoursOf(world, name),
    });
    outcomes[`${name}Money`] = outcome({
      title: `${title}: cost`,
      doc: `Gross cost of the programme “${title}”, hours included, as a rate a year.`,
      of: 'world',
      aggregate: 'increase',
      unit: 'US$ (2024)/year',
      better: 'down',
      over: 'mean',
      value: (world) => moneyOf(world, name),
    });
  }
  return outcomes;
}
