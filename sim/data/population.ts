/** People as columns: a row is a seat; the person sitting there has an id and a chance key of their own. */
import type { ColumnSpecs } from './columns.ts';
import { columns } from './columns.ts';
import { Digest } from './digest.ts';
import { Table } from './table.ts';

/** Columns that every population has. */
export const seatColumns = columns({
  person: {
    type: 'i32',
    initial: -1,
    unit: 'id',
    doc: 'who sits here; −1 when the seat is vacant',
  },
  seatKey: { type: 'u32', unit: 'key', doc: "the seat's own key, from its name" },
  chanceKey: { type: 'u32', unit: 'key', doc: "names the person's draws: (seat, n-th holder)" },
});

/** A 32-bit mix that is one-to-one in `key` for each `ordinal` (finaliser of MurmurHash3). */
function mixKey(key: number, ordinal: number): number {
  let h = (key + Math.imul(ordinal + 1, 0x9e3779b9)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Seats and who holds them. A person's chance key depends on the seat's name and on `ordinal` (the
 * n-th holder, or the year of entry), never on the order of events elsewhere: this keeps the luck
 * of everybody else in place when one person leaves or is added.
 */
export class Population<S extends ColumnSpecs> extends Table<S & typeof seatColumns> {
  /** Seats that are held. */
  count = 0;
  private nextPerson = 0;
  private readonly keys = new Set<number>();

  constructor(specs: S, capacity?: number) {
    super({ ...seatColumns, ...specs }, capacity);
  }

  /** Adds a vacant seat. `name` is unique and stays the same in every scenario of a comparison. */
  addSeat(name: string): number {
    const digest = new Digest();
    digest.text(name);
    let key = Number.parseInt(digest.hex().slice(0, 8), 16);
    // two names with one 32-bit hash (1 in 10⁵ for 300 seats): take the next free key
    while (this.keys.has(key)) key = (key + 1) >>> 0;
    this.keys.add(key);
    const seat = this.addRow();
    this.core.seatKey[seat] = key;
    return seat;
  }

  /**
   * Seats a new person. Returns the person's id, which is never used again.
   * @throws RangeError when the seat is held.
   */
  occupy(seat: number, ordinal: number): number {
    const { person, seatKey, chanceKey } = this.core;
    if (person[seat] !== -1) {
      throw new RangeError(
        `occupy: expected a vacant seat, found person ${person[seat]} in ${seat}`,
      );
    }
    const id = this.nextPerson++;
    person[seat] = id;
    chanceKey[seat] = mixKey(seatKey[seat], ordinal);
    this.count++;
    return id;
  }

  /**
   * Seats the person of seat `from` in the vacant seat `to`: same id, a new chance key.
   * @throws RangeError when `to` is held or `from` is vacant; nothing has changed then.
   */
  move(from: number, to: number, ordinal: number): void {
    const { person, seatKey, chanceKey } = this.core;
    if (person[to] !== -1) {
      throw new RangeError(`move: expected a vacant seat, found person ${person[to]} in ${to}`);
    }
    const id = person[from];
    this.vacate(from);
    person[to] = id;
    chanceKey[to] = mixKey(seatKey[to], ordinal);
    this.count++;
  }

  /** Empties a seat. @throws RangeError when it is vacant already. */
  vacate(seat: number): void {
    const { person } = this.core;
    if (person[seat] === -1) {
      throw new RangeError(`vacate: expected a held seat, found seat ${seat} vacant`);
    }
    person[seat] = -1;
    this.count--;
  }

  // the engine's own columns, typed apart from the model's
  private get core(): {
    person: Int32Array;
    seatKey: Uint32Array;
    chanceKey: Uint32Array;
  } {
    return this.column as unknown as {
      person: Int32Array;
      seatKey: Uint32Array;
      chanceKey: Uint32Array;
    };
  }

  protected override captureExtra(): readonly number[] {
    return [this.count, this.nextPerson];
  }

  protected override restoreExtra(extra: readonly number[]): void {
    this.count = extra[0];
    this.nextPerson = extra[1];
    this.keys.clear();
    for (let seat = 0; seat < this.size; seat++) this.keys.add(this.core.seatKey[seat]);
  }
}
