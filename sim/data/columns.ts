/** Typed-array columns: their declaration, the types that follow from it, and their storage. */

/** Storage of one column. `f64` double, `i32`/`u32` whole numbers, `u8` small codes and flags. */
export type ColumnType = 'f64' | 'i32' | 'u32' | 'u8';

/** Declares one column. `unit` and `doc` are required: an undocumented number does not compile. */
export interface ColumnSpec {
  readonly type: ColumnType;
  readonly unit: string;
  readonly doc: string;
  /** Values in each row; default 1. */
  readonly width?: number;
  /** Value of a new row; default 0. */
  readonly initial?: number;
}

export type ColumnSpecs = Readonly<Record<string, ColumnSpec>>;

interface ArrayTypes {
  f64: Float64Array<ArrayBuffer>;
  i32: Int32Array<ArrayBuffer>;
  u32: Uint32Array<ArrayBuffer>;
  u8: Uint8Array<ArrayBuffer>;
}

export type ColumnArray = ArrayTypes[ColumnType];

/** The arrays of a set of declared columns, by name. */
export type Columns<S extends ColumnSpecs> = { readonly [K in keyof S]: ArrayTypes[S[K]['type']] };

/** Declares columns and keeps their exact types. */
export function columns<const S extends ColumnSpecs>(specs: S): S {
  return specs;
}

const constructors = {
  f64: Float64Array,
  i32: Int32Array,
  u32: Uint32Array,
  u8: Uint8Array,
} as const;

/** New arrays for `capacity` rows, filled with each column's initial value. */
export function createColumns<S extends ColumnSpecs>(specs: S, capacity: number): Columns<S> {
  const made: Record<string, ColumnArray> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const array = new constructors[spec.type](capacity * (spec.width ?? 1));
    if (spec.initial) array.fill(spec.initial);
    made[name] = array;
  }
  return settled(made) as Columns<S>;
}

/**
 * A copy with the same keys that V8 keeps as a record with fixed offsets, always of one hidden
 * class. An object filled key by key turns into a hash table beyond 12 keys, and every column access
 * then costs a look-up; copies by spread get several classes, for which code is compiled anew.
 */
export function settled<T extends object>(filled: T): T {
  return Object.fromEntries(Object.entries(filled)) as T;
}

/**
 * A longer array with the same beginning. The old one is spoilt, so that a view kept from before the
 * growth gives NaN or the greatest number there is, never what was true once. Not detached: after
 * the first buffer is, V8 checks every access to every typed array (a third of a run's time).
 */
export function grown<A extends ColumnArray>(old: A, length: number, initial: number): A {
  const array = new (old.constructor as new (length: number) => A)(length);
  array.set(old);
  if (initial) array.fill(initial, old.length);
  if (old instanceof Float64Array) old.fill(Number.NaN);
  // all bits set; without its sign in a signed number
  else old.fill(old instanceof Int32Array ? 0x7fffffff : 0xffffffff);
  return array;
}
