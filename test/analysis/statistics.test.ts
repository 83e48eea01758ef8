/** Means, deviations, quantiles and intervals against values worked out by hand and published tables. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePairs } from '../../sim/analysis/paired.ts';
import {
  deviationOf,
  halfWidth,
  meanOf,
  quantileOf,
  studentQuantile,
} from '../../sim/analysis/statistics.ts';
import { Rng } from '../../sim/chance/threefry.ts';

describe('the mean', () => {
  it('is the sum over the number; of nothing it is NaN', () => {
    expect(meanOf([2, 4, 9])).toBe(5);
    expect(meanOf([-1.5])).toBe(-1.5);
    expect(meanOf([])).toBeNaN();
  });
});

describe('the deviation', () => {
  it('is that of a sample; of fewer than two it is NaN', () => {
    // squares about the mean of 5: 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, over 7
    expect(deviationOf([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 14);
    expect(deviationOf([3, 3, 3])).toBe(0);
    expect(deviationOf([1, 2])).toBeCloseTo(Math.SQRT1_2, 14);
    expect(deviationOf([7])).toBeNaN();
    expect(deviationOf([])).toBeNaN();
  });

  it('does not suffer from a large mean', () => {
    expect(deviationOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBeCloseTo(Math.sqrt(30), 10);
  });
});

describe('a quantile', () => {
  it.each([
    [0.25, 1.75],
    [0.5, 2.5],
    [0.75, 3.25],
    [0.05, 1.15],
    [0.95, 3.85],
    [1, 4],
    [0, 1],
  ])('of type 7 at %d of 4, 1, 3, 2 is %d', (p, value) => {
    expect(quantileOf([4, 1, 3, 2], p)).toBeCloseTo(value, 14);
  });

  it('follows numbers, not their text, and leaves the list as it was', () => {
    const values = [100, 9, -20, 30];
    expect(quantileOf(values, 0.5)).toBe(19.5);
    expect(values).toEqual([100, 9, -20, 30]);
  });

  it('of one value is that value; of nothing there is none', () => {
    expect(quantileOf([7], 0.05)).toBe(7);
    expect(quantileOf([], 0.5)).toBeNaN();
  });

  it('rises with p and stays between the least and the greatest', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 });
    const share = fc.double({ noNaN: true, min: 0, max: 1 });
    fc.assert(
      fc.property(values, share, share, (list, a, b) => {
        const [low, high] = [quantileOf(list, Math.min(a, b)), quantileOf(list, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...list) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...list) + 1e-9);
      }),
    );
  });
});

/** The 0.975 quantile of Student's t to three decimals, as in any statistical table. */
const published: Readonly<Record<number, number>> = {
  ...{ 1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262 },
  ...{ 10: 2.228, 11: 2.201, 12: 2.179, 13: 2.16, 14: 2.145, 15: 2.131, 16: 2.12, 17: 2.11 },
  ...{ 18: 2.101, 19: 2.093, 20: 2.086, 25: 2.06, 30: 2.042, 40: 2.021, 60: 2.0, 120: 1.98 },
};

describe("Student's t", () => {
  it.each(Object.entries(published))('with %d degrees of freedom is %d', (degrees, t) => {
    const found = studentQuantile(Number(degrees));
    expect(Math.abs(found / t - 1)).toBeLessThan(0.002);
    // the table is rounded; from 3 to 5 degrees the expansion is off by more than that
    if (Number(degrees) < 3 || Number(degrees) > 5)
      expect(Math.abs(found - t)).toBeLessThan(0.0006);
  });

  it('with very many is that of the normal distribution', () => {
    expect(studentQuantile(1e9)).toBeCloseTo(1.959963984540054, 8);
  });
});

describe('the half-width of the interval of a mean', () => {
  it('is t times the standard error; of fewer than two values it is NaN', () => {
    expect(halfWidth([1, 3])).toBeCloseTo(12.706204736432095, 10);
    expect(halfWidth([1, 2, 3])).toBeCloseTo(4.302652729749464 / Math.sqrt(3), 10);
    expect(halfWidth([5, 5, 5, 5])).toBe(0);
    expect(halfWidth([5])).toBeNaN();
    expect(halfWidth([])).toBeNaN();
  });
});

describe('the interval of the mean paired difference', () => {
  const trials = 2000;

  /** How often the interval holds the truth, and how often a verdict is given, in n pairs. */
  function tried(n: number, truth: number): { held: number; told: number } {
    const rng = new Rng(20_26, n);
    let held = 0;
    let told = 0;
    for (let trial = 0; trial < trials; trial++) {
      const pairs = Array.from({ length: n }, (_, k): [number, number] => {
        const before = 50 + 10 * rng.normal(trial, k, 0);
        return [before, before + truth + 0.7 * rng.normal(trial, k, 1)];
      });
      const { meanLow, meanHigh, verdict } = describePairs(pairs, 'up');
      if (Number(meanLow) <= truth && truth <= Number(meanHigh)) held++;
      if (verdict !== 'cannot tell apart yet') told++;
    }
    return { held: held / trials, told: told / trials };
  }

  // 3.3 standard errors of a share of 0.95 in 2,000 trials: one honest run in 1,000 falls outside
  const slack = 3.3 * Math.sqrt((0.95 * 0.05) / trials);

  it.each([2, 3, 5, 12, 30])('holds the truth in about 95 of 100 experiments of %d pairs', (n) => {
    const { held } = tried(n, 0.4);
    expect(held).toBeGreaterThan(0.95 - slack);
    expect(held).toBeLessThan(0.95 + slack);
  });

  it.each([5, 30])(
    'sees a difference that is not there in 5 of 100 experiments of %d pairs',
    (n) => {
      const { told } = tried(n, 0);
      expect(told).toBeGreaterThan(0.05 - slack);
      expect(told).toBeLessThan(0.05 + slack);
    },
  );

  it('sees one that is there more often with more pairs', () => {
    const told = [3, 12, 30].map((n) => tried(n, 0.4).told);
    expect(told[0]).toBeLessThan(0.4);
    expect(told[2]).toBeGreaterThan(0.8);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
});
