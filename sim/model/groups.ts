/** Group slots: every label of every grouping has a number; slot 0 is everybody. */
import type { SlotLists } from './events.ts';
import type { Grouping } from './model.ts';
import type { World } from './world.ts';

/** The label of slot 0. */
export const everybody = 'everybody';

/** Which slots each seat belongs to, refreshed before each sample. */
export class GroupSlots implements SlotLists {
  readonly labels: readonly string[];
  readonly size: number;
  /** Groups of each seat when last asked for, one for each grouping. */
  slots: Int32Array = new Int32Array(0);
  readonly width: number;
  /** People in each slot, as last refreshed. */
  readonly people: Float64Array;
  private readonly groupings: readonly Grouping<World>[];
  private readonly first: Int32Array;
  private world: World | undefined;
  private codes = new Int32Array(0);
  // when and of whom the slots of each seat were last read: several events of a person often follow
  private moment = 1;
  private readAt = new Int32Array(0);
  private readOf = new Int32Array(0);

  constructor(groupings: Readonly<Record<string, Grouping<World>>>) {
    this.groupings = Object.values(groupings);
    this.first = new Int32Array(this.groupings.length);
    const labels = [everybody];
    this.groupings.forEach((grouping, k) => {
      this.first[k] = labels.length;
      labels.push(...grouping.labels);
    });
    this.labels = labels;
    this.size = labels.length;
    this.people = new Float64Array(labels.length);
    this.width = this.groupings.length;
  }

  /** Forgets the groups of every seat: called before each process. */
  forget(): void {
    this.moment++;
  }

  listed(seat: number): number {
    const { readAt, readOf, moment, width } = this;
    const person = this.world!.people.column['person'] as Int32Array;
    if (seat >= readAt.length || readAt[seat] !== moment || readOf[seat] !== person[seat]) {
      this.read(seat, person);
    }
    return seat * width;
  }

  private read(seat: number, person: Int32Array): void {
    const { groupings, first, width } = this;
    const world = this.world!;
    if (seat >= this.readAt.length) {
      this.slots = new Int32Array(person.length * width);
      this.readAt = new Int32Array(person.length);
      this.readOf = new Int32Array(person.length);
    }
    for (let k = 0; k < width; k++) {
      const code = groupings[k].of(world, seat);
      this.slots[seat * width + k] = code < 0 ? -1 : first[k] + code;
    }
    this.readAt[seat] = this.moment;
    this.readOf[seat] = person[seat];
  }

  /** Names the world whose people are grouped. */
  attach(world: World): void {
    this.world = world;
  }

  /** Reads the groups of every held seat. */
  refresh(world: World): void {
    const seats = world.people.size;
    const n = this.groupings.length;
    if (this.codes.length < seats * n) this.codes = new Int32Array(seats * n);
    const person = world.people.column['person'] as Int32Array;
    const { codes, people } = this;
    people.fill(0);
    people[0] = world.people.count;
    for (let k = 0; k < n; k++) {
      const grouping = this.groupings[k];
      const first = this.first[k];
      for (let seat = 0; seat < seats; seat++) {
        const code = person[seat] < 0 ? -1 : grouping.of(world, seat);
        codes[seat * n + k] = code < 0 ? -1 : first + code;
        if (code >= 0) people[first + code]++;
      }
    }
  }

  /**
   * Adds `value` to the sums and 1 to the weights of all groups of `seat`, as last refreshed, but
   * not of slot 0, to which everybody belongs.
   */
  addTo(
    sums: Float64Array,
    weights: Float64Array,
    offset: number,
    seat: number,
    value: number,
  ): void {
    const n = this.groupings.length;
    for (let k = seat * n; k < seat * n + n; k++) {
      const slot = this.codes[k];
      if (slot < 0) continue;
      sums[offset + slot] += value;
      weights[offset + slot] += 1;
    }
  }

  /** Whether `seat` is in `slot`, as last refreshed. */
  has(seat: number, slot: number): boolean {
    if (slot === 0) return true;
    const n = this.groupings.length;
    for (let k = seat * n; k < seat * n + n; k++) if (this.codes[k] === slot) return true;
    return false;
  }
}
