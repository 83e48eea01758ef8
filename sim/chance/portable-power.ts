/**
 * Powers of real numbers with the same bits on every engine.
 *
 * The algorithm and coefficients are those of fdlibm. The notice of its e_pow.c reads:
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify,
 * and distribute this software is freely granted, provided that this notice is preserved.
 *
 * Changed here: one path for all exponents (fdlibm's series for |y| over 2^31 errs by hundreds of
 * ulp), and one rounding less at the end.
 * Names ending in High and Low are the two parts of one number of more than 53 bits.
 */

import { LN2, POWER_ZERO, POWERS_OF_TWO } from './portable-exponential.ts';

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/** log2 of a number in two parts, written by `log2Of`. */
const logParts = new Float64Array(2);

/**
 * x to the power y, within 1 ulp, with the special cases of JavaScript's power operator: y = 0 gives
 * 1 even for NaN; 1 to an infinite power and negative x to a broken power give NaN.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  const size = x < 0 ? -x : x;
  const ySize = y < 0 ? -y : y;
  if (!(size > 0 && size < Number.POSITIVE_INFINITY && ySize < Number.POSITIVE_INFINITY)) {
    return powAtEdge(x, y, size);
  }
  if (x < 0) {
    if (y !== Math.floor(y)) return Number.NaN;
    return isOdd(ySize) ? -powPositive(size, y) : powPositive(size, y);
  }
  return powPositive(size, y);
}

/** Whether a whole number is odd; from 2^53 up all doubles are even. */
function isOdd(whole: number): boolean {
  const half = whole / 2;
  return half !== Math.floor(half);
}

/** `pow` when x is 0, infinite or NaN, or y infinite or NaN. */
function powAtEdge(x: number, y: number, size: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (y === Number.POSITIVE_INFINITY || y === Number.NEGATIVE_INFINITY) {
    if (size === 1) return Number.NaN;
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  // x is 0 or infinite; 1 / x tells -0 from 0
  const result = (size === 0) === y < 0 ? Number.POSITIVE_INFINITY : 0;
  const negative = x < 0 || (x === 0 && 1 / x < 0);
  return negative && y === Math.floor(y) && isOdd(y < 0 ? -y : y) ? -result : result;
}

/** The number with the lower 32 bits of its significand cleared, so that products are exact. */
function highPart(x: number): number {
  double[0] = x;
  halves[0] = 0;
  return double[0];
}

function powPositive(x: number, y: number): number {
  log2Of(x);
  const logHigh = logParts[0];
  const logLow = logParts[1];
  const yHigh = highPart(y);
  const low = (y - yHigh) * logHigh + y * logLow;
  const high = yHigh * logHigh;
  return exp2(high, low);
}

/** Writes log2 x to `logParts`, from s = (x - b) / (x + b) with b = 1 or 1.5 next to the significand. */
function log2Of(x: number): void {
  const subnormal = x < 2.2250738585072014e-308;
  double[0] = subnormal ? x * 9007199254740992 : x;
  const word = halves[1];
  const fraction = word & 0xfffff;
  let n = (word >> 20) - 1023 - (subnormal ? 53 : 0);
  let k = 0;
  let top = fraction | 0x3ff00000;
  // nearest b: 1 up to the root of 1.5, 1.5 up to the root of 3, then 1 for half the significand
  if (fraction > 0x3988e && fraction < 0xbb67a) {
    k = 1;
  } else if (fraction >= 0xbb67a) {
    n++;
    top -= 0x100000;
  }
  halves[1] = top;
  const a = double[0];
  const b = k === 0 ? 1 : 1.5;
  const u = a - b;
  const v = 1 / (a + b);
  const s = u * v;
  const sHigh = highPart(s);
  // a + b, its first part rounded by adding to the bits
  double[0] = 0;
  halves[1] = ((top >> 1) | 0x20000000) + 0x00080000 + (k << 18);
  const sumHigh = double[0];
  const sumLow = a - (sumHigh - b);
  const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);
  // ln x = s (2 + 2/3 s^2 + ...): the sum in brackets, times 3/2, in two parts
  const s2 = s * s;
  const series =
    0.5999999999999946 +
    s2 *
      (0.4285714285785502 +
        s2 *
          (0.33333332981837743 +
            s2 * (0.272728123808534 + s2 * (0.23066074577556175 + s2 * 0.20697501780033842))));
  const rest = s2 * s2 * series + sLow * (sHigh + s);
  const square = sHigh * sHigh;
  const sumOfSeries = highPart(3 + square + rest);
  const seriesLow = rest - (sumOfSeries - 3 - square);
  const productU = sHigh * sumOfSeries;
  const productV = sLow * sumOfSeries + seriesLow * s;
  const pHigh = highPart(productU + productV);
  const pLow = productV - (pHigh - productU);
  // times 2 / (3 ln 2), plus log2 b and the exponent
  const zHigh = 0.9617967009544373 * pHigh;
  const bLogHigh = k === 0 ? 0 : 0.5849624872207642;
  const zLow =
    -7.028461650952758e-9 * pHigh +
    pLow * 0.9617966939259756 +
    (k === 0 ? 0 : 1.350039202129749e-8);
  const high = highPart(zHigh + zLow + bLogHigh + n);
  logParts[0] = high;
  logParts[1] = zLow - (high - n - bLogHigh - zHigh);
}

/** 2 to the power `high + low`, rounded once; Infinity from 1024, 0 below -1075. */
function exp2(high: number, low: number): number {
  const sum = high + low;
  if (sum >= 1024 && (sum > 1024 || low + 8.008566259537294e-17 > sum - high)) {
    return Number.POSITIVE_INFINITY;
  }
  if (sum <= -1075 && (sum < -1075 || low <= sum - high)) return 0;
  const n = Math.floor(sum + 0.5);
  const reduced = high - n;
  const t = highPart(low + reduced);
  const u = t * 0.6931471824645996;
  const v = (low - (t - reduced)) * LN2 - t * 1.904654299957768e-9;
  const z = u + v;
  const w = v - (z - u);
  const z2 = z * z;
  const c =
    z -
    z2 *
      (0.16666666666666602 +
        z2 *
          (-0.0027777777777015593 +
            z2 *
              (6.613756321437934e-5 + z2 * (-1.6533902205465252e-6 + z2 * 4.1381367970572385e-8))));
  const one = 1 + z;
  const result = one + (1 - one + z - ((z * c) / (c - 2) - (w + z * w)));
  // half the exponent first, where one factor would not be a normal double
  if (n > 1000) return result * 2 * POWERS_OF_TWO[n - 1 + POWER_ZERO];
  if (n < -1000) return result * 0.5 * POWERS_OF_TWO[n + 1 + POWER_ZERO];
  return result * POWERS_OF_TWO[n + POWER_ZERO];
}
