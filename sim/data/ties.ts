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

/** These are moved by `compact` itself. */
const ownColumns = Object.keys(tieColumns).length;

/** Rows of the ties of each seat: those of `seat` are `tie[start[seat]]` to `tie[start[seat + 1] − 1]`. */
export interface Index {
  start: Int32Array<ArrayBuffer>;
  readonly tie: Int32Array<ArrayBuffer>;
}

/**
 * One layer. `end` marks; `compact` (called by the engine at the start of a week) drops marked
 * rows, keeps the order of the rest and rebuilds both indexes. Ties added since then are in the
 * columns but not in the indexes: rows `indexed` to `size` − 1.
 */
export class TieStore<S extends ColumnSpecs> extends Table<S & typeof tieColumns> {
  readonly out = { start: new Int32Array(1), tie: new Int32Array(16) };
  /** Its rows are listed when they are first asked for: how many there are costs much less. */
  readonly in: Index = new LazyIndex(() => this.core.target);
  /** Rows covered by the indexes. */
  indexed = 0;
  /** Ties that have not ended. */
  count = 0;
  // ties of each seat that have not ended, kept up to date
  private sent: Int32Array<ArrayBuffer> = new Int32Array(16);
  private received: Int32Array<ArrayBuffer> = new Int32Array(16);
  private cursor: Int32Array<ArrayBuffer> = new Int32Array(16);
  private kept: Int32Array<ArrayBuffer> = new Int32Array(16);

  constructor(specs: S, capacity?: number) {
    super({ ...tieColumns, ...specs }, capacity);
  }

  /** Adds a tie. @throws RangeError for a tie to oneself. */
  add(source: number, target: number): number {
    if (source === target) {
      throw new RangeError(`TieStore.add: expected two people, found seat ${source} twice`);
    }
    // rows from `size` on hold initial values: see `compact`
    if (this.size === this.capacity) this.grow(this.capacity * 2);
    const tie = this.size++;
    this.core.source[tie] = source;
    this.core.target[tie] = target;
    this.countIn(source, target);
    return tie;
  }

  /** Marks a tie as ended; ending it twice counts once. */
  end(tie: number): void {
    const { source, target, ended } = this.core;
    if (ended[tie] !== 0) return;
    ended[tie] = 1;
    this.count--;
    this.sent[source[tie]]--;
    this.received[target[tie]]--;
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
    let left = this.sent[source];
    for (let k = start[source], last = start[source + 1]; k < last; k++) {
      const t = tie[k];
      if (ended[t] !== 0) continue;
      if (to[t] === target) return t;
      left--;
    }
    for (let t = this.indexed; left > 0 && t < this.size; t++) {
      if (from[t] !== source || ended[t] !== 0) continue;
      if (to[t] === target) return t;
      left--;
    }
    return -1;
  }

  /** Drops ended rows in place and rebuilds the indexes for `seats` seats. */
  compact(seats: number): void {
    const { size, out } = this;
    const into = this.in as LazyIndex;
    this.sent = lengthened(this.sent, seats);
    this.received = lengthened(this.received, seats);
    this.cursor = ensureLength(this.cursor, seats);
    this.kept = ensureLength(this.kept, size);
    out.start = beginnings(out.start, this.sent, seats);
    out.tie = ensureLength(out.tie, size);
    into.start = beginnings(into.start, this.received, seats);
    const { cursor, kept } = this;
    cursor.set(out.start.subarray(0, seats));
    const { source, target, ended } = this.core;
    const { tie } = out;
    let n = 0;
    for (let t = 0; t < size; t++) {
      if (ended[t] !== 0) continue;
      const seat = source[t];
      source[n] = seat;
      target[n] = target[t];
      kept[n] = t;
      tie[cursor[seat]++] = n;
      n++;
    }
    if (n < size) {
      ended.fill(0, 0, size);
      this.keepRows(kept, n, ownColumns);
    }
    this.size = n;
    this.indexed = n;
    into.expect(n);
  }

  protected override restoreExtra(): void {
    const { source, target, ended } = this.core;
    ended.fill(0, this.size);
    this.resetRows(this.size, this.capacity, ownColumns);
    this.count = 0;
    this.sent.fill(0);
    this.received.fill(0);
    for (let t = 0; t < this.size; t++) {
      if (ended[t] === 0) this.countIn(source[t], target[t]);
    }
    // the indexes are of other rows: none is indexed until the next compaction
    this.indexed = 0;
    this.out.start = new Int32Array(1);
    this.in.start = new Int32Array(1);
  }

  private countIn(source: number, target: number): void {
    const seats = (source > target ? source : target) + 1;
    if (seats > this.sent.length) {
      this.sent = lengthened(this.sent, seats);
      this.received = lengthened(this.received, seats);
    }
    this.sent[source]++;
    this.received[target]++;
    this.count++;
  }

  private get core(): { source: Int32Array; target: Int32Array; ended: Uint8Array } {
    return this.column as unknown as {
      source: Int32Array;
      target: Int32Array;
      ended: Uint8Array;
    };
  }
}

class LazyIndex implements Index {
  start: Int32Array<ArrayBuffer> = new Int32Array(1);
  private listed: Int32Array<ArrayBuffer> = new Int32Array(16);
  private cursor: Int32Array<ArrayBuffer> = new Int32Array(16);
  private awaited = 0;
  private readonly seatOf: () => Int32Array;

  /** `seatOf` gives the seat of each row. */
  constructor(seatOf: () => Int32Array) {
    this.seatOf = seatOf;
  }

  /** Tells that `rows` rows are to be listed, under the present beginnings. */
  expect(rows: number): void {
    this.awaited = rows;
  }

  get tie(): Int32Array<ArrayBuffer> {
    if (this.awaited > 0) this.list(this.awaited);
    return this.listed;
  }

  private list(rows: number): void {
    const { start } = this;
    this.listed = ensureLength(this.listed, rows);
    this.cursor = ensureLength(this.cursor, start.length);
    const { listed, cursor } = this;
    const seatOf = this.seatOf();
    cursor.set(start);
    for (let t = 0; t < rows; t++) listed[cursor[seatOf[t]]++] = t;
    this.awaited = 0;
  }
}

/** Where the rows of each seat begin, from how many it has. */
function beginnings(
  old: Int32Array<ArrayBuffer>,
  degree: Int32Array,
  seats: number,
): Int32Array<ArrayBuffer> {
  const start = old.length === seats + 1 ? old : new Int32Array(seats + 1);
  let sum = 0;
  for (let seat = 0; seat < seats; seat++) {
    start[seat] = sum;
    sum += degree[seat];
  }
  start[seats] = sum;
  return start;
}

/** An array at least as long; what it held is lost if it was too short. */
function ensureLength(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  return array.length >= length ? array : new Int32Array(Math.max(length, array.length * 2));
}

/** An array at least as long, with the same beginning. */
function lengthened(old: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (old.length >= length) return old;
  const array = new Int32Array(Math.max(length, old.length * 2));
  array.set(old);
  return array;
}
