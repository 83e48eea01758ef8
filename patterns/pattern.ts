/** What a pattern is: a claim about mentoring, its experiment, and how its figures are judged. */
import { bootstrap } from '../sim/analysis/resample.ts';
import { halfWidth, meanOf } from '../sim/analysis/statistics.ts';
import type { Stage } from './stage.ts';
import { jackknife } from './statistics.ts';

/** `reported`: shown beside what was expected, not asserted (a recalled, toy or assumed magnitude). */
export type Verdict = 'holds' | 'fails' | 'reported';

/** A number with its 95 % interval, beside what was expected of it. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly expected: string;
  readonly verdict: Verdict;
}

/** A pattern that the model must show, or an experiment whose outcome is reported. */
export interface Pattern<O = unknown> {
  /** `P1` to `P15` of the model's specification, `E1` to `E12` for its experiments. */
  readonly id: string;
  readonly title: string;
  /** What is known, in a sentence. */
  readonly claim: string;
  /** How it is read in the runs. */
  readonly signature: string;
  /** Files in `scenarios/patterns/` that state the experiment. */
  readonly scenarios: readonly string[];
  /** Paired replicates of the whole verification. */
  readonly replicates: number;
  /** Replicates of the fast subset; absent where the pattern is too slow or too faint for it. */
  readonly quick?: number;
  /** One replicate: plain data, which crosses from a worker thread. */
  observe(stage: Stage): O;
  judge(observations: readonly O[]): readonly Figure[];
}

/** Declares a pattern and forgets the type of its observations. */
export function pattern<O>(declared: Pattern<O>): Pattern {
  return declared as unknown as Pattern;
}

/** What a figure must be: its whole interval above or below a bound, or its value within a band. */
export interface Demand {
  readonly above?: number;
  readonly below?: number;
  readonly within?: readonly [number, number];
  /** A value that the interval must hold: no difference beyond noise. */
  readonly around?: number;
  /** Said beside the figure; a demand without bounds is reported only. */
  readonly expected?: string;
}

function verdictOf(value: number, low: number, high: number, demand: Demand): Verdict {
  const { above, below, within, around } = demand;
  if ([above, below, within, around].every((bound) => bound === undefined)) return 'reported';
  // comparisons with NaN are false: what could not be measured does not hold
  const holds =
    (above === undefined || low > above) &&
    (below === undefined || high < below) &&
    (within === undefined || (value >= within[0] && value <= within[1])) &&
    (around === undefined || (low <= around && high >= around));
  return holds ? 'holds' : 'fails';
}

function expectedText({ above, below, within, around, expected }: Demand): string {
  const bounds = [
    ...(above === undefined ? [] : [`over ${above}`]),
    ...(below === undefined ? [] : [`under ${below}`]),
    ...(within === undefined ? [] : [`${within[0]} to ${within[1]}`]),
    ...(around === undefined ? [] : [`interval around ${around}`]),
  ]
    .join(' and ')
    .replaceAll('-', '−');
  return [bounds, expected ?? ''].filter((text) => text !== '').join('; ');
}

/** A figure from its value and the half-width of its 95 % interval. */
export function figure(what: string, value: number, half: number, demand: Demand = {}): Figure {
  const low = value - half;
  const high = value + half;
  const verdict = verdictOf(value, low, high, demand);
  return { what, value, low, high, expected: expectedText(demand), verdict };
}

/** The mean over replicates; replicates in which it could not be read (NaN) are left out. */
export function meanFigure(what: string, values: readonly number[], demand: Demand = {}): Figure {
  const read = values.filter((value) => !Number.isNaN(value));
  return figure(what, meanOf(read), halfWidth(read), demand);
}

/** A statistic of all replicates together, with the interval of the jackknife over replicates. */
export function pooledFigure<O>(
  what: string,
  observations: readonly O[],
  of: (some: readonly O[]) => number,
  demand: Demand = {},
): Figure {
  const { value, error } = jackknife(observations, of);
  return figure(what, value, 1.96 * error, demand);
}

/**
 * A statistic of all replicates together for which the jackknife does not hold, such as a quantile:
 * with the percentile interval of a bootstrap over replicates, from a seed of its own.
 */
export function bootstrapFigure<O>(
  what: string,
  observations: readonly O[],
  of: (some: readonly O[]) => number,
  demand: Demand = {},
): Figure {
  const value = of(observations);
  const [{ low, high }] = bootstrap(
    observations.length,
    (rows) => [of(Array.from(rows, (row) => observations[row]))],
    { seed: what },
  );
  const verdict = verdictOf(value, low, high, demand);
  return { what, value, low, high, expected: expectedText(demand), verdict };
}

/** Fails when a figure fails; holds when some were asserted and none fails. */
export function overall(figures: readonly Figure[]): Verdict {
  if (figures.some(({ verdict }) => verdict === 'fails')) return 'fails';
  return figures.some(({ verdict }) => verdict === 'holds') ? 'holds' : 'reported';
}
