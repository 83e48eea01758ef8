/** Columns and tables: growth keeps values and makes old views fail loudly; copies are complete. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnArray } from '../../sim/data/columns.ts';
import { columns, createColumns, grown, settled } from '../../sim/data/columns.ts';
import { Digest } from '../../sim/data/digest.ts';
import { Table } from '../../sim/data/table.ts';

const specs = columns({
  mood: { type: 'f64', initial: 0.5, unit: '0–1', doc: 'a double with an initial value' },
  seat: { type: 'i32', initial: -1, unit: 'seat', doc: 'a whole number with an initial value' },
  key: { type: 'u32', unit: 'key', doc: 'a key' },
  flag: { type: 'u8', initial: 1, unit: 'flag', doc: 'a flag' },
  place: { type: 'f64', width: 3, initial: 2, unit: 'position', doc: 'three numbers a row' },
});

/** What an old array holds once the table has grown. */
const spoilt = new Map<unknown, number>([
  [Float64Array, Number.NaN],
  [Int32Array, 2 ** 31 - 1],
  [Uint32Array, 2 ** 32 - 1],
  [Uint8Array, 255],
]);

/** The values of rows 0 to size − 1, by column. */
function valuesOf(table: Table<typeof specs>): Record<string, number[]> {
  const { size, column } = table;
  return {
    mood: [...column.mood.subarray(0, size)],
    seat: [...column.seat.subarray(0, size)],
    key: [...column.key.subarray(0, size)],
    flag: [...column.flag.subarray(0, size)],
    place: [...column.place.subarray(0, size * 3)],
  };
}

/** A table whose row r holds values made from r. */
function filled(rows: number, capacity = 2): Table<typeof specs> {
  const table = new Table(specs, capacity);
  for (let r = 1; r <= rows; r++) {
    const row = table.addRow();
    table.column.mood[row] = r + 0.25;
    table.column.seat[row] = -r;
    table.column.key[row] = 0xffffffff - r;
    table.column.flag[row] = r;
    for (let k = 0; k < 3; k++) table.column.place[row * 3 + k] = r * 10 + k;
  }
  return table;
}

describe('columns', () => {
  it('begin at their initial value, in every place of a wide row', () => {
    const made = createColumns(specs, 2);
    expect([...made.mood]).toEqual([0.5, 0.5]);
    expect([...made.seat]).toEqual([-1, -1]);
    expect([...made.key]).toEqual([0, 0]);
    expect([...made.flag]).toEqual([1, 1]);
    expect([...made.place]).toEqual([2, 2, 2, 2, 2, 2]);
    expect(made.key).toBeInstanceOf(Uint32Array);
    expect(made.flag).toBeInstanceOf(Uint8Array);
  });

  it('grow by a copy of the same type, and spoil the old array', () => {
    for (const old of [
      Float64Array.of(1.5, -2),
      Int32Array.of(3, -4),
      Uint32Array.of(5, 4e9),
      Uint8Array.of(7, 255),
    ] satisfies ColumnArray[]) {
      const [first, second] = old;
      const larger = grown(old, 4, 9);
      expect([...larger]).toEqual([first, second, 9, 9]);
      expect(larger.constructor).toBe(old.constructor);
      expect([...old]).toEqual(Array(2).fill(spoilt.get(old.constructor)));
    }
  });

  it('keep all keys when settled', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`key${i}`, i + 1]));
    expect(settled(many)).toEqual(many);
    expect(settled(many)).not.toBe(many);
  });
});

describe('a table', () => {
  it('keeps every value when it grows from 2 rows to 9', () => {
    const table = filled(9);
    expect(table.capacity).toBe(16);
    expect(valuesOf(table)).toEqual({
      mood: [1.25, 2.25, 3.25, 4.25, 5.25, 6.25, 7.25, 8.25, 9.25],
      seat: [-1, -2, -3, -4, -5, -6, -7, -8, -9],
      key: Array.from({ length: 9 }, (_, i) => 0xfffffffe - i),
      flag: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      place: Array.from({ length: 27 }, (_, i) => (Math.floor(i / 3) + 1) * 10 + (i % 3)),
    });
  });

  it('spoils views from before a growth', () => {
    const table = filled(2);
    const stale = table.column;
    const window = stale.place.subarray(3, 6);
    table.addRow();
    for (const view of [...Object.values(stale), window] as ColumnArray[]) {
      expect([...view]).toEqual(Array(view.length).fill(spoilt.get(view.constructor)));
    }
    expect(table.column.mood[0]).toBe(1.25);
  });

  it('keeps its arrays as long as there is room', () => {
    const table = filled(2, 3);
    const before = table.column.mood;
    table.addRow();
    expect(table.column.mood).toBe(before);
  });

  it('gives a row that is used again its initial values', () => {
    const table = filled(5);
    table.clear();
    expect(table.size).toBe(0);
    expect(table.capacity).toBe(8);
    expect(table.addRow()).toBe(0);
    expect(table.addRow()).toBe(1);
    expect(valuesOf(table)).toEqual({
      mood: [0.5, 0.5],
      seat: [-1, -1],
      key: [0, 0],
      flag: [1, 1],
      place: [2, 2, 2, 2, 2, 2],
    });
  });

  it('makes room for as many rows as are reserved, and at least doubles', () => {
    const table = filled(2);
    table.reserve(2);
    expect(table.capacity).toBe(2);
    table.reserve(3);
    expect(table.capacity).toBe(4);
    table.reserve(100);
    expect(table.capacity).toBe(100);
    expect(table.column.place.length).toBe(300);
    expect([table.size, table.column.seat[1], table.column.seat[99]]).toEqual([2, -2, -1]);
  });

  it('of capacity 0 can hold rows all the same', () => {
    const table = new Table(specs, 0);
    for (let r = 0; r < 5; r++) expect(table.addRow()).toBe(r);
    expect(table.size).toBe(5);
  });
});

describe('capture and restore of a table', () => {
  it('put back all rows of all widths, in a table of any size', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), (rows, others) => {
        const table = filled(rows);
        const state = structuredClone(table.capture());
        expect(state.size).toBe(rows);
        expect(state.arrays.map(({ length }) => length)).toEqual([
          rows,
          rows,
          rows,
          rows,
          rows * 3,
        ]);
        const other = filled(others, 1);
        other.restore(state);
        expect(other.size).toBe(rows);
        expect(valuesOf(other)).toEqual(valuesOf(table));
      }),
    );
  });

  it('copy: neither the table nor the state moves with the other', () => {
    const table = filled(3);
    const state = table.capture();
    table.column.mood[1] = 99;
    table.column.place[5] = 99;
    expect([...state.arrays[0]]).toEqual([1.25, 2.25, 3.25]);
    const other = new Table(specs);
    other.restore(state);
    other.column.mood[1] = 77;
    expect(state.arrays[0][1]).toBe(2.25);
  });

  it('refuse a state of other columns and say what to do', () => {
    const table = filled(1);
    const { size, arrays, extra } = table.capture();
    expect(() => table.restore({ size, arrays: arrays.slice(1), extra })).toThrow(
      'expected 5 columns, found 4. Use a snapshot of the same model version.',
    );
  });
});

describe('the digest of a table', () => {
  it('covers every row of every column, and nothing beyond the last row', () => {
    const hexOf = (table: Table<typeof specs>): string => {
      const digest = new Digest();
      table.digestInto(digest);
      return digest.hex();
    };
    const reference = hexOf(filled(3));
    const roomy = filled(3, 40);
    roomy.column.mood[3] = 7;
    expect(hexOf(roomy)).toBe(reference);
    const seen = new Set([reference, hexOf(filled(2))]);
    for (const name of Object.keys(specs) as (keyof typeof specs)[]) {
      const table = filled(3);
      const array = table.column[name];
      array[array.length === 12 ? 8 : 2] += 1;
      seen.add(hexOf(table));
    }
    expect(seen.size).toBe(7);
  });
});
