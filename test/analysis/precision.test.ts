/** How well a mean is known: right at whatever replicate one stops, and the foreseen number about right. */
import { expect, test } from 'vitest';
import { precisionOf, replicateMeans } from '../../sim/analysis/precision.ts';
import { limitsAt, momentsOf } from '../../sim/analysis/sequential.ts';
import { normalQuantile } from '../../sim/chance/normal-quantile.ts';
import { sequential } from '../../sim/chance/seeds.ts';

/** Normal values of mean 5 and SD 1. */
const draws = (name: string, count: number): number[] => {
  const chance = sequential(name);
  return Array.from({ length: count }, () => 5 + normalQuantile(chance.next()));
};

test('the interval holds the mean in 93.6 of 100 stops at the first precise look', () => {
  let covered = 0;
  for (let k = 0; k < 1000; k++) {
    const values = draws(`precision ${k}`, 200);
    const { reachedAt } = precisionOf(values, 0.3);
    expect(reachedAt).not.toBeNull();
    const stopped = values.slice(0, reachedAt ?? 0);
    const { low, high } = limitsAt(stopped.length, momentsOf(stopped));
    if (low <= 5 && 5 <= high) covered++;
  }
  expect(covered / 1000).toBeGreaterThanOrEqual(0.936);
});

test('more values foreseen are about those that it takes', () => {
  const values = draws('foreseen', 2000);
  const early = precisionOf(values.slice(0, 60), 0.1);
  const late = precisionOf(values, 0.1);
  expect([early.reachedAt, late.further]).toEqual([null, 0]);
  const reached = late.reachedAt ?? 0;
  expect(60 + early.further).toBeGreaterThan(reached * 0.6);
  expect(60 + early.further).toBeLessThan(reached * 1.6);
  expect(late.high - late.mean).toBeLessThan(0.1);
});

test('few values know nothing, and no precision is never reached', () => {
  const few = precisionOf([1, 2, 3], 10);
  expect([few.low, few.high, few.reachedAt]).toEqual([-Infinity, Infinity, null]);
  expect(few.further).toBe(12);
  expect(precisionOf(draws('none', 40), 0)).toMatchObject({ reachedAt: null, further: Infinity });
  // every future alike: known at the first look that counts
  expect(precisionOf(new Array<number>(20).fill(7), 0.1)).toMatchObject({ mean: 7, reachedAt: 15 });
});

test('replicates are averaged over settings, those that all settings have', () => {
  const point = (world: number, futures: [number, number][]) => ({
    ...{ part: 0, world, arm: 0, sample: 0, role: '', armSample: 0, armRole: '', settings: {} },
    ...{ mean: Number.NaN, futures: new Map(futures) },
  });
  const points = [
    point(0, [
      [0, 1],
      [1, 3],
    ]),
    point(1, [[0, 5]]),
  ];
  expect(replicateMeans(points)).toEqual([3]);
});
