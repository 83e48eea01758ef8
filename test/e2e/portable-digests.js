/** Fingerprints of the built portable arithmetic and keyed draws: loaded by Node and by the page. */
import { gamma } from '../../dist/sim/chance/distributions.js';
import * as portable from '../../dist/sim/chance/portable.js';
import { Rng } from '../../dist/sim/chance/threefry.js';
import { Digest } from '../../dist/sim/data/digest.js';

const inputs = 20_000;

/** One fingerprint for each exported function, over small, middling and large arguments. */
export function digests() {
  const rng = new Rng(1, 2);
  const result = {};
  for (const [name, compute] of Object.entries(portable)) {
    if (typeof compute !== 'function') continue;
    const digest = new Digest();
    for (let i = 0; i < inputs; i++) {
      const wide = (rng.uniform53(i) - 0.5) * [2, 20, 1000][i % 3];
      digest.number(compute(wide, rng.uniform53(i, 1) * 8 - 4));
      digest.number(compute(Math.abs(wide), rng.uniform53(i, 2) * 8 - 4));
    }
    result[name] = digest.hex();
  }
  const draws = new Digest();
  for (let i = 0; i < inputs; i++) {
    draws.number(rng.uniform(i));
    draws.number(rng.normal(i));
    draws.number(gamma(rng, i, 0.5 + i / 1000));
  }
  return { ...result, draws: draws.hex() };
}
