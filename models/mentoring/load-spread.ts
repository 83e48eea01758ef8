/** How unevenly mentees are spread over faculty. */
import { log } from '../../sim/chance/portable.ts';
import { faculty } from './codes.ts';
import type { MentoringWorld } from './shape.ts';

/** Mentees of each faculty member in post. */
export function facultyLoads(world: MentoringWorld): number[] {
  const { person, role, load } = world.people.column;
  const loads: number[] = [];
  for (let seat = 0; seat < world.people.size; seat++) {
    if (person[seat] >= 0 && role[seat] === faculty) loads.push(load[seat]);
  }
  return loads;
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Variance over mean: 1 for a Poisson count; NaN without any. */
export function varianceToMean(counts: readonly number[]): number {
  const mean = sumOf(counts) / counts.length;
  if (counts.length < 2 || mean === 0) return Number.NaN;
  let squares = 0;
  for (const count of counts) squares += (count - mean) * (count - mean);
  return squares / (counts.length - 1) / mean;
}

/** Share of the total that the tenth with most holds, one person at least; NaN without a total. */
export function topTenthShare(counts: readonly number[]): number {
  const all = sumOf(counts);
  if (all === 0) return Number.NaN;
  const sorted = [...counts].sort((a, b) => b - a);
  return sumOf(sorted.slice(0, Math.max(1, Math.round(counts.length / 10)))) / all;
}

/** Entropy of the shares over ln of their number: 1 for equal shares, 0 when one has all. */
export function loadEntropy(counts: readonly number[]): number {
  const all = sumOf(counts);
  if (all === 0 || counts.length < 2) return Number.NaN;
  let entropy = 0;
  for (const count of counts) {
    const share = count / all;
    if (share > 0) entropy -= share * log(share);
  }
  return entropy / log(counts.length);
}
