/** Analysis of virtual trials: the estimate a trial would give, its verdict, power and size needed. */
import { inverseNormal } from '../chance/distributions.ts';
import type { Sequence } from '../chance/seeds.ts';
import { deviationOf, meanOf, studentQuantile } from './statistics.ts';

/** What one trial finds. */
export interface TrialEstimate {
  /** Programme less control, in the outcome's unit. */
  readonly effect: number;
  readonly standardError: number;
  /** Whether the trial would call it significant at 5 %, two-sided. */
  readonly significant: boolean;
}

/**
 * Difference of two means with Welch's standard error and Student's t. Values are of people, or of
 * clusters (one mean for each). NaN with fewer than two values in an arm.
 */
export function compareArms(treated: readonly number[], control: readonly number[]): TrialEstimate {
  const effect = meanOf(treated) - meanOf(control);
  const a = square(deviationOf(treated)) / treated.length;
  const b = square(deviationOf(control)) / control.length;
  const standardError = Math.sqrt(a + b);
  const degrees =
    square(a + b) / (square(a) / (treated.length - 1) + square(b) / (control.length - 1));
  // not even a difference without any spread can be judged from one value an arm
  if (!(standardError >= 0)) return { effect, standardError: Number.NaN, significant: false };
  const quantile = Number.isFinite(degrees) ? studentQuantile(Math.max(1, Math.floor(degrees))) : 0;
  return { effect, standardError, significant: Math.abs(effect) > quantile * standardError };
}

/** Orders of clusters tried in the test of a stepped wedge, besides the true one. */
const shuffles = 199;

/**
 * A stepped wedge: cluster means by period (rows clusters, columns periods), and the period from
 * which each cluster has the programme. The effect is that of a linear model with fixed effects of
 * clusters and periods (Hussey and Hughes 2007); its test compares it with other orders of the
 * clusters, which holds however few there are.
 */
export function steppedWedge(
  means: readonly (readonly number[])[],
  startsAt: readonly number[],
  random: Sequence,
): TrialEstimate {
  const y = doublyCentred(means);
  const fitted = wedgeEffect(y, startsAt);
  const order = [...startsAt];
  let asLarge = 1;
  for (let k = 0; k < shuffles; k++) {
    random.shuffle(order);
    // sums in another order may differ in their last bits
    if (Math.abs(wedgeEffect(y, order).effect) >= Math.abs(fitted.effect) - 1e-12) asLarge++;
  }
  return { ...fitted, significant: asLarge / (shuffles + 1) <= 0.05 };
}

function wedgeEffect(
  y: readonly (readonly number[])[],
  startsAt: readonly number[],
): { effect: number; standardError: number } {
  const periods = y[0].length;
  const on = startsAt.map((start) => y[0].map((_, period) => (period >= start ? 1 : 0)));
  const x = doublyCentred(on);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  y.forEach((row, c) => {
    row.forEach((value, p) => {
      xy += x[c][p] * value;
      xx += x[c][p] * x[c][p];
      yy += value * value;
    });
  });
  const effect = xy / xx;
  const degrees = (y.length - 1) * (periods - 1) - 1;
  return { effect, standardError: Math.sqrt(Math.max(0, yy - effect * xy) / degrees / xx) };
}

/** A table less its row and column means. */
function doublyCentred(table: readonly (readonly number[])[]): number[][] {
  const rows = table.map(meanOf);
  const columns = table[0].map((_, p) => meanOf(table.map((row) => row[p])));
  const all = meanOf(rows);
  return table.map((row, c) => row.map((value, p) => value - rows[c] - columns[p] + all));
}

/**
 * Intraclass correlation of values in clusters: one-way analysis of variance with unequal sizes
 * (Donner and Klar 2000). NaN with fewer than two clusters of two people.
 */
export function intraclassCorrelation(clusters: readonly (readonly number[])[]): number {
  const filled = clusters.filter(({ length }) => length > 0);
  const k = filled.length;
  const n = filled.reduce((sum, { length }) => sum + length, 0);
  const all = meanOf(filled.flat());
  let between = 0;
  let within = 0;
  let squares = 0;
  for (const values of filled) {
    const mean = meanOf(values);
    between += values.length * square(mean - all);
    squares += square(values.length);
    for (const value of values) within += square(value - mean);
  }
  const msb = between / (k - 1);
  const msw = within / (n - k);
  const size = (n - squares / n) / (k - 1);
  return (msb - msw) / (msb + (size - 1) * msw);
}

/** How often such a trial succeeds, and how many times larger it must be to succeed four times in five. */
export interface TrialPower {
  readonly trials: number;
  /** Mean estimate over trials, with the 95 % interval of that mean. */
  readonly effect: number;
  readonly meanLow: number;
  readonly meanHigh: number;
  /** Standard deviation of the estimate between trials: its true standard error. */
  readonly spread: number;
  /** Share of trials that find a significant effect, with Wilson's 95 % interval. */
  readonly power: number;
  readonly powerLow: number;
  readonly powerHigh: number;
  /** Size for a power of 80 %, relative to this trial; Infinity where the effect may be none. */
  readonly times: number;
  readonly timesLow: number;
  readonly timesHigh: number;
}

/** Power from the estimates of many trials of one size. */
export function powerOf(estimates: readonly TrialEstimate[]): TrialPower {
  const effects = estimates.map(({ effect }) => effect);
  const n = effects.length;
  const effect = meanOf(effects);
  const spread = deviationOf(effects);
  const half = (studentQuantile(Math.max(1, n - 1)) * spread) / Math.sqrt(n);
  const found = estimates.filter(({ significant }) => significant).length;
  const [powerLow, powerHigh] = wilson(found, n);
  const needed = (inverseNormal(0.975) + inverseNormal(0.8)) * spread;
  const smallest = Math.abs(effect) <= half ? 0 : Math.abs(effect) - half;
  return {
    trials: n,
    ...{ effect, meanLow: effect - half, meanHigh: effect + half, spread },
    ...{ power: found / n, powerLow, powerHigh },
    times: square(needed / effect),
    timesLow: square(needed / (Math.abs(effect) + half)),
    timesHigh: square(needed / smallest),
  };
}

/** Wilson's 95 % interval of a share. */
export function wilson(found: number, n: number): readonly [number, number] {
  const z = inverseNormal(0.975);
  const p = found / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

function square(x: number): number {
  return x * x;
}
