/** What every arm of a study changes, with the three ranges that are never mixed; and whether there are enough futures. */
import type { Verdict } from './paired.ts';
import { describePairs, judge } from './paired.ts';
import type { Enough, StoppingRule } from './sequential.ts';
import { enoughPairs } from './sequential.ts';
import { halfWidth, meanOf, quantileOf } from './statistics.ts';
import type { StudyArm } from './study-arms.ts';
import { byReplicate, byWorld, pairsOf } from './study-arms.ts';

/** One arm against the first. */
export interface StudyEffect {
  readonly arm: StudyArm;
  readonly baseline: number;
  readonly value: number;
  readonly difference: number;
  /** 95 % Monte Carlo interval of the mean difference; it decides the verdict only. */
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
  /** 5 to 95 % of the paired futures of all worlds. */
  readonly futureLow: number | null;
  readonly futureHigh: number | null;
  /** 5 to 95 % of the worlds' mean differences; null with fewer than five worlds. */
  readonly assumptionLow: number | null;
  readonly assumptionHigh: number | null;
  readonly pairs: number;
  readonly worlds: number;
  readonly verdict: Verdict;
}

/** Fewest worlds from which a range over assumptions is given. */
const fewestWorlds = 5;

/**
 * Effects of all arms but the first. Where worlds differ, they are the unit of the interval: futures
 * of one world say nothing about the next.
 */
export function studyEffects(
  [baseline, ...others]: readonly [StudyArm, ...StudyArm[]],
  better: 'up' | 'down' | 'neither',
): StudyEffect[] {
  return others.flatMap((arm): StudyEffect[] => {
    const pairs = pairsOf(baseline, arm);
    if (pairs.length === 0) return [];
    const luck = describePairs(
      pairs.map((pair) => [pair.baseline, pair.value]),
      better,
    );
    const means = [...byWorld(pairs).values()].map(meanOf);
    const counts = { pairs: pairs.length, worlds: means.length };
    const numbers = {
      arm,
      baseline: luck.baseline ?? Number.NaN,
      value: luck.value ?? Number.NaN,
      difference: luck.difference ?? Number.NaN,
      futureLow: luck.futureLow,
      futureHigh: luck.futureHigh,
    };
    if (means.length === 1) {
      const { meanLow, meanHigh, verdict } = luck;
      const none = { assumptionLow: null, assumptionHigh: null };
      return [{ ...numbers, meanLow, meanHigh, ...none, ...counts, verdict }];
    }
    const difference = meanOf(means);
    const half = halfWidth(means);
    const ranged = means.length >= fewestWorlds;
    return [
      {
        ...numbers,
        difference,
        meanLow: difference - half,
        meanHigh: difference + half,
        assumptionLow: ranged ? quantileOf(means, 0.05) : null,
        assumptionHigh: ranged ? quantileOf(means, 0.95) : null,
        ...counts,
        verdict: judge(means, difference, half, better),
      },
    ];
  });
}

/** Whether the futures of one arm are enough to tell it from the first. */
export interface StudyEnough extends Enough {
  readonly arm: StudyArm;
  readonly worlds: number;
}

/** The standing of every arm; with several worlds, of its mean difference over them. */
export function studyEnough(
  [baseline, ...others]: readonly [StudyArm, ...StudyArm[]],
  rule: StoppingRule,
): StudyEnough[] {
  return others.map((arm) => {
    const pairs = pairsOf(baseline, arm);
    const worlds = new Set(pairs.map(({ world }) => world)).size;
    return { arm, worlds, ...enoughPairs(byReplicate(pairs), rule) };
  });
}
