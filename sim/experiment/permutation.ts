/** A random order of 0 to n − 1 in which any place can be looked up: no list is kept. */
import type { Rng } from '../chance/threefry.ts';

const rounds = 12;

/**
 * Where `k` stands in a random order of `n`: a Feistel network on the fewest bits that hold n, walked
 * until it falls below n (Black and Rogaway 2002, cycle walking). `stream` tells orders apart.
 */
export function permuted(k: number, n: number, stream: number, rng: Rng): number {
  let half = 1;
  while (1 << (2 * half) < n) half++;
  let at = k;
  do at = feistel(at, half, stream, rng);
  while (at >= n);
  return at;
}

function feistel(k: number, half: number, stream: number, rng: Rng): number {
  const size = 1 << half;
  let left = Math.floor(k / size);
  let right = k % size;
  for (let round = 0; round < rounds; round++) {
    const mixed = Math.floor(rng.uniform(right, stream, round) * size);
    [left, right] = [right, left ^ mixed];
  }
  return left * size + right;
}
