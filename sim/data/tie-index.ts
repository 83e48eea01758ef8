/** Which ties each seat sends or receives: where its rows are, listed when they are asked for. */

/** Rows of the ties of each seat: those of `seat` are `tie[start[seat]]` to `tie[start[seat + 1] − 1]`. */
export interface Index {
  readonly start: Int32Array<ArrayBuffer>;
  readonly tie: Int32Array<ArrayBuffer>;
}

/** The index where the ties of a seat are in consecutive rows: `tie[k]` is k. */
export class OutIndex implements Index {
  start: Int32Array<ArrayBuffer> = new Int32Array(1);
  tie: Int32Array<ArrayBuffer> = new Int32Array(0);

  /** Counts anew: `degree` ties of each of `seats` seats. Returns how many ties there are. */
  begin(degree: Int32Array, seats: number): number {
    this.start = beginnings(this.start, degree, seats);
    const ties = this.start[seats];
    if (this.tie.length < ties) {
      this.tie = new Int32Array(Math.max(ties, this.tie.length * 2));
      for (let k = 0; k < this.tie.length; k++) this.tie[k] = k;
    }
    return ties;
  }
}

/** The index of ties by another column than that by which they are sorted. */
export class InIndex implements Index {
  /** Ties of each seat at the last count. */
  degree: Int32Array<ArrayBuffer> = new Int32Array(0);
  private begun: Int32Array<ArrayBuffer> = new Int32Array(1);
  private listed: Int32Array<ArrayBuffer> = new Int32Array(16);
  private cursor: Int32Array<ArrayBuffer> = new Int32Array(16);
  private mustBegin = false;
  private mustList = false;
  private readonly seatOf: () => Int32Array;

  /** `seatOf` gives the seat of each row. */
  constructor(seatOf: () => Int32Array) {
    this.seatOf = seatOf;
  }

  /** Counts anew: `degree` ties of each of `seats` seats. */
  begin(degree: Int32Array, seats: number): void {
    if (this.degree.length !== seats) this.degree = new Int32Array(seats);
    this.degree.set(degree.subarray(0, seats));
    this.mustBegin = true;
    this.mustList = true;
  }

  get start(): Int32Array<ArrayBuffer> {
    if (this.mustBegin) this.begun = beginnings(this.begun, this.degree, this.degree.length);
    this.mustBegin = false;
    return this.begun;
  }

  get tie(): Int32Array<ArrayBuffer> {
    if (this.mustList) this.list();
    return this.listed;
  }

  private list(): void {
    const { start } = this;
    const ties = start[start.length - 1];
    if (this.listed.length < ties) this.listed = new Int32Array(ties * 2);
    if (this.cursor.length < start.length) this.cursor = new Int32Array(start.length * 2);
    const { listed, cursor } = this;
    const seatOf = this.seatOf();
    cursor.set(start);
    for (let t = 0; t < ties; t++) listed[cursor[seatOf[t]]++] = t;
    this.mustList = false;
  }
}

/** Where the ties of each seat begin, from how many it has. */
function beginnings(
  old: Int32Array<ArrayBuffer>,
  degree: Int32Array,
  seats: number,
): Int32Array<ArrayBuffer> {
  const start = old.length === seats + 1 ? old : new Int32Array(seats + 1);
  addUp(degree, seats, start);
  return start;
}

/** Sums of the first 0 to `n` values. Nothing follows the loop: see `row-moves.ts`. */
function addUp(values: Int32Array, n: number, sums: Int32Array): void {
  let sum = 0;
  sums[0] = 0;
  for (let k = 0; k < n; k++) {
    sum += values[k];
    sums[k + 1] = sum;
  }
}
