/** Keyed draws: published vectors, the class against the reference form, purity, symmetry. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../sim/chance/distributions.ts';
import { processId, Rng, threefry2x32 } from '../../sim/chance/threefry.ts';

const EVERY = { seed: 20261122, numRuns: 1000 };
const word = () => fc.integer({ min: -2147483648, max: 2147483647 });
const GOLDEN = 0x9e3779b9;
const UNIT = 2 ** -32;

describe('threefry2x32', () => {
  const ones = 0xffffffff;
  // Random123, tests/kat_vectors: rounds, counter, key, result
  for (const [rounds, c0, c1, k0, k1, r0, r1] of [
    [13, 0, 0, 0, 0, 0x9d1c5ec6, 0x8bd50731],
    [13, ones, ones, ones, ones, 0xfd36d048, 0x2d17272c],
    [13, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xba3e4725, 0xf27d669e],
    [20, 0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
    [20, ones, ones, ones, ones, 0x1cb996fc, 0xbb002be7],
    [20, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xc4923a9c, 0x483df7a0],
    [32, 0, 0, 0, 0, 0xcee3d47e, 0xa23dfd5c],
    [32, ones, ones, ones, ones, 0x6e2fe0d0, 0xb1b76f82],
    [32, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xe2827716, 0xc3c05cdf],
  ] as const) {
    it(`gives the published words for counter ${c0.toString(16)}, ${rounds} rounds`, () => {
      expect(threefry2x32([c0, c1], [k0, k1], rounds)).toEqual([r0, r1]);
    });
  }

  it('with 0 rounds only adds the key', () => {
    expect(threefry2x32([1, 2], [10, 0xffffffff], 0)).toEqual([11, 1]);
  });

  it('refuses broken and negative rounds', () => {
    expect(() => threefry2x32([0, 0], [0, 0], 1.5)).toThrow(RangeError);
    expect(() => threefry2x32([0, 0], [0, 0], -1)).toThrow(/expected whole rounds.*found -1/);
  });
});

/** What the class is to give, from the reference form alone. */
function reference(
  runKey: [number, number],
  process: number,
  week: number,
  ego: number,
  alter: number,
  index: number,
): [number, number] {
  const key = threefry2x32([process, week], runKey, 13);
  return threefry2x32([ego, (alter + Math.imul(index, GOLDEN)) | 0], key, 13);
}

describe('Rng', () => {
  it('gives by hand the draw of run key 0, process 0, week 0, ego 0', () => {
    // key: the published 13-round vector of zeros, then one more encryption of zeros
    const [first, second] = threefry2x32([0, 0], [0x9d1c5ec6, 0x8bd50731], 13);
    const rng = new Rng(0, 0);
    expect(rng.uniform(0)).toBe(first * UNIT);
    expect(rng.second()).toBe(second * UNIT);
  });

  it('equals the reference form for any key, process, week, people and index', () => {
    fc.assert(
      fc.property(
        fc.tuple(word(), word()),
        fc.tuple(word(), word()),
        fc.tuple(word(), word(), word()),
        (key, [process, week], [ego, alter, index]) => {
          const [first, second] = reference(key, process, week, ego, alter, index);
          const rng = new Rng(key[0], key[1]);
          rng.select(process, week);
          expect(rng.uniform(ego, alter, index)).toBe(first * UNIT);
          expect(rng.second()).toBe(second * UNIT);
          expect(rng.uniform53(ego, alter, index)).toBe(
            first * UNIT + Math.floor(second / 2048) * 2 ** -53,
          );
          expect(rng.normal(ego, alter, index)).toBe(normalQuantile(first * UNIT));
        },
      ),
      EVERY,
    );
  });

  it('takes unsigned words as the same words', () => {
    const rng = new Rng(0xfedcba98, 0x89abcdef);
    const same = new Rng(0xfedcba98 | 0, 0x89abcdef | 0);
    rng.select(0xdeadbeef, 0xffffffff);
    same.select(0xdeadbeef | 0, -1);
    expect(rng.uniform(0xffffffff, 0x80000000, 0xc0000000)).toBe(
      same.uniform(-1, 0x80000000 | 0, 0xc0000000 | 0),
    );
    expect(rng.second()).toBe(same.second());
  });

  it('has 0 for an alter or index left out', () => {
    const rng = new Rng(7, 11);
    expect(rng.uniform(5)).toBe(rng.uniform(5, 0, 0));
    expect(rng.uniform(5, 6)).toBe(rng.uniform(5, 6, 0));
    expect(rng.uniform53(5)).toBe(rng.uniform53(5, 0, 0));
    expect(rng.normal(5, 6)).toBe(rng.normal(5, 6, 0));
    expect(rng.pair(5, 6)).toBe(rng.pair(5, 6, 0));
  });

  it('draws the same whatever was drawn before, and in whatever order', () => {
    const draw = fc.record({
      process: fc.integer({ min: 0, max: 5 }),
      week: fc.integer({ min: -4, max: 4 }),
      ego: fc.integer({ min: 0, max: 20 }),
      alter: fc.integer({ min: 0, max: 20 }),
      index: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(draw, { minLength: 2, maxLength: 30 }),
        fc.tuple(word(), word()),
        (draws, key) => {
          const run = (order: typeof draws): Map<string, number> => {
            const rng = new Rng(key[0], key[1]);
            const seen = new Map<string, number>();
            for (const d of order) {
              rng.select(d.process, d.week);
              seen.set(JSON.stringify(d), rng.uniform(d.ego, d.alter, d.index) + rng.second());
            }
            return seen;
          };
          const forwards = run(draws);
          for (const [name, value] of run([...draws].reverse()))
            expect(value).toBe(forwards.get(name));
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it('gives two people one pair draw, and tells pairs and order apart elsewhere', () => {
    fc.assert(
      fc.property(word(), word(), word(), (a, b, index) => {
        fc.pre(a !== b);
        const rng = new Rng(3, 4);
        rng.select(1, 2);
        const drawn = rng.pair(a, b, index);
        const second = rng.second();
        expect(rng.pair(b, a, index)).toBe(drawn);
        expect(rng.second()).toBe(second);
        expect(drawn).toBe(rng.uniform(Math.min(a, b), Math.max(a, b), index));
        const there = rng.uniform(a, b, index) + rng.second();
        expect(rng.uniform(b, a, index) + rng.second()).not.toBe(there);
      }),
      EVERY,
    );
  });

  it('stays in [0, 1) and has a normal that rises with the uniform', () => {
    const rng = new Rng(12, 34);
    const drawn: [number, number][] = [];
    for (let ego = 1; ego <= 5000; ego++) {
      const u = rng.uniform(ego);
      const fine = rng.uniform53(ego);
      expect(u >= 0 && u < 1 && fine >= u && fine < u + UNIT && fine < 1).toBe(true);
      drawn.push([u, rng.normal(ego)]);
    }
    drawn.sort((a, b) => a[0] - b[0]);
    for (let i = 1; i < drawn.length; i++) expect(drawn[i]![1]).toBeGreaterThan(drawn[i - 1]![1]);
  });

  it('keeps (alter, index) apart below index 28,657 while their ranges multiply to under 1.6e9', () => {
    // two meet only if their alters differ by the multiple of GOLDEN that their indices differ by
    let least = 2 ** 32;
    for (let apart = 1; apart < 28_657; apart++) {
      const step = Math.imul(apart, GOLDEN) >>> 0;
      least = Math.min(least, Math.min(step, 2 ** 32 - step) * apart);
    }
    expect(least).toBe(1640531527);
  });
});

describe('processId', () => {
  it('is FNV-1a for ASCII names', () => {
    // published vectors of Fowler, Noll and Vo
    expect(processId('foobar') >>> 0).toBe(0xbf9cf968);
    expect(processId('a') >>> 0).toBe(0xe40c292c);
    expect(processId('') >>> 0).toBe(0x811c9dc5);
  });

  it('tells ten thousand like names apart', () => {
    const seen = new Set<number>();
    for (const verb of ['meet', 'match', 'leave', 'burnout', 'promote']) {
      for (let i = 0; i < 2000; i++) seen.add(processId(`${verb}${i}`));
    }
    expect(seen.size).toBe(10000);
  });
});
