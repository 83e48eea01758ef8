/** Rows leave a table and others come in between: the rest move in runs, column by column. */
import type { ColumnArray } from './columns.ts';

/** Moves of a table's rows, planned once and then applied to each of its columns. */
export class RowMoves {
  // runs of rows that stay together: first row, row behind the last, by how much they move
  private first = new Int32Array(16);
  private end = new Int32Array(16);
  private shift = new Int32Array(16);
  private runs = 0;
  // rows that come in, and where to
  private incoming: Int32Array = new Int32Array(0);
  private place = new Int32Array(16);
  private coming = 0;
  /** Their values in one column: a double holds those of any. */
  private kept = new Float64Array(16);

  /**
   * Plans for rows 0 to `rows` − 1. The first `leaving` of the rows `left` leave (ascending). The
   * first `coming` of the rows `incoming`, all of which are behind, come in: each before the row
   * `before` that goes with it (ascending; of equal ones in the order given).
   */
  plan(
    rows: number,
    left: Int32Array,
    leaving: number,
    incoming: Int32Array,
    before: Int32Array,
    coming: number,
  ): void {
    this.reserve(leaving + coming + 1);
    const { first, end, shift, place } = this;
    let runs = 0;
    let row = 0;
    let out = 0;
    let into = 0;
    while (out < leaving || into < coming || row < rows) {
      const nextOut = out < leaving ? left[out] : rows;
      const nextIn = into < coming ? before[into] : rows;
      const next = nextOut < nextIn ? nextOut : nextIn;
      if (next > row && into !== out) {
        first[runs] = row;
        end[runs] = next;
        shift[runs++] = into - out;
      }
      row = next;
      if (into < coming && nextIn === next) {
        place[into] = next + into - out;
        into++;
      } else if (out < leaving) {
        out++;
        row++;
      }
    }
    this.runs = runs;
    this.incoming = incoming;
    this.coming = coming;
  }

  /** Moves the rows of one column of `width` values a row. */
  apply(array: ColumnArray, width: number): void {
    const { place, incoming, coming } = this;
    if (this.kept.length < coming * width) this.kept = new Float64Array(coming * width * 2);
    for (let w = 0; w < width; w++) pick(array, incoming, coming, width, w, this.kept);
    this.moveRuns(array, width);
    for (let w = 0; w < width; w++) put(array, place, coming, width, w, this.kept);
  }

  // those that move towards the beginning in ascending order, then the others from the end: none
  // lands on one that has not moved yet
  private moveRuns(array: ColumnArray, width: number): void {
    const { first, end, shift, runs } = this;
    for (let r = 0; r < runs; r++) {
      if (shift[r] < 0) moveRun(array, first[r], end[r], shift[r], width);
    }
    for (let r = runs - 1; r >= 0; r--) {
      if (shift[r] > 0) moveRun(array, first[r], end[r], shift[r], width);
    }
  }

  private reserve(events: number): void {
    if (this.first.length >= events) return;
    this.first = new Int32Array(events * 2);
    this.end = new Int32Array(events * 2);
    this.shift = new Int32Array(events * 2);
    this.place = new Int32Array(events * 2);
  }
}

function moveRun(array: ColumnArray, first: number, end: number, by: number, width: number): void {
  array.copyWithin((first + by) * width, first * width, end * width);
}

// one loop in each of these: of a function that goes on after a long loop, V8 may keep a form that it
// throws away at every call

function pick(
  array: ColumnArray,
  rows: Int32Array,
  n: number,
  width: number,
  at: number,
  into: Float64Array,
): void {
  for (let k = 0; k < n; k++) into[k * width + at] = array[rows[k] * width + at];
}

function put(
  array: ColumnArray,
  rows: Int32Array,
  n: number,
  width: number,
  at: number,
  from: Float64Array,
): void {
  for (let k = 0; k < n; k++) array[rows[k] * width + at] = from[k * width + at];
}
