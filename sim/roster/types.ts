/** People and ties as a roster gives them. */

/** One person. What was not observed is left out of `groups` and `numbers`. */
export interface RosterPerson {
  readonly id: string;
  readonly role: string;
  readonly rank: string;
  readonly department: string;
  readonly site: string;
  /** Outside the institution: their site is `external`. */
  readonly external: boolean;
  readonly groups: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, number>>;
  /** Where in the file of people, from 1. */
  readonly line: number;
}

/** One tie. Of an upward kind, `from` is the junior; of the equal kind, one row stands for both. */
export interface RosterTie {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  /** Over 0 up to 1. */
  readonly weight: number;
  /** Where in the file of ties, from 1. */
  readonly line: number;
}

export interface Roster {
  readonly people: readonly RosterPerson[];
  readonly ties: readonly RosterTie[];
}

/** Rows accepted, and the smallest population. */
export const rosterLimits = { people: 500_000, ties: 5_000_000, smallest: 8 } as const;
