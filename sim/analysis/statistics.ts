/** Means, quantiles and intervals of a handful of numbers. */
import { inverseNormal } from '../chance/distributions.ts';

/** Arithmetic mean; NaN of nothing. */
export function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Sample standard deviation; NaN of fewer than two. */
export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return values.length < 2 ? Number.NaN : Math.sqrt(squares / (values.length - 1));
}

/** Quantile by linear interpolation between order statistics (Hyndman and Fan, type 7). */
export function quantileOf(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

/** The 0.975 quantile of Student's t for 1 and 2 degrees of freedom, where the expansion is poor. */
const firstQuantiles = [12.706204736432095, 4.302652729749464];

/**
 * The 0.975 quantile of Student's t, by the expansion of Fisher and Cornish (Abramowitz and Stegun
 * 26.7.5); within 0.2 % from 3 degrees of freedom on.
 */
export function studentQuantile(degrees: number): number {
  if (degrees <= 2) return firstQuantiles[degrees - 1];
  const z = inverseNormal(0.975);
  const z2 = z * z;
  const z3 = z2 * z;
  const z5 = z3 * z2;
  const z7 = z5 * z2;
  const z9 = z7 * z2;
  const n = degrees;
  return (
    z +
    (z3 + z) / (4 * n) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * n * n * n * n)
  );
}

/** Half-width of the 95 % interval of a mean; NaN of fewer than two values. */
export function halfWidth(values: readonly number[]): number {
  const n = values.length;
  if (n < 2) return Number.NaN;
  return (studentQuantile(n - 1) * deviationOf(values)) / Math.sqrt(n);
}
