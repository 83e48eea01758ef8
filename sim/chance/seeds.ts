/** From the seed a person types to run keys, replicate seeds and sequential draws. */

import seedrandom from 'seedrandom';
import { Digest, digestText } from '../data/digest.ts';

/** The two 32-bit words that all keyed draws of a run depend on: the arguments of `Rng`. */
export interface RunKey {
  readonly key0: number;
  readonly key1: number;
}

/** A sequence of draws, for work that has one fixed order: population synthesis, designs, bootstrap. */
export interface Sequence {
  /** Uniform in [0, 1) with 53 bits. */
  next(): number;
  /** A whole number from 0 to n - 1, each as likely; n from 1 to 2^32, else RangeError. */
  int(n: number): number;
  /** Puts the elements in random order, in place (Fisher and Yates); returns the same array. */
  shuffle<A extends { [index: number]: unknown; readonly length: number }>(array: A): A;
}

/** A seed as text, so that 7 in a scenario and "7" on the command line are one seed. */
function seedText(seed: string | number, where: string): string {
  if (typeof seed === 'number' && !Number.isFinite(seed)) {
    throw new RangeError(`${where}: expected a seed of text or a finite number, found ${seed}.`);
  }
  // without a seed, seedrandom takes one of its own: alea a constant, the default the time
  const text = seed === undefined || seed === null ? '' : String(seed);
  if (text.trim() === '') {
    throw new RangeError(`${where}: expected a seed of text or a finite number, found none.`);
  }
  return text;
}

/**
 * The run key of a seed, by seedrandom's default generator (ARC4) from the seed's fingerprint. A
 * number and its decimal text are the same seed.
 * @throws RangeError when the seed is empty, blank, or not a finite number.
 */
export function runKey(seed: string | number): RunKey {
  // not the bare text: ARC4 repeats its key, so that seedrandom gives "1", "11" and "111" one stream
  const generator = seedrandom(digestText(seedText(seed, 'runKey')));
  const key0 = generator.int32();
  const key1 = generator.int32();
  return { key0, key1 };
}

/**
 * The seed of one replicate, common to all scenarios of an experiment: 32 hexadecimal digits, a hash
 * of the experiment's seed and the replicate's number (0 up).
 * @throws RangeError when the seed is empty or `replicate` is not a whole number from 0 to 2^31 - 1.
 */
export function replicateSeed(seed: string | number, replicate: number): string {
  const text = seedText(seed, 'replicateSeed');
  if (!(Number.isInteger(replicate) && replicate >= 0 && replicate <= 0x7fffffff)) {
    throw new RangeError(
      `replicateSeed: expected a whole replicate number from 0 up, found ${replicate}.`,
    );
  }
  const digest = new Digest();
  digest.text('replicate');
  digest.text(text);
  digest.word(replicate);
  return digest.hex();
}

/**
 * A sequence of draws from a seed, by seedrandom's `alea`.
 * @throws RangeError when the seed is empty, blank, or not a finite number.
 */
export function sequential(seed: string | number): Sequence {
  const generator = seedrandom.alea(seedText(seed, 'sequential'));
  const next = (): number => generator.double();
  const int = (n: number): number => {
    if (!(Number.isInteger(n) && n >= 1 && n <= 4294967296)) {
      throw new RangeError(`Sequence.int: expected a whole number from 1 to 2^32, found ${n}.`);
    }
    return Math.floor(generator.double() * n);
  };
  const shuffle = <A extends { [index: number]: unknown; readonly length: number }>(
    array: A,
  ): A => {
    for (let i = array.length - 1; i > 0; i--) {
      const j = int(i + 1);
      const held = array[i];
      array[i] = array[j];
      array[j] = held;
    }
    return array;
  };
  return { next, int, shuffle };
}
