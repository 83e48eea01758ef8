/** Hours and money by account: the only way in which anything is charged. */
import type { Account } from './codes.ts';
import { accounts } from './codes.ts';
import type { MentoringWorld } from './shape.ts';

/** Adds hours and US$ to an account. */
export function charge(
  world: MentoringWorld,
  account: Account,
  hours: number,
  money: number,
): void {
  const row = accounts.indexOf(account);
  const ledger = world.tables.ledger.column;
  ledger.hours[row] += hours;
  ledger.money[row] += money;
}

/** Money charged so far to some accounts, US$. */
export function moneyOf(world: MentoringWorld, names: readonly Account[]): number {
  const { money } = world.tables.ledger.column;
  let sum = 0;
  for (const name of names) sum += money[accounts.indexOf(name)];
  return sum;
}
