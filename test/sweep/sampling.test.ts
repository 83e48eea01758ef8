/** Points of designs: published sequences, strata, trajectories, and prefixes that stay. */
import { describe, expect, test } from 'vitest';
import { runKey } from '../../sim/chance/seeds.ts';
import { Rng } from '../../sim/chance/threefry.ts';
import type { Factor, Sampling } from '../../sim/experiment/design.ts';
import { permuted } from '../../sim/experiment/permutation.ts';
import { createSampler } from '../../sim/experiment/sampling.ts';
import { sobolWord } from '../../sim/experiment/sobol-sequence.ts';

const unit = (k: number): Factor => ({
  ...{ path: `parameters.x${k}`, kind: 'uncertainty', title: '', unit: '', base: 0.5 },
  target: { of: 'parameter', name: `x${k}` },
  values: { kind: 'range', low: 0, high: 1, integer: false, steps: 3 },
});
const factors = (d: number): Factor[] => Array.from({ length: d }, (_, k) => unit(k));

function points(sampling: Sampling, d: number, seed = '1'): number[][] {
  const sampler = createSampler(
    { factors: factors(d).map((_, k) => k), sampling },
    factors(d),
    seed,
  );
  return Array.from({ length: sampler.points }, (_, k) => sampler.at(k).values as number[]);
}

test('the Sobol sequence is that of scipy 1.17 (Joe and Kuo), unscrambled', () => {
  const at = (k: number): number[] => [0, 1, 2, 9, 100, 255].map((d) => sobolWord(k, d));
  expect([1, 2, 3, 7, 100, 777].map(at)).toEqual([
    [2147483648, 2147483648, 2147483648, 2147483648, 2147483648, 2147483648],
    [3221225472, 1073741824, 1073741824, 3221225472, 1073741824, 3221225472],
    [1073741824, 3221225472, 3221225472, 1073741824, 3221225472, 1073741824],
    [536870912, 2684354560, 1610612736, 3758096384, 1610612736, 536870912],
    [1778384896, 1107296256, 3321888768, 2986344448, 167772160, 2449473536],
    [2973761536, 4022337536, 700448768, 1388314624, 3619684352, 2730491904],
  ]);
});

describe('a permutation without a list', () => {
  test.each([1, 2, 3, 10, 97, 1000])('of %i has each number once', (n) => {
    const { key0, key1 } = runKey('p');
    const rng = new Rng(key0, key1);
    const seen = Array.from({ length: n }, (_, k) => permuted(k, n, 5, rng)).sort((a, b) => a - b);
    expect(seen).toEqual(Array.from({ length: n }, (_, k) => k));
  });

  test('puts every number in every place about as often', () => {
    const n = 5;
    const draws = 4000;
    const counts = Array.from({ length: n }, () => new Array<number>(n).fill(0));
    const { key0, key1 } = runKey('p');
    const rng = new Rng(key0, key1);
    for (let s = 0; s < draws; s++) for (let k = 0; k < n; k++) counts[k][permuted(k, n, s, rng)]++;
    // standard deviation of a count: sqrt(4000 × 0.2 × 0.8) = 25
    for (const row of counts)
      for (const count of row) expect(Math.abs(count - 800)).toBeLessThan(115);
  });
});

test('a Latin hypercube has one point in each stratum of each factor', () => {
  const made = points({ method: 'latinHypercube', points: 50 }, 4);
  for (let f = 0; f < 4; f++) {
    const strata = made.map((point) => Math.floor(point[f] * 50)).sort((a, b) => a - b);
    expect(strata).toEqual(Array.from({ length: 50 }, (_, k) => k));
  }
  expect(points({ method: 'latinHypercube', points: 50 }, 4)).toEqual(made);
  expect(points({ method: 'latinHypercube', points: 50 }, 4, '2')).not.toEqual(made);
});

test('a shifted Sobol sequence is as even as the plain one: 2 points in each 32nd of 64', () => {
  const made = points({ method: 'sobolSequence', points: 64 }, 3);
  for (let f = 0; f < 3; f++) {
    const counts = new Array<number>(32).fill(0);
    for (const point of made) counts[Math.floor(point[f] * 32)]++;
    expect(counts).toEqual(new Array(32).fill(2));
  }
});

test('Saltelli: AB differs from A in one column, which is that of B', () => {
  const sampling = { method: 'saltelli', points: 8, secondOrder: true } as const;
  const own = factors(3);
  const sampler = createSampler({ factors: [0, 1, 2], sampling }, own, '1');
  expect(sampler.points).toBe(8 * 8);
  for (let sample = 0; sample < 8; sample++) {
    const rows = Array.from({ length: 8 }, (_, k) => sampler.at(sample * 8 + k));
    expect(rows.map(({ role }) => role)).toEqual([
      'A',
      'AB 0',
      'AB 1',
      'AB 2',
      'BA 0',
      'BA 1',
      'BA 2',
      'B',
    ]);
    const [a, b] = [rows[0].values, rows[7].values];
    for (let f = 0; f < 3; f++) {
      expect(rows[1 + f].values).toEqual(a.with(f, b[f]));
      expect(rows[4 + f].values).toEqual(b.with(f, a[f]));
      expect(a[f]).not.toBe(b[f]);
    }
  }
  const first = createSampler(
    { factors: [0, 1, 2], sampling: { ...sampling, secondOrder: false } },
    own,
    '1',
  );
  expect(Array.from({ length: 5 }, (_, k) => first.at(k).role)).toEqual([
    'A',
    'AB 0',
    'AB 1',
    'AB 2',
    'B',
  ]);
});

test('Morris: each factor moves once by two thirds, in random order and direction', () => {
  const sampling = { method: 'morris', trajectories: 40, levels: 4 } as const;
  const sampler = createSampler({ factors: [0, 1, 2, 3], sampling }, factors(4), '1');
  const orders = new Set<string>();
  let up = 0;
  for (let t = 0; t < 40; t++) {
    const rows = Array.from({ length: 5 }, (_, k) => sampler.at(t * 5 + k));
    const moved = rows.slice(1).map(({ values, role }, k) => {
      const changes = values.flatMap((v, f) => (v === rows[k].values[f] ? [] : [f]));
      expect(changes).toHaveLength(1);
      const [f] = changes;
      const by = (values[f] as number) - (rows[k].values[f] as number);
      expect(Math.abs(by)).toBeCloseTo(2 / 3, 12);
      if (by > 0) up++;
      expect(role).toBe(`parameters.x${f}`);
      return f;
    });
    expect(moved.toSorted()).toEqual([0, 1, 2, 3]);
    orders.add(moved.join());
  }
  expect(orders.size).toBeGreaterThan(12);
  expect(up).toBeGreaterThan(50);
  expect(up).toBeLessThan(110);
});

test('one at a time: the base, then each end of each factor', () => {
  expect(points({ method: 'oneAtATime' }, 2)).toEqual([
    [0.5, 0.5],
    [0, 0.5],
    [1, 0.5],
    [0.5, 0],
    [0.5, 1],
  ]);
});

test('a grid varies its last factor fastest', () => {
  expect(points({ method: 'grid' }, 2).slice(0, 4)).toEqual([
    [0, 0],
    [0, 0.5],
    [0, 1],
    [0.5, 0],
  ]);
});

test.each([
  ['random', { method: 'random', points: 20 }, { method: 'random', points: 40 }],
  ['Sobol', { method: 'sobolSequence', points: 20 }, { method: 'sobolSequence', points: 40 }],
  [
    'Saltelli',
    { method: 'saltelli', points: 4, secondOrder: false },
    { method: 'saltelli', points: 8, secondOrder: false },
  ],
  [
    'Morris',
    { method: 'morris', trajectories: 5, levels: 4 },
    { method: 'morris', trajectories: 9, levels: 4 },
  ],
] as [string, Sampling, Sampling][])('%s: more points keep the first', (_, few, many) => {
  const first = points(few, 3);
  expect(points(many, 3).slice(0, first.length)).toEqual(first);
});
