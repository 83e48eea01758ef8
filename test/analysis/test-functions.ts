/** Functions whose sensitivity indices are known, on the unit cube, and designs to sample them. */

import type { Walk } from '../../sim/analysis/morris.ts';
import type { SaltelliOutcomes } from '../../sim/analysis/sobol-indices.ts';
import { sequential } from '../../sim/chance/seeds.ts';

/** A function with its analytic first and total indices. */
export interface KnownFunction {
  readonly name: string;
  readonly factors: readonly string[];
  readonly first: readonly number[];
  readonly total: readonly number[];
  value(x: readonly number[]): number;
}

const { PI } = Math;
const [ishigamiA, ishigamiB] = [7, 0.1];
const main = 0.5 * (1 + (ishigamiB * PI ** 4) / 5) ** 2;
const second = ishigamiA ** 2 / 8;
const both = ishigamiB ** 2 * PI ** 8 * (1 / 18 - 1 / 50);
const ishigamiVariance = main + second + both;

/** Ishigami and Homma (1990), with a = 7 and b = 0.1. */
export const ishigami: KnownFunction = {
  name: 'Ishigami',
  factors: ['x1', 'x2', 'x3'],
  first: [main / ishigamiVariance, second / ishigamiVariance, 0],
  total: [(main + both) / ishigamiVariance, second / ishigamiVariance, both / ishigamiVariance],
  value: (x) => {
    const [x1, x2, x3] = x.map((u) => PI * (2 * u - 1));
    return Math.sin(x1) + ishigamiA * Math.sin(x2) ** 2 + ishigamiB * x3 ** 4 * Math.sin(x1);
  },
};

const importance = [0, 1, 4.5, 9, 99, 99, 99, 99];
const parts = importance.map((a) => 1 / (3 * (1 + a) ** 2));
const product = parts.reduce((all, part) => all * (1 + part), 1);

/** Sobol's g with the importances of Saltelli and Sobol (1995). */
export const sobolG: KnownFunction = {
  name: 'Sobol g',
  factors: importance.map((_, k) => `x${k + 1}`),
  first: parts.map((part) => part / (product - 1)),
  total: parts.map((part) => (part * (product / (1 + part))) / (product - 1)),
  value: (x) =>
    x.reduce((all, u, k) => (all * (Math.abs(4 * u - 2) + importance[k])) / (1 + importance[k]), 1),
};

const weights = [1, 2, 3, 0];
const squares = weights.reduce((sum, w) => sum + w * w, 0);

/** A weighted sum. */
export const linear: KnownFunction = {
  name: 'linear',
  factors: weights.map((_, k) => `x${k + 1}`),
  first: weights.map((w) => (w * w) / squares),
  total: weights.map((w) => (w * w) / squares),
  value: (x) => x.reduce((sum, u, k) => sum + weights[k] * u, 0),
};

/** A Saltelli design of plain random numbers, evaluated. */
export function saltelli(
  { factors, value }: KnownFunction,
  count: number,
  seed: string,
): SaltelliOutcomes {
  const draws = sequential(seed);
  const points = (): number[][] =>
    Array.from({ length: count }, () => factors.map(() => draws.next()));
  const a = points();
  const b = points();
  return {
    a: a.map(value),
    b: b.map(value),
    ab: factors.map((_, k) => a.map((row, i) => value(row.map((u, j) => (j === k ? b[i][j] : u))))),
  };
}

/** Morris walks on four levels, each factor moved once by two thirds of its range. */
export function walks({ factors, value }: KnownFunction, count: number, seed: string): Walk[] {
  const draws = sequential(seed);
  return Array.from({ length: count }, () => {
    const point = factors.map(() => draws.int(4) / 3);
    const points = [[...point]];
    for (const k of draws.shuffle(factors.map((_, j) => j))) {
      point[k] = point[k] < 0.5 ? point[k] + 2 / 3 : point[k] - 2 / 3;
      points.push([...point]);
    }
    return { points, values: points.map(value) };
  });
}

/** Exact mean and mean size of the elementary effects on that grid, by visiting all of it. */
export function exactEffects(known: KnownFunction, factor: number): { mean: number; size: number } {
  const k = known.factors.length;
  let sum = 0;
  let sizes = 0;
  const count = 4 ** k;
  for (let cell = 0; cell < count; cell++) {
    const point = known.factors.map((_, j) => (Math.floor(cell / 4 ** j) % 4) / 3);
    const step = point[factor] < 0.5 ? 2 / 3 : -2 / 3;
    const moved = point.map((u, j) => (j === factor ? u + step : u));
    const effect = (known.value(moved) - known.value(point)) / step;
    sum += effect;
    sizes += Math.abs(effect);
  }
  return { mean: sum / count, size: sizes / count };
}
