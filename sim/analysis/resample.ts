/** Bootstrap: the interval of any statistic, by drawing its rows again in an order that a seed fixes. */
import { sequential } from '../chance/seeds.ts';
import { quantileOf } from './statistics.ts';

/** A 95 % interval; both ends are NaN where there is none. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How often rows are drawn again, and from which seed. */
export interface Resampling {
  readonly seed: string;
  readonly times?: number;
}

/** Draws that give percentiles steady to about a hundredth of the interval. */
const usualTimes = 1000;

/**
 * Percentile intervals of the numbers that `statistic` gives. It is called with the rows of each
 * draw: `count` numbers from 0 to `count − 1`, with repetition. A number that is NaN in a draw is
 * left out of its interval.
 */
export function bootstrap(
  count: number,
  statistic: (rows: Int32Array) => readonly number[],
  { seed, times = usualTimes }: Resampling,
): Interval[] {
  if (count < 2) return statistic(new Int32Array(count)).map(() => noInterval);
  const draws = sequential(`bootstrap ${seed}`);
  const rows = new Int32Array(count);
  const found: number[][] = [];
  for (let draw = 0; draw < times; draw++) {
    for (let i = 0; i < count; i++) rows[i] = draws.int(count);
    statistic(rows).forEach((value, k) => {
      found[k] ??= [];
      if (!Number.isNaN(value)) found[k].push(value);
    });
  }
  return found.map(intervalOf);
}

/** The middle 95 % of numbers. */
export function intervalOf(values: readonly number[]): Interval {
  if (values.length === 0) return noInterval;
  return { low: quantileOf(values, 0.025), high: quantileOf(values, 0.975) };
}

export const noInterval: Interval = { low: Number.NaN, high: Number.NaN };
