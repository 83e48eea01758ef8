/** Distributions: known quantiles, properties, moments and shapes against theory, refusals. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BETA_INDICES,
  beta,
  categorical,
  categoricalCumulative,
  exponential,
  GAMMA_INDICES,
  gamma,
  inverseNormal,
  logNormal,
  normalQuantile,
  poisson,
} from '../../sim/chance/distributions.ts';
import { Rng } from '../../sim/chance/threefry.ts';
import { expectedP, gammaShare, kolmogorovP, logGamma } from './statistics.ts';

const EVERY = { seed: 20261122, numRuns: 2000 };
const CELL = 2 ** -33;
const unit = () => fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true });

describe('values known by heart', () => {
  it('of the normal quantile', () => {
    expect(inverseNormal(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(inverseNormal(0.95)).toBeCloseTo(1.6448536269514722, 14);
    expect(inverseNormal(0.6)).toBeCloseTo(0.2533471031357997, 15);
    expect(inverseNormal(1e-10)).toBeCloseTo(-6.361340902404057, 13);
    // from Newton's method in 113-bit arithmetic
    expect(inverseNormal(1e-20)).toBeCloseTo(-9.262340089798407, 13);
    expect(inverseNormal(1e-50)).toBeCloseTo(-14.933337534788489, 13);
    expect(inverseNormal(1e-100)).toBeCloseTo(-21.273453560965326, 13);
    expect(inverseNormal(1e-300)).toBeCloseTo(-37.0470962993612, 13);
    expect(inverseNormal(0.5)).toBe(0);
    // a draw stands for the middle of its cell
    expect(normalQuantile(0.975)).toBe(inverseNormal(0.975 + CELL));
    expect(normalQuantile(0)).toBe(inverseNormal(CELL));
    expect(normalQuantile(0)).toBeCloseTo(-6.338, 3);
    expect(normalQuantile(1 - 2 ** -32)).toBeCloseTo(6.338, 3);
    expect(normalQuantile(1 - 2 ** -53)).toBe(normalQuantile(1 - 2 ** -32));
  });

  it('of the exponential and the log-normal', () => {
    expect(exponential(0.75, 2)).toBeCloseTo(2 * Math.log(4), 8);
    expect(exponential(0, 3)).toBe(3 * CELL * (1 + CELL / 2));
    expect(exponential(0.5, 0)).toBe(0);
    expect(logNormal(0.5, 7, 0.4)).toBeCloseTo(7, 7);
    expect(logNormal(0.8413447460685429, 7, 0.4)).toBeCloseTo(7 * Math.exp(0.4), 7);
    expect(logNormal(0.3, 7, 0)).toBe(7);
  });

  it('of the Poisson', () => {
    // mean 2: 0.1353, 0.4060, 0.6767, 0.8571, 0.9473
    expect([0.13, 0.14, 0.41, 0.67, 0.68, 0.9].map((u) => poisson(u, 2))).toEqual([
      0, 1, 2, 2, 3, 4,
    ]);
    expect(poisson(0.99, 0)).toBe(0);
    expect(poisson(0.5, 1000)).toBe(1000);
    // quantiles 0.025 and 0.975 of mean 1000
    expect(poisson(0.025, 1000)).toBe(938);
    expect(poisson(0.975, 1000)).toBe(1062);
  });

  it('of the categorical', () => {
    const weights = [1, 0, 3, 4];
    expect([0, 0.1249, 0.125, 0.4999, 0.5, 0.999].map((u) => categorical(u, weights))).toEqual([
      0, 0, 2, 2, 3, 3,
    ]);
    expect(categorical(0, [0, 0, 5])).toBe(2);
    expect(categorical(1 - 2 ** -53, [1, 2, 0, 0])).toBe(1);
    expect(categorical(0.9, [1, 1, 50], 2)).toBe(1);
    expect(categoricalCumulative(0, [0, 0, 5])).toBe(2);
    expect(categoricalCumulative(0.3, [1, 1, 4, 8])).toBe(2);
    expect(categoricalCumulative(1 - 2 ** -53, [1, 3, 3])).toBe(1);
    expect(categoricalCumulative(0.9, [1, 2, 50], 2)).toBe(1);
  });
});

describe('refusals say what was expected and found', () => {
  const rng = new Rng(1, 2);
  const cases: [string, () => unknown][] = [
    ['normalQuantile: expected a uniform from 0 to below 1, found 1.', () => normalQuantile(1)],
    [
      'normalQuantile: expected a uniform from 0 to below 1, found NaN.',
      () => normalQuantile(Number.NaN),
    ],
    ['exponential: expected a finite mean from 0 up, found -1.', () => exponential(0.5, -1)],
    ['exponential: expected a uniform from 0 to below 1, found -0.1.', () => exponential(-0.1, 1)],
    ['logNormal: expected a finite median over 0, found 0.', () => logNormal(0.5, 0, 1)],
    ['logNormal: expected a finite sd from 0 up, found -1.', () => logNormal(0.5, 1, -1)],
    [
      'poisson: expected a mean from 0 to 1000000, found Infinity.',
      () => poisson(0.5, Number.POSITIVE_INFINITY),
    ],
    [
      'categorical: expected a weight from 0 up at place 1, found -2.',
      () => categorical(0.5, [1, -2]),
    ],
    [
      'categorical: expected weights with a finite sum over 0, found 0.',
      () => categorical(0.5, []),
    ],
    ['categorical: expected a uniform from 0 to below 1, found 1.', () => categorical(1, [1])],
    [
      'categoricalCumulative: expected a last sum over 0 and finite, found 0.',
      () => categoricalCumulative(0.5, [0, 0]),
    ],
    ['gamma: expected a finite shape over 0 (from 1e-300), found 0.', () => gamma(rng, 1, 0)],
    [
      'beta: expected a finite shape over 0 (from 1e-300), found NaN.',
      () => beta(rng, 1, 2, Number.NaN),
    ],
  ];
  for (const [message, call] of cases) {
    it(message, () => {
      expect(call).toThrow(new RangeError(message));
    });
  }
});

/** The least k whose summed chance passes p, straight from the definition. */
function naivePoisson(p: number, mean: number): number {
  let sum = 0;
  for (let k = 0; ; k++) {
    sum += Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
    if (sum > p) return k;
  }
}

describe('properties', () => {
  it('quantiles rise with u and stay finite', () => {
    fc.assert(
      fc.property(
        unit(),
        unit(),
        fc.double({ min: 0.001, max: 3000, noNaN: true }),
        (a, b, mean) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          for (const quantile of [
            normalQuantile,
            (u: number) => exponential(u, mean),
            (u: number) => logNormal(u, mean, 0.7),
            (u: number) => poisson(u, mean),
          ]) {
            expect(quantile(low)).toBeLessThanOrEqual(quantile(high));
            expect(Number.isFinite(quantile(low)) && Number.isFinite(quantile(high))).toBe(true);
          }
        },
      ),
      EVERY,
    );
  });

  it('the normal quantile rises strictly from cell to cell, also where its formulas meet', () => {
    const seams = [0.075, 0.925, Math.exp(-25), 0.5, 0, 1 - 2 ** -20];
    for (const seam of seams) {
      const cell = Math.floor(seam * 2 ** 32);
      const from = Math.max(0, cell - 500);
      let last = Number.NEGATIVE_INFINITY;
      for (let k = from; k < from + 1000; k++) {
        const z = normalQuantile(k / 2 ** 32);
        expect(z).toBeGreaterThan(last);
        last = z;
      }
    }
  });

  it('the normal quantile is symmetric', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (k) => {
        expect(normalQuantile(k / 2 ** 32)).toBe(-normalQuantile((2 ** 32 - 1 - k) / 2 ** 32));
      }),
      EVERY,
    );
  });

  it('the Poisson follows its definition, on both sides of the change of method', () => {
    fc.assert(
      fc.property(
        unit(),
        fc.oneof(fc.double({ min: 0.01, max: 80, noNaN: true }), fc.constantFrom(29.999, 30, 400)),
        (u, mean) => {
          const p = Math.min(u + CELL, 1 - CELL);
          const k = poisson(u, mean);
          // within rounding of a step both neighbours are right
          expect(k).toBeGreaterThanOrEqual(naivePoisson(p - 1e-12, mean));
          expect(k).toBeLessThanOrEqual(naivePoisson(Math.min(p + 1e-12, 1 - 1e-13), mean));
        },
      ),
      EVERY,
    );
  });

  it('categorical agrees with summed weights, and never chooses a weight of 0', () => {
    const weights = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1000 })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(unit(), weights, (u, list) => {
        fc.pre(list.some((w) => w > 0));
        let sum = 0;
        const cumulative = Float64Array.from(list, (w) => {
          sum += w;
          return sum;
        });
        const chosen = categorical(u, list);
        expect(list[chosen]).toBeGreaterThan(0);
        expect(categoricalCumulative(u, cumulative)).toBe(chosen);
        expect(categorical(u, Float64Array.from(list))).toBe(chosen);
      }),
      EVERY,
    );
  });

  it('gamma and beta use no index past those they name, and depend on no other draw', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.01, max: 60, noNaN: true }), (ego, shape) => {
        const used: number[] = [];
        class Watched extends Rng {
          override uniform(e: number, alter = 0, index = 0): number {
            used.push(index);
            return super.uniform(e, alter, index);
          }
        }
        const rng = new Rng(5, 6);
        const watched = new Watched(5, 6);
        const drawn = gamma(rng, ego, shape, 100);
        const share = beta(rng, ego, shape, 2, 200);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(gamma(watched, ego, shape, 100)).toBe(drawn);
        expect(used.every((index) => index >= 100 && index < 100 + GAMMA_INDICES)).toBe(true);
        used.length = 0;
        rng.uniform(9);
        expect(beta(watched, ego, shape, 2, 200)).toBe(share);
        expect(used.every((index) => index >= 200 && index < 200 + BETA_INDICES)).toBe(true);
      }),
      { ...EVERY, numRuns: 300 },
    );
  });
});

const N = 100_000;
const rng = new Rng(20261122, 1);
rng.select(1, 1);

interface Theory {
  readonly mean: number;
  readonly variance: number;
  /** fourth central moment over squared variance, minus 3 */
  readonly excess: number;
  draw(ego: number): number;
}

const betaTheory = (a: number, b: number, index: number): Theory => {
  const s = a + b;
  return {
    mean: a / s,
    variance: (a * b) / (s * s * (s + 1)),
    excess: (6 * ((a - b) ** 2 * (s + 1) - a * b * (s + 2))) / (a * b * (s + 2) * (s + 3)),
    draw: (ego) => beta(rng, ego, a, b, index),
  };
};
const gammaTheory = (shape: number, index: number): Theory => ({
  mean: shape,
  variance: shape,
  excess: 6 / shape,
  draw: (ego) => gamma(rng, ego, shape, index),
});
const poissonTheory = (mean: number, index: number): Theory => ({
  mean,
  variance: mean,
  excess: 1 / mean,
  draw: (ego) => poisson(rng.uniform(ego, 0, index), mean),
});
const e = Math.exp(0.25);

const theories: Record<string, Theory> = {
  normal: { mean: 0, variance: 1, excess: 0, draw: (ego) => rng.normal(ego, 0, 1) },
  'exponential of mean 3': {
    mean: 3,
    variance: 9,
    excess: 6,
    draw: (ego) => exponential(rng.uniform(ego, 0, 2), 3),
  },
  'log-normal of median 2, sd 0.5': {
    mean: 2 * Math.exp(0.125),
    variance: 4 * e * (e - 1),
    excess: e ** 4 + 2 * e ** 3 + 3 * e ** 2 - 6,
    draw: (ego) => logNormal(rng.uniform(ego, 0, 3), 2, 0.5),
  },
  'Poisson of mean 0.7': poissonTheory(0.7, 4),
  'Poisson of mean 29': poissonTheory(29, 5),
  'Poisson of mean 31': poissonTheory(31, 6),
  'Poisson of mean 3000': poissonTheory(3000, 7),
  'gamma of shape 0.3': gammaTheory(0.3, 100),
  'gamma of shape 1': gammaTheory(1, 200),
  'gamma of shape 2.5': gammaTheory(2.5, 300),
  'gamma of shape 50': gammaTheory(50, 400),
  'beta (0.5, 0.5)': betaTheory(0.5, 0.5, 500),
  'beta (2, 5)': betaTheory(2, 5, 600),
  'beta (0.05, 0.1)': betaTheory(0.05, 0.1, 700),
  'beta (30, 3)': betaTheory(30, 3, 800),
};

describe('mean and variance of 100,000 draws, 30 scores: |z| under 4.2 (chance of a failure 0.0008)', () => {
  for (const [name, theory] of Object.entries(theories)) {
    it(name, () => {
      let sum = 0;
      let squares = 0;
      for (let ego = 0; ego < N; ego++) {
        const deviation = theory.draw(ego) - theory.mean;
        sum += deviation;
        squares += deviation * deviation;
      }
      const ofMean = sum / Math.sqrt(N * theory.variance);
      const ofVariance = (squares / theory.variance - N) / Math.sqrt(N * (theory.excess + 2));
      expect(Math.abs(ofMean)).toBeLessThan(4.2);
      expect(Math.abs(ofVariance)).toBeLessThan(4.2);
    });
  }
});

describe('whole shape of 20,000 draws, 12 tests: p over 0.0001 (chance of a failure 0.0012)', () => {
  const drawn = (draw: (ego: number) => number): Float64Array =>
    Float64Array.from({ length: 20_000 }, (_, ego) => draw(ego));
  const normalShare = (x: number): number => {
    const tail = (1 - gammaShare(0.5, (x * x) / 2)) / 2;
    return x > 0 ? 1 - tail : tail;
  };
  const shapes: Record<string, [(ego: number) => number, (x: number) => number]> = {
    normal: [(ego) => rng.normal(ego, 5), normalShare],
    exponential: [(ego) => exponential(rng.uniform(ego, 5, 1), 4), (x) => 1 - Math.exp(-x / 4)],
    'gamma 0.3': [(ego) => gamma(rng, ego, 0.3, 1000), (x) => gammaShare(0.3, x)],
    'gamma 1': [(ego) => gamma(rng, ego, 1, 1100), (x) => 1 - Math.exp(-x)],
    'gamma 2.5': [(ego) => gamma(rng, ego, 2.5, 1200), (x) => gammaShare(2.5, x)],
    'gamma 50': [(ego) => gamma(rng, ego, 50, 1300), (x) => gammaShare(50, x)],
    'beta (0.4, 1)': [(ego) => beta(rng, ego, 0.4, 1, 1400), (x) => x ** 0.4],
    'beta (1, 3)': [(ego) => beta(rng, ego, 1, 3, 1500), (x) => 1 - (1 - x) ** 3],
    'beta (2, 2)': [(ego) => beta(rng, ego, 2, 2, 1600), (x) => x * x * (3 - 2 * x)],
  };
  for (const [name, [draw, share]] of Object.entries(shapes)) {
    it(name, () => {
      expect(kolmogorovP(drawn(draw), share)).toBeGreaterThan(0.0001);
    });
  }

  for (const mean of [2, 12, 40]) {
    it(`Poisson of mean ${mean}`, () => {
      const last = mean + 4 * Math.ceil(Math.sqrt(mean));
      const chances = Array.from({ length: last + 1 }, (_, k) =>
        Math.exp(k * Math.log(mean) - mean - logGamma(k + 1)),
      );
      // the lowest tail and the highest as one count each, so that no expected count is small
      const first = chances.findIndex((chance) => chance > 5e-4);
      const cells = Array.from({ length: last - first + 1 }, () => 0);
      for (let ego = 0; ego < 20_000; ego++) {
        const k = poisson(rng.uniform(ego, 6, mean), mean);
        cells[Math.min(Math.max(k, first), last) - first]!++;
      }
      const expected = chances.slice(first);
      expected[0] = chances.slice(0, first + 1).reduce((sum, chance) => sum + chance, 0);
      expected[expected.length - 1] = 0;
      expected[expected.length - 1] = 1 - expected.reduce((sum, chance) => sum + chance, 0);
      expect(expectedP(cells, expected)).toBeGreaterThan(0.0001);
    });
  }
});
