/** Plays patterns for a range of replicates, and gathers what every replicate observed. */
import type { Figure, Pattern, Verdict } from './pattern.ts';
import { overall } from './pattern.ts';
import { Stage } from './stage.ts';

/**
 * Seed of the verification: no seed of calibration or of another test. It is the fourth lot: after
 * looks at the first two, defaults were changed; after the third, mechanisms and tests. Those lots
 * had taken part in that.
 */
export const verificationSeed = 'verification, fourth lot';

/** A pattern with its figures. */
export interface Judged {
  readonly pattern: Pattern;
  readonly replicates: number;
  readonly figures: readonly Figure[];
  readonly verdict: Verdict;
}

/** How many replicates of a pattern are played. */
export function replicatesOf(pattern: Pattern, quick: boolean): number {
  return quick ? (pattern.quick ?? 0) : pattern.replicates;
}

/** What one replicate observed, by the ids of the patterns that play in it. */
export function playReplicate(
  patterns: readonly Pattern[],
  folder: string,
  replicate: number,
  quick: boolean,
): Record<string, unknown> {
  // one stage for all: scenarios with the same people and parameters share a warm-up
  const stage = new Stage(folder, verificationSeed, replicate);
  const observed: Record<string, unknown> = {};
  for (const pattern of patterns) {
    if (replicate < replicatesOf(pattern, quick)) observed[pattern.id] = pattern.observe(stage);
  }
  return observed;
}

/** Judges patterns by the observations of replicates 0 up. */
export function judge(
  patterns: readonly Pattern[],
  observed: readonly Readonly<Record<string, unknown>>[],
): readonly Judged[] {
  return patterns.flatMap((pattern) => {
    const own = observed.filter((each) => pattern.id in each).map((each) => each[pattern.id]);
    if (own.length === 0) return [];
    const figures = pattern.judge(own);
    return [{ pattern, replicates: own.length, figures, verdict: overall(figures) }];
  });
}
