/** Ties of one layer as flat columns, in order of their source, with out- and in-indexes. */
import type { ColumnSpecs } from './columns.ts';
import { columns } from './columns.ts';
import { RowMoves } from './row-moves.ts';
import { Table } from './table.ts';
import { InIndex, OutIndex } from './tie-index.ts';

export type { Index } from './tie-index.ts';

/** Columns that every layer has. */
export const tieColumns = columns({
  ended: { type: 'u8', unit: 'flag', doc: '1 once ended; the row leaves at the next week' },
  source: { type: 'i32', unit: 'seat', doc: 'ego: the mentee, or either peer' },
  target: { type: 'i32', unit: 'seat', doc: 'alter: the mentor, or the other peer' },
});

/** The first column, `ended`, is all 0 after a compaction: it need not be moved. */
const unmoved = 1;

/**
 * One layer. `end` marks; `compact` (called by the engine between weeks) drops marked rows and puts
 * new ones in their place: rows are in order of their source, and each seat's own in order of
 * creation. So the ties that a seat sends are rows `out.start[seat]` to `out.start[seat + 1] − 1`
 * themselves. Ties added since then are in the columns but not in the indexes: rows `indexed` to
 * `size` − 1.
 */
export class TieStore<S extends ColumnSpecs> extends Table<S & typeof tieColumns> {
  /** Ties sent. Here `tie[k]` is k: a loop may leave it out, or treat both indexes alike. */
  readonly out = new OutIndex();
  /** Ties received. They are listed when first asked for; `in.degree` alone costs nothing. */
  readonly in = new InIndex(() => this.core.target);
  /** Rows covered by the indexes. */
  indexed = 0;
  /** Ties that have not ended. */
  count = 0;
  // ties of each seat that have not ended, kept up to date
  private sent: Int32Array<ArrayBuffer> = new Int32Array(16);
  private received: Int32Array<ArrayBuffer> = new Int32Array(16);
  // indexed rows that have ended
  private marked: Int32Array<ArrayBuffer> = new Int32Array(16);
  private marks = 0;
  // new rows and the rows before which they belong
  private fresh: Int32Array<ArrayBuffer> = new Int32Array(16);
  private before: Int32Array<ArrayBuffer> = new Int32Array(16);
  private readonly moves = new RowMoves();

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
    if (tie < this.indexed) this.mark(tie);
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

  /** Ties of each seat that have not ended, as kept up to date: for reading, until a tie is added. */
  degrees(seats: number): { readonly sent: Int32Array; readonly received: Int32Array } {
    this.sent = lengthened(this.sent, seats);
    this.received = lengthened(this.received, seats);
    return { sent: this.sent, received: this.received };
  }

  /** Drops ended rows, puts new ones in their place and rebuilds the indexes for `seats` seats. */
  compact(seats: number): void {
    const { indexed, size, marks } = this;
    if (marks === 0 && size === indexed && this.in.degree.length === seats) return;
    this.sent = lengthened(this.sent, seats);
    this.received = lengthened(this.received, seats);
    const fresh = this.listFresh();
    if (marks > 1) this.marked.subarray(0, marks).sort();
    this.moves.plan(indexed, this.marked, marks, this.fresh, this.before, fresh);
    this.moveRows(this.moves, unmoved);
    const { ended } = this.core;
    for (let m = 0; m < marks; m++) ended[this.marked[m]] = 0;
    ended.fill(0, indexed, size);
    this.marks = 0;
    this.size = this.out.begin(this.sent, seats);
    this.resetRows(this.size, size, unmoved);
    this.in.begin(this.received, seats);
    this.indexed = this.size;
  }

  /** Lists the new rows that have not ended, in order of their source. Returns how many. */
  private listFresh(): number {
    const { indexed, size } = this;
    this.fresh = lengthened(this.fresh, size - indexed);
    this.before = lengthened(this.before, size - indexed);
    const { fresh, before } = this;
    const { source, ended } = this.core;
    let n = 0;
    let inOrder = true;
    for (let t = indexed; t < size; t++) {
      if (ended[t] !== 0) continue;
      if (n > 0 && source[t] < source[fresh[n - 1]]) inOrder = false;
      fresh[n++] = t;
    }
    if (!inOrder) sortBySeat(fresh, n, source);
    const { start } = this.out;
    const seats = start.length - 1;
    for (let k = 0; k < n; k++) {
      const seat = source[fresh[k]];
      before[k] = seat < seats ? start[seat + 1] : indexed;
    }
    return n;
  }

  protected override restoreExtra(): void {
    const { source, target, ended } = this.core;
    ended.fill(0, this.size);
    this.resetRows(this.size, this.capacity, unmoved);
    this.count = 0;
    this.sent.fill(0);
    this.received.fill(0);
    for (let t = 0; t < this.size; t++) {
      if (ended[t] === 0) this.countIn(source[t], target[t]);
    }
    // the indexes are of other rows: none is indexed until the next compaction
    this.indexed = 0;
    this.marks = 0;
    this.out.begin(this.sent, 0);
    this.in.begin(this.received, 0);
  }

  private mark(tie: number): void {
    this.marked = lengthened(this.marked, this.marks + 1);
    this.marked[this.marks++] = tie;
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

/** Sorts rows by their seat; those of one seat stay in order of row. */
function sortBySeat(rows: Int32Array, n: number, seatOf: Int32Array): void {
  if (n > 32) {
    const most = 1 + rows[n - 1];
    // in order of row so far: the last is the greatest
    const keys = Float64Array.from(rows.subarray(0, n), (row) => seatOf[row] * most + row).sort();
    for (let k = 0; k < n; k++) rows[k] = keys[k] % most;
    return;
  }
  for (let k = 1; k < n; k++) {
    const row = rows[k];
    const seat = seatOf[row];
    let at = k;
    for (; at > 0 && seatOf[rows[at - 1]] > seat; at--) rows[at] = rows[at - 1];
    rows[at] = row;
  }
}

/** An array at least as long, with the same beginning. */
function lengthened(old: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (old.length >= length) return old;
  const array = new Int32Array(Math.max(length, old.length * 2));
  array.set(old);
  return array;
}
