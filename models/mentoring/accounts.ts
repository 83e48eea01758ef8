/** The accounts of the ledger: two standing ones, and one for each policy. */

/** No programme's: mentors' everyday hours, and replacement of those who leave. */
export const standingAccounts = ['mentoring', 'turnover'] as const;

/** Rows of the ledger by the name of the account: the standing ones, and one for each policy. */
export type Accounts = Readonly<Record<string, number>>;

/** Numbers the accounts. */
export function openAccounts(policies: readonly string[]): Accounts {
  const names = [...standingAccounts, ...policies];
  return Object.fromEntries(names.map((name, row) => [name, row]));
}
