/** MurmurHash3 x86 128-bit over 32-bit words: names runs by content and fingerprints trajectories. */

const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

function rotl(x: number, r: number): number {
  return (x << r) | (x >>> (32 - r));
}

function finalMix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hex8(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

/**
 * An incremental 128-bit fingerprint of words, doubles and text. Not for secrets: it guards
 * against accident, not attack. Algorithm: A. Appleby, MurmurHash3_x86_128 (public domain); for
 * whole blocks of four little-endian words the result equals the published function.
 */
export class Digest {
  private h1: number;
  private h2: number;
  private h3: number;
  private h4: number;
  private words = 0;
  private readonly block = new Int32Array(4);
  private filled = 0;
  private readonly double = new Float64Array(1);
  private readonly halves = new Int32Array(this.double.buffer);

  constructor(seed = 0) {
    this.h1 = seed | 0;
    this.h2 = seed | 0;
    this.h3 = seed | 0;
    this.h4 = seed | 0;
  }

  /** Adds one 32-bit word. */
  word(value: number): void {
    this.block[this.filled++] = value;
    this.words++;
    if (this.filled === 4) {
      this.mixBlock(this.block, 0, 1);
      this.filled = 0;
    }
  }

  /** Adds one double by its bits; −0 counts as 0, and every NaN is the same. */
  number(value: number): void {
    this.double[0] = value + 0;
    if (Number.isNaN(value)) {
      this.word(0);
      this.word(0x7ff80000);
      return;
    }
    this.word(this.halves[0]);
    this.word(this.halves[1]);
  }

  /** Adds text by its UTF-16 code units, with its length. */
  text(value: string): void {
    this.word(value.length);
    for (let i = 0; i < value.length; i++) this.word(value.charCodeAt(i));
  }

  /** Adds the first `length` elements of a typed array by their bits; bytes four to a word, the rest 0. */
  array(values: Float64Array | Int32Array | Uint32Array | Uint8Array, length: number): void {
    this.word(length);
    const bytes = length * values.BYTES_PER_ELEMENT;
    const whole = values.byteOffset % 4 === 0 ? values : values.slice(0, length);
    this.wordsOf(new Int32Array(whole.buffer, whole.byteOffset, bytes >> 2));
    if (bytes % 4 === 0) return;
    let rest = 0;
    for (let i = bytes & ~3; i < bytes; i++) rest |= values[i] << ((i & 3) * 8);
    this.word(rest);
  }

  private wordsOf(words: Int32Array): void {
    let i = 0;
    while (this.filled !== 0 && i < words.length) this.word(words[i++]);
    const blocks = (words.length - i) >> 2;
    if (blocks > 0) {
      this.mixBlock(words, i, blocks);
      this.words += blocks * 4;
      i += blocks * 4;
    }
    while (i < words.length) this.word(words[i++]);
  }

  /** The fingerprint of all that was added so far: 32 hexadecimal digits. More may be added after. */
  hex(): string {
    let a = this.h1;
    let b = this.h2;
    let c = this.h3;
    let d = this.h4;
    const tail = this.block;
    if (this.filled > 2) c ^= Math.imul(rotl(Math.imul(tail[2], C3), 17), C4);
    if (this.filled > 1) b ^= Math.imul(rotl(Math.imul(tail[1], C2), 16), C3);
    if (this.filled > 0) a ^= Math.imul(rotl(Math.imul(tail[0], C1), 15), C2);
    const bytes = this.words * 4;
    a ^= bytes;
    b ^= bytes;
    c ^= bytes;
    d ^= bytes;
    a = (a + b + c + d) | 0;
    b = (b + a) | 0;
    c = (c + a) | 0;
    d = (d + a) | 0;
    a = finalMix(a);
    b = finalMix(b);
    c = finalMix(c);
    d = finalMix(d);
    a = (a + b + c + d) | 0;
    b = (b + a) | 0;
    c = (c + a) | 0;
    d = (d + a) | 0;
    return hex8(a) + hex8(b) + hex8(c) + hex8(d);
  }

  /** The state, to go on from later. */
  capture(): Int32Array {
    return Int32Array.of(
      this.h1,
      this.h2,
      this.h3,
      this.h4,
      this.words,
      this.filled,
      ...this.block,
    );
  }

  restore(state: Int32Array): void {
    this.h1 = state[0];
    this.h2 = state[1];
    this.h3 = state[2];
    this.h4 = state[3];
    this.words = state[4];
    this.filled = state[5];
    this.block.set(state.subarray(6, 10));
  }

  private mixBlock(words: Int32Array, from: number, blocks: number): void {
    let a = this.h1;
    let b = this.h2;
    let c = this.h3;
    let d = this.h4;
    for (let k = 0, i = from; k < blocks; k++, i += 4) {
      a ^= Math.imul(rotl(Math.imul(words[i], C1), 15), C2);
      a = (Math.imul((rotl(a, 19) + b) | 0, 5) + 0x561ccd1b) | 0;
      b ^= Math.imul(rotl(Math.imul(words[i + 1], C2), 16), C3);
      b = (Math.imul((rotl(b, 17) + c) | 0, 5) + 0x0bcaa747) | 0;
      c ^= Math.imul(rotl(Math.imul(words[i + 2], C3), 17), C4);
      c = (Math.imul((rotl(c, 15) + d) | 0, 5) + 0x96cd1c35) | 0;
      d ^= Math.imul(rotl(Math.imul(words[i + 3], C4), 18), C1);
      d = (Math.imul((rotl(d, 13) + a) | 0, 5) + 0x32ac3b17) | 0;
    }
    this.h1 = a;
    this.h2 = b;
    this.h3 = c;
    this.h4 = d;
  }
}

/** The fingerprint of one text. */
export function digestText(text: string): string {
  const digest = new Digest();
  digest.text(text);
  return digest.hex();
}
