/** Mixing of a network by a group: assortativity, and the odds of a tie inside against across. */
import type { Contacts } from './clustering.ts';

/** How far ties stay inside groups. */
export interface Mixing {
  /** Newman's coefficient: 1 when all ties are inside, 0 as by chance; null with one group. */
  readonly assortativity: number | null;
  /** Odds of a tie of a pair of one group over those of two groups; null where one is 0 or 1. */
  readonly oddsRatio: number | null;
}

/** Mixing of people by the group of each. */
export function mixingOf(contacts: Contacts, groupOf: readonly number[]): Mixing {
  const size = new Map<number, number>();
  const ends = new Map<number, number>();
  let inside = 0;
  let all = 0;
  contacts.forEach((others, a) => {
    const group = groupOf[a];
    size.set(group, (size.get(group) ?? 0) + 1);
    ends.set(group, (ends.get(group) ?? 0) + others.length);
    for (const b of others) {
      all++;
      if (groupOf[b] === group) inside++;
    }
  });
  const people = contacts.length;
  let byChance = 0;
  for (const count of ends.values()) byChance += (count / all) * (count / all);
  let pairsInside = 0;
  for (const count of size.values()) pairsInside += (count * (count - 1)) / 2;
  const pairsAcross = (people * (people - 1)) / 2 - pairsInside;
  // every tie was seen from both ends
  const insideOdds = oddsOf(inside / 2, pairsInside);
  const acrossOdds = oddsOf((all - inside) / 2, pairsAcross);
  return {
    assortativity: all === 0 || byChance >= 1 ? null : (inside / all - byChance) / (1 - byChance),
    oddsRatio: insideOdds === null || acrossOdds === null ? null : insideOdds / acrossOdds,
  };
}

function oddsOf(ties: number, pairs: number): number | null {
  return ties === 0 || ties === pairs ? null : ties / (pairs - ties);
}
