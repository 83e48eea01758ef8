/** Attribution adds up, fronts and ridges are those that were planted, robustness counts worlds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paretoFront } from '../../sim/analysis/pareto.ts';
import { phaseMap } from '../../sim/analysis/phase-map.ts';
import { robustnessOf } from '../../sim/analysis/robustness.ts';
import { attribute } from '../../sim/analysis/shapley.ts';
import { meanOf } from '../../sim/analysis/statistics.ts';

describe('Shapley values', () => {
  test('add up to the whole change, whatever the policies do to each other', () => {
    const bundles = fc.integer({ min: 1, max: 5 }).chain((policies) =>
      fc.array(
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 3, maxLength: 3 }),
        {
          minLength: 2 ** policies,
          maxLength: 2 ** policies,
        },
      ),
    );
    fc.assert(
      fc.property(bundles, (values) => {
        const names = Array.from({ length: Math.log2(values.length) }, (_, k) => `p${k}`);
        const { policies, change } = attribute(names, values);
        const sum = policies.reduce((all, { share }) => all + share, 0);
        expect(sum).toBeCloseTo(change, 9);
        expect(change).toBeCloseTo(meanOf(values[values.length - 1]) - meanOf(values[0]), 9);
      }),
    );
  });

  test('are the shares of a hand-computed bundle', () => {
    // a brings 4 alone, b brings 2 alone, together 10: the extra 4 is halved
    const { policies, futures } = attribute(
      ['a', 'b'],
      [
        [1, 2],
        [5, 6],
        [3, 4],
        [11, 12],
      ],
    );
    expect(policies.map(({ share }) => share)).toEqual([6, 4]);
    expect(policies.map(({ alone }) => alone)).toEqual([4, 2]);
    expect(policies.map(({ last }) => last)).toEqual([8, 6]);
    expect(policies[0].low).toBe(6);
    expect(futures).toBe(2);
  });

  test('give a policy that does nothing exactly nothing, and twins the same', () => {
    const values = Array.from({ length: 8 }, (_, subset) => {
      const twins = (subset & 1) + ((subset >> 1) & 1);
      return [twins * twins, twins * 3];
    });
    const [a, b, idle] = attribute(['a', 'b', 'idle'], values).policies;
    expect(idle.share).toBe(0);
    expect(a.share).toBeCloseTo(b.share, 12);
  });

  test('need every subset', () => {
    expect(() => attribute(['a', 'b'], [[1], [1], [1]])).toThrow(/subset 3/);
  });
});

describe('the Pareto front', () => {
  const aims = [
    { outcome: 'cost', better: 'down' },
    { outcome: 'help', better: 'up' },
  ] as const;

  test('holds what nothing beats', () => {
    const values = [
      [
        [1, 1],
        [1, 1],
      ],
      [
        [2, 2],
        [3, 3],
      ],
      [
        [3, 3],
        [2, 2],
      ],
      [
        [4, 4],
        [9, 9],
      ],
    ];
    const front = paretoFront(aims, values, { seed: '1', times: 50 });
    expect(front.map(({ onFront }) => onFront)).toEqual([true, true, false, true]);
    expect(front[2].beatenBy).toBe(1);
    expect(front.map(({ sureness }) => sureness)).toEqual([1, 1, 0, 1]);
  });

  test('is unsure where futures disagree', () => {
    const values = [
      [
        [1, 1, 1, 1, 1, 1],
        [5, 5, 5, 5, 5, 5],
      ],
      [
        [2, 2, 2, 2, 2, 2],
        [9, 2, 8, 1, 9, 3],
      ],
    ];
    const [, other] = paretoFront(aims, values, { seed: '1', times: 300 });
    expect(other.sureness).toBeGreaterThan(0.2);
    expect(other.sureness).toBeLessThan(0.8);
  });
});

describe('the phase map', () => {
  test('marks a step that runs across it', () => {
    const xs: number[] = [];
    const ys: number[] = [];
    for (let y = 0; y < 9; y++) for (let x = 0; x < 9; x++) xs.push(x / 8) && ys.push(y);
    // a step at x = 0.25 + y / 16
    const values = xs.map((x, k) => 1 / (1 + Math.exp(-40 * (x - 0.25 - ys[k] / 16))));
    const map = phaseMap(['x', 'y'], xs, ys, values);
    expect([map.x.places.length, map.y.places.length]).toEqual([9, 9]);
    expect(map.ridge).toHaveLength(9);
    for (const [x, y] of map.ridge) {
      expect(Math.abs(map.x.places[x] - (0.25 + y / 16))).toBeLessThan(0.13);
    }
    expect(map.sharpness).toBeGreaterThan(2);
  });

  test('has no ridge where nothing changes', () => {
    const map = phaseMap(['x', 'y'], [0, 1, 0, 1], [0, 0, 1, 1], [3, 3, 3, 3]);
    expect(map.ridge).toEqual([]);
    expect(map.sharpness).toBeNaN();
  });

  test('gathers scattered points into cells', () => {
    const xs = Array.from({ length: 300 }, (_, k) => (k * 0.618034) % 1);
    const ys = Array.from({ length: 300 }, (_, k) => (k * 0.754878) % 1);
    const map = phaseMap(['x', 'y'], xs, ys, xs);
    expect(map.cells).toHaveLength(10);
    expect(map.sharpness).toBeLessThan(1.3);
  });

  test('needs two values of both', () => {
    expect(() => phaseMap(['x', 'y'], [1, 2], [1, 1], [0, 0])).toThrow(/two different values/);
  });
});

test('robustness counts worlds, regrets the better choice, and names the group that loses', () => {
  const world = (n: number, change: number, group: number) => ({
    world: n,
    changes: [change - 0.1, change, change + 0.1],
    byGroup: { residents: [group], faculty: [change] },
  });
  const [good, bold] = robustnessOf(
    [
      {
        policy: 'good',
        worlds: [world(1, 1, -2), world(2, 1, -1), world(3, 1, 3), world(9, 5, 5)],
      },
      { policy: 'bold', worlds: [world(3, -2, 1), world(1, 4, 1), world(2, 3, 1)] },
    ],
    'up',
  );
  expect([good.worlds, good.helps, good.gain]).toEqual([3, 1, 1]);
  expect(good.meanRegret).toBeCloseTo((3 + 2 + 0) / 3, 12);
  expect([good.greatestRegret, good.worldOfGreatestRegret]).toEqual([3, 1]);
  expect([good.worstGroup, good.worstGroupGain]).toEqual(['residents', 0]);
  expect(good.worstGroupHelps).toBeCloseTo(1 / 3, 12);
  expect(bold.helps).toBeCloseTo(2 / 3, 12);
  expect([bold.clearlyHelps, bold.clearlyHarms].map((s) => Math.round(s * 3))).toEqual([2, 1]);
  expect([bold.greatestRegret, bold.worldOfGreatestRegret]).toEqual([3, 3]);
});
