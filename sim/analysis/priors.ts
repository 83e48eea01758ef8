/** What is believed of a parameter before calibration: distributions to draw from and their densities. */

import { inverseNormal } from '../chance/distributions.ts';
import { exp, log } from '../chance/portable.ts';

/** A prior within limits; the limits of a uniform one are its ends. */
export interface Prior {
  readonly kind: 'uniform' | 'normal' | 'logNormal';
  readonly low: number;
  readonly high: number;
  /** Mean and SD of a normal, median and SD of the logarithm of a log-normal one. */
  readonly centre: number;
  readonly spread: number;
}

/** Whether a value is within a prior's limits. */
export function supports({ low, high }: Prior, value: number): boolean {
  return value >= low && value <= high;
}

/** A draw from uniform numbers in (0, 1), of which as many are taken as the limits need. */
export function drawPrior(prior: Prior, next: () => number): number {
  const { kind, low, high, centre, spread } = prior;
  if (kind === 'uniform') return low + next() * (high - low);
  for (;;) {
    const z = spread * inverseNormal(Math.min(1 - 1e-12, Math.max(1e-12, next())));
    const value = kind === 'normal' ? centre + z : centre * exp(z);
    if (supports(prior, value)) return value;
  }
}

/** Logarithm of the density, up to a constant; −Infinity outside the limits. */
export function logPrior(prior: Prior, value: number): number {
  if (!supports(prior, value)) return Number.NEGATIVE_INFINITY;
  const { kind, centre, spread } = prior;
  if (kind === 'uniform') return 0;
  const z = (kind === 'normal' ? value - centre : log(value / centre)) / spread;
  return -(z * z) / 2 - (kind === 'logNormal' ? log(value) : 0);
}

/** Standard deviation of a prior, from a fixed set of its quantiles. */
export function priorDeviation(prior: Prior): number {
  const count = 401;
  let sum = 0;
  let squares = 0;
  let at = 0;
  const next = (): number => (++at * 0.6180339887498949) % 1;
  for (let k = 0; k < count; k++) {
    const value = drawPrior(prior, next);
    sum += value;
    squares += value * value;
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) * (sum / count)));
}
