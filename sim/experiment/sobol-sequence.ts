/** The Sobol sequence, any point of it at once, with a random digital shift. */
import type { Rng } from '../chance/threefry.ts';
import { sobolDirections } from './sobol-directions.ts';

const bits = 32;
const toUnit = 1 / 4294967296;

/** Dimensions for which there are direction numbers. */
export const maxSobolDimensions = 256;

/** Direction numbers of each dimension, made when they are first needed. */
const directions: Int32Array[] = [];

/** The 32 direction numbers of dimension `d` (0 up), the highest bit first. */
function directionsOf(d: number): Int32Array {
  if (directions[d]) return directions[d];
  const v = new Int32Array(bits);
  if (d === 0) {
    for (let j = 0; j < bits; j++) v[j] = 1 << (bits - 1 - j);
  } else {
    const entry = sobolDirections.split(',')[d - 1].trim();
    const [polynomial, ...m] = entry.split(/\s+/).map(Number);
    const s = m.length;
    for (let j = 0; j < bits; j++) {
      if (j < s) v[j] = m[j] << (bits - 1 - j);
      else {
        let word = v[j - s] ^ (v[j - s] >>> s);
        for (let k = 1; k < s; k++) if ((polynomial >> (s - 1 - k)) & 1) word ^= v[j - k];
        v[j] = word;
      }
    }
  }
  directions[d] = v;
  return v;
}

/** Coordinate `d` of point `k` as a 32-bit word, in Gray-code order: Antonov and Saleev (1979). */
export function sobolWord(k: number, d: number): number {
  if (!(Number.isInteger(d) && d >= 0 && d < maxSobolDimensions)) {
    throw new RangeError(`sobol: expected a dimension below ${maxSobolDimensions}, found ${d}.`);
  }
  const v = directionsOf(d);
  let gray = (k ^ (k >>> 1)) >>> 0;
  let word = 0;
  for (let j = 0; gray !== 0; j++, gray >>>= 1) if (gray & 1) word ^= v[j];
  return word >>> 0;
}

/** A coordinate in [0, 1), shifted: `rng` gives the shift of each dimension, on its own stream. */
export function sobolUnit(k: number, d: number, rng: Rng): number {
  const shift = Math.floor(rng.uniform(d) * 4294967296);
  return ((sobolWord(k, d) ^ shift) >>> 0) * toUnit;
}
