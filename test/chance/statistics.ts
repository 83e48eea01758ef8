/** Tests of randomness for the chance tests: each returns a p-value, or a standard score. */

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** Logarithm of the gamma function, x over 0 (Lanczos). */
export function logGamma(x: number): number {
  let sum = 0.9999999999998099;
  for (let i = 0; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (x + i);
  const t = x + 6.5;
  return 0.9189385332046727 + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Share of a gamma distribution (shape a, scale 1) below x: series, or continued fraction. */
export function gammaShare(a: number, x: number): number {
  if (x <= 0) return 0;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-16; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum * scale;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return 1 - scale * h;
}

/** Chance that a chi-square of `freedom` degrees is as large as `value` or larger. */
export function chiSquareP(value: number, freedom: number): number {
  return 1 - gammaShare(freedom / 2, value / 2);
}

/** Chance that a standard normal is z or more: a half at 0, and both ends are suspect. */
export function scoreP(z: number): number {
  const tail = chiSquareP(z * z, 1) / 2;
  return z > 0 ? tail : 1 - tail;
}

/** Chi-square p-value of counts that should be equal. */
export function evenP(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  const expected = total / counts.length;
  let value = 0;
  for (let i = 0; i < counts.length; i++) value += (counts[i]! - expected) ** 2 / expected;
  return chiSquareP(value, counts.length - 1);
}

/** Chi-square p-value of counts against expected chances. */
export function expectedP(counts: ArrayLike<number>, chances: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  let value = 0;
  for (let i = 0; i < counts.length; i++) {
    const expected = total * chances[i]!;
    value += (counts[i]! - expected) ** 2 / expected;
  }
  return chiSquareP(value, counts.length - 1);
}

/** Kolmogorov-Smirnov p-value of values against a distribution function (large samples). */
export function kolmogorovP(values: Float64Array, share: (x: number) => number): number {
  const sorted = values.slice().sort();
  const n = sorted.length;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const p = share(sorted[i]!);
    distance = Math.max(distance, p - i / n, (i + 1) / n - p);
  }
  const t = distance * (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n));
  let sum = 0;
  for (let k = 1; k < 100; k++) sum += (k % 2 ? 2 : -2) * Math.exp(-2 * k * k * t * t);
  return Math.min(1, Math.max(0, sum));
}

/** Standard score of the correlation of two columns of independent uniforms. */
export function correlationZ(a: Uint32Array, b: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    sum += ((a[i]! + 0.5) / 4294967296 - 0.5) * ((b[i]! + 0.5) / 4294967296 - 0.5);
  }
  return (sum * 12) / Math.sqrt(a.length);
}

/** Chi-square p-value of how often each of the 32 bits differs between two columns. */
export function bitDifferenceP(a: Uint32Array, b: Uint32Array): number {
  const counts = new Float64Array(32);
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! ^ b[i]!;
    for (let bit = 0; bit < 32; bit++) counts[bit]! += (difference >>> bit) & 1;
  }
  let value = 0;
  for (let bit = 0; bit < 32; bit++) value += (2 * counts[bit]! - a.length) ** 2 / a.length;
  return chiSquareP(value, 32);
}

/** Standard score of the number of runs above and below one half. */
export function runsZ(words: Uint32Array): number {
  let runs = 1;
  for (let i = 1; i < words.length; i++) {
    runs += (words[i]! >>> 31) ^ (words[i - 1]! >>> 31);
  }
  const n = words.length - 1;
  return (runs - 1 - n / 2) / Math.sqrt(n / 4);
}

/** Rank over the field of two elements of a 32 x 32 matrix of bits, destroyed. */
export function rank32(rows: Uint32Array): number {
  let rank = 0;
  for (let bit = 0; bit < 32; bit++) {
    let pivot = rank;
    while (pivot < 32 && ((rows[pivot]! >>> bit) & 1) === 0) pivot++;
    if (pivot === 32) continue;
    const row = rows[pivot]!;
    rows[pivot] = rows[rank]!;
    rows[rank] = row;
    for (let i = rank + 1; i < 32; i++) if ((rows[i]! >>> bit) & 1) rows[i]! ^= row;
    rank++;
  }
  return rank;
}

/** Chi-square p-value of the ranks of 32 x 32 bit matrices cut from a column of words. */
export function rankP(words: Uint32Array): number {
  const counts = new Float64Array(3);
  const matrix = new Uint32Array(32);
  for (let from = 0; from + 32 <= words.length; from += 32) {
    matrix.set(words.subarray(from, from + 32));
    counts[Math.max(0, rank32(matrix) - 30)]!++;
  }
  // chances of rank 30 or less, 31, 32 (Marsaglia and Tsay 1985)
  return expectedP(counts, [0.1336357, 0.5775762, 0.2887881]);
}

/**
 * Standard score of the number of repeated gaps between sorted birthdays, 4,096 at a time in a year
 * of 2^32 days: Poisson of mean 4 a time (Marsaglia and Tsang 2002).
 */
export function birthdayZ(words: Uint32Array): number {
  const people = 4096;
  let repeats = 0;
  let times = 0;
  for (let from = 0; from + people <= words.length; from += people) {
    const days = words.slice(from, from + people).sort();
    const gaps = new Uint32Array(people);
    gaps[0] = days[0]!;
    for (let i = 1; i < people; i++) gaps[i] = days[i]! - days[i - 1]!;
    gaps.sort();
    for (let i = 1; i < people; i++) if (gaps[i] === gaps[i - 1]) repeats++;
    times++;
  }
  return (repeats - 4 * times) / Math.sqrt(4 * times);
}
