/** Counters of what happens (exits, hours, meetings), kept by the groups of the person concerned. */

/** Where the group slots of each seat are listed. */
export interface SlotLists {
  /** The slots, `width` for each seat; −1 for a group that the seat does not belong to. */
  readonly slots: Int32Array;
  readonly width: number;
  /** The place of the first slot of `seat`. */
  listed(seat: number): number;
}

/** One kind of event, counted by group slot since the last record. Slot 0 is everybody. */
export class EventCounter {
  readonly bySlot: Float64Array;
  private readonly lists: SlotLists;

  constructor(slots: number, lists: SlotLists) {
    this.bySlot = new Float64Array(slots);
    this.lists = lists;
  }

  /**
   * Counts `amount` for the person in `seat`, in each of the person's groups: those there are when a
   * process first counts something for the person.
   */
  add(seat: number, amount: number): void {
    const { bySlot, lists } = this;
    const first = lists.listed(seat);
    const { slots, width } = lists;
    bySlot[0] += amount;
    for (let k = first; k < first + width; k++) {
      const slot = slots[k];
      if (slot >= 0) bySlot[slot] += amount;
    }
  }

  /** Counts `amount` for the place as a whole, in no group. */
  addOverall(amount: number): void {
    this.bySlot[0] += amount;
  }
}
