/** Hours that people spend on a programme, charged at what they cost. */
import { perMonth } from '../../../sim/model/time.ts';
import { faculty } from '../codes.ts';
import { charge } from '../ledger.ts';
import type { MentoringWorld } from '../shape.ts';

/** Charges the hours of people who spend so many a month on a programme. */
export function chargeHours(
  world: MentoringWorld,
  account: string,
  seats: readonly number[],
  hoursPerMonth: number,
): void {
  const { role } = world.people.column;
  const { hourCost, residentHourCost } = world.parameter;
  const hours = perMonth(hoursPerMonth);
  let money = 0;
  for (const seat of seats) money += hours * (role[seat] === faculty ? hourCost : residentHourCost);
  charge(world, account, hours * seats.length, money);
}
