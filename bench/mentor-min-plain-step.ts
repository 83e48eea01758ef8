/** One week of mentor-min without the engine: one pass over the people, Threefry in the text. */
import { exp } from '../sim/chance/portable.ts';
import type { Start } from './mentor-min-start.ts';

/** Slots for the ties that a person owns, kept in order of creation. */
export const slots = 4;
/** 2^32 over the golden ratio: the second counter word of draw 1. */
const golden = 0x9e3779b9 | 0;
const toUnit = 1 / 4294967296;

/** What changes from week to week. */
export interface State {
  readonly count: Uint8Array;
  readonly target: Int32Array;
  readonly strength: Float64Array;
  readonly inDegree: Int32Array;
  readonly inDegreeNext: Int32Array;
  burnout: Float64Array;
  burnoutNext: Float64Array;
}

/**
 * Writes next week's in-degree and burnout, and each person's own ties. `key` holds the three key
 * words of meet (0 to 2), interact (3 to 5) and burnout (6 to 8). Returns by how much the ties rose.
 *
 * A function of its own, with nothing after the loop: V8 then keeps one optimised form. The draws
 * are written out, since a call in the loop costs more than the draw: V8 inlines at most two.
 */
export function updateEverybody(start: Start, state: State, key: Int32Array): number {
  const { people, key: name, interest, capacity, department, first, member } = start;
  const { inDegree, inDegreeNext, count, target, strength, burnout, burnoutNext } = state;
  let rise = 0;
  let x0 = 0;
  let x1 = 0;
  for (let ego = 0; ego < people; ego++) {
    const mine = ego * slots;
    const held = count[ego];
    const last = mine + held;
    const ownName = name[ego];

    let chosen = -1;
    if (held < slots) {
      const own = department[ego];
      const from = first[own];
      const size = first[own + 1] - from;
      x0 = (ownName + key[0]) | 0;
      x1 = key[1];
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
      x0 = (x0 + key[1]) | 0;
      x1 = (x1 + key[2] + 1) | 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
      x0 = (x0 + key[2]) | 0;
      x1 = (x1 + key[0] + 2) | 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
      x0 = (x0 + key[0]) | 0;
      x1 = (x1 + key[1] + 3) | 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;

      const c0 = member[from + (((x0 >>> 0) * toUnit * size) | 0)];
      const c1 = member[from + (((x1 >>> 0) * toUnit * size) | 0)];
      x0 = (ownName + key[0]) | 0;
      x1 = (golden + key[1]) | 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
      x0 = (x0 + key[1]) | 0;
      x1 = (x1 + key[2] + 1) | 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
      x0 = (x0 + key[2]) | 0;
      x1 = (x1 + key[0] + 2) | 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
      x0 = (x0 + key[0]) | 0;
      x1 = (x1 + key[1] + 3) | 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;

      const c2 = ((x0 >>> 0) * toUnit * people) | 0;
      const chance = (x1 >>> 0) * toUnit;
      const a = ego * 4;
      const a0 = interest[a];
      const a1 = interest[a + 1];
      const a2 = interest[a + 2];
      const a3 = interest[a + 3];
      let w0 = 0;
      let w1 = 0;
      let w2 = 0;

      if (c0 !== ego) {
        let known = false;
        for (let k = mine; k < last; k++) if (target[k] === c0) known = true;
        if (!known) {
          const b = c0 * 4;
          const apart =
            Math.abs(a0 - interest[b]) +
            Math.abs(a1 - interest[b + 1]) +
            Math.abs(a2 - interest[b + 2]) +
            Math.abs(a3 - interest[b + 3]);
          w0 = exp(
            -3.5 +
              2 * (1 - apart / 4) +
              (department[c0] === own ? 0.5 : 0) -
              inDegree[c0] / capacity[c0],
          );
        }
      }

      if (c1 !== ego) {
        let known = false;
        for (let k = mine; k < last; k++) if (target[k] === c1) known = true;
        if (!known) {
          const b = c1 * 4;
          const apart =
            Math.abs(a0 - interest[b]) +
            Math.abs(a1 - interest[b + 1]) +
            Math.abs(a2 - interest[b + 2]) +
            Math.abs(a3 - interest[b + 3]);
          w1 = exp(
            -3.5 +
              2 * (1 - apart / 4) +
              (department[c1] === own ? 0.5 : 0) -
              inDegree[c1] / capacity[c1],
          );
        }
      }

      if (c2 !== ego) {
        let known = false;
        for (let k = mine; k < last; k++) if (target[k] === c2) known = true;
        if (!known) {
          const b = c2 * 4;
          const apart =
            Math.abs(a0 - interest[b]) +
            Math.abs(a1 - interest[b + 1]) +
            Math.abs(a2 - interest[b + 2]) +
            Math.abs(a3 - interest[b + 3]);
          w2 = exp(
            -3.5 +
              2 * (1 - apart / 4) +
              (department[c2] === own ? 0.5 : 0) -
              inDegree[c2] / capacity[c2],
          );
        }
      }
      const point = chance * (1 + w0 + w1 + w2);
      if (point < w0 + w1 + w2) chosen = point < w0 ? c0 : point < w0 + w1 ? c1 : c2;
    }

    let support = 0;
    let around = 0;
    let kept = mine;
    for (let k = mine; k < last; k++) {
      const alter = target[k];
      const now = strength[k];
      support += now;
      around += burnout[alter];
      x0 = (ownName + key[3]) | 0;
      x1 = (name[alter] + key[4]) | 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
      x0 = (x0 + key[4]) | 0;
      x1 = (x1 + key[5] + 1) | 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
      x0 = (x0 + key[5]) | 0;
      x1 = (x1 + key[3] + 2) | 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
      x0 = (x0 + key[3]) | 0;
      x1 = (x1 + key[4] + 3) | 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;

      // the sign bit of the first word is the coin
      const next = x0 >= 0 ? now + 0.1 * (1 - now) : now * 0.7;
      if (next < 0.05) {
        inDegreeNext[alter]--;
        rise--;
        continue;
      }
      target[kept] = alter;
      strength[kept] = next;
      kept++;
    }
    if (chosen >= 0) {
      target[kept] = chosen;
      strength[kept] = 0.1;
      kept++;
      inDegreeNext[chosen]++;
      rise++;
    }
    count[ego] = kept - mine;

    x0 = (ownName + key[6]) | 0;
    x1 = key[7];
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
    x0 = (x0 + key[7]) | 0;
    x1 = (x1 + key[8] + 1) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
    x0 = (x0 + key[8]) | 0;
    x1 = (x1 + key[6] + 2) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
    x0 = (x0 + key[6]) | 0;
    x1 = (x1 + key[7] + 3) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;

    const own = burnout[ego];
    const load = inDegree[ego] / capacity[ego];
    const drift = held > 0 ? 0.05 * (around / held - own) : 0;
    const chance = (x0 >>> 0) * toUnit + (x1 >>> 0) * toUnit - 1;
    const next = own + 0.02 * load - 0.021 * support + drift + 0.02 * chance;
    burnoutNext[ego] = next < 0 ? 0 : next > 1 ? 1 : next;
  }
  return rise;
}
