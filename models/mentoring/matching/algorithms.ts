/** The algorithms a programme can choose from, by the name a scenario uses. */
import type { Objective } from './assignment.ts';
import { assign } from './assignment.ts';
import { matchByDeferredAcceptance } from './deferred-acceptance.ts';
import type { Market, Matching } from './market.ts';
import { matchAtRandom, matchByChoice } from './serial.ts';

export const algorithms = ['random', 'chosen', 'deferredAcceptance', 'maximumFit'] as const;
export type Algorithm = (typeof algorithms)[number];

/** Solves the market; the objective matters to the assignment of maximum fit only. */
export function solve(market: Market, algorithm: Algorithm, objective: Objective): Matching {
  switch (algorithm) {
    case 'random':
      return matchAtRandom(market);
    case 'chosen':
      return matchByChoice(market);
    case 'deferredAcceptance':
      return matchByDeferredAcceptance(market);
    case 'maximumFit':
      return assign(market, objective);
  }
}
