/** Regional sensitivity: how far the settings of cases stand from those of the other points. */
import { exp } from '../chance/portable.ts';
import type { FactorColumn } from './cases.ts';
import { isNumeric } from './cases.ts';

/** One factor's Kolmogorov–Smirnov distance between cases and other points. */
export interface RegionalEffect {
  readonly factor: string;
  /** 0 to 1: the greatest gap between the two cumulative shares. */
  readonly distance: number;
  /** Chance of a gap as great if the factor did not matter, times the number of factors (Holm). */
  readonly chance: number;
}

/** Distances of all factors, in their order; options stand in the order of their names. */
export function regionalSensitivity(
  factors: readonly FactorColumn[],
  isCase: readonly boolean[],
): RegionalEffect[] {
  const cases = isCase.filter(Boolean).length;
  const others = isCase.length - cases;
  if (cases === 0 || others === 0) {
    return factors.map(({ name }) => ({ factor: name, distance: Number.NaN, chance: Number.NaN }));
  }
  const distances = factors.map((factor) => distanceOf(factor, isCase, cases, others));
  const size = Math.sqrt((cases * others) / (cases + others));
  const chances = distances.map((d) => kolmogorovTail((size + 0.12 + 0.11 / size) * d));
  const adjusted = holm(chances);
  return factors.map(({ name }, k) => ({
    factor: name,
    distance: distances[k],
    chance: adjusted[k],
  }));
}

function distanceOf(
  factor: FactorColumn,
  isCase: readonly boolean[],
  cases: number,
  others: number,
): number {
  const { values } = factor;
  const numeric = isNumeric(factor);
  const compare = (a: number | string, b: number | string): number => {
    if (numeric) return Number(a) - Number(b);
    return a < b ? -1 : a > b ? 1 : 0;
  };
  const order = [...values.keys()].sort((a, b) => compare(values[a], values[b]));
  let gap = 0;
  let widest = 0;
  order.forEach((row, k) => {
    gap += isCase[row] ? others : -cases;
    // only between different values: ties stand at one place
    if (values[row] !== values[order[k + 1]]) widest = Math.max(widest, Math.abs(gap));
  });
  return widest / (cases * others);
}

/** Chance that the limiting Kolmogorov variable exceeds `x`. */
function kolmogorovTail(x: number): number {
  if (x < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) {
    const term = exp(-2 * k * k * x * x);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-12) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}

/** Holm's correction over several chances, in their order. */
export function holm(chances: readonly number[]): number[] {
  const order = [...chances.keys()].sort((a, b) => chances[a] - chances[b]);
  const adjusted: number[] = new Array(chances.length);
  let last = 0;
  order.forEach((at, rank) => {
    last = Math.max(last, Math.min(1, chances[at] * (chances.length - rank)));
    adjusted[at] = last;
  });
  return adjusted;
}
