/** "Enough replicates?": intervals that stay valid however often one looks and whenever one stops. */
import { log, pow } from '../chance/portable.ts';

/** How a question is decided. */
export interface StoppingRule {
  /** Chance of ever being wrong. */
  readonly error?: number;
  /** Differences smaller than this do not matter; 0 decides on the sign only. */
  readonly smallestImportant: number;
  /** Look first after this many pairs. */
  readonly fewest?: number;
  /** Pairs beyond which more are not foreseen. */
  readonly most?: number;
}

/** What can be said: a direction, that it is too small to matter, that no pair ever differed, or nothing yet. */
export type Decision = 'up' | 'down' | 'too small to matter' | 'alike' | 'open';

/** What is known after some pairs. */
export interface Standing {
  readonly pairs: number;
  readonly mean: number;
  /** The interval that holds the true mean at all times at once, at 95 % unless asked otherwise. */
  readonly low: number;
  readonly high: number;
  readonly decision: Decision;
}

/** A standing with the pairs still needed. */
export interface Enough extends Standing {
  /** Pairs at which the question was first decided; null while it is open. */
  readonly decidedAt: number | null;
  /** Further pairs foreseen if spread and mean stay as they are; Infinity beyond `most`. */
  readonly further: number;
  /** Pairs that a single look, fixed in advance, would need at this spread and mean. */
  readonly fixed: number;
}

/** Pairs at which the interval is tightest; it is within a few percent of that from 10 to 100. */
const tunedFor = 30;
const usual = { error: 0.05, fewest: 15, most: 100_000 };
/** The 0.975 quantile of the normal distribution. */
const normal = 1.959963984540054;

/** Weight of the mixture's prior, in pairs, that makes the interval tightest at `tunedFor` pairs. */
const priorPairs = tunedFor / (2 * log(1 / usual.error) + log(2 * log(1 / usual.error) + 1));

/**
 * Half-width of an anytime-valid interval of a mean with unknown spread: all means at which the
 * group-invariant t likelihood ratio, mixed over effect sizes, stays below 1 / error (Lai 1976;
 * Perez-Ortiz and others 2022). Exact for normal values at every n from 2 up; Infinity where the
 * values are too few to rule anything out.
 */
export function anytimeHalfWidth(n: number, deviation: number, error = usual.error): number {
  if (n < 2) return Number.POSITIVE_INFINITY;
  const weight = priorPairs / (priorPairs + n);
  const bound = pow(1 / (error * Math.sqrt(weight)), 2 / n);
  const rest = 1 - bound * weight;
  if (rest <= 0) return Number.POSITIVE_INFINITY;
  return deviation * Math.sqrt(((n - 1) * (bound - 1)) / (rest * n));
}

/** Moments of the values so far; `squares` and `cubes` are sums about the mean. */
export interface Moments {
  n: number;
  mean: number;
  squares: number;
  cubes: number;
}

function add(moments: Moments, value: number): void {
  const n = ++moments.n;
  const step = value - moments.mean;
  const part = step / n;
  const grown = step * part * (n - 1);
  moments.cubes += grown * part * (n - 2) - 3 * part * moments.squares;
  moments.squares += grown;
  moments.mean += part;
}

/** The moments of values, after others where `before` is given. */
export function momentsOf(values: readonly number[], before?: Moments): Moments {
  const moments: Moments = before ? { ...before } : { n: 0, mean: 0, squares: 0, cubes: 0 };
  for (const value of values) add(moments, value);
  return moments;
}

/**
 * The interval after `n` values of these moments. Lopsided values bend the t statistic: the end on
 * the side of the longer tail is moved out as Hall (1992) corrects it, the other stays.
 */
export function limitsAt(
  n: number,
  { n: seen, squares, cubes, mean }: Moments,
  error?: number,
): { low: number; high: number } {
  const variance = squares / (seen - 1);
  const half = anytimeHalfWidth(n, Math.sqrt(variance), error);
  if (!Number.isFinite(half) || seen < 3 || variance === 0)
    return { low: mean - half, high: mean + half };
  const third = (cubes * seen) / ((seen - 1) * (seen - 2));
  const bend = third / (6 * variance * n);
  const shift = bend * (1 + (2 * half * half * n) / variance);
  return { low: mean - half + Math.min(0, shift), high: mean + half + Math.max(0, shift) };
}

/**
 * Looks after every value in turn and stops at the first decision, as a user who watches would;
 * without a decision, it is the standing after the last value.
 */
export function decideInTurn(values: readonly number[], rule: StoppingRule): Standing {
  const moments = momentsOf([]);
  let standing: Standing = { pairs: 0, mean: Number.NaN, ...unknown };
  for (const value of values) {
    add(moments, value);
    standing = standingAt(moments, rule);
    // pairs that have been alike so far may still come to differ
    if (standing.decision !== 'open' && standing.decision !== 'alike') break;
  }
  return standing;
}

const unknown = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  decision: 'open',
} as const;

function standingAt(moments: Moments, rule: StoppingRule): Standing {
  const { n: pairs, mean, squares } = moments;
  if (pairs < (rule.fewest ?? usual.fewest)) return { pairs, mean, ...unknown };
  if (squares === 0) {
    // every pair says the same, as where costs follow from the design
    const decision = mean > 0 ? 'up' : mean < 0 ? 'down' : 'alike';
    return { pairs, mean, low: mean, high: mean, decision };
  }
  const { low, high } = limitsAt(pairs, moments, rule.error);
  return { pairs, mean, low, high, decision: decide(low, high, rule.smallestImportant) };
}

function decide(low: number, high: number, important: number): Decision {
  if (low > 0) return 'up';
  if (high < 0) return 'down';
  return low > -important && high < important ? 'too small to matter' : 'open';
}

/** Whether there are enough pairs, when there first were, and how many more would decide. */
export function enoughPairs(values: readonly number[], rule: StoppingRule): Enough {
  const standing = decideInTurn(values, rule);
  const { most = usual.most, smallestImportant: important } = rule;
  const moments = momentsOf(values);
  const { mean } = moments;
  const spread = Math.sqrt(moments.squares / (moments.n - 1));
  const fixed = firstCount(most, (n) => {
    const half = (normal * spread) / Math.sqrt(n);
    return half < Math.abs(mean) || half + Math.abs(mean) < important;
  });
  if (standing.decision !== 'open') {
    return { ...standing, decidedAt: standing.pairs, further: 0, fixed };
  }
  const needed = firstCount(most, (n) => {
    const { low, high } = limitsAt(n, moments, rule.error);
    return decide(low, high, important) !== 'open';
  });
  const least = Math.max(needed, rule.fewest ?? usual.fewest);
  return { ...standing, decidedAt: null, further: Math.max(1, least - values.length), fixed };
}

/** The fewest values at which something holds that holds from then on; Infinity beyond `most`. */
export function firstCount(most: number, holds: (n: number) => boolean): number {
  if (!holds(most)) return Number.POSITIVE_INFINITY;
  let low = 1;
  let high = most;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
