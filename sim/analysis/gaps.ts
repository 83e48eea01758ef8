/** Gaps between two groups: difference and ratio of means, and the odds ratio of pooled counts. */
import { exp, log } from '../chance/portable.ts';
import type { RunResult } from '../experiment/experiment.ts';
import { peopleCount } from '../model/recorder.ts';
import type { Model } from '../model/simulation.ts';
import { hiddenGroups } from './masking.ts';
import { halfWidth, meanOf } from './statistics.ts';
import { cellOf, readValue } from './summary.ts';

/** One outcome of a group next to that of another; null where there is nothing to show. */
export interface Gap {
  readonly outcome: string;
  readonly group: string;
  readonly other: string;
  readonly unit: string;
  /** Mean over futures of the group's value less the other's, with its 95 % interval. */
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Ratio of the means over futures. */
  readonly ratio: number | null;
  /** For shares of people: odds ratio of counts pooled over futures; a single future has too few. */
  readonly oddsRatio: number | null;
  /** Standard error of ln odds ratio between futures, by leaving one out at a time. */
  readonly lnOddsError: number | null;
}

/** Every recorded outcome of two groups of one scenario, unless either is too small to show. */
export function gapsBetween(
  model: Model,
  runs: readonly RunResult[],
  recordEvery: number,
  group: string,
  other: string,
): Gap[] {
  if (runs.length === 0) return [];
  const hidden = hiddenGroups(model, [runs]);
  if (hidden.has(group) || hidden.has(other)) return [];
  const { cells } = runs[0];
  const names = cells.filter((cell) => cell.group === group && cell.outcome !== peopleCount);
  return names.flatMap(({ outcome }) => {
    const { unit, over } = model.outcomes[outcome];
    const at = [group, other].map((label) => cellOf(cells, outcome, label));
    const size = [group, other].map((label) => cellOf(cells, peopleCount, label));
    if (Math.min(...at, ...size) < 0) return [];
    const values = runs.flatMap((run) => {
      const [a, b] = at.map((cell) => readValue(run, cell, over, recordEvery));
      const [n, m] = size.map((cell) => readValue(run, cell, over, recordEvery));
      return Number.isNaN(a) || Number.isNaN(b) ? [] : [{ a, b, n, m }];
    });
    if (values.length === 0) return [];
    const differences = values.map(({ a, b }) => a - b);
    const difference = meanOf(differences);
    const half = halfWidth(differences);
    const below = meanOf(values.map(({ b }) => b));
    const known = !Number.isNaN(half);
    return [
      {
        ...{ outcome, group, other, unit, difference },
        low: known ? difference - half : null,
        high: known ? difference + half : null,
        ratio: below === 0 ? null : meanOf(values.map(({ a }) => a)) / below,
        ...(unit === 'share' ? pooledOdds(values) : { oddsRatio: null, lnOddsError: null }),
      },
    ];
  });
}

interface Shares {
  /** Share in the group and in the other, and people of each. */
  readonly a: number;
  readonly b: number;
  readonly n: number;
  readonly m: number;
}

/** Counts first, then the ratio: the ratio of one future can be infinite. */
function pooledOdds(values: readonly Shares[]): Pick<Gap, 'oddsRatio' | 'lnOddsError'> {
  const whole = lnOdds(values);
  if (whole === null) return { oddsRatio: null, lnOddsError: null };
  const without = values.map((_, k) => lnOdds(values.filter((__, j) => j !== k)));
  const known = without.filter((value) => value !== null);
  const n = known.length;
  if (n < 2 || n < values.length) return { oddsRatio: exp(whole), lnOddsError: null };
  const mean = meanOf(known);
  const squares = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { oddsRatio: exp(whole), lnOddsError: Math.sqrt(((n - 1) / n) * squares) };
}

function lnOdds(values: readonly Shares[]): number | null {
  const [yes, no, otherYes, otherNo] = values.reduce(
    ([p, q, r, s], { a, b, n, m }) => [p + a * n, q + (1 - a) * n, r + b * m, s + (1 - b) * m],
    [0, 0, 0, 0],
  );
  if (Math.min(yes, no, otherYes, otherNo) <= 0) return null;
  return log((yes * otherNo) / (no * otherYes));
}

/** The group that fares worst in an outcome, of those that can be shown. */
export function worstOff(
  model: Model,
  runs: readonly RunResult[],
  recordEvery: number,
  outcome: string,
): { readonly group: string; readonly mean: number } | undefined {
  const { better, over } = model.outcomes[outcome];
  if (better === 'neither' || runs.length === 0) return undefined;
  const hidden = hiddenGroups(model, [runs]);
  const labels = Object.values(model.groupings).flatMap((grouping) => grouping.labels);
  let worst: { group: string; mean: number } | undefined;
  for (const group of labels) {
    const cell = cellOf(runs[0].cells, outcome, group);
    if (cell < 0 || hidden.has(group)) continue;
    const values = runs.map((run) => readValue(run, cell, over, recordEvery));
    const mean = meanOf(values.filter((value) => !Number.isNaN(value)));
    if (Number.isNaN(mean)) continue;
    const isWorse =
      worst === undefined || (better === 'up' ? mean < worst.mean : mean > worst.mean);
    if (isWorse) worst = { group, mean };
  }
  return worst;
}
