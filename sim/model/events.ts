/** Counters of what happens (exits, hours, meetings), kept by the groups of the person concerned. */

/** Writes the group slots of a seat into `out` and returns how many there are. */
export type SlotsOf = (seat: number, out: Int32Array) => number;

/** One kind of event, counted by group slot since the last record. Slot 0 is everybody. */
export class EventCounter {
  readonly bySlot: Float64Array;
  private readonly slotsOf: SlotsOf;
  private readonly slots = new Int32Array(16);

  constructor(slots: number, slotsOf: SlotsOf) {
    this.bySlot = new Float64Array(slots);
    this.slotsOf = slotsOf;
  }

  /** Counts `amount` for the person in `seat`, in each of the person's groups as they are now. */
  add(seat: number, amount: number): void {
    const n = this.slotsOf(seat, this.slots);
    for (let k = 0; k < n; k++) this.bySlot[this.slots[k]] += amount;
  }

  /** Counts `amount` for the place as a whole, in no group. */
  addOverall(amount: number): void {
    this.bySlot[0] += amount;
  }
}
