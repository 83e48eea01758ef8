/** Solving for parameters at which measured quantities meet their targets. */
import { describe, expect, it } from 'vitest';
import type { Point, Unknown } from '../../sim/analysis/solve-intercepts.ts';
import { solveIntercepts } from '../../sim/analysis/solve-intercepts.ts';
import { sequential } from '../../sim/chance/seeds.ts';

const unknown = { start: 0, low: -10, high: 10, slope: 1, target: 0, tolerance: 1e-6 };

/** Drives the solver with a measurement; returns the unknowns and the points tried. */
function solve(
  unknowns: readonly Unknown[],
  limits: { learning: number; refining: number },
  measure: (point: Point) => number[],
): { at: readonly number[]; tried: Point[] } {
  const tried: Point[] = [];
  const solver = solveIntercepts(unknowns, limits);
  let next = solver.next([]);
  while (!next.done) {
    tried.push(next.value);
    next = solver.next(measure(next.value));
  }
  return { at: next.value, tried };
}

describe('solveIntercepts', () => {
  it('solves coupled linear quantities whose slopes were guessed wrong', () => {
    const unknowns = [
      { ...unknown, slope: 0.5, target: 3 },
      { ...unknown, slope: 3, target: -1 },
    ];
    // 2x + 0.5y = 3 and −0.4x + y = −1 at x = 35/22, y = −4/11
    const { at } = solve(unknowns, { learning: 20, refining: 0 }, ({ at: [x, y] }) => [
      2 * x + 0.5 * y,
      -0.4 * x + y,
    ]);
    expect(at[0]).toBeCloseTo(35 / 22, 5);
    expect(at[1]).toBeCloseTo(-4 / 11, 5);
  });

  it('stops learning when all is within tolerance', () => {
    const { tried } = solve(
      [{ ...unknown, start: 2, target: 2 }],
      { learning: 9, refining: 0 },
      ({ at }) => [at[0]],
    );
    expect(tried).toEqual([{ at: [2], sample: 0 }]);
  });

  it('stays within the limits and comes as near as they allow', () => {
    const { at } = solve(
      [{ ...unknown, high: 1.5, target: 4 }],
      { learning: 9, refining: 3 },
      ({ at: [x] }) => [x],
    );
    expect(at).toEqual([1.5]);
  });

  it('averages chance away: every refining point counts', () => {
    const noise = sequential('noise');
    const luck = Array.from({ length: 401 }, () => noise.next() - 0.5);
    const { at, tried } = solve(
      [{ ...unknown, target: 1, tolerance: 1e-9 }],
      { learning: 4, refining: 400 },
      ({ at: [x], sample }) => [x + luck[sample]],
    );
    expect(tried.at(-1)?.sample).toBe(400);
    // the mean of 400 draws of a standard deviation of 0.29 is within four of its standard errors
    expect(Math.abs(at[0] - 1)).toBeLessThan((4 * 0.29) / 20);
  });
});
