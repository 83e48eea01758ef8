/** Who is harmed, said with care: beyond what matters, and beyond chance over all groups looked at. */
import type { Comparison } from '../sim/analysis/paired.ts';
import { studentQuantile } from '../sim/analysis/statistics.ts';
import { everybody } from '../sim/model/groups.ts';
import type { Model } from '../sim/model/simulation.ts';
import { fewestForRange } from './reading.ts';
import { studentPValue } from './student.ts';

/** A group that fares worse by more than the smallest difference that matters. */
export interface Harm {
  readonly comparison: Comparison;
  /** Survives Holm's correction over the groups; otherwise there are not enough futures to say. */
  readonly certain: boolean;
  /** Everybody together fares better on the same outcome. */
  readonly hiddenByMean: boolean;
}

/** Share of false alarms accepted over all groups of an outcome. */
const alarmLevel = 0.05;

/** Harms in the comparisons of one scenario, in the order of the comparisons. */
export function harmsOf(model: Model, comparisons: readonly Comparison[]): Harm[] {
  const harms: Harm[] = [];
  for (const outcome of new Set(comparisons.map((c) => c.outcome))) {
    const declared = model.outcomes[outcome];
    if (declared === undefined || declared.better === 'neither') continue;
    const { smallestImportant } = declared;
    if (smallestImportant === undefined) continue;
    const all = comparisons.filter((c) => c.outcome === outcome);
    const groups = all.filter((c) => c.group !== everybody && c.difference !== null);
    const survivors = holm(groups);
    const wrongWay = declared.better === 'up' ? -1 : 1;
    for (const comparison of groups) {
      if ((comparison.difference ?? 0) * wrongWay <= smallestImportant) continue;
      harms.push({
        comparison,
        certain: survivors.has(comparison),
        hiddenByMean: all.some((c) => c.group === everybody && c.verdict === 'better'),
      });
    }
  }
  return harms;
}

/**
 * The comparisons whose difference survives Holm's step-down correction. The p-values are taken
 * back from the 95 % intervals of the means.
 */
export function holm(family: readonly Comparison[], level = alarmLevel): Set<Comparison> {
  const ranked = family
    .map((comparison) => ({ comparison, p: pValueOf(comparison) }))
    .sort((a, b) => a.p - b.p);
  const survivors = new Set<Comparison>();
  for (const [k, { comparison, p }] of ranked.entries()) {
    if (p > level / (ranked.length - k)) break;
    survivors.add(comparison);
  }
  return survivors;
}

/** Two-sided, of a mean paired difference against none; 1 where there are too few futures. */
function pValueOf({ difference, meanHigh, replicates }: Comparison): number {
  if (difference === null || meanHigh === null || replicates < fewestForRange) return 1;
  const half = meanHigh - difference;
  if (difference === 0 || half <= 0) return difference === 0 ? 1 : 0;
  const degrees = replicates - 1;
  return studentPValue((difference * studentQuantile(degrees)) / half, degrees);
}
