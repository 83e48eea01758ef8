/** Tails of the binomial distribution, and intervals of quantiles and shares that follow from them. */
import { exp, log } from '../chance/portable.ts';

/** Chance of `successes` or more in `trials`, each with chance `p`. */
export function binomialTail(successes: number, trials: number, p: number): number {
  if (successes <= 0) return 1;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  // from the mode outwards, so that nothing underflows that matters
  let term = 0;
  for (let k = 1; k <= successes; k++) term += log((trials - successes + k) / k);
  term += successes * log(p) + (trials - successes) * log(1 - p);
  let probability = exp(term);
  let sum = 0;
  const odds = p / (1 - p);
  for (let k = successes; k <= trials; k++) {
    sum += probability;
    probability *= ((trials - k) / (k + 1)) * odds;
    if (probability < sum * 1e-16) break;
  }
  return Math.min(1, sum);
}

/** Wilson's 95 % interval of a share. */
export function shareInterval(successes: number, trials: number): { low: number; high: number } {
  if (trials === 0) return { low: Number.NaN, high: Number.NaN };
  const z2 = 1.959963984540054 * 1.959963984540054;
  const share = successes / trials;
  const middle = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    Math.sqrt(z2 * ((share * (1 - share)) / trials + z2 / (4 * trials * trials))) /
    (1 + z2 / trials);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * An interval of the `p` quantile at 95 % or more, from order statistics alone; NaN where the values
 * are too few for one.
 */
export function quantileInterval(
  values: readonly number[],
  p: number,
): { low: number; high: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  // with X values below the quantile: P(X ≤ low) and P(X > high) at most 2.5 %
  const low = firstIndex(n, (k) => 1 - binomialTail(k + 1, n, p) > 0.025) - 1;
  const high = firstIndex(n, (k) => binomialTail(k + 1, n, p) <= 0.025);
  return { low: sorted[low] ?? Number.NaN, high: sorted[high] ?? Number.NaN };
}

/** The first of 0 to `n` at which something holds that holds from then on. */
function firstIndex(n: number, holds: (k: number) => boolean): number {
  let from = 0;
  let to = n;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
