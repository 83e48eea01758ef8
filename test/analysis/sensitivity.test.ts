/** Sobol' and Morris on functions whose indices are known, and the coverage of bootstrap intervals. */
import { describe, expect, test } from 'vitest';
import { morrisEffects } from '../../sim/analysis/morris.ts';
import { bootstrap } from '../../sim/analysis/resample.ts';
import { sobolIndices } from '../../sim/analysis/sobol-indices.ts';
import { deviationOf, meanOf } from '../../sim/analysis/statistics.ts';
import { splitVariance } from '../../sim/analysis/variance-split.ts';
import { normalQuantile } from '../../sim/chance/normal-quantile.ts';
import { sequential } from '../../sim/chance/seeds.ts';
import { exactEffects, ishigami, linear, saltelli, sobolG, walks } from './test-functions.ts';

/** The tolerance of SALib's own tests of these functions. */
const published = 0.05;

describe("Sobol' indices", () => {
  test.each([ishigami, sobolG, linear])('of $name are the analytic ones', (known) => {
    const outcomes = saltelli(known, 8192, known.name);
    const found = sobolIndices(known.factors, outcomes, { seed: '1', times: 100 });
    found.forEach((index, k) => {
      expect(Math.abs(index.first - known.first[k]), `${index.factor} first`).toBeLessThan(
        published,
      );
      expect(Math.abs(index.total - known.total[k]), `${index.factor} total`).toBeLessThan(
        published,
      );
      expect(index.totalInterval.low).toBeLessThanOrEqual(index.total);
      expect(index.totalInterval.high).toBeGreaterThanOrEqual(index.total);
    });
  });

  test('ask nothing of a factor that does nothing', () => {
    const [, , , idle] = sobolIndices(linear.factors, saltelli(linear, 256, 's'), { seed: '1' });
    expect([idle.first, idle.total]).toEqual([0, 0]);
  });

  test('are the same for the same seed, and their intervals differ for another', () => {
    const outcomes = saltelli(ishigami, 64, 's');
    const once = sobolIndices(ishigami.factors, outcomes, { seed: '1', times: 50 });
    expect(sobolIndices(ishigami.factors, outcomes, { seed: '1', times: 50 })).toEqual(once);
    const other = sobolIndices(ishigami.factors, outcomes, { seed: '2', times: 50 });
    expect(other[0].total).toBe(once[0].total);
    expect(other[0].totalInterval).not.toEqual(once[0].totalInterval);
  });

  test('have intervals that hold the truth in about 95 of 100 studies', () => {
    const studies = 200;
    const held = { first: 0, total: 0, all: 0 };
    for (let study = 0; study < studies; study++) {
      const outcomes = saltelli(linear, 200, `coverage ${study}`);
      sobolIndices(
        linear.factors.slice(0, 3),
        { ...outcomes, ab: outcomes.ab.slice(0, 3) },
        {
          seed: `${study}`,
          times: 200,
        },
      ).forEach(({ firstInterval, totalInterval }, k) => {
        held.all++;
        if (firstInterval.low <= linear.first[k] && linear.first[k] <= firstInterval.high) {
          held.first++;
        }
        if (totalInterval.low <= linear.total[k] && linear.total[k] <= totalInterval.high) {
          held.total++;
        }
      });
    }
    for (const share of [held.first / held.all, held.total / held.all]) {
      expect(share).toBeGreaterThan(0.915);
      expect(share).toBeLessThan(0.985);
    }
  });

  test('refuse samples of different lengths', () => {
    expect(() => sobolIndices(['x'], { a: [1, 2], b: [1], ab: [[1, 2]] }, { seed: '1' })).toThrow(
      /one length/,
    );
  });
});

describe('Morris effects', () => {
  test.each([ishigami, sobolG, linear])('of $name are those of the whole grid', (known) => {
    const found = morrisEffects(known.factors, walks(known, 1500, known.name), {
      seed: '1',
      times: 100,
    });
    found.forEach((effect, k) => {
      const exact = exactEffects(known, k);
      expect(Math.abs(effect.size - exact.size)).toBeLessThan(0.05 * exact.size + 1e-9);
      expect(effect.sizeInterval.low).toBeLessThanOrEqual(effect.size);
      expect(effect.sizeInterval.high).toBeGreaterThanOrEqual(effect.size);
    });
  });

  test('of a weighted sum are its weights, without any spread', () => {
    const found = morrisEffects(linear.factors, walks(linear, 10, 's'), { seed: '1' });
    found.forEach(({ mean, size, spread, walks: count }, k) => {
      expect(size).toBeCloseTo([1, 2, 3, 0][k], 12);
      expect(mean).toBeCloseTo([1, 2, 3, 0][k], 12);
      expect(spread).toBeCloseTo(0, 12);
      expect(count).toBe(10);
    });
  });

  test('skip steps that change two factors at once', () => {
    const points = [
      [0, 0],
      [1, 1],
      [1, 0],
    ];
    const [first, other] = morrisEffects(['a', 'b'], [{ points, values: [0, 5, 3] }], {
      seed: '1',
    });
    expect(first.walks).toBe(0);
    expect([other.walks, other.size]).toEqual([1, 2]);
  });
});

describe('bootstrap', () => {
  test('holds the mean of normal samples in about 95 of 100', () => {
    const draws = sequential('samples');
    let held = 0;
    for (let k = 0; k < 400; k++) {
      const values = Array.from({ length: 50 }, () => normalQuantile(draws.next()));
      const [interval] = bootstrap(50, (rows) => [meanOf(Array.from(rows, (row) => values[row]))], {
        seed: `${k}`,
        times: 200,
      });
      if (interval.low <= 0 && interval.high >= 0) held++;
    }
    expect(held / 400).toBeGreaterThan(0.91);
    expect(held / 400).toBeLessThan(0.98);
  });

  test('gives no interval of one row', () => {
    expect(bootstrap(1, () => [3], { seed: '1' })).toEqual([{ low: Number.NaN, high: Number.NaN }]);
  });
});

describe('the variance split', () => {
  /** Points × replicates with known components. */
  const table = (settings: number, common: number, own: number): number[][] => {
    const draws = sequential(`table ${settings} ${common} ${own}`);
    const normal = (): number => normalQuantile(draws.next());
    const luck = Array.from({ length: 12 }, () => common * normal());
    return Array.from({ length: 300 }, () => {
      const level = settings * normal();
      return luck.map((shared) => level + shared + own * normal());
    });
  };

  test('finds planted shares, and they add up', () => {
    const split = splitVariance(table(2, 0, 1), true, { seed: '1', times: 100 });
    expect(split.settings).toBeGreaterThan(0.75);
    expect(split.settings).toBeLessThan(0.85);
    expect(split.commonLuck).toBeLessThan(0.02);
    expect(split.settings + split.commonLuck + split.ownLuck).toBeCloseTo(1, 12);
    expect(split.settingsInterval.low).toBeLessThan(0.8);
    expect(split.settingsInterval.high).toBeGreaterThan(0.8);
  });

  test('tells luck that all settings share from luck of their own', () => {
    const values = table(1, 2, 1);
    const crossed = splitVariance(values, true, { seed: '1', times: 50 });
    const luck = deviationOf(values[0].map((_, r) => meanOf(values.map((own) => own[r]))));
    expect(crossed.commonLuck).toBeCloseTo(luck ** 2 / (luck ** 2 + 2), 1);
    const nested = splitVariance(values, false, { seed: '1', times: 50 });
    expect(nested.commonLuck).toBeNaN();
    expect(nested.settings + nested.ownLuck).toBeCloseTo(1, 12);
  });

  test('is all luck where settings do nothing', () => {
    expect(splitVariance(table(0, 0, 1), false, { seed: '1', times: 50 }).settings).toBeLessThan(
      0.05,
    );
  });

  test('refuses single futures', () => {
    expect(() => splitVariance([[1], [2]], false, { seed: '1' })).toThrow(/two futures/);
  });
});
