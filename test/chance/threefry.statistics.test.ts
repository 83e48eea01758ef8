/**
 * Statistical tests of the draws at 13 rounds, over each argument in turn, with fixed keys.
 *
 * Every test adds its p-values to one list; each must lie inside the bound that Bonferroni gives for
 * all of them together: a perfect generator would have failed with these keys with a chance of at
 * most 0.001. The same tests must fail a generator of too few rounds.
 */

import { describe, expect, it } from 'vitest';
import { runKey } from '../../sim/chance/seeds.ts';
import { processId, Rng, threefry2x32 } from '../../sim/chance/threefry.ts';
import {
  birthdayZ,
  bitDifferenceP,
  chiSquareP,
  correlationZ,
  evenP,
  kolmogorovP,
  rankP,
  runsZ,
  scoreP,
} from './statistics.ts';

const N = 1 << 17;
const FAMILY = 0.001;
const found: { name: string; p: number }[] = [];

function note(name: string, p: number): void {
  found.push({ name, p });
}

/** Both words of N draws, made by `draw` for i from 0. */
function words(draw: (i: number) => Rng): [Uint32Array, Uint32Array] {
  const first = new Uint32Array(N);
  const second = new Uint32Array(N);
  for (let i = 0; i < N; i++) {
    const rng = draw(i);
    first[i] = drawn * 4294967296;
    second[i] = rng.second() * 4294967296;
  }
  return [first, second];
}

let drawn = 0;
const { key0, key1 } = runKey('statistics');
const fixed = new Rng(key0, key1);
fixed.select(processId('meet'), 12);
const moving = new Rng(key0, key1);

function at(ego: number, alter: number, index: number): Rng {
  drawn = fixed.uniform(ego, alter, index);
  return fixed;
}

function streamAt(process: number, week: number, ego: number): Rng {
  moving.select(process, week);
  drawn = moving.uniform(ego, 3, 1);
  return moving;
}

function keyAt(rng: Rng): Rng {
  rng.select(processId('meet'), 12);
  drawn = rng.uniform(5, 3, 1);
  return rng;
}

/** One argument moves, the others stay: the patterns that a model makes. */
const axes: Record<string, (i: number) => Rng> = {
  ego: (i) => at(i, 17, 2),
  'ego in steps of 2^16': (i) => at((i << 16) | (i >>> 12), 17, 2),
  alter: (i) => at(17, i, 2),
  'alter below 0': (i) => at(17, -i, 2),
  index: (i) => at(17, 4, i),
  'ego and alter together': (i) => at(i, i + 1, 0),
  'every pair of 362 people': (i) => at(Math.floor(i / 362), i % 362, 0),
  week: (i) => streamAt(processId('meet'), i - 5000, 9),
  'weeks of each ego': (i) => streamAt(processId('meet'), i % 520, Math.floor(i / 520)),
  process: (i) => streamAt(i, 12, 9),
  'run key, by seed': (i) => {
    const key = runKey(i % 4096);
    const rng = new Rng(key.key0, key.key1 ^ (i >>> 12));
    return keyAt(rng);
  },
  'run key, by counting': (i) => keyAt(new Rng(i, 0)),
};

/** Draws that differ from those of an axis in one respect only. */
const neighbours: Record<string, [(i: number) => Rng, (i: number) => Rng]> = {
  'neighbouring egos': [(i) => at(2 * i, 17, 2), (i) => at(2 * i + 1, 17, 2)],
  'egos one high bit apart': [(i) => at(i, 17, 2), (i) => at(i ^ 0x80000000, 17, 2)],
  'neighbouring alters': [(i) => at(i, 8, 0), (i) => at(i, 9, 0)],
  'neighbouring indices': [(i) => at(i, 8, 0), (i) => at(i, 8, 1)],
  'ego and alter swapped': [(i) => at(i, i + 1 + (i % 50), 0), (i) => at(i + 1 + (i % 50), i, 0)],
  'neighbouring weeks': [
    (i) => streamAt(7, Math.floor(i / 256), i % 256),
    (i) => streamAt(7, Math.floor(i / 256) + 1, i % 256),
  ],
  'neighbouring processes': [(i) => streamAt(7, i, 3), (i) => streamAt(8, i, 3)],
  'process and week swapped': [(i) => streamAt(i, i + 1, 3), (i) => streamAt(i + 1, i, 3)],
  'neighbouring run keys': [(i) => keyAt(new Rng(i, 5)), (i) => keyAt(new Rng(i + 1, 5))],
  'run key words swapped': [(i) => keyAt(new Rng(i, 5)), (i) => keyAt(new Rng(5, i))],
  'run keys one high bit apart': [
    (i) => keyAt(new Rng(i, 5)),
    (i) => keyAt(new Rng(i, 5 ^ 0x80000000)),
  ],
};

/** Counts of a byte, and of pairs of the top six bits of one word and the next. */
function addUniformity(name: string, column: Uint32Array): void {
  for (const shift of [24, 0]) {
    const counts = new Float64Array(256);
    for (let i = 0; i < N; i++) counts[(column[i]! >>> shift) & 255]!++;
    note(`${name}, bits from ${shift}`, evenP(counts));
  }
  const pairs = new Float64Array(4096);
  for (let i = 0; i + 1 < N; i += 2) {
    pairs[((column[i]! >>> 26) << 6) | (column[i + 1]! >>> 26)]!++;
  }
  note(`${name}, pairs in a row`, evenP(pairs));
}

describe('draws are uniform and independent over', () => {
  for (const [name, draw] of Object.entries(axes)) {
    it(name, () => {
      const [first, second] = words(draw);
      for (const [part, column] of [
        ['first word', first],
        ['second word', second],
      ] as const) {
        addUniformity(`${name}, ${part}`, column);
        note(`${name}, ${part}, runs`, scoreP(runsZ(column)));
        note(`${name}, ${part}, birthday spacings`, scoreP(birthdayZ(column)));
        note(`${name}, ${part}, matrix rank`, rankP(column));
      }
      note(`${name}, words of one draw`, scoreP(correlationZ(first, second)));
      note(`${name}, bits of the words of one draw`, bitDifferenceP(first, second));
      expect(new Set(first).size).toBeGreaterThan(N - 30);
    });
  }
});

describe('no correlation between', () => {
  for (const [name, [one, other]] of Object.entries(neighbours)) {
    it(name, () => {
      const [a1, a2] = words(one);
      const [b1, b2] = words(other);
      note(`${name}, first words`, scoreP(correlationZ(a1, b1)));
      note(`${name}, second words`, scoreP(correlationZ(a2, b2)));
      note(`${name}, bits of first words`, bitDifferenceP(a1, b1));
      note(`${name}, bits of second words`, bitDifferenceP(a2, b2));
      expect(a1).not.toEqual(b1);
    });
  }

  it('seeds 1 to 200, each with each', () => {
    const draws = Array.from({ length: 200 }, (_, i) => {
      const key = runKey(i + 1);
      const rng = new Rng(key.key0, key.key1);
      rng.select(processId('meet'), 1);
      return Float64Array.from({ length: 512 }, (_unused, ego) => rng.uniform(ego) - 0.5);
    });
    let sum = 0;
    let pairs = 0;
    for (let a = 0; a < draws.length; a++) {
      for (let b = 0; b < a; b++) {
        let product = 0;
        for (let i = 0; i < 512; i++) product += draws[a]![i]! * draws[b]![i]!;
        sum += ((product * 12) / Math.sqrt(512)) ** 2;
        pairs++;
      }
    }
    note('seeds 1 to 200', chiSquareP(sum, pairs));
  });
});

/** How often each output bit changes when one input bit does: chi-square over all pairs of bits. */
function avalancheP(encrypt: (input: Int32Array, output: Int32Array) => void): number {
  const samples = 1024;
  const input = new Int32Array(4);
  const before = new Int32Array(2);
  const after = new Int32Array(2);
  const changes = new Float64Array(128 * 64);
  for (let sample = 0; sample < samples; sample++) {
    for (let k = 0; k < 4; k++) input[k] = sample + 1000 * k;
    encrypt(input, before);
    for (let bit = 0; bit < 128; bit++) {
      input[bit >> 5]! ^= 1 << (bit & 31);
      encrypt(input, after);
      input[bit >> 5]! ^= 1 << (bit & 31);
      for (let out = 0; out < 64; out++) {
        changes[bit * 64 + out]! += ((before[out >> 5]! ^ after[out >> 5]!) >>> (out & 31)) & 1;
      }
    }
  }
  let value = 0;
  for (const count of changes) value += (2 * count - samples) ** 2 / samples;
  return chiSquareP(value, changes.length);
}

function byRounds(rounds: number): (input: Int32Array, output: Int32Array) => void {
  return (input, output) => {
    const [a, b] = threefry2x32([input[0]!, input[1]!], [input[2]!, input[3]!], rounds);
    output[0] = a;
    output[1] = b;
  };
}

describe('avalanche: one bit of input changes half of the bits of output', () => {
  it('through the class, from process, week, ego and alter', () => {
    note(
      'avalanche of the class',
      avalancheP((input, output) => {
        moving.select(input[0]!, input[1]!);
        output[0] = moving.uniform(input[2]!, input[3]!) * 4294967296;
        output[1] = moving.second() * 4294967296;
      }),
    );
  });

  it('through the cipher, from counter and key', () => {
    note('avalanche of 13 rounds', avalancheP(byRounds(13)));
  });

  it('and is seen to fail at 8 rounds', () => {
    expect(avalancheP(byRounds(8))).toBeLessThan(1e-10);
  });
});

describe('all p-values together', () => {
  it('lie inside the Bonferroni bound', () => {
    expect(found.length).toBeGreaterThan(150);
    const bound = FAMILY / (2 * found.length);
    // too even is as suspect as too uneven
    const suspect = found.filter(({ p }) => !(p >= bound && p <= 1 - bound));
    expect(suspect).toEqual([]);
  });

  it('are themselves uniform', () => {
    const values = Float64Array.from(found, ({ p }) => p);
    expect(kolmogorovP(values, (p) => p)).toBeGreaterThan(FAMILY);
  });
});

describe('the tests have power: the same draws from 5 rounds', () => {
  it('fail uniformity, rank or spacings by far', () => {
    const column = new Uint32Array(N);
    for (let i = 0; i < N; i++) column[i] = threefry2x32([i, 17], [key0, key1], 5)[0];
    const counts = new Float64Array(256);
    for (let i = 0; i < N; i++) counts[column[i]! >>> 24]!++;
    expect(Math.min(evenP(counts), rankP(column), scoreP(birthdayZ(column)))).toBeLessThan(1e-10);
  });
});
