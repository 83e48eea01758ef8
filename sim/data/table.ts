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
  // the columns once more as lists: to look one up by its name costs as much as to move some rows
  private arrays: readonly ColumnArray[];
  private readonly widths: readonly number[];
  private readonly initials: readonly number[];

  constructor(specs: S, capacity = 16) {
    const each = Object.values(specs);
    this.specs = specs;
    this.widths = each.map(({ width = 1 }) => width);
    this.initials = each.map(({ initial = 0 }) => initial);
    this.capacity = Math.max(1, capacity);
    this.column = createColumns(specs, this.capacity);
    this.arrays = Object.values(this.column);
  }

  /** Appends a row with initial values. Returns its number. */
  addRow(): number {
    if (this.size === this.capacity) this.grow(this.capacity * 2);
    const row = this.size++;
    this.setRows(row, row + 1, 0);
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
    const arrays = this.arrays.map((array, k) => array.slice(0, this.size * this.widths[k]));
    return { size: this.size, arrays, extra: this.captureExtra() };
  }

  /** Puts back the rows of `state`, which must come from a table of the same columns. */
  restore(state: TableState): void {
    if (state.arrays.length !== this.arrays.length) {
      throw new RangeError(
        `Table.restore: expected ${this.arrays.length} columns, found ${state.arrays.length}. Use a snapshot of the same model version.`,
      );
    }
    if (state.size > this.capacity) this.grow(state.size);
    this.size = state.size;
    this.arrays.forEach((array, k) => {
      array.set(state.arrays[k]);
    });
    this.restoreExtra(state.extra);
  }

  /** Adds every row of every column to a fingerprint. */
  digestInto(digest: Digest): void {
    this.arrays.forEach((array, k) => {
      digest.array(array, this.size * this.widths[k]);
    });
  }

  /** Applies planned moves of rows, but not to the first `skip` columns. */
  protected moveRows(moves: RowMoves, skip: number): void {
    const { arrays, widths } = this;
    for (let k = skip; k < arrays.length; k++) moves.apply(arrays[k], widths[k]);
  }

  /** Gives rows `from` to `to` − 1 their initial values, but for the first `skip` columns. */
  protected resetRows(from: number, to: number, skip: number): void {
    if (from < to) this.setRows(from, to, skip);
  }

  protected captureExtra(): readonly number[] {
    return [];
  }

  protected restoreExtra(_extra: readonly number[]): void {}

  protected grow(capacity: number): void {
    const made: Record<string, ColumnArray> = {};
    Object.keys(this.specs).forEach((name, k) => {
      made[name] = grown(this.arrays[k], capacity * this.widths[k], this.initials[k]);
    });
    this.column = settled(made) as Columns<S>;
    this.arrays = Object.values(this.column);
    this.capacity = capacity;
  }

  private setRows(from: number, to: number, skip: number): void {
    const { arrays, widths, initials } = this;
    for (let k = skip; k < arrays.length; k++) {
      setRun(arrays[k], initials[k], from * widths[k], to * widths[k]);
    }
  }
}

// mostly a few values, for which a call of `fill` takes longer than to write them
function setRun(array: ColumnArray, value: number, from: number, to: number): void {
  if (to - from > 64) array.fill(value, from, to);
  else for (let k = from; k < to; k++) array[k] = value;
}
