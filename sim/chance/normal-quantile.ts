/** Quantile of the standard normal distribution, which turns one uniform draw into one deviate. */

import { log } from './portable.ts';

/** The standard normal deviate below which a share `p` lies; 0 < p < 1, not checked. Wichura (1988). */
export function gaussian(p: number): number {
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.7265770927008700853e4) *
          r +
          4.5921953931549871457e4) *
          r +
          1.3731693765509461125e4) *
          r +
          1.9715909503065514427e3) *
          r +
          1.3314166789178437745e2) *
          r +
          3.387132872796366608)) /
      (((((((5.226495278852854561e3 * r + 2.8729085735721942674e4) * r + 3.9307895800092710610e4) *
        r +
        2.1213794301586595867e4) *
        r +
        5.3941960214247511077e3) *
        r +
        6.8718700749205790830e2) *
        r +
        4.2313330701600911252e1) *
        r +
        1)
    );
  }
  return q < 0 ? -upperTail(p) : upperTail(1 - p);
}

/** The deviate exceeded with chance `tail`, 0 < tail <= 0.075. */
function upperTail(tail: number): number {
  let r = Math.sqrt(-log(tail));
  if (r <= 5) {
    r -= 1.6;
    return (
      (((((((7.7454501427834140764e-4 * r + 2.27238449892691845833e-2) * r +
        2.4178072517745061177e-1) *
        r +
        1.27045825245236838258) *
        r +
        3.64784832476320460504) *
        r +
        5.7694972214606914055) *
        r +
        4.6303378461565452959) *
        r +
        1.42343711074968357734) /
      (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r +
        1.51986665636164571966e-2) *
        r +
        1.4810397642748007459e-1) *
        r +
        6.8976733498510000455e-1) *
        r +
        1.6763848301838038494) *
        r +
        2.05319162663775882187) *
        r +
        1)
    );
  }
  r -= 5;
  return (
    (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r +
      1.2426609473880784386e-3) *
      r +
      2.65321895265761230930e-2) *
      r +
      2.9656057182850489123e-1) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
      6.6579046435011037772) /
    (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r +
      1.8463183175100546818e-5) *
      r +
      7.868691311456132591e-4) *
      r +
      1.48753612908506148525e-2) *
      r +
      1.3692988092273580531e-1) *
      r +
      5.9983220655588793769e-1) *
      r +
      1)
  );
}

/**
 * The standard normal deviate of a uniform `u` in [0, 1): the quantile at u + 2^-33, the middle of
 * the cell that a 32-bit uniform stands for, so that u = 0 gives -6.34 and not minus infinity.
 * Source: Wichura (1988), algorithm AS 241 (PPND16), relative error about 1e-15.
 * @throws RangeError outside [0, 1).
 */
export function normalQuantile(u: number): number {
  return gaussian(centred(u, 'normalQuantile'));
}

const HALF_CELL = 1 / 8589934592;

/** `u` moved from [0, 1) into the open interval (0, 1); never decreasing. Throws RangeError outside. */
export function centred(u: number, where: string): number {
  if (!(u >= 0 && u < 1)) {
    throw new RangeError(`${where}: expected a uniform from 0 to below 1, found ${u}.`);
  }
  // a 53-bit uniform can be nearer to 1 than half a cell
  return u < 1 - HALF_CELL ? u + HALF_CELL : 1 - HALF_CELL;
}
