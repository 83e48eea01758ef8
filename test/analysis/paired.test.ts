/** Paired comparison: verdicts on fixed pairs, which pairs count, and who is not shown. */
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../sim/analysis/paired.ts';
import { compareRuns, describePairs } from '../../sim/analysis/paired.ts';
import type { RunResult } from '../../sim/experiment/experiment.ts';
import { model, run, runOf } from './runs.ts';

/** Pairs whose differences are given; the baseline differs from pair to pair. */
function pairsOf(...differences: readonly number[]): [number, number][] {
  return differences.map((difference, k) => [8 + k, 8 + k + difference]);
}

describe('the verdict', () => {
  it.each([
    ['up', [2, 2.5, 1.5], 'better'],
    ['up', [-2, -2.5, -1.5], 'worse'],
    ['down', [2, 2.5, 1.5], 'worse'],
    ['down', [-2, -2.5, -1.5], 'better'],
    ['neither', [2, 2.5, 1.5], 'higher'],
    ['neither', [-2, -2.5, -1.5], 'lower'],
    // half-width 4.30 × 1 / √3 = 2.48 about a mean of 2
    ['up', [1, 2, 3], 'cannot tell apart yet'],
    ['down', [-5, 1, 4], 'cannot tell apart yet'],
    ['neither', [-1, 1], 'cannot tell apart yet'],
    // two pairs: a half-width of 12.7 × 0.2 about a mean of 2 is not enough, 12.7 × 0.1 is
    ['up', [1.8, 2.2], 'cannot tell apart yet'],
    ['up', [1.9, 2.1], 'better'],
    // one pair tells nothing, unless nothing happened
    ['up', [7], 'cannot tell apart yet'],
    ['up', [0], 'no difference'],
    ['down', [0, 0, 0], 'no difference'],
    ['neither', [0, 0, 0, 0, 0, 0], 'no difference'],
    // a difference that never varies is certain
    ['up', [2, 2], 'better'],
    ['down', [0, 0, 0, 0, 1e-9], 'cannot tell apart yet'],
  ] as const)('where better is %s, differences %j are: %s', (better, differences, verdict) => {
    expect(describePairs(pairsOf(...differences), better).verdict).toBe(verdict);
  });
});

describe('the numbers of a comparison', () => {
  it('are means of both sides, of the differences, and the interval of the latter', () => {
    const found = describePairs(
      [
        [10, 12],
        [20, 21],
        [30, 33],
      ],
      'up',
    );
    const half = 4.302652729749464 / Math.sqrt(3);
    expect(found).toEqual({
      ...{ baseline: 20, value: 22, difference: 2, verdict: 'cannot tell apart yet' },
      ...{ meanLow: expect.closeTo(2 - half, 10), meanHigh: expect.closeTo(2 + half, 10) },
      ...{ futureLow: null, futureHigh: null },
    });
  });

  it('have no interval with one pair', () => {
    expect(describePairs([[3, 5]], 'up')).toEqual({
      ...{ baseline: 3, value: 5, difference: 2, verdict: 'cannot tell apart yet' },
      ...{ meanLow: null, meanHigh: null, futureLow: null, futureHigh: null },
    });
  });

  it('have a range of futures from five pairs on: 5 to 95 % of the differences, not of the sides', () => {
    expect(describePairs(pairsOf(4, 1, 3, 2), 'up')).toMatchObject({ futureLow: null });
    const five = describePairs(pairsOf(4, 1, 5, 3, 2), 'up');
    expect(five.futureLow).toBeCloseTo(1.2, 12);
    expect(five.futureHigh).toBeCloseTo(4.8, 12);
    // the interval of the mean is another thing: 2 t s / √5
    expect(Number(five.meanHigh) - Number(five.meanLow)).toBeCloseTo(
      (2 * 2.7764451 * Math.sqrt(2.5)) / Math.sqrt(5),
      2,
    );
  });
});

function compared(baseline: readonly RunResult[], runs: readonly RunResult[]): Comparison[] {
  return compareRuns(model, { name: 'scenario.yaml', recordEvery: 52 }, baseline, runs);
}

/** The comparison of one group's score. */
function scoreOf(comparisons: readonly Comparison[], group: string): Comparison | undefined {
  return comparisons.find((c) => c.outcome === 'score' && c.group === group);
}

describe('the comparison of two arms', () => {
  it('has a row for each outcome and group, and none for the number of people', () => {
    const found = compared([run(0, [1, 2, 3])], [run(0, [2, 4, 6])]);
    expect(found.map(({ scenario, outcome, group }) => [scenario, outcome, group])).toEqual([
      ['scenario.yaml', 'score', 'everybody'],
      ['scenario.yaml', 'score', 'red'],
      ['scenario.yaml', 'score', 'blue'],
    ]);
    expect(found.map(({ baseline, value, difference }) => [baseline, value, difference])).toEqual([
      [1, 2, 1],
      [2, 4, 2],
      [3, 6, 3],
    ]);
    expect(found.map(({ unit, replicates }) => [unit, replicates])).toEqual(
      Array(3).fill(['points', 1]),
    );
  });

  it('pairs by replicate, not by place, and drops a replicate that is missing in one arm', () => {
    const baseline = [0, 1, 2, 4].map((r) => run(r, [100 * r, 1, 1]));
    const runs = [4, 3, 2, 0].map((r) => run(r, [100 * r + 1, 1, 1]));
    expect(scoreOf(compared(baseline, runs), 'everybody')).toMatchObject({
      ...{ replicates: 3, baseline: 200, value: 201, difference: 1, verdict: 'better' },
    });
    expect(scoreOf(compared(runs, baseline), 'everybody')).toMatchObject({
      ...{ replicates: 3, difference: -1, verdict: 'worse' },
    });
  });

  it('is empty when no replicate is in both arms', () => {
    expect(compared([run(0, [1, 1, 1])], [run(1, [1, 1, 1])])).toEqual([]);
    expect(compared([], [run(1, [1, 1, 1])])).toEqual([]);
    expect(compared([run(1, [1, 1, 1])], [])).toEqual([]);
  });

  it('counts only pairs in which the outcome applied on both sides', () => {
    const nan = Number.NaN;
    const baseline = [run(0, [1, nan, nan]), run(1, [1, 5, nan]), run(2, [1, 5, nan])];
    const runs = [run(0, [2, 9, nan]), run(1, [2, nan, 1]), run(2, [2, 7, nan])];
    const found = compared(baseline, runs);
    expect(scoreOf(found, 'everybody')).toMatchObject({ replicates: 3, difference: 1 });
    expect(scoreOf(found, 'red')).toMatchObject({ replicates: 1, baseline: 5, difference: 2 });
    expect(scoreOf(found, 'blue')).toBeUndefined();
  });
});

describe('a group of fewer than five people', () => {
  const many = [40, 20, 5];
  const few = [40, 20, 4.9];

  it.each([
    ['in the scenario', many, few],
    ['in the baseline', few, many],
  ])('%s, in one future, is not shown at all', (_, before, after) => {
    const baseline = [run(0, [1, 2, 3], many), run(1, [1, 2, 3], before)];
    const runs = [run(0, [4, 5, 6], many), run(1, [4, 5, 6], after)];
    const found = compared(baseline, runs);
    expect(scoreOf(found, 'blue')).toEqual({
      ...{ scenario: 'scenario.yaml', outcome: 'score', group: 'blue', unit: 'points' },
      ...{ baseline: null, value: null, difference: null, meanLow: null, meanHigh: null },
      ...{ futureLow: null, futureHigh: null, replicates: 2 },
      verdict: 'too few people to show',
    });
    // by subtraction from everybody the other team would give it away
    expect(scoreOf(found, 'red')).toMatchObject({ verdict: 'too few people to show' });
    expect(scoreOf(found, 'everybody')).toMatchObject({ difference: 3, verdict: 'better' });
  });

  it('is told from one of just five', () => {
    const arms = [run(0, [1, 2, 3], many), run(1, [1, 2, 3], many)];
    expect(scoreOf(compared(arms, arms), 'blue')).toMatchObject({
      ...{ baseline: 3, verdict: 'no difference' },
    });
  });

  it('is judged by its smallest number in any period', () => {
    const rows = (first: number): RunResult[] => [
      runOf(
        0,
        [
          [40, 20, first, 1, 2, 3],
          [40, 20, 6, 1, 2, 3],
        ],
        104,
      ),
    ];
    expect(scoreOf(compared(rows(5), rows(5)), 'blue')?.baseline).toBe(3);
    expect(scoreOf(compared(rows(4.9), rows(5)), 'blue')?.baseline).toBeNull();
  });

  it('does not matter in a future that is not compared', () => {
    const baseline = [run(0, [1, 2, 3], many)];
    const runs = [run(0, [1, 2, 3], many), run(1, [1, 2, 3], few)];
    expect(scoreOf(compared(baseline, runs), 'blue')?.baseline).toBe(3);
  });
});
