/** Ties of one layer as flat columns in order of creation, with out- and in-indexes rebuilt once a week. */
import type { ColumnSpecs } from './columns.ts';
import { columns } from './columns.ts';
import { Table } from './table.ts';

/** Columns that every layer has. */
export const tieColumns = columns({
  source: { type: 'i32', unit: 'seat', doc: 'ego: the mentee, or either peer' },
  target: { type: 'i32', unit: 'seat', doc: 'alter: the mentor, or the other peer' },
  ended: { type: 'u8', unit: 'flag', doc: '1 once ended; the row leaves at the next week' },
});

/** Rows of the ties of each seat: those of `seat` are `tie[start[seat]]` to `tie[start[seat + 1] − 1]`. */
export interface Index {
  start: Int32Array<ArrayBuffer>;
  tie: Int32Array<ArrayBuffer>;
}

/**
 * One layer. `end` marks; `compact` (called by the engine at the start of a week) drops marked
 * rows, keeps the order of the rest and rebuilds both indexes. Ties added since then are in the
 * columns but not in the indexes: rows `indexed` to `size` − 1.
 */
export class TieStore<S extends ColumnSpecs> extends Table<S & typeof tieColumns> {
  readonly out: Index = { start: new Int32Array(1), tie: new Int32Array(16) };
  readonly in: Index = { start: new Int32Array(1), tie: new Int32Array(16) };
  /** Rows covered by the indexes. */
  indexed = 0;
  /** Ties that have not ended. */
  count = 0;
  private cursor: Int32Array<ArrayBuffer> = new Int32Array(16);

  constructor(specs: S, capacity?: number) {
    super({ ...tieColumns, ...specs }, capacity);
  }

  /** Adds a tie. @throws RangeError for a tie to oneself. */
  add(source: number, target: number): number {
    if (source === target) {
      throw new RangeError(`TieStore.add: expected two people, found seat ${source} twice`);
    }
    const tie = this.addRow();
    this.core.source[tie] = source;
    this.core.target[tie] = target;
    this.count++;
    return tie;
  }

  /** Marks a tie as ended; ending it twice counts once. */
  end(tie: number): void {
    const { ended } = this.core;
    if (ended[tie] === 0) {
      ended[tie] = 1;
      this.count--;
    }
  }

  /** Ends every tie of a seat, in both directions. */
  endAllOf(seat: number): void {
    const { source, target } = this.core;
    for (const { start, tie } of [this.out, this.in]) {
      for (let k = start[seat]; k < start[seat + 1]; k++) this.end(tie[k]);
    }
    for (let t = this.indexed; t < this.size; t++) {
      if (source[t] === seat || target[t] === seat) this.end(t);
    }
  }

  /** The tie from `source` to `target` that has not ended, or −1. */
  find(source: number, target: number): number {
    const { start, tie } = this.out;
    const { source: from, target: to, ended } = this.core;
    for (let k = start[source], last = start[source + 1]; k < last; k++) {
      const t = tie[k];
      if (to[t] === target && ended[t] === 0) return t;
    }
    for (let t = this.indexed; t < this.size; t++) {
      if (from[t] === source && to[t] === target && ended[t] === 0) return t;
    }
    return -1;
  }

  /** Drops ended rows in place and rebuilds the indexes for `seats` seats. */
  compact(seats: number): void {
    const { ended } = this.core;
    const size = this.size;
    let kept = 0;
    let t = 0;
    while (t < size) {
      while (t < size && ended[t] !== 0) t++;
      const from = t;
      while (t < size && ended[t] === 0) t++;
      if (t > from) {
        if (from !== kept) this.moveRows(from, t, kept);
        kept += t - from;
      }
    }
    this.size = kept;
    this.indexed = kept;
    this.cursor = ensureLength(this.cursor, seats);
    this.rebuild(this.out, this.core.source, seats);
    this.rebuild(this.in, this.core.target, seats);
  }

  protected override restoreExtra(): void {
    const { ended } = this.core;
    let count = 0;
    for (let t = 0; t < this.size; t++) if (ended[t] === 0) count++;
    this.count = count;
    // the indexes are of other rows: none is indexed until the next compaction
    this.indexed = 0;
    this.out.start = new Int32Array(1);
    this.in.start = new Int32Array(1);
  }

  private rebuild(index: Index, end: Int32Array, seats: number): void {
    if (index.start.length !== seats + 1) index.start = new Int32Array(seats + 1);
    index.tie = ensureLength(index.tie, this.size);
    const { start, tie } = index;
    const cursor = this.cursor;
    start.fill(0);
    for (let t = 0; t < this.size; t++) start[end[t] + 1]++;
    for (let s = 0; s < seats; s++) {
      cursor[s] = start[s];
      start[s + 1] += start[s];
    }
    for (let t = 0; t < this.size; t++) tie[cursor[end[t]]++] = t;
  }

  private get core(): { source: Int32Array; target: Int32Array; ended: Uint8Array } {
    return this.column as unknown as {
      source: Int32Array;
      target: Int32Array;
      ended: Uint8Array;
    };
  }
}

function ensureLength(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  return array.length >= length ? array : new Int32Array(Math.max(length, array.length * 2));
}
