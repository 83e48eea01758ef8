/** Morris screening: how much an outcome moves when one factor moves, averaged over many places. */
import type { Interval, Resampling } from './resample.ts';
import { bootstrap } from './resample.ts';
import { deviationOf, meanOf } from './statistics.ts';

/** One walk: points in units of the factors' ranges, each a step of one factor from the one before. */
export interface Walk {
  readonly points: readonly (readonly number[])[];
  readonly values: readonly number[];
}

/** One factor's elementary effects: the outcome's change per whole range of the factor. */
export interface MorrisEffect {
  readonly factor: string;
  readonly mean: number;
  /** Mean of sizes, mu*: how much it matters. */
  readonly size: number;
  readonly sizeInterval: Interval;
  /** Spread, sigma: bends and interactions; NaN of fewer than two walks. */
  readonly spread: number;
  readonly spreadInterval: Interval;
  readonly walks: number;
}

/** Screening with bootstrap intervals over walks. Steps that change no or several factors are skipped. */
export function morrisEffects(
  factors: readonly string[],
  walks: readonly Walk[],
  resampling: Resampling,
): MorrisEffect[] {
  // effects[walk][factor]; NaN where a walk has no step of the factor
  const effects = walks.map((walk) => effectsOf(walk, factors.length));
  const ofFactor = (rows: ArrayLike<number>, factor: number): number[] => {
    const found: number[] = [];
    for (let k = 0; k < rows.length; k++) {
      const effect = effects[rows[k]][factor];
      if (!Number.isNaN(effect)) found.push(effect);
    }
    return found;
  };
  const statistic = (rows: ArrayLike<number>): number[] =>
    factors.flatMap((_, factor) => {
      const own = ofFactor(rows, factor);
      return [meanOf(own.map(Math.abs)), deviationOf(own)];
    });
  const all = Int32Array.from(walks.keys());
  const values = statistic(all);
  const intervals = bootstrap(walks.length, statistic, resampling);
  return factors.map((factor, k) => ({
    factor,
    mean: meanOf(ofFactor(all, k)),
    size: values[2 * k],
    sizeInterval: intervals[2 * k],
    spread: values[2 * k + 1],
    spreadInterval: intervals[2 * k + 1],
    walks: ofFactor(all, k).length,
  }));
}

function effectsOf({ points, values }: Walk, factors: number): number[] {
  const effects: number[] = new Array(factors).fill(Number.NaN);
  for (let k = 1; k < points.length; k++) {
    const moved = movedFactor(points[k - 1], points[k]);
    if (moved < 0) continue;
    effects[moved] = (values[k] - values[k - 1]) / (points[k][moved] - points[k - 1][moved]);
  }
  return effects;
}

/** The one factor in which two points differ; −1 where none or several do. */
export function movedFactor(a: readonly number[], b: readonly number[]): number {
  let moved = -1;
  for (let k = 0; k < a.length; k++) {
    if (a[k] === b[k]) continue;
    if (moved >= 0) return -1;
    moved = k;
  }
  return moved;
}
