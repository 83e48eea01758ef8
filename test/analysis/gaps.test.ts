/** Gaps between groups, with odds from pooled counts, and the group that fares worst. */
import { describe, expect, it } from 'vitest';
import { gapsBetween, worstOff } from '../../sim/analysis/gaps.ts';
import type { Model } from '../../sim/model/simulation.ts';
import { model, run } from './runs.ts';

const { score } = model.outcomes;
const shares: Model = { ...model, outcomes: { score: { ...score, unit: 'share' } } };

describe('the gap between two groups', () => {
  it('is the mean difference with its interval, and the ratio of means', () => {
    const runs = [run(0, [1, 2, 4]), run(1, [1, 4, 4])];
    const [gap] = gapsBetween(model, runs, 52, 'red', 'blue');
    expect(gap).toMatchObject({ outcome: 'score', group: 'red', other: 'blue', unit: 'points' });
    expect(gap.difference).toBe(-1);
    expect(gap.ratio).toBe(0.75);
    expect(gap.low).toBeCloseTo(-1 - 12.706204736432095, 9);
    expect(gap.high).toBeCloseTo(-1 + 12.706204736432095, 9);
    expect(gap.oddsRatio).toBeNull();
  });

  it('pools counts before it forms an odds ratio, so that an empty cell of one future is no harm', () => {
    const runs = [
      run(0, [0.5, 1, 0.5], [40, 10, 20]),
      run(1, [0.5, 0.5, 0.25], [40, 10, 20]),
      run(2, [0.5, 0.6, 0.5], [40, 10, 20]),
    ];
    const [gap] = gapsBetween(shares, runs, 52, 'red', 'blue');
    const odds = 21 / 9 / (25 / 35);
    expect(gap.oddsRatio).toBeCloseTo(odds, 10);
    const without = [
      Math.log(11 / 9 / (15 / 25)),
      Math.log(16 / 4 / (20 / 20)),
      Math.log(15 / 5 / (15 / 25)),
    ];
    const mean = without.reduce((a, b) => a + b, 0) / 3;
    const squares = without.reduce((a, b) => a + (b - mean) ** 2, 0);
    expect(gap.lnOddsError).toBeCloseTo(Math.sqrt((2 / 3) * squares), 10);
  });

  it('is not shown where either group is too small', () => {
    expect(gapsBetween(model, [run(0, [1, 2, 3], [40, 36, 4])], 52, 'red', 'blue')).toEqual([]);
    expect(gapsBetween(model, [], 52, 'red', 'blue')).toEqual([]);
  });
});

describe('the worst-off group', () => {
  it('has the lowest mean where more is better, and the highest where less is', () => {
    const runs = [run(0, [1, 2, 4]), run(1, [1, 3, 4])];
    expect(worstOff(model, runs, 52, 'score')).toEqual({ group: 'red', mean: 2.5 });
    const down: Model = { ...model, outcomes: { score: { ...score, better: 'down' } } };
    expect(worstOff(down, runs, 52, 'score')).toEqual({ group: 'blue', mean: 4 });
    const either: Model = { ...model, outcomes: { score: { ...score, better: 'neither' } } };
    expect(worstOff(either, runs, 52, 'score')).toBeUndefined();
  });
});
