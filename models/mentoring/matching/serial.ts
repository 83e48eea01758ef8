/** One mentee after another takes the mentor with room who stands highest: at random, or by choice. */
import type { Market, Matching } from './market.ts';
import { isAllowed } from './market.ts';

/** Each mentee in turn gets a random mentor with room. */
export function matchAtRandom(market: Market): Matching {
  return takeTurns(market, market.luck);
}

/** Each mentee in turn chooses among the mentors with room. */
export function matchByChoice(market: Market): Matching {
  return takeTurns(market, market.menteeLikes);
}

function takeTurns(market: Market, score: Float64Array): Matching {
  const { mentees, mentors } = market;
  const room = market.room.slice();
  const matching = new Int32Array(mentees).fill(-1);
  for (let i = 0; i < mentees; i++) {
    let best = -1;
    for (let j = 0; j < mentors; j++) {
      if (room[j] <= 0 || !isAllowed(market, i, j)) continue;
      if (best < 0 || score[i * mentors + j] > score[i * mentors + best]) best = j;
    }
    matching[i] = best;
    if (best >= 0) room[best]--;
  }
  return matching;
}
