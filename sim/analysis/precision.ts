/** How well a mean is known after some values, at every look at once, and how many more a wanted precision takes. */
import { firstCount, limitsAt, type Moments, momentsOf } from './sequential.ts';
import type { StudyPoint } from './study.ts';
import { byReplicate } from './study-arms.ts';

/** What is known of a mean. */
export interface Precision {
  readonly values: number;
  readonly mean: number;
  /** The interval that holds the true mean at all looks at once, at 95 %. */
  readonly low: number;
  readonly high: number;
  /** The distance within which it was wanted. */
  readonly wanted: number;
  /** Values at which both ends of the interval first were within that distance; null when never yet. */
  readonly reachedAt: number | null;
  /** Further values foreseen if the spread stays as it is; Infinity beyond a hundred thousand. */
  readonly further: number;
}

const [fewest, most] = [15, 100_000];

/** The standing of a mean that is wanted within a distance; 0 asks for no precision, which nothing reaches. */
export function precisionOf(values: readonly number[], wanted: number): Precision {
  let reachedAt: number | null = null;
  let now: Moments = momentsOf([]);
  for (const [k, value] of values.entries()) {
    now = momentsOf([value], now);
    if (reachedAt === null && k + 1 >= fewest && widthAt(k + 1, now) <= wanted) reachedAt = k + 1;
  }
  const { low, high } = values.length < fewest ? unknown : limitsAt(values.length, now);
  const needed = Math.max(
    fewest,
    firstCount(most, (n) => widthAt(n, now) <= wanted),
  );
  return {
    ...{ values: values.length, mean: now.mean, low, high, wanted, reachedAt },
    further: reachedAt === null ? Math.max(1, needed - values.length) : 0,
  };
}

const unknown = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** The farther end of the interval after `n` values of these moments. */
function widthAt(n: number, moments: Moments): number {
  if (moments.n < 2) return Number.POSITIVE_INFINITY;
  const { low, high } = limitsAt(n, moments);
  return Math.max(high - moments.mean, moments.mean - low);
}

/** The mean of each replicate over all points of a study, for replicates that all points have. */
export function replicateMeans(points: readonly StudyPoint[]): number[] {
  const values = points.flatMap(({ part, world, arm, futures }) =>
    [...futures].map(([replicate, value]) => ({
      ...{ world: `${part}/${world}/${arm}`, replicate, baseline: 0, value },
    })),
  );
  return byReplicate(values);
}
