/** Hours and money by account: the only ways in which anything is charged. */
import { standingAccounts } from './accounts.ts';
import type { MentoringWorld } from './shape.ts';

/**
 * Adds hours and US$ to an account.
 * @throws RangeError for an account that is neither standing nor a policy's.
 */
export function charge(world: MentoringWorld, account: string, hours: number, money: number): void {
  const row = world.constant.accounts[account];
  if (row === undefined) {
    const names = Object.keys(world.constant.accounts).join(', ');
    throw new RangeError(`charge: expected an account (${names}), found "${account}"`);
  }
  chargeRow(world, row, hours, money);
}

/** Adds hours and US$ to a row of the ledger that was looked up before. */
export function chargeRow(world: MentoringWorld, row: number, hours: number, money: number): void {
  const ledger = world.tables.ledger.column;
  ledger.hours[row] += hours;
  ledger.money[row] += money;
}

/** Hours charged so far to an account. */
export function hoursOf(world: MentoringWorld, account: string): number {
  return world.tables.ledger.column.hours[world.constant.accounts[account]];
}

/** Money charged so far to an account. */
export function moneyOf(world: MentoringWorld, account: string): number {
  return world.tables.ledger.column.money[world.constant.accounts[account]];
}

/** Money charged so far for turnover, US$. */
export function turnoverMoney(world: MentoringWorld): number {
  return moneyOf(world, 'turnover');
}

/** Money charged so far for programmes: all accounts but the standing ones, US$. */
export function programmeMoney(world: MentoringWorld): number {
  const { money } = world.tables.ledger.column;
  let sum = 0;
  for (let row = standingAccounts.length; row < world.tables.ledger.size; row++) sum += money[row];
  return sum;
}
