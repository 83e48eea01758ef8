/** Quantile of the standard normal distribution, which turns one uniform draw into one deviate. */

import { log } from './portable.ts';

const HALF_CELL = 1 / 8589934592;

/**
 * The standard normal deviate below which a share `p` lies, as for z values of intervals; 0 < p < 1,
 * not checked. For draws, `normalQuantile` also takes 0.
 * Source: Wichura (1988), algorithm AS 241 (PPND16), relative error about 1e-15; the polynomials are
 * summed in pairs, which a processor does side by side.
 */
export function inverseNormal(p: number): number {
  const q = p - 0.5;
  if (q < -0.425) return -upperTail(p);
  if (q > 0.425) return upperTail(1 - p);
  const r = 0.180625 - q * q;
  const r2 = r * r;
  const r4 = r2 * r2;
  const top =
    3.3871328727963665 +
    133.14166789178438 * r +
    (1971.5909503065513 + 13731.693765509461 * r) * r2 +
    (45921.95393154987 + 67265.7709270087 * r + (33430.57558358813 + 2509.0809287301227 * r) * r2) *
      r4;
  const bottom =
    1 +
    42.31333070160091 * r +
    (687.1870074920579 + 5394.196021424751 * r) * r2 +
    (21213.794301586597 +
      39307.89580009271 * r +
      (28729.085735721943 + 5226.495278852854 * r) * r2) *
      r4;
  return (q * top) / bottom;
}

/** The deviate exceeded with chance `tail`, 0 < tail <= 0.075. */
function upperTail(tail: number): number {
  const root = Math.sqrt(-log(tail));
  if (root > 5) return farTail(root - 5);
  const r = root - 1.6;
  const r2 = r * r;
  const r4 = r2 * r2;
  const top =
    1.4234371107496835 +
    4.630337846156546 * r +
    (5.769497221460691 + 3.6478483247632045 * r) * r2 +
    (1.2704582524523684 +
      0.2417807251774506 * r +
      (0.022723844989269184 + 7.745450142783414e-4 * r) * r2) *
      r4;
  const bottom =
    1 +
    2.053191626637759 * r +
    (1.6763848301838038 + 0.6897673349851 * r) * r2 +
    (0.14810397642748008 +
      0.015198666563616457 * r +
      (5.475938084995345e-4 + 1.0507500716444169e-9 * r) * r2) *
      r4;
  return top / bottom;
}

/** As `upperTail` for chances below e to -25, where a draw of 53 bits seldom comes. */
function farTail(r: number): number {
  const r2 = r * r;
  const r4 = r2 * r2;
  const top =
    6.657904643501103 +
    5.463784911164114 * r +
    (1.7848265399172913 + 0.29656057182850487 * r) * r2 +
    (0.026532189526576124 +
      0.0012426609473880784 * r +
      (2.7115555687434876e-5 + 2.0103343992922881e-7 * r) * r2) *
      r4;
  const bottom =
    1 +
    0.599832206555888 * r +
    (0.1369298809227358 + 0.014875361290850615 * r) * r2 +
    (7.868691311456133e-4 +
      1.8463183175100548e-5 * r +
      (1.421511758316446e-7 + 2.0442631033899397e-15 * r) * r2) *
      r4;
  return top / bottom;
}

/** `u` moved from [0, 1) into the open interval (0, 1); never decreasing. Throws RangeError outside. */
export function centred(u: number, where: string): number {
  if (!(u >= 0 && u < 1)) {
    throw new RangeError(`${where}: expected a uniform from 0 to below 1, found ${u}.`);
  }
  // a 53-bit uniform can be nearer to 1 than half a cell
  return u < 1 - HALF_CELL ? u + HALF_CELL : 1 - HALF_CELL;
}

/**
 * The standard normal deviate of a uniform `u` in [0, 1): the quantile at u + 2^-33, the middle of
 * the cell that a 32-bit uniform stands for, so that u = 0 gives -6.34 and not minus infinity.
 * Increasing in `u`.
 * @throws RangeError when `u` is outside [0, 1).
 */
export function normalQuantile(u: number): number {
  return inverseNormal(centred(u, 'normalQuantile'));
}
