/** The fingerprint is the published MurmurHash3_x86_128, and what is fed to it counts as documented. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digest, digestText } from '../../sim/data/digest.ts';
import { murmurHex, murmurWords } from './murmur-reference.ts';

function ofWords(words: readonly number[], seed = 0): string {
  const digest = new Digest(seed);
  for (const word of words) digest.word(word);
  return digest.hex();
}

/** The bytes of 32-bit words, little-endian. */
function bytesOf(words: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  words.forEach((word, k) => {
    view.setUint32(k * 4, word, true);
  });
  return bytes;
}

const word = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const double = fc.double({ noNaN: false });

describe('the reference of these tests', () => {
  it('has the verification value that SMHasher publishes for MurmurHash3_x86_128', () => {
    const hashes: number[] = [];
    for (let n = 0; n < 256; n++) {
      const key = Uint8Array.from({ length: n }, (_, i) => i);
      hashes.push(...murmurWords(key, 256 - n).map(Number));
    }
    expect(murmurWords(bytesOf(hashes), 0)[0]).toBe(0xb3ece62an);
  });
});

describe('the digest of words', () => {
  // made by a Python program after the published C++, itself checked on the verification value
  it.each([
    [[1, 2, 3, 4], 0, '37d6ee173d4a429d3dbb9c175b64b81d'],
    [[1, 2, 3, 4], 0x9747b28c, '303a518f9cfc8f5b1ab89abd5682d82a'],
    [[1, 2, 3, 4, 5, 6, 7, 8], 42, '4b837c9343ada2ff11a7fa70be858104'],
    [[0x80000000, 0x7fffffff, 0xdeadbeef, 1, 2, 3, 4, 5], 7, '5ce633da5605c3462684fa53314d7087'],
    [[-1, -1, -1, -1], 0xffffffff, '1539e7428160f337f34d4d6c9d8c36f4'],
    [[0, 0, 0, 0], 0, '5a4075d66b2d3d27d3926c2feb228a07'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 42, '4273da63c20c2bd1b0ce6d1245675038'],
    [[1, 2, 3], 0, '8504721670aa166f7385e62f9204edfb'],
    [[1, 2], 0, '40e85748a4321e5e7fee4e567fee4e56'],
    [[1], 0, 'cf0f20ca519c70b1519c70b1519c70b1'],
    [[], 1, '88c4adec54d201b954d201b954d201b9'],
    [[], 0, '00000000000000000000000000000000'],
  ])('%j with seed %d is the published hash', (words, seed, hex) => {
    expect(ofWords(words, seed)).toBe(hex);
    expect(murmurHex(bytesOf(words), seed)).toBe(hex);
  });

  it('is the published hash of the same bytes, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 23 }), fc.nat(0xffffffff), (words, seed) => {
        expect(ofWords(words, seed)).toBe(murmurHex(bytesOf(words), seed));
      }),
    );
  });

  it('may be read at any moment without changing what follows', () => {
    const digest = new Digest();
    for (let k = 1; k <= 9; k++) {
      digest.word(k);
      expect(digest.hex()).toBe(ofWords(Array.from({ length: k }, (_, i) => i + 1)));
    }
  });
});

describe('the digest of numbers', () => {
  it('takes the bits of a double, low word first', () => {
    const digest = new Digest();
    digest.number(Math.PI);
    expect(digest.hex()).toBe('4b53b1edf9fe19ab19217b3e19217b3e');
  });

  it('counts −0 as 0, and every NaN as the same', () => {
    const hexOf = (value: number): string => {
      const digest = new Digest();
      digest.number(value);
      return digest.hex();
    };
    expect(hexOf(-0)).toBe(hexOf(0));
    expect(hexOf(0)).toBe('e028ae414772b0844772b0844772b084');
    const payload = new Float64Array(new Uint32Array([5, 0xfff80001]).buffer)[0];
    expect(hexOf(Number.NaN)).toBe('1e3af1e2e972667f88bfe74a88bfe74a');
    expect(hexOf(payload)).toBe(hexOf(Number.NaN));
    expect(hexOf(Number.NaN)).not.toBe(hexOf(Number.POSITIVE_INFINITY));
  });

  it('leaves nothing of a NaN behind for the next number', () => {
    const [mixed, plain] = [new Digest(), new Digest()];
    mixed.number(Number.NaN);
    mixed.number(1.5);
    plain.word(0);
    plain.word(0x7ff80000);
    plain.number(1.5);
    expect(mixed.hex()).toBe(plain.hex());
  });
});

describe('the digest of text', () => {
  it('takes the length and the UTF-16 code units', () => {
    expect(digestText('Rüm')).toBe('29ab30a91b3826b8abf2c42da0787305');
    expect(digestText('Rüm')).toBe(ofWords([3, 82, 252, 109]));
  });

  it('tells "ab" and "c" from "a" and "bc"', () => {
    const of = (...parts: readonly string[]): string => {
      const digest = new Digest();
      for (const part of parts) digest.text(part);
      return digest.hex();
    };
    expect(of('ab', 'c')).not.toBe(of('a', 'bc'));
    expect(of('', 'abc')).not.toBe(of('abc'));
  });
});

/** Bytes as little-endian words, the last filled up with zeros. */
function wordsOf(bytes: Uint8Array): number[] {
  return Array.from(
    { length: Math.ceil(bytes.length / 4) },
    (_, k) =>
      (bytes[4 * k] ?? 0) |
      ((bytes[4 * k + 1] ?? 0) << 8) |
      ((bytes[4 * k + 2] ?? 0) << 16) |
      ((bytes[4 * k + 3] ?? 0) << 24),
  );
}

describe('the digest of arrays', () => {
  it('in pieces, at any alignment, equals the length and the words one by one', () => {
    const piece = fc.record({
      before: fc.array(word, { maxLength: 5 }),
      values: fc.array(word, { maxLength: 20 }),
      doubles: fc.array(double, { maxLength: 9 }),
      bytes: fc.uint8Array({ maxLength: 9 }),
      skip: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const whole = new Digest();
        const single = new Digest();
        for (const { before, values, doubles, bytes, skip } of pieces) {
          for (const each of before) whole.word(each);
          // a view that begins inside its buffer and is longer than what is asked for
          const padded = Int32Array.from([...Array(skip).fill(7), ...values, 9]);
          whole.array(padded.subarray(skip), values.length);
          whole.array(Uint32Array.from(values), values.length);
          whole.array(Float64Array.from(doubles), doubles.length);
          // at offsets that are no multiple of four, too
          const shifted = Uint8Array.from([...Array(skip).fill(7), ...bytes, 9]);
          whole.array(shifted.subarray(skip), bytes.length);
          const halves = [...new Int32Array(Float64Array.from(doubles).buffer)];
          const all = [
            ...before,
            ...[values.length, ...values],
            ...[values.length, ...values],
            ...[doubles.length, ...halves],
            ...[bytes.length, ...wordsOf(bytes)],
          ];
          for (const each of all) single.word(each);
        }
        expect(whole.hex()).toBe(single.hex());
      }),
    );
  });
});

describe('capture and restore', () => {
  it('go on as if nothing had happened, from any moment', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.nat(20), (words, at) => {
        const first = new Digest(3);
        for (const each of words.slice(0, at)) first.word(each);
        const state = structuredClone(first.capture());
        for (const each of words.slice(at)) first.word(each);
        const second = new Digest();
        second.word(99);
        second.restore(state);
        for (const each of words.slice(at)) second.word(each);
        expect(second.hex()).toBe(first.hex());
      }),
    );
  });

  it('copy: a captured state does not move with its digest', () => {
    const digest = new Digest();
    digest.word(1);
    const state = digest.capture();
    const before = [...state];
    digest.word(2);
    expect([...state]).toEqual(before);
  });
});
