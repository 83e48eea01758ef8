/** Deferred acceptance (Gale and Shapley 1962): mentees propose, mentors hold those they like best. */
import type { Market, Matching } from './market.ts';
import { isAllowed } from './market.ts';

/**
 * The stable matching that is best for mentees: no mentee and mentor would both rather have each
 * other. Among equals the lower number goes first.
 */
export function matchByDeferredAcceptance(market: Market): Matching {
  const { mentees, mentors, room, menteeLikes, mentorLikes } = market;
  const matching = new Int32Array(mentees).fill(-1);
  const held: number[][] = Array.from({ length: mentors }, () => []);
  const wishes = Array.from({ length: mentees }, (_, i) => {
    const list: number[] = [];
    for (let j = 0; j < mentors; j++) if (room[j] > 0 && isAllowed(market, i, j)) list.push(j);
    return list.sort(
      (a, b) => menteeLikes[i * mentors + b] - menteeLikes[i * mentors + a] || a - b,
    );
  });
  const next = new Int32Array(mentees);
  const free = Array.from({ length: mentees }, (_, i) => mentees - 1 - i);
  for (let i = free.pop(); i !== undefined; i = free.pop()) {
    if (next[i] >= wishes[i].length) continue;
    const j = wishes[i][next[i]++];
    matching[i] = j;
    held[j].push(i);
    if (held[j].length <= room[j]) continue;
    const like = (m: number): number => mentorLikes[m * mentors + j];
    held[j].sort((a, b) => like(b) - like(a) || a - b);
    const refused = held[j].pop();
    if (refused === undefined) continue;
    matching[refused] = -1;
    free.push(refused);
  }
  return matching;
}
