/** The accounts of the ledger: three standing ones, and one for each policy. */

/** No programme's: mentors' everyday hours, replacement of those who leave, hours that count for nothing. */
export const standingAccounts = ['mentoring', 'turnover', 'unrecognised'] as const;

/** Rows of the ledger by the name of the account: the standing ones, and one for each policy. */
export type Accounts = Readonly<Record<string, number>>;

/** Numbers the accounts. */
export function openAccounts(policies: readonly string[]): Accounts {
  const names = [...standingAccounts, ...policies];
  return Object.fromEntries(names.map((name, row) => [name, row]));
}
