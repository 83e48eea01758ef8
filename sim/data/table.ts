/** A growable table of typed-array columns: the storage under people, ties and everything else. */
import type { ColumnArray, ColumnSpecs, Columns } from './columns.ts';
import { createColumns, grown, settled } from './columns.ts';
import type { Digest } from './digest.ts';
import type { RowMoves } from './row-moves.ts';

/** A table's rows at one moment, as copies: plain data that can be posted to a worker. */
export interface TableState {
  readonly size: number;
  readonly arrays: readonly ColumnArray[];
  /** Further whole numbers that a kind of table keeps, such as the next person's id. */
  readonly extra: readonly number[];
}

/**
 * Rows 0 to `size` − 1 of declared columns. Take `table.column.x` into a local before a loop;
 * adding rows may replace the arrays, so take them again afterwards.
 */
export class Table<S extends ColumnSpecs> {
  readonly specs: S;
  column: Columns<S>;
  size = 0;
  capacity: number;
  private readonly names: readonly (keyof S & string)[];

  constructor(specs: S, capacity = 16) {
    this.specs = specs;
    this.names = Object.keys(specs);
    this.capacity = Math.max(1, capacity);
    this.column = createColumns(specs, this.capacity);
  }

  /** Appends a row with initial values. Returns its number. */
  addRow(): number {
    if (this.size === this.capacity) this.grow(this.capacity * 2);
    const row = this.size++;
    for (const name of this.names) {
      const spec = this.specs[name];
      const width = spec.width ?? 1;
      const array = this.column[name] as ColumnArray;
      if (width === 1) array[row] = spec.initial ?? 0;
      else array.fill(spec.initial ?? 0, row * width, (row + 1) * width);
    }
    return row;
  }

  /** Makes room for `rows` rows in all, so that a loop can fill them by hand. */
  reserve(rows: number): void {
    if (rows > this.capacity) this.grow(Math.max(rows, this.capacity * 2));
  }

  /** Forgets all rows; keeps the memory. */
  clear(): void {
    this.size = 0;
  }

  /** A copy of all rows. */
  capture(): TableState {
    const arrays = this.names.map((name) => {
      const spec = this.specs[name];
      return (this.column[name] as ColumnArray).slice(0, this.size * (spec.width ?? 1));
    });
    return { size: this.size, arrays, extra: this.captureExtra() };
  }

  /** Puts back the rows of `state`, which must come from a table of the same columns. */
  restore(state: TableState): void {
    if (state.arrays.length !== this.names.length) {
      throw new RangeError(
        `Table.restore: expected ${this.names.length} columns, found ${state.arrays.length}. Use a snapshot of the same model version.`,
      );
    }
    if (state.size > this.capacity) this.grow(state.size);
    this.size = state.size;
    this.names.forEach((name, k) => {
      (this.column[name] as ColumnArray).set(state.arrays[k]);
    });
    this.restoreExtra(state.extra);
  }

  /** Adds every row of every column to a fingerprint. */
  digestInto(digest: Digest): void {
    for (const name of this.names) {
      const width = this.specs[name].width ?? 1;
      digest.array(this.column[name] as ColumnArray, this.size * width);
    }
  }

  /** Applies planned moves of rows, but not to the first `skip` columns. */
  protected moveRows(moves: RowMoves, skip: number): void {
    for (let k = skip; k < this.names.length; k++) {
      const name = this.names[k];
      moves.apply(this.column[name] as ColumnArray, this.specs[name].width ?? 1);
    }
  }

  /** Gives rows `from` to `to` − 1 their initial values, but for the first `skip` columns. */
  protected resetRows(from: number, to: number, skip: number): void {
    if (from >= to) return;
    for (let k = skip; k < this.names.length; k++) {
      const name = this.names[k];
      const { width = 1, initial = 0 } = this.specs[name];
      (this.column[name] as ColumnArray).fill(initial, from * width, to * width);
    }
  }

  protected captureExtra(): readonly number[] {
    return [];
  }

  protected restoreExtra(_extra: readonly number[]): void {}

  protected grow(capacity: number): void {
    const made: Record<string, ColumnArray> = {};
    for (const name of this.names) {
      const spec = this.specs[name];
      const old = this.column[name] as ColumnArray;
      made[name] = grown(old, capacity * (spec.width ?? 1), spec.initial ?? 0);
    }
    this.column = settled(made) as Columns<S>;
    this.capacity = capacity;
  }
}
