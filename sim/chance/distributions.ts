/** Distributions as functions of uniform draws: increasing in the uniform wherever one draw suffices. */

import { centred, inverseNormal, normalQuantile } from './normal-quantile.ts';
import { exp, log, sigmoid } from './portable.ts';
import type { Rng } from './threefry.ts';

export { inverseNormal, normalQuantile };

/** Draw indices that `gamma` may use, from the one it is given: leave them free. */
export const GAMMA_INDICES = 16;
/** Draw indices that `beta` may use, from the one it is given: leave them free. */
export const BETA_INDICES = 2 * GAMMA_INDICES;

const LARGEST_POISSON_MEAN = 1e6;
/** A chance, relative to the mode's, that no longer moves a sum of doubles. */
const NEGLIGIBLE = 1e-18;

function refuse(where: string, expected: string, found: number): never {
  throw new RangeError(`${where}: expected ${expected}, found ${found}.`);
}

/**
 * Exponential deviate of the given mean (0 or more), by inversion; increasing in `u`.
 * @throws RangeError when `u` is outside [0, 1), or `mean` negative or not finite.
 */
export function exponential(u: number, mean: number): number {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) {
    refuse('exponential', 'a finite mean from 0 up', mean);
  }
  return mean * -log(1 - centred(u, 'exponential'));
}

/**
 * Log-normal deviate: `median` (over 0) times e to a normal deviate of standard deviation `sd`
 * (0 or more, of the logarithm); increasing in `u`.
 * @throws RangeError when `u` is outside [0, 1), or `median` or `sd` out of range.
 */
export function logNormal(u: number, median: number, sd: number): number {
  if (!(median > 0 && median < Number.POSITIVE_INFINITY)) {
    refuse('logNormal', 'a finite median over 0', median);
  }
  if (!(sd >= 0 && sd < Number.POSITIVE_INFINITY)) {
    refuse('logNormal', 'a finite sd from 0 up', sd);
  }
  return median * exp(sd * inverseNormal(centred(u, 'logNormal')));
}

/**
 * Poisson deviate of the given mean (0 to 1e6), by inversion; never decreasing in `u`. The work
 * grows with the mean below 30 and with the square root of the mean above.
 * @throws RangeError when `u` is outside [0, 1), or `mean` out of range.
 */
export function poisson(u: number, mean: number): number {
  if (!(mean >= 0 && mean <= LARGEST_POISSON_MEAN)) {
    refuse('poisson', `a mean from 0 to ${LARGEST_POISSON_MEAN}`, mean);
  }
  const p = centred(u, 'poisson');
  return mean < 30 ? poissonFromZero(p, mean) : poissonFromMode(p, mean);
}

function poissonFromZero(p: number, mean: number): number {
  let count = 0;
  let chance = exp(-mean);
  let cumulative = chance;
  // the sum may end a rounding below 1, hence the second condition
  while (cumulative <= p && chance > 0) {
    count++;
    chance *= mean / count;
    cumulative += chance;
  }
  return count;
}

/** Chances relative to that of the mode, since e to minus the mean is 0 beyond a mean of 745. */
function poissonFromMode(p: number, mean: number): number {
  const mode = Math.floor(mean);
  let lowest = mode;
  let total = 1;
  let weight = 1;
  while (weight > NEGLIGIBLE && lowest > 0) {
    weight *= lowest / mean;
    lowest--;
    total += weight;
  }
  const lowestWeight = weight;
  let highest = mode;
  weight = 1;
  while (weight > NEGLIGIBLE) {
    highest++;
    weight *= mean / highest;
    total += weight;
  }
  const target = p * total;
  let count = lowest;
  weight = lowestWeight;
  let cumulative = weight;
  while (cumulative <= target && count < highest) {
    count++;
    weight *= mean / count;
    cumulative += weight;
  }
  return count;
}

/**
 * The place of the weight that `u` in [0, 1) falls on, when the weights (0 or more) are laid end to
 * end and scaled to 1; a weight of 0 is never chosen. Looks at the first `length` weights.
 * @throws RangeError when `u` is outside [0, 1), a weight is negative or not finite, or none is over 0.
 */
export function categorical(
  u: number,
  weights: ArrayLike<number>,
  length = weights.length,
): number {
  if (!(u >= 0 && u < 1)) refuse('categorical', 'a uniform from 0 to below 1', u);
  let total = 0;
  let last = -1;
  for (let i = 0; i < length; i++) {
    const weight = weights[i];
    if (!(weight >= 0)) refuse('categorical', `a weight from 0 up at place ${i}`, weight);
    if (weight > 0) last = i;
    total += weight;
  }
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
    refuse('categorical', 'weights with a finite sum over 0', total);
  }
  const target = u * total;
  let cumulative = 0;
  for (let i = 0; i < last; i++) {
    cumulative += weights[i];
    if (cumulative > target) return i;
  }
  return last;
}

/**
 * As `categorical`, for weights already summed from the left (`cumulative`, never decreasing, not
 * checked), by bisection.
 * @throws RangeError when `u` is outside [0, 1) or the last sum is not over 0 and finite.
 */
export function categoricalCumulative(
  u: number,
  cumulative: ArrayLike<number>,
  length = cumulative.length,
): number {
  if (!(u >= 0 && u < 1)) refuse('categoricalCumulative', 'a uniform from 0 to below 1', u);
  const total = length > 0 ? cumulative[length - 1] : 0;
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
    refuse('categoricalCumulative', 'a last sum over 0 and finite', total);
  }
  const target = u * total;
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Logarithm of a gamma deviate, which unlike the deviate never underflows. */
function logGammaDeviate(rng: Rng, ego: number, shape: number, index: number): number {
  // under 1, the deviate of shape + 1 times a uniform to the power 1 / shape
  const boost = shape < 1 ? log(centred(rng.uniform(ego, 0, index), 'gamma')) / shape : 0;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  let logV = 0;
  for (let attempt = 1; attempt < GAMMA_INDICES; attempt++) {
    const x = rng.normal(ego, 0, index + attempt);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    logV = log(v);
    if (log(rng.second()) < 0.5 * x * x + d * (1 - v + logV)) break;
  }
  return log(d) + logV + boost;
}

/** Checks a shape; below 1e-300 the logarithm of a deviate would overflow. */
function checkShape(where: string, shape: number): void {
  if (!(shape >= 1e-300 && shape < Number.POSITIVE_INFINITY)) {
    refuse(where, 'a finite shape over 0 (from 1e-300)', shape);
  }
}

/**
 * Gamma deviate of the given shape (over 0) and scale 1, for one ego: mean and variance are the
 * shape. It uses the draw indices from `index` to `index + 15` of alter 0: leave them free. Each
 * attempt is accepted with a chance over 0.95, so the 15 allowed all fail less than once in 1e19
 * draws. Not monotone in a uniform. Deviates of shapes under about 0.05 may round to 0.
 * Source: Marsaglia and Tsang (2000), A simple method for generating gamma variables.
 * @throws RangeError when `shape` is not over 0 and finite.
 */
export function gamma(rng: Rng, ego: number, shape: number, index = 0): number {
  checkShape('gamma', shape);
  return exp(logGammaDeviate(rng, ego, shape, index));
}

/**
 * Beta deviate of shapes `a` and `b` (over 0), in [0, 1], for one ego, as the share of one gamma
 * deviate in the sum of two. It uses the draw indices from `index` to `index + 31` of alter 0: leave
 * them free.
 * @throws RangeError when a shape is not over 0 and finite.
 */
export function beta(rng: Rng, ego: number, a: number, b: number, index = 0): number {
  checkShape('beta', a);
  checkShape('beta', b);
  const first = logGammaDeviate(rng, ego, a, index);
  const second = logGammaDeviate(rng, ego, b, index + GAMMA_INDICES);
  return sigmoid(first - second);
}
