/** Estimates of trials, on data whose answers are known. */
import { describe, expect, it } from 'vitest';
import {
  compareArms,
  intraclassCorrelation,
  powerOf,
  steppedWedge,
  wilson,
} from '../../sim/analysis/trial.ts';
import { sequential } from '../../sim/chance/seeds.ts';

describe('compareArms', () => {
  it("gives Welch's standard error", () => {
    const { effect, standardError, significant } = compareArms([3, 5, 7], [1, 2, 3, 4]);
    expect(effect).toBeCloseTo(2.5, 12);
    // variances 4 and 5/3 over 3 and 4 values
    expect(standardError).toBeCloseTo(Math.sqrt(4 / 3 + 5 / 12), 12);
    expect(significant).toBe(false);
  });

  it('rejects a true null hypothesis about once in twenty', () => {
    const random = sequential('null');
    let found = 0;
    const trials = 4000;
    for (let k = 0; k < trials; k++) {
      const arm = (): number[] =>
        Array.from({ length: 12 }, () => random.next() + random.next() + random.next());
      if (compareArms(arm(), arm()).significant) found++;
    }
    // within four standard errors of 5 %
    expect(Math.abs(found / trials - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / trials));
  });

  it('has no verdict on one value an arm', () => {
    expect(compareArms([3], [1])).toEqual({
      effect: 2,
      standardError: Number.NaN,
      significant: false,
    });
  });
});

describe('steppedWedge', () => {
  /** Clusters and periods with levels of their own, and an effect from each start on. */
  function wedge(effect: number, noise: () => number): { means: number[][]; startsAt: number[] } {
    const startsAt = [1, 2, 3, 4, 1, 2, 3, 4];
    const means = startsAt.map((start, c) =>
      Array.from(
        { length: 5 },
        (_, p) => 0.3 * c - 0.2 * p * p + (p >= start ? effect : 0) + noise(),
      ),
    );
    return { means, startsAt };
  }

  it('finds the effect exactly when there is no noise', () => {
    const { means, startsAt } = wedge(-0.4, () => 0);
    const estimate = steppedWedge(means, startsAt, sequential('order'));
    expect(estimate.effect).toBeCloseTo(-0.4, 10);
    expect(estimate.standardError).toBeCloseTo(0, 7);
    expect(estimate.significant).toBe(true);
  });

  it('rejects a true null hypothesis about once in twenty', () => {
    const random = sequential('wedge');
    let found = 0;
    const trials = 400;
    for (let k = 0; k < trials; k++) {
      const { means, startsAt } = wedge(0, () => random.next() - 0.5);
      if (steppedWedge(means, startsAt, random).significant) found++;
    }
    expect(Math.abs(found / trials - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / trials));
  });
});

describe('intraclassCorrelation', () => {
  it('is 1 when people of a cluster are alike, and about 0 when clusters are', () => {
    expect(
      intraclassCorrelation([
        [1, 1],
        [2, 2],
        [4, 4],
      ]),
    ).toBeCloseTo(1, 12);
    // mean squares between 0 and within 2: (0 − 2) / (0 + (2 − 1) 2)
    expect(
      intraclassCorrelation([
        [1, 3],
        [1, 3],
      ]),
    ).toBeCloseTo(-1, 12);
  });
});

describe('powerOf', () => {
  it('turns effect and spread into the size for a power of 80 %', () => {
    const estimates = [0.8, 1, 1.2].map((effect) => ({
      effect,
      standardError: 1,
      significant: effect > 0.9,
    }));
    const power = powerOf(estimates);
    expect(power.effect).toBeCloseTo(1, 12);
    expect(power.spread).toBeCloseTo(0.2, 12);
    expect(power.power).toBeCloseTo(2 / 3, 12);
    // (1.95996 + 0.84162)² × 0.2² / 1²
    expect(power.times).toBeCloseTo(0.31395, 4);
    expect(power.timesLow).toBeLessThan(power.times);
    expect(power.timesHigh).toBeGreaterThan(power.times);
  });

  it('names no size when the effect cannot be told from none', () => {
    const estimates = [-1, 1, -1, 1].map((effect) => ({
      effect,
      standardError: 1,
      significant: false,
    }));
    expect(powerOf(estimates).timesHigh).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('wilson', () => {
  it('agrees with the published example of 10 in 20', () => {
    const [low, high] = wilson(10, 20);
    expect(low).toBeCloseTo(0.2993, 4);
    expect(high).toBeCloseTo(0.7007, 4);
  });
});
