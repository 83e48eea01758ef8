/** Maximum-fit assignment under caps, for the highest total fit or for the most people matched. */
import { munkres } from 'munkres';
import type { Market, Matching } from './market.ts';
import { isAllowed } from './market.ts';

/** What an assignment is to reach: the highest total fit, or the most people matched. */
export const objectives = ['highestFit', 'mostPeople'] as const;
export type Objective = (typeof objectives)[number];

/**
 * The assignment of highest total fit; with the second objective the one among those that match
 * most people. A place of a mentor is a column, and one more column for each mentee means none.
 */
export function assign(market: Market, objective: Objective): Matching {
  const { mentees, mentors, fit } = market;
  const matching = new Int32Array(mentees).fill(-1);
  const placeOf: number[] = [];
  for (let j = 0; j < mentors; j++) {
    for (let k = Math.min(market.room[j], mentees); k > 0; k--) placeOf.push(j);
  }
  if (mentees === 0 || placeOf.length === 0) return matching;
  let most = 0;
  for (const value of fit) most = Math.max(most, value);
  // more than all fit together: nobody is left out for the sake of a better fit of others
  const leftOut = objective === 'mostPeople' ? (most + 1) * (mentees + 1) : 0;
  const forbidden = (most + 1) * (mentees + 1) * 4;
  const costs = Array.from({ length: mentees }, (_, i) => {
    const row = new Float64Array(placeOf.length + mentees).fill(leftOut);
    placeOf.forEach((j, place) => {
      row[place] = isAllowed(market, i, j) ? -fit[i * mentors + j] : forbidden;
    });
    return row;
  });
  for (const [i, place] of munkres(costs)) if (place < placeOf.length) matching[i] = placeOf[place];
  return matching;
}
