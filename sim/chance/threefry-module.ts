/**
 * Threefry-2x32 with 13 rounds, four draws at a time: a WebAssembly module, put together here.
 *
 * It exports `people` and `ties`, functions of five 32-bit words: four times the number of draws, the
 * three words of the key schedule, and what is added to the second counter word. WebAssembly has
 * vectors of four words where JavaScript has none; its arithmetic on words is exact everywhere.
 */

/** Draws in one call at most; the regions of the memory are for as many. */
export const chunk = 4096;
/** Where regions begin in the memory, in bytes: counters or seats, results, and keys of all people. */
export const regions = {
  ego: 0,
  alter: chunk * 4,
  first: chunk * 8,
  second: chunk * 16,
  keys: chunk * 24,
} as const;

/** A number in the format of WebAssembly: LEB128, signed unless `unsigned`. */
function leb(value: number, unsigned = false): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = rest === (unsigned || (low & 0x40) === 0 ? 0 : -1);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

const u = (value: number): number[] => leb(value, true);
const sized = (bytes: readonly number[]): number[] => [...u(bytes.length), ...bytes];
const list = (items: readonly (readonly number[])[]): number[] => [
  ...u(items.length),
  ...items.flat(),
];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];
const text = (value: string): number[] => sized([...value].map((c) => c.charCodeAt(0)));

// instructions, named as in the specification; those after 0xfd are of vectors
const i32 = 0x7f;
const v128 = 0x7b;
const get = (local: number): number[] => [0x20, ...u(local)];
const set = (local: number): number[] => [0x21, ...u(local)];
const tee = (local: number): number[] => [0x22, ...u(local)];
const constant = (value: number): number[] => [0x41, ...leb(value)];
const at = (offset: number, align: number): number[] => [...u(align), ...u(offset)];
const i32Load = 0x28;
const i32Less = 0x49;
const i32Add = 0x6a;
const i32ShiftLeft = 0x74;
const f64Const = 0x44;
const loop = [0x03, 0x40];
const repeatIf = [0x0d, 0];
const end = 0x0b;
const vector = (code: number): number[] => [0xfd, ...u(code)];
const load = vector(0x00);
const store = vector(0x0b);
const vectorConst = vector(0x0c);
const shuffle = vector(0x0d);
const splat = vector(0x11);
const splatDouble = vector(0x14);
const or = vector(0x50);
const xor = vector(0x51);
const loadLane = vector(0x56);
const shiftLeft = vector(0xab);
const shiftRight = vector(0xad);
const add = vector(0xae);
const multiplyDoubles = vector(0xf2);
const lowToDoubles = vector(0xff);

// parameters, and the position in bytes, which is four times the draw's number
const [limit, key0, key1, key2, counter, here] = [0, 1, 2, 3, 4, 5];
// vectors: the block, the key schedule with the numbers of its injections, 2^-32 and the counter
const [x0, x1, s0, s1, s2] = [6, 7, 8, 9, 10];
const [s2and1, s0and2, s1and3, unit, counters] = [11, 12, 13, 14, 15];

const sum = (a: number, b: number, into: number): number[] => [
  ...[...get(a), ...get(b), ...add, ...set(into)],
];
const round = (by: number): number[] => [
  ...sum(x0, x1, x0),
  ...[...get(x1), ...constant(by), ...shiftLeft],
  ...[...get(x1), ...constant(32 - by), ...shiftRight],
  ...[...or, ...get(x0), ...xor, ...set(x1)],
];
const inject = (a: number, b: number): number[] => [...sum(x0, a, x0), ...sum(x1, b, x1)];
const rounds = [
  ...[13, 15, 26, 6].flatMap(round),
  ...inject(s1, s2and1),
  ...[17, 29, 16, 24].flatMap(round),
  ...inject(s2, s0and2),
  ...[13, 15, 26, 6].flatMap(round),
  ...inject(s0, s1and3),
  ...round(17),
];

/** Bytes of a vector with its halves exchanged. */
const exchanged = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];

/** Writes four words as uniforms in [0, 1). */
const write = (words: number, region: number): number[] =>
  [0, 1].flatMap((half) => [
    ...[...get(here), ...constant(1), i32ShiftLeft, ...get(words)],
    ...(half === 0 ? [] : [...get(words), ...shuffle, ...exchanged]),
    ...[...lowToDoubles, ...get(unit), ...multiplyDoubles],
    ...[...store, ...at(region + half * 16, 4)],
  ]);

/** Reads the keys of four people whose seats are in a region. */
const readKeys = (region: number, into: number): number[] =>
  [0, 1, 2, 3].flatMap((lane) => [
    ...[...get(here), i32Load, ...at(region + lane * 4, 2), ...constant(2), i32ShiftLeft],
    ...[...get(into), ...loadLane, ...at(regions.keys, 2), lane, ...set(into)],
  ]);

const spread = (word: number, more: number, into: number): number[] => [
  ...[...get(word), ...constant(more), i32Add, ...splat, ...set(into)],
];

/** A function that reads counters into the block, draws and writes, four draws at a time. */
function drawing(read: readonly number[], writing: readonly number[]): number[] {
  return sized([
    ...list([
      [1, i32],
      [10, v128],
    ]),
    ...[...spread(key0, 0, s0), ...spread(key1, 0, s1), ...spread(key2, 0, s2)],
    ...[...spread(key2, 1, s2and1), ...spread(key0, 2, s0and2), ...spread(key1, 3, s1and3)],
    ...spread(counter, 0, counters),
    // the bits of 2^-32
    ...[f64Const, 0, 0, 0, 0, 0, 0, 0xf0, 0x3d, ...splatDouble, ...set(unit)],
    ...loop,
    ...read,
    ...[...sum(x0, s0, x0), ...sum(x1, counters, x1), ...sum(x1, s1, x1)],
    ...rounds,
    ...writing,
    ...[...get(here), ...constant(16), i32Add, ...tee(here), ...get(limit), i32Less, ...repeatIf],
    ...[end, end],
  ]);
}

const zeros = [...vectorConst, ...Array.from({ length: 16 }, () => 0)];
const people = drawing(
  [...get(here), ...load, ...at(regions.ego, 4), ...set(x0), ...zeros, ...set(x1)],
  [...write(x0, regions.first), ...write(x1, regions.second)],
);
const ties = drawing(
  [...readKeys(regions.ego, x0), ...readKeys(regions.alter, x1)],
  write(x0, regions.first),
);

/** The module. It imports a memory, `memory.memory`. */
export const moduleBytes: Uint8Array<ArrayBuffer> = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, list([[0x60, ...list([[i32], [i32], [i32], [i32], [i32]]), 0]])),
  ...section(2, list([[...text('memory'), ...text('memory'), 2, 0, 1]])),
  ...section(3, list([[0], [0]])),
  ...section(
    7,
    list([
      [...text('people'), 0, 0],
      [...text('ties'), 0, 1],
    ]),
  ),
  ...section(10, list([people, ties])),
]);
