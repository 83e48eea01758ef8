/** What a direction is: a lever at two settings, what is read, and which way it goes between them. */
import * as r from './readings.ts';
import type { Reading } from './runs.ts';

/** A lever at two settings; other levers are at their defaults or as `besides` says. */
export interface Direction {
  readonly policy: string;
  readonly lever: string;
  readonly from: number | string;
  readonly to: number | string;
  readonly sign: 1 | -1;
  readonly of: string;
  readonly reading: Reading;
  /** Certain within a year in any future: accounts, and counts of contacts. */
  readonly sure: boolean;
  /** Futures in which it is tried, when 6 are too few. */
  readonly futures: number;
  readonly besides: string;
  /** Other policies in force in both arms. */
  readonly others: string;
}

/** What is read, with its name. */
export interface Read {
  readonly of: string;
  readonly reading: Reading;
  readonly sure?: boolean;
  readonly futures?: number;
}

export type Row = readonly [
  lever: string,
  from: number | string,
  to: number | string,
  sign: 1 | -1,
  read: Read,
  besides?: string,
  others?: string,
];

/** The directions of one policy. */
export function rows(policy: string, list: readonly Row[]): Direction[] {
  return list.map(([lever, from, to, sign, what, besides, others]) => ({
    ...{ policy, lever, from, to, sign, sure: false, futures: 6, ...what },
    ...{ besides: besides ?? '', others: others ?? '' },
  }));
}

/** Something read that has chance in it. */
export const chancy = (of: string, reading: Reading): Read => ({ of, reading });
/** Contacts through a channel. */
export const contacts = (channel: number): Read => ({
  of: `contacts through channel ${channel}`,
  reading: r.contacts(channel),
  sure: true,
});
export const hours = (policy: string): Read => ({
  of: 'hours of the account',
  reading: r.hoursOf(policy),
  sure: true,
});
export const money = (policy: string): Read => ({
  of: 'money of the account',
  reading: r.moneyOf(policy),
  sure: true,
});

/** A programme's cost follows its coverage. */
export function coverage(policy: string): Row {
  return ['coverage', 0.3, 0.9, 1, money(policy)];
}

/** Voluntary uptake, and more self-selection, lower the need of those reached. */
export function selection(read: Read, besides = 'coverage: 0.5', sign: 1 | -1 = -1): Row[] {
  return [
    ['uptake', 'assigned', 'voluntary', sign, read, `selfSelection: -0.9, ${besides}`],
    ['selfSelection', 0, -0.9, sign, read, `uptake: voluntary, ${besides}`],
  ];
}

/** Levers of the matches that a programme makes between mentees and mentors. */
export function matches(besides: string): Row[] {
  const met = chancy('meetings of introduced', r.formalMeetings('senior'));
  const often = `meetingsPerMonth: 2${besides && `, ${besides}`}`;
  return [
    ['meetingsPerMonth', 0.1, 2, 1, met, besides],
    ['termYears', 0.25, 3, 1, met, often],
    ['neverMeets', 0, 0.8, -1, met, often],
  ];
}
export const introduced = chancy('introduced mentors', r.formalTies('senior'));
export const needOfMatched = chancy('need of those matched', r.needOfMatched);
export const burnout = (of: Parameters<typeof r.column>[1]): Read =>
  chancy('burnout', r.column('burnout', of));
export const mentors = chancy('mentors of residents', r.column('mentors', r.residents));
export const uncovered = chancy('needs uncovered', r.column('uncovered', r.everyone));
export const rapport = chancy('rapport', r.rapport);
