/** Seeds: one text one key, no two alike, replicates, sequences and refusals. */

import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { replicateSeed, runKey, sequential } from '../../sim/chance/seeds.ts';
import { digestText } from '../../sim/data/digest.ts';
import { evenP, scoreP } from './statistics.ts';

describe('runKey', () => {
  it('is two words of seedrandom, from the fingerprint of the seed', () => {
    const generator = seedrandom(digestText('seven'));
    expect(runKey('seven')).toEqual({ key0: generator.int32(), key1: generator.int32() });
  });

  it('takes a number for its decimal text', () => {
    expect(runKey(7)).toEqual(runKey('7'));
    expect(runKey(-0)).toEqual(runKey('0'));
    expect(runKey(0.5)).toEqual(runKey('0.5'));
    expect(runKey(7)).not.toEqual(runKey('07'));
  });

  it('tells apart seeds that repeat one another, which seedrandom alone takes for the same', () => {
    expect(seedrandom('1')()).toBe(seedrandom('11')());
    const keys = ['1', '11', '111', '12', '1212', 'ā', '\u0001'].map((seed) =>
      JSON.stringify(runKey(seed)),
    );
    expect(new Set(keys).size).toBe(7);
  });

  it('gives no two of 20,000 seeds one key, and even bits', () => {
    const keys = new Set<string>();
    const bytes = new Float64Array(256);
    for (let seed = 0; seed < 20_000; seed++) {
      const { key0, key1 } = runKey(seed);
      keys.add(`${key0},${key1}`);
      bytes[key0 & 255]!++;
    }
    expect(keys.size).toBe(20_000);
    expect(evenP(bytes)).toBeGreaterThan(0.0001);
  });
});

describe('replicateSeed', () => {
  it('is a hexadecimal text that depends on seed and replicate', () => {
    const seen = new Set<string>();
    for (const seed of [1, 11, 'a', 'b']) {
      for (let replicate = 0; replicate < 1000; replicate++)
        seen.add(replicateSeed(seed, replicate));
    }
    expect(seen.size).toBe(4000);
    for (const text of seen) expect(text).toMatch(/^[0-9a-f]{32}$/);
    expect(replicateSeed(1, 2)).toBe(replicateSeed('1', 2));
  });
});

describe('sequential', () => {
  it('is seedrandom’s alea with 53 bits', () => {
    const ours = sequential('s');
    const theirs = seedrandom.alea('s');
    expect(ours.next()).toBe(theirs.double());
    expect(ours.next()).toBe(theirs.double());
    expect(sequential(1).next()).toBe(sequential('1').next());
    expect(sequential(1).next()).not.toBe(sequential('11').next());
  });

  it('draws whole numbers evenly', () => {
    const sequence = sequential('whole numbers');
    const counts = new Float64Array(7);
    for (let i = 0; i < 70_000; i++) counts[sequence.int(7)]!++;
    expect(evenP(counts)).toBeGreaterThan(0.0001);
    expect(sequence.int(1)).toBe(0);
    expect(sequence.int(4294967296)).toBeLessThan(4294967296);
  });

  it('shuffles in place, keeping every element, each order as often', () => {
    const sequence = sequential('shuffle');
    const orders = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const list = [1, 2, 3, 4];
      expect(sequence.shuffle(list)).toBe(list);
      const order = list.join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(24);
    expect(evenP([...orders.values()])).toBeGreaterThan(0.0001);
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string({ minLength: 1 }), (list, seed) => {
        fc.pre(seed.trim() !== '');
        const shuffled = sequential(seed).shuffle(list.slice());
        expect(shuffled.sort()).toEqual(list.slice().sort());
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(sequence.shuffle(new Int32Array([5, 5]))).toEqual(new Int32Array([5, 5]));
  });

  it('has independent sequences for neighbouring seeds', () => {
    for (let seed = 1; seed < 40; seed++) {
      const a = sequential(seed);
      const b = sequential(seed + 1);
      let sum = 0;
      for (let i = 0; i < 4096; i++) sum += (a.next() - 0.5) * (b.next() - 0.5);
      const p = scoreP((sum * 12) / 64);
      expect(Math.min(p, 1 - p)).toBeGreaterThan(0.001 / 80);
    }
  });
});

describe('refusals', () => {
  it('of seeds that are empty, blank or not finite', () => {
    for (const bad of ['', '  ', '\n', Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => runKey(bad)).toThrow(RangeError);
      expect(() => replicateSeed(bad, 0)).toThrow(RangeError);
      expect(() => sequential(bad)).toThrow(RangeError);
    }
    expect(() => runKey('')).toThrow(
      'runKey: expected a seed of text or a finite number, found none.',
    );
    // from plain JavaScript or JSON
    expect(() => sequential(JSON.parse('null'))).toThrow(/found none/);
    expect(() => sequential(JSON.parse('{}').seed)).toThrow(/found none/);
  });

  it('of impossible replicates and ranges', () => {
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 31]) {
      expect(() => replicateSeed(1, bad)).toThrow(RangeError);
    }
    for (const bad of [0, -3, 1.5, 2 ** 33, Number.NaN]) {
      expect(() => sequential(1).int(bad)).toThrow(RangeError);
    }
  });
});
