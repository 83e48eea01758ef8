/**
 * Exponential, logarithm and the logistic curve with the same bits on every engine.
 *
 * The algorithms and coefficients are those of fdlibm. The notice of its e_exp.c reads:
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify,
 * and distribute this software is freely granted, provided that this notice is preserved.
 * That of its e_log.c: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at
 * SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice is preserved.
 *
 * Changed here: scaling by a table of powers of two, polynomials summed in pairs, and in `exp` one
 * rounding less.
 */

/** ln 2 in two parts, the first with 32 trailing zero bits so that small multiples are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
export const LN2 = LN2_HIGH + LN2_LOW;
export const INVERSE_LN2 = 1 / LN2;

/** Place of 2^0 in `POWERS_OF_TWO`. */
export const POWER_ZERO = 1074;

/** All powers of two that are doubles, from 2^-1074 to 2^1023. */
export const POWERS_OF_TWO = new Float64Array(POWER_ZERO + 1024);
for (let k = 0, up = 1, down = 1; k <= POWER_ZERO; k++, up *= 2, down /= 2) {
  if (k < 1024) POWERS_OF_TWO[POWER_ZERO + k] = up;
  POWERS_OF_TWO[POWER_ZERO - k] = down;
}

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/**
 * e to the power x, within 1 ulp. Infinity above 709.78, 0 below -745.13; NaN stays NaN.
 */
export function exp(x: number): number {
  if (x > -708 && x < 709) {
    const k = Math.floor(x * INVERSE_LN2 + 0.5) | 0;
    return expReduced(x - k * LN2_HIGH, k * LN2_LOW) * POWERS_OF_TWO[k + POWER_ZERO];
  }
  return expAtEdge(x);
}

/** e to the power `high - low`, for results from 0.7 to 1.42. */
function expReduced(high: number, low: number): number {
  const r = high - low;
  const t = r * r;
  const t2 = t * t;
  const remainder =
    t * (0.16666666666666602 - t * 0.0027777777777015593) +
    t2 * t * (6.613756321437934e-5 - t * 1.6533902205465252e-6 + t2 * 4.1381367970572385e-8);
  const c = r - remainder;
  // fdlibm's 1 - ((low - rest) - high), with the rounding of 1 + high put back
  const sum = 1 + high;
  return sum + (1 - sum + high + ((r * c) / (2 - c) - low));
}

/** As `exp` where the result may leave the range of normal doubles. */
function expAtEdge(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019411) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.floor(x * INVERSE_LN2 + 0.5) | 0;
  const y = expReduced(x - k * LN2_HIGH, k * LN2_LOW);
  // one exact step towards the middle, then one rounding
  return k > 0
    ? y * 2 * POWERS_OF_TWO[k - 1 + POWER_ZERO]
    : y * 0.5 * POWERS_OF_TWO[k + 1 + POWER_ZERO];
}

/**
 * Natural logarithm, within 1 ulp. Minus infinity at 0, NaN below 0.
 */
export function log(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return logAtEdge(x);
  if (x < 2.2250738585072014e-308) return logNormal(x * 18014398509481984, -54);
  return logNormal(x, 0);
}

function logAtEdge(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return x > 0 ? x : Number.NaN;
}

/** Logarithm of x times 2 to the power `exponent`, for a normal x. */
function logNormal(x: number, exponent: number): number {
  double[0] = x;
  const word = halves[1];
  // a fraction above the root of two counts to the next power, so that 1 + f is near 1
  const carry = ((word & 0xfffff) + 0x95f64) >> 20;
  const power = (word >> 20) - 1023 + carry;
  const k = power + exponent;
  const f = x * POWERS_OF_TWO[POWER_ZERO - power] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const w2 = w * w;
  const odd =
    z *
    (0.6666666666666735 +
      w * 0.2857142874366239 +
      w2 * (0.1818357216161805 + w * 0.14798198605116586));
  const even = w * (0.3999999999940942 + w * 0.22222198432149784) + w2 * w * 0.15313837699209373;
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + odd + even) + k * LN2_LOW) - f);
}

/**
 * The logistic curve 1 / (1 + exp(-x)), in [0, 1], within 3 ulp; no overflow for any x.
 */
export function sigmoid(x: number): number {
  const e = exp(-Math.abs(x));
  return (x >= 0 ? 1 : e) / (1 + e);
}

/**
 * Hyperbolic tangent, in [-1, 1], within 2 ulp. Near 0 the eighth convergent of Lambert's continued
 * fraction, whose remainder is below 1e-18 (fdlibm's form, through expm1, errs by more than 2 ulp).
 */
export function tanh(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < 1e-9) return x;
  if (size < 0.55) {
    const z = x * x;
    const top = z * (675675 + z * (45045 + z * (594 + z)));
    const bottom = 2027025 + z * (945945 + z * (51975 + z * (630 + z)));
    return x - (x * top) / bottom;
  }
  // past 22 the result is 1 to the last bit, and exp must not overflow
  const result = size < 22 ? 1 - 2 / (exp(2 * size) + 1) : 1;
  if (Number.isNaN(x)) return x;
  return x < 0 ? -result : result;
}
