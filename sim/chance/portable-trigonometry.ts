/**
 * Sine and cosine with the same bits on every engine.
 *
 * The algorithms and coefficients are those of fdlibm (k_sin.c, k_cos.c, e_rem_pio2.c), whose notice
 * reads: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a
 * Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is
 * freely granted, provided that this notice is preserved.
 *
 * Changed here: arguments of millions are reduced in whole numbers of any length.
 */

/** The reduced argument, in two parts: from -pi/4 to pi/4. */
const reduced = new Float64Array(2);

/** Sine of x radians, in [-1, 1], within 1 ulp; NaN for infinite x. */
export function sin(x: number): number {
  if (x > -0.785 && x < 0.785) return sinNear(x, 0);
  return sinOfQuadrant(reduce(x));
}

/** Cosine of x radians, in [-1, 1], within 1 ulp; NaN for infinite x. */
export function cos(x: number): number {
  if (x > -0.785 && x < 0.785) return cosNear(x, 0);
  return sinOfQuadrant(reduce(x) + 1);
}

/** Sine of the reduced argument after `quadrant` quarter turns. */
function sinOfQuadrant(quadrant: number): number {
  const value = quadrant & 1 ? cosNear(reduced[0], reduced[1]) : sinNear(reduced[0], reduced[1]);
  return quadrant & 2 ? -value : value;
}

function sinNear(x: number, low: number): number {
  const z = x * x;
  const v = z * x;
  const r =
    0.00833333333332249 +
    z *
      (-1.984126982985795e-4 +
        z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return x - (z * (0.5 * low - v * r) - low + v * 0.16666666666666632);
}

function cosNear(x: number, low: number): number {
  const z = x * x;
  const r =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (2.480158728947673e-5 +
              z *
                (-2.7557314351390663e-7 +
                  z * (2.087572321298175e-9 - z * 1.1359647557788195e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  // what the subtraction lost comes back with the small terms
  return w + (1 - w - half + (z * r - x * low));
}

/** Takes whole quarter turns off x: leaves the rest in `reduced`, returns their number modulo 4. */
function reduce(x: number): number {
  const size = x < 0 ? -x : x;
  if (!(size < Number.POSITIVE_INFINITY)) {
    reduced[0] = Number.NaN;
    return 0;
  }
  if (size > 500000) {
    const quarters = reduceLarge(size);
    if (x > 0) return quarters;
    reduced[0] = -reduced[0];
    reduced[1] = -reduced[1];
    return -quarters;
  }
  // pi/2 in parts of 33 bits, whose products with n are exact
  const n = Math.floor(x * 0.6366197723675814 + 0.5);
  let rest = x - n * 1.5707963267341256;
  let off = n * 6.077100506506192e-11;
  let high = rest - off;
  if (Math.abs(high) < size * 1.52587890625e-5) {
    // 16 bits or more cancelled: another part of pi/2, and past 49 bits a third
    let before = rest;
    off = n * 6.077100506303966e-11;
    rest = before - off;
    off = n * 2.0222662487959506e-21 - (before - rest - off);
    high = rest - off;
    if (Math.abs(high) < size * 1.7763568394002505e-15) {
      before = rest;
      off = n * 2.0222662487111665e-21;
      rest = before - off;
      off = n * 8.4784276603689e-32 - (before - rest - off);
      high = rest - off;
    }
  }
  reduced[0] = high;
  reduced[1] = rest - high - off;
  return n & 3;
}

/** Binary digits after the point in the whole-number arithmetic of `reduceLarge`. */
const PLACES = 180n;
const UNIT = 1n << PLACES;
/** 2/pi times 2^1216: enough digits for the largest double and `PLACES` more. */
const TWO_OVER_PI_PLACES = 1216n;
const TWO_OVER_PI = BigInt(
  '0x' +
    'a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424d' +
    'd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639' +
    '835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f46' +
    '3f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6bab',
);

/** As `reduce` for any large positive x; slow, and exact to `PLACES` digits. */
function reduceLarge(x: number): number {
  // x times 2^34 is whole, since x has no digit below 2^-34
  const shift = x < 4503599627370496 ? 34n : 0n;
  const whole = BigInt(shift === 0n ? x : x * 17179869184);
  const quarters = (whole * TWO_OVER_PI) >> (TWO_OVER_PI_PLACES + shift - PLACES);
  const n = (quarters + UNIT / 2n) >> PLACES;
  const halfPi = (UNIT << TWO_OVER_PI_PLACES) / TWO_OVER_PI;
  const rest = ((quarters - n * UNIT) * halfPi) >> PLACES;
  const high = Number(rest);
  // powers of two, so that both divisions are exact
  reduced[0] = high / Number(UNIT);
  reduced[1] = Number(rest - BigInt(high)) / Number(UNIT);
  return Number(n & 3n);
}
