/** Statistics that patterns share beside those of the engine's analysis. */
import { meanOf } from '../sim/analysis/statistics.ts';

/** Gini coefficient: 0 when all are equal. */
export function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  let total = 0;
  let ranked = 0;
  for (let k = 0; k < n; k++) {
    total += sorted[k];
    ranked += (k + 1) * sorted[k];
  }
  return total === 0 ? 0 : (2 * ranked) / (n * total) - (n + 1) / n;
}

/**
 * A statistic of all replicates together and its standard error by the jackknife: each replicate is
 * left out in turn.
 */
export function jackknife<T>(
  all: readonly T[],
  of: (some: readonly T[]) => number,
): { readonly value: number; readonly error: number } {
  const n = all.length;
  const left = all.map((_, k) => of(all.filter((_, j) => j !== k)));
  const centre = meanOf(left);
  let squares = 0;
  for (const each of left) squares += (each - centre) ** 2;
  return { value: of(all), error: Math.sqrt(((n - 1) / n) * squares) };
}

/** Variance over mean: 1 for counts that fall at random, above 1 when some draw more than others. */
export function dispersion(values: readonly number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2)) / mean;
}

/** Pearson's correlation; NaN when one of the two does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const mx = meanOf(x);
  const my = meanOf(y);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let k = 0; k < x.length; k++) {
    xy += (x[k] - mx) * (y[k] - my);
    xx += (x[k] - mx) ** 2;
    yy += (y[k] - my) ** 2;
  }
  return xx === 0 || yy === 0 ? Number.NaN : xy / Math.sqrt(xx * yy);
}

/** Counts of two groups by whether something is so: [yes, no] of the first, then of the second. */
export type Counts = readonly [number, number, number, number];

/** Adds tables of counts. */
export function addCounts(tables: readonly Counts[]): Counts {
  const sum: [number, number, number, number] = [0, 0, 0, 0];
  for (const table of tables) for (let k = 0; k < 4; k++) sum[k] += table[k];
  return sum;
}

/** Odds of the first group over odds of the second. */
export function oddsRatio([a, b, c, d]: Counts): number {
  return a / b / (c / d);
}

/** The odds ratio common to several strata, by Mantel and Haenszel. */
export function commonOddsRatio(strata: readonly Counts[]): number {
  let above = 0;
  let below = 0;
  for (const [a, b, c, d] of strata) {
    const n = a + b + c + d;
    if (n === 0) continue;
    above += (a * d) / n;
    below += (b * c) / n;
  }
  return above / below;
}

/** Kaplan and Meier: the share that lives on beyond each of `ages`, which rise. */
export function survival(
  lives: readonly { readonly age: number; readonly over: boolean }[],
  ages: readonly number[],
): number[] {
  const byAge = [...lives].sort((a, b) => a.age - b.age);
  let share = 1;
  let k = 0;
  return ages.map((limit) => {
    while (k < byAge.length && byAge[k].age <= limit) {
      const { age } = byAge[k];
      const atRisk = byAge.length - k;
      let ended = 0;
      for (; k < byAge.length && byAge[k].age === age; k++) if (byAge[k].over) ended++;
      share *= 1 - ended / atRisk;
    }
    return share;
  });
}

/**
 * Holm: probabilities of several tests made together, raised so that the chance of one of them
 * falling below a level by luck is at most that level.
 */
export function holm(probabilities: readonly number[]): number[] {
  const order = probabilities.map((_, k) => k).sort((a, b) => probabilities[a] - probabilities[b]);
  const raised = new Array<number>(probabilities.length);
  let most = 0;
  order.forEach((k, rank) => {
    most = Math.max(most, Math.min(1, (probabilities.length - rank) * probabilities[k]));
    raised[k] = most;
  });
  return raised;
}

/** Bimodality coefficient of Sarle: above 5/9, that of a uniform distribution, two humps are likely. */
export function bimodality(values: readonly number[]): number {
  const n = values.length;
  const mean = meanOf(values);
  const moment = (power: number): number => meanOf(values.map((value) => (value - mean) ** power));
  const variance = moment(2);
  if (variance === 0) return 0;
  const skewness = (moment(3) / variance ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));
  const excess = moment(4) / variance ** 2 - 3;
  const kurtosis = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * excess + 6);
  return (skewness ** 2 + 1) / (kurtosis + (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)));
}
