/** Draws for many at once are those made one by one, with vectors and without. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

for (const vectors of [true, false]) {
  describe(vectors ? 'in vectors' : 'without WebAssembly', () => {
    async function loaded(): Promise<typeof import('../../sim/chance/threefry.ts')> {
      vi.resetModules();
      if (!vectors) vi.stubGlobal('WebAssembly', undefined);
      return await import('../../sim/chance/threefry.ts');
    }

    it('uniforms has both words of each draw', async () => {
      const { Rng } = await loaded();
      const sizes = fc.oneof(fc.nat(20), fc.constantFrom(4095, 4096, 4097, 9001));
      fc.assert(
        fc.property(word, word, word, sizes, fc.nat(40), (a, b, week, n, index) => {
          const rng = new Rng(a, b);
          rng.select(a ^ b, week);
          const keys = Uint32Array.from({ length: n + 3 }, (_, k) =>
            Math.imul(k + week, 0x9e3779b1),
          );
          const first = new Float64Array(n + 1).fill(7);
          const second = new Float64Array(n + 1).fill(7);
          rng.uniforms(keys, n, index, first, second);
          for (let k = 0; k < n; k++) {
            const one = rng.uniform(keys[k], 0, index);
            if (first[k] !== one || second[k] !== rng.second()) expect(k).toBe('as drawn alone');
          }
          expect([first[n], second[n]]).toEqual([7, 7]);
        }),
        { numRuns: 60 },
      );
    });

    it('tieUniforms has the first word of each', async () => {
      const { Rng } = await loaded();
      const sizes = fc.oneof(fc.nat(20), fc.constantFrom(4096, 4097, 9001));
      const people = fc.constantFrom(1, 5, 300, 70_000);
      fc.assert(
        fc.property(word, word, people, sizes, fc.nat(40), (a, b, seats, n, index) => {
          const rng = new Rng(a, b);
          const keys = Uint32Array.from({ length: seats }, (_, k) => Math.imul(k + a, 0x85ebca6b));
          const seat = (_: unknown, k: number): number => (Math.imul(k + b, 7919) >>> 0) % seats;
          const source = Int32Array.from({ length: n }, seat);
          const target = Int32Array.from({ length: n }, (_, k) => seat(_, k + 1));
          const out = new Float64Array(n + 1).fill(7);
          rng.tieUniforms(keys, source, target, n, index, out);
          for (let t = 0; t < n; t++) {
            const one = rng.uniform(keys[source[t]], keys[target[t]], index);
            if (out[t] !== one) expect(t).toBe('as drawn alone');
          }
          expect(out[n]).toBe(7);
        }),
        { numRuns: 60 },
      );
    });
  });
}

it('where WebAssembly is, the vectors are used', async () => {
  const { Lanes } = await import('../../sim/chance/threefry-lanes.ts');
  expect(() => new Lanes()).not.toThrow();
});
