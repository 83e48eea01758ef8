/** MurmurHash3_x86_128 over bytes, after the published C++ line by line, in whole numbers of any size. */

const mask = 0xffffffffn;
const c1 = 0x239b961bn;
const c2 = 0xab0e9789n;
const c3 = 0x38b34ae5n;
const c4 = 0xa1e38b93n;

const rotl = (x: bigint, r: bigint): bigint => ((x << r) | (x >> (32n - r))) & mask;
const mul = (a: bigint, b: bigint): bigint => (a * b) & mask;

function finalMix(value: bigint): bigint {
  let h = value;
  h = mul(h ^ (h >> 16n), 0x85ebca6bn);
  h = mul(h ^ (h >> 13n), 0xc2b2ae35n);
  return h ^ (h >> 16n);
}

/** Up to four bytes from `from` on as a little-endian word; bytes beyond the end count as 0. */
function wordAt(bytes: Uint8Array, from: number): bigint {
  let word = 0n;
  for (let i = 3; i >= 0; i--) word = (word << 8n) | BigInt(bytes[from + i] ?? 0);
  return word;
}

/** The four words of the published hash. */
export function murmurWords(bytes: Uint8Array, seed: number): bigint[] {
  let [a, b, c, d] = [BigInt(seed), BigInt(seed), BigInt(seed), BigInt(seed)];
  const whole = bytes.length - (bytes.length % 16);
  for (let at = 0; at < whole; at += 16) {
    a ^= mul(rotl(mul(wordAt(bytes, at), c1), 15n), c2);
    a = (mul(rotl(a, 19n) + b, 5n) + 0x561ccd1bn) & mask;
    b ^= mul(rotl(mul(wordAt(bytes, at + 4), c2), 16n), c3);
    b = (mul(rotl(b, 17n) + c, 5n) + 0x0bcaa747n) & mask;
    c ^= mul(rotl(mul(wordAt(bytes, at + 8), c3), 17n), c4);
    c = (mul(rotl(c, 15n) + d, 5n) + 0x96cd1c35n) & mask;
    d ^= mul(rotl(mul(wordAt(bytes, at + 12), c4), 18n), c1);
    d = (mul(rotl(d, 13n) + a, 5n) + 0x32ac3b17n) & mask;
  }
  // a rest of 0 bytes leaves a word as it is: the mix of 0 is 0
  d ^= mul(rotl(mul(wordAt(bytes, whole + 12), c4), 18n), c1);
  c ^= mul(rotl(mul(wordAt(bytes, whole + 8), c3), 17n), c4);
  b ^= mul(rotl(mul(wordAt(bytes, whole + 4), c2), 16n), c3);
  a ^= mul(rotl(mul(wordAt(bytes, whole), c1), 15n), c2);
  const length = BigInt(bytes.length);
  return spread(spread([a ^ length, b ^ length, c ^ length, d ^ length]).map(finalMix));
}

function spread([a, b, c, d]: bigint[]): bigint[] {
  const sum = (a + b + c + d) & mask;
  return [sum, (b + sum) & mask, (c + sum) & mask, (d + sum) & mask];
}

/** The hash as 32 hexadecimal digits, word by word. */
export function murmurHex(bytes: Uint8Array, seed = 0): string {
  return murmurWords(bytes, seed)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
}
