/** Levers that all programmes share which match people: cap, cadence, term, and who never meets. */

import { perYear, weeksPerYear } from '../../../sim/model/time.ts';
import { charge } from '../ledger.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import type { Terms } from './introduce.ts';

/** Levers of the matches themselves. */
export const matchLevers = {
  loadCap: {
    title: 'Load cap',
    doc: 'Mentees beyond which the programme sends a mentor nobody.',
    unit: 'mentees',
    default: 6,
    range: [1, 60],
    plausible: [3, 10],
    integer: true,
    grade: 'B',
    source: sources.luckhaupt,
  },
  meetingsPerMonth: {
    title: 'Cadence',
    doc: 'Meetings a month that the programme sets for the term; then the two decide.',
    unit: '1/month',
    default: 0.35,
    range: [0.01, 8],
    plausible: [0.17, 2],
    grade: 'B',
    source: sources.cadence,
  },
  termYears: {
    title: 'Term',
    doc: 'Years for which the programme sets the cadence; the tie may go on after it.',
    unit: 'years',
    default: 1,
    range: [0.25, 6],
    plausible: [0.5, 3],
    grade: 'D',
    source: sources.assumption,
  },
  neverMeets: {
    title: 'Never meet',
    doc: 'Share of matches that never meet.',
    unit: 'share',
    default: 0.3,
    range: [0, 1],
    plausible: [0.1, 0.4],
    grade: 'B',
    source: sources.amonoo,
  },
} as const;

/** Lever of how much coordination a programme takes. */
export function coordinatorLever(per100: number) {
  return {
    coordinators: {
      title: 'Coordinators',
      doc: 'Full-time coordinators for 100 people whom the programme reaches.',
      unit: 'FTE per 100',
      default: per100,
      range: [0, 5],
      plausible: [0.02, 1],
      grade: 'D',
      source: sources.caruso,
    },
  } as const;
}

/** Charges a week of coordination for so many people. */
export function chargeCoordination(
  world: MentoringWorld,
  account: string,
  people: number,
  per100: number,
): void {
  charge(world, account, 0, perYear((people * per100) / 100) * world.parameter.coordinatorCost);
}

/** The terms of a match from the levers of a programme. */
export function termsOf(lever: {
  readonly meetingsPerMonth: number;
  readonly termYears: number;
  readonly neverMeets: number;
}): Terms {
  const { meetingsPerMonth, neverMeets } = lever;
  return { meetingsPerMonth, neverMeets, termWeeks: Math.round(lever.termYears * weeksPerYear) };
}
