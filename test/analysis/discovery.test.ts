/** Scenario discovery and regional sensitivity find what was planted, and little where nothing was. */
import { describe, expect, test } from 'vitest';
import { binomialTail, quantileInterval, shareInterval } from '../../sim/analysis/binomial.ts';
import { casesOf } from '../../sim/analysis/cases.ts';
import { discoverBoxes } from '../../sim/analysis/prim.ts';
import { regionalSensitivity } from '../../sim/analysis/regional.ts';
import { sequential } from '../../sim/chance/seeds.ts';

function columns(count: number, seed: string) {
  const draws = sequential(seed);
  const numbers = ['a', 'b', 'c', 'd'].map((name) => ({
    name,
    values: Array.from({ length: count }, () => draws.next()),
  }));
  const site = { name: 'site', values: numbers[0].values.map(() => ['x', 'y', 'z'][draws.int(3)]) };
  return { factors: [...numbers, site], draws };
}

describe('PRIM', () => {
  test('finds a planted box, its sides and nothing else', () => {
    const { factors, draws } = columns(1000, 'planted');
    const [a, b] = factors;
    // nine of ten inside the box, one of twenty outside
    const isCase = a.values.map((value, k) => {
      const inside = Number(value) > 0.6 && Number(b.values[k]) < 0.5;
      return draws.next() < (inside ? 0.9 : 0.05);
    });
    const [box] = discoverBoxes(factors, isCase, { boxes: 1 });
    expect(box.limits.map(({ factor }) => factor)).toEqual(['a', 'b']);
    expect(box.limits[0].from).toBeGreaterThan(0.55);
    expect(box.limits[0].from).toBeLessThan(0.65);
    expect(box.limits[0].to).toBeUndefined();
    expect(box.limits[1].to).toBeGreaterThan(0.45);
    expect(box.limits[1].to).toBeLessThan(0.55);
    expect(box.density).toBeGreaterThan(0.8);
    expect(box.coverage).toBeGreaterThan(0.7);
    expect(box.cases / box.points).toBeCloseTo(box.density, 12);
    for (const { chance } of box.limits) expect(chance).toBeLessThan(1e-6);
  });

  test('finds options', () => {
    const { factors, draws } = columns(600, 'options');
    const isCase = factors[4].values.map((value) => value === 'y' && draws.next() < 0.95);
    const [box] = discoverBoxes(factors, isCase, { boxes: 1 });
    expect(box.limits).toHaveLength(1);
    expect(box.limits[0].among).toEqual(['y']);
    expect(box.coverage).toBe(1);
  });

  test('finds a second box among the rest', () => {
    const { factors } = columns(2000, 'two');
    const [a, b, c] = factors.map(({ values }) => values.map(Number));
    const isCase = a.map((value, k) => (value < 0.4 && b[k] < 0.4) || c[k] > 0.8);
    const boxes = discoverBoxes(factors, isCase, { boxes: 2 });
    expect(boxes).toHaveLength(2);
    expect(boxes[0].coverage + boxes[1].coverage).toBeGreaterThan(0.9);
    expect(boxes.every(({ density }) => density > 0.9)).toBe(true);
  });

  test('works with a few levels only', () => {
    const values = Array.from({ length: 200 }, (_, k) => k % 5);
    const [box] = discoverBoxes(
      [{ name: 'level', values }],
      values.map((v) => v >= 3),
    );
    expect([box.limits[0].from, box.density, box.coverage]).toEqual([3, 1, 1]);
  });

  test('finds nothing without cases, or without others', () => {
    const { factors } = columns(50, 'none');
    expect(discoverBoxes(factors, new Array(50).fill(false))).toEqual([]);
    expect(discoverBoxes(factors, new Array(50).fill(true))).toEqual([]);
  });
});

describe('regional sensitivity', () => {
  test('tells the factor that matters from those that do not', () => {
    const { factors } = columns(400, 'regional');
    const isCase = casesOf(factors[0].values.map(Number), { side: 'above', limit: 0.7 });
    const [a, ...others] = regionalSensitivity(factors, isCase);
    expect(a.distance).toBe(1);
    expect(a.chance).toBeLessThan(1e-10);
    for (const { distance, chance } of others) {
      expect(distance).toBeLessThan(0.2);
      expect(chance).toBeGreaterThan(0.05);
    }
  });

  test('is wrong about factors that do nothing in at most 5 of 100 studies', () => {
    let wrong = 0;
    for (let study = 0; study < 300; study++) {
      const { factors, draws } = columns(80, `null ${study}`);
      const isCase = factors[0].values.map(() => draws.next() < 0.3);
      if (regionalSensitivity(factors, isCase).some(({ chance }) => chance < 0.05)) wrong++;
    }
    expect(wrong / 300).toBeLessThan(0.075);
  });

  test('cannot tell without cases', () => {
    const [effect] = regionalSensitivity([{ name: 'a', values: [1, 2] }], [false, false]);
    expect(effect.distance).toBeNaN();
  });
});

describe('binomial', () => {
  test('tails are those of tables', () => {
    expect(binomialTail(8, 10, 0.5)).toBeCloseTo(0.0546875, 12);
    expect(binomialTail(0, 10, 0.2)).toBe(1);
    expect(binomialTail(10, 10, 0.5)).toBeCloseTo(1 / 1024, 14);
    expect(binomialTail(60, 1000, 0.05)).toBeCloseTo(0.0867, 3);
  });

  test('the interval of a share is Wilson’s', () => {
    const { low, high } = shareInterval(8, 10);
    expect([low, high].map((v) => Number(v.toFixed(4)))).toEqual([0.4902, 0.9433]);
  });

  test('the interval of a median is that of order statistics', () => {
    const values = Array.from({ length: 20 }, (_, k) => k + 1);
    // the 6th and the 15th of 20: at least 95 %
    expect(quantileInterval(values, 0.5)).toEqual({ low: 6, high: 15 });
    expect(quantileInterval([1, 2, 3], 0.5).low).toBeNaN();
  });
});
