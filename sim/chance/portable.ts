/** Exponential, logarithm, power and friends with the same bits on every engine (fdlibm algorithms). */

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);

const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.44269504088896338700;

/** Powers of two from 2^-1022 to 2^1023. */
const POWERS = new Float64Array(2046);
for (let i = 1022, up = 1, down = 1; i < 2046; i++, up *= 2, down /= 2) {
  POWERS[i] = up;
  if (i > 1022) POWERS[2044 - i] = down;
}
POWERS[1022] = 1;

function reduced(hi: number, lo: number): number {
  const r = hi - lo;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 +
                t * (-1.65339022054652515390e-6 + t * 4.13813679705723846039e-8))));
  return 1 - (lo - (r * c) / (2 - c) - hi);
}

/** e to the power x, within 1 ulp; 0 below -745.13, Infinity above 709.78. */
export function exp(x: number): number {
  if (x > -708 && x < 709) {
    const k = Math.floor(x * INVERSE_LN2 + 0.5) | 0;
    return reduced(x - k * LN2_HIGH, k * LN2_LOW) * POWERS[k + 1022];
  }
  return expFar(x);
}

function expFar(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893383973096) return Number.POSITIVE_INFINITY;
  if (x < -745.13321910194110842) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5) | 0;
  const y = reduced(x - k * LN2_HIGH, k * LN2_LOW);
  // two steps, so that neither factor leaves the range of doubles
  return k > 0 ? y * POWERS[k + 1021] * 2 : y * POWERS[k + 1222] * POWERS[822];
}

/** Natural logarithm, within 1 ulp; -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  bits[0] = x;
  if (x < 2.2250738585072014e-308) {
    bits[0] = x * 18014398509481984;
    k = -54;
  }
  const high = words[1];
  k += (high >> 20) - 1023;
  const fraction = high & 0xfffff;
  // to the interval from sqrt(1/2) to sqrt(2)
  const carry = (fraction + 0x95f64) & 0x100000;
  words[1] = fraction | (carry ^ 0x3ff00000);
  k += carry >> 20;
  const f = bits[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd =
    w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const even =
    z *
    (6.666666666666735130e-1 +
      w *
        (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const r = even + odd;
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
}

/** 1 / (1 + exp(-x)), without overflow, in [0, 1]. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}
