/** Keyed random draws: every draw is a pure function of run key, process, week and the people in it. */

import { inverseNormal } from './normal-quantile.ts';
import { Lanes } from './threefry-lanes.ts';

/** 2^32 divided by the golden ratio: spreads draw indices over the second counter word. */
const GOLDEN = 0x9e3779b9;
/** Parity word of the key schedule (Skein and Random123, 32-bit form). */
const PARITY = 0x1bd11bda;
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24];
const TO_UNIT = 1 / 4294967296;

/**
 * Threefry-2x32 of any number of rounds: the reference form, for checks. `counter` and `key` hold
 * two 32-bit words each; the result holds two unsigned 32-bit words.
 * Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3.
 * @throws RangeError unless `rounds` is a whole number from 0 up.
 */
export function threefry2x32(
  counter: readonly [number, number],
  key: readonly [number, number],
  rounds = 20,
): [number, number] {
  if (!(Number.isInteger(rounds) && rounds >= 0)) {
    throw new RangeError(`threefry2x32: expected whole rounds from 0 up, found ${rounds}.`);
  }
  const schedule = [key[0], key[1], PARITY ^ key[0] ^ key[1]];
  let x0 = (counter[0] + schedule[0]) | 0;
  let x1 = (counter[1] + schedule[1]) | 0;
  for (let round = 0; round < rounds; round++) {
    const by = ROTATIONS[round % 8];
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << by) | (x1 >>> (32 - by))) ^ x0;
    if (round % 4 === 3) {
      const injection = (round + 1) / 4;
      x0 = (x0 + schedule[injection % 3]) | 0;
      x1 = (x1 + schedule[(injection + 1) % 3] + injection) | 0;
    }
  }
  return [x0 >>> 0, x1 >>> 0];
}

/** The 32-bit id of a process name: FNV-1a over its UTF-16 code units (one byte each in ASCII). */
export function processId(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash | 0;
}

let lanes: Lanes | undefined;
let lanesTried = false;

/** Draws in vectors, with the same results, where there is WebAssembly for it. */
function lanesOrNone(): Lanes | undefined {
  if (!lanesTried) {
    lanesTried = true;
    try {
      lanes = new Lanes();
    } catch {
      lanes = undefined;
    }
  }
  return lanes;
}

/**
 * Random draws of one run by Threefry-2x32 with 13 rounds. No draw depends on which other draws were
 * made, nor on their order; `select` sets the process and week that the following draws belong to.
 *
 * People (`ego`, `alter`) and draw indices are 32-bit integers, signed. Two draws of one stream are
 * the same draw only if ego, alter and index are equal, as long as indices are below 28,657 and the
 * range of alters times the range of indices is under 1.6e9; beyond that, two (alter, index) of one
 * ego meet no more often than two random 32-bit words do. An alter left out is person 0: where a
 * process draws for an ego alone and for its ties, give the two different indices.
 */
export class Rng {
  // Signed 32-bit words. Fields, not a typed array: V8 keeps what was just written in a register.
  private readonly runKey0: number;
  private readonly runKey1: number;
  private key0 = 0;
  private key1 = 0;
  private key2 = 0;
  /** The second word of the last draw. */
  private other = 0;

  /** Draws of the run key of two 32-bit words (see `runKey`), at first of process 0 and week 0. */
  constructor(key0: number, key1: number) {
    this.runKey0 = key0 | 0;
    this.runKey1 = key1 | 0;
    this.select(0, 0);
  }

  /**
   * Selects the stream of one process and one week, by hashing them under the run key.
   * `process`: 32-bit, see `processId`; `week`: 32-bit, negative in warm-up.
   */
  select(process: number, week: number): void {
    this.useKey(this.runKey0, this.runKey1);
    const first = this.encrypt(process | 0, week | 0);
    this.useKey(first, this.other);
  }

  /** Uniform in [0, 1) with 32 bits, of one ego, or one ego and alter, and one draw index. */
  uniform(ego: number, alter = 0, index = 0): number {
    const word = this.encrypt(ego | 0, (alter + Math.imul(index, GOLDEN)) | 0);
    return (word >>> 0) * TO_UNIT;
  }

  /** The second word of the last draw as a uniform in [0, 1), independent of the first. */
  second(): number {
    return (this.other >>> 0) * TO_UNIT;
  }

  /** Uniform in [0, 1) with 53 bits: the 32 of `uniform` and 21 of `second`. */
  uniform53(ego: number, alter = 0, index = 0): number {
    const high = this.uniform(ego, alter, index);
    return high + (this.other >>> 11) * (TO_UNIT / 2097152);
  }

  /**
   * Uniform in [0, 1) with 32 bits, the same whichever way round the two people are given: that of
   * the lower number as ego and the higher as alter.
   */
  pair(a: number, b: number, index = 0): number {
    return this.uniform(a < b ? a : b, a < b ? b : a, index);
  }

  /** A standard normal deviate by inversion, increasing in `uniform` of the same arguments. */
  normal(ego: number, alter = 0, index = 0): number {
    return inverseNormal(this.uniform(ego, alter, index) + TO_UNIT / 2);
  }

  /**
   * Draws for many at once: `first[k]` is `uniform(keys[k], 0, index)` and `second[k]` the second word
   * of that draw, for k from 0 to `n` − 1. Faster than to draw where a choice is made, since no draw
   * then waits until the processor has found out how the choice before it ended.
   */
  uniforms(
    keys: Uint32Array,
    n: number,
    index: number,
    first: Float64Array,
    second: Float64Array,
  ): void {
    const counter1 = Math.imul(index, GOLDEN);
    const vectors = lanesOrNone();
    if (vectors) {
      vectors.people(keys, n, this.keyWords(), counter1, first, second);
      return;
    }
    for (let k = 0; k < n; k++) {
      first[k] = (this.encrypt(keys[k] | 0, counter1) >>> 0) * TO_UNIT;
      second[k] = (this.other >>> 0) * TO_UNIT;
    }
  }

  /** One draw for each tie: `out[t]` is `uniform(keys[source[t]], keys[target[t]], index)`, for t < `n`. */
  tieUniforms(
    keys: Uint32Array,
    source: Int32Array,
    target: Int32Array,
    n: number,
    index: number,
    out: Float64Array,
  ): void {
    const shift = Math.imul(index, GOLDEN);
    const vectors = lanesOrNone();
    if (vectors) {
      vectors.ties(keys, source, target, n, this.keyWords(), shift, out);
      return;
    }
    for (let t = 0; t < n; t++) {
      out[t] = (this.encrypt(keys[source[t]] | 0, (keys[target[t]] + shift) | 0) >>> 0) * TO_UNIT;
    }
  }

  private keyWords(): Int32Array {
    return Int32Array.of(this.key0, this.key1, this.key2);
  }

  private useKey(key0: number, key1: number): void {
    this.key0 = key0;
    this.key1 = key1;
    this.key2 = PARITY ^ key0 ^ key1;
  }

  /**
   * Encrypts a counter of two words by 13 rounds. Returns the first word; the second is in `other`.
   *
   * Written to stay under 460 bytes of bytecode, up to which V8 inlines it (a draw in 8 instead of
   * 16 ns). Key injections need no `| 0`: each of their sums is truncated by the next operation.
   */
  private encrypt(counter0: number, counter1: number): number {
    const k0 = this.key0;
    const k1 = this.key1;
    const k2 = this.key2;
    let x0 = counter0 + k0;
    let x1 = counter1 + k1;
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 13) | (x1 >>> 19));
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 15) | (x1 >>> 17));
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 26) | (x1 >>> 6));
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 6) | (x1 >>> 26));
    x0 = x0 + k1;
    x1 = x1 + k2 + 1;
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 17) | (x1 >>> 15));
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 29) | (x1 >>> 3));
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 16) | (x1 >>> 16));
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 24) | (x1 >>> 8));
    x0 = x0 + k2;
    x1 = x1 + k0 + 2;
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 13) | (x1 >>> 19));
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 15) | (x1 >>> 17));
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 26) | (x1 >>> 6));
    x0 = (x0 + x1) | 0;
    x1 = x0 ^ ((x1 << 6) | (x1 >>> 26));
    x0 = x0 + k0;
    x1 = x1 + k1 + 3;
    x0 = (x0 + x1) | 0;
    this.other = x0 ^ ((x1 << 17) | (x1 >>> 15));
    return x0;
  }
}
