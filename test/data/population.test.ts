/** People: seats with names, ids that are never used again, and luck that belongs to seat and holder. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns } from '../../sim/data/columns.ts';
import { Population } from '../../sim/data/population.ts';

const specs = columns({
  age: { type: 'i32', initial: 30, unit: 'years', doc: 'a column of a model' },
});

function place(seats: number, capacity = 2): Population<typeof specs> {
  const people = new Population(specs, capacity);
  for (let n = 1; n <= seats; n++) people.addSeat(`seat ${n}`);
  return people;
}

describe('a seat', () => {
  it('is vacant at first, with the columns of every population and of the model', () => {
    const people = place(2);
    expect([people.size, people.count]).toEqual([2, 0]);
    expect([...people.column.person.subarray(0, 2)]).toEqual([-1, -1]);
    expect([...people.column.age.subarray(0, 2)]).toEqual([30, 30]);
  });

  it('has a key that follows from its name alone', () => {
    const [few, many] = [place(2), new Population(specs)];
    for (const name of ['seat 9', 'seat 2', 'other', 'seat 1']) many.addSeat(name);
    expect(few.column.seatKey[0]).toBe(many.column.seatKey[3]);
    expect(few.column.seatKey[1]).toBe(many.column.seatKey[1]);
    expect(few.column.seatKey[0]).not.toBe(few.column.seatKey[1]);
  });

  it('has a key of its own even when a hash is taken', () => {
    const people = new Population(specs);
    for (const seat of [people.addSeat('twice'), people.addSeat('twice')]) people.occupy(seat, 0);
    const [a, b] = people.column.seatKey;
    expect(b).toBe((a + 1) >>> 0);
    expect(people.column.chanceKey[0]).not.toBe(people.column.chanceKey[1]);
  });
});

describe('a holder', () => {
  it('has a chance key that differs by seat and by ordinal, over many of both', () => {
    const people = place(300);
    const keys = new Set<number>();
    for (let seat = 0; seat < 300; seat++) {
      for (let ordinal = -5; ordinal < 20; ordinal++) {
        people.occupy(seat, ordinal);
        keys.add(people.column.chanceKey[seat]);
        people.vacate(seat);
      }
    }
    // 7,500 keys of 32 bits: a single chance meeting is expected once in 150 such sets
    expect(keys.size).toBeGreaterThanOrEqual(7499);
  });

  it('of one seat never shares a chance key with another holder of it', () => {
    const people = place(1);
    const keys = new Set<number>();
    for (let ordinal = 0; ordinal < 5000; ordinal++) {
      people.occupy(0, ordinal);
      keys.add(people.column.chanceKey[0]);
      people.vacate(0);
    }
    expect(keys.size).toBe(5000);
  });

  it('has the same luck whatever happened elsewhere before', () => {
    const [quiet, busy] = [place(3), place(3)];
    for (let n = 0; n < 4; n++) {
      busy.occupy(1, n);
      busy.vacate(1);
    }
    busy.occupy(0, 0);
    quiet.occupy(2, 7);
    busy.occupy(2, 7);
    expect(busy.column.chanceKey[2]).toBe(quiet.column.chanceKey[2]);
    expect(busy.column.person[2]).not.toBe(quiet.column.person[2]);
  });

  it('has an id that nobody else ever has', () => {
    const people = place(3);
    expect([people.occupy(2, 0), people.occupy(0, 0)]).toEqual([0, 1]);
    people.vacate(2);
    expect(people.occupy(2, 1)).toBe(2);
    people.vacate(0);
    people.vacate(2);
    expect([people.occupy(0, 1), people.occupy(1, 0), people.occupy(2, 2)]).toEqual([3, 4, 5]);
    expect(people.count).toBe(3);
  });
});

describe('moving', () => {
  it('keeps the id and gives the chance key of the new seat', () => {
    const [people, other] = [place(3), place(3)];
    const id = people.occupy(0, 0);
    people.move(0, 2, 5);
    other.occupy(2, 5);
    expect([...people.column.person.subarray(0, 3)]).toEqual([-1, -1, id]);
    expect(people.column.chanceKey[2]).toBe(other.column.chanceKey[2]);
    expect(people.count).toBe(1);
  });

  it('to a held seat is refused and changes nothing', () => {
    const people = place(2);
    people.occupy(0, 0);
    people.occupy(1, 0);
    const before = structuredClone(people.capture());
    expect(() => people.move(0, 1, 1)).toThrow(
      new RangeError('move: expected a vacant seat, found person 1 in 1'),
    );
    expect(people.capture()).toEqual(before);
  });

  it('from a vacant seat is refused', () => {
    const people = place(2);
    expect(() => people.move(0, 1, 0)).toThrow('expected a held seat, found seat 0 vacant');
    expect(people.count).toBe(0);
  });
});

describe('misuse', () => {
  it('is refused: occupying a seat twice, vacating it twice', () => {
    const people = place(1);
    people.occupy(0, 0);
    expect(() => people.occupy(0, 1)).toThrow(
      new RangeError('occupy: expected a vacant seat, found person 0 in 0'),
    );
    people.vacate(0);
    expect(() => people.vacate(0)).toThrow(
      new RangeError('vacate: expected a held seat, found seat 0 vacant'),
    );
    expect(people.count).toBe(0);
  });
});

describe('restore', () => {
  it('goes on with the same ids, keys and numbers as the population it was taken from', () => {
    const act = fc.record({ seat: fc.nat(5), ordinal: fc.nat(3), name: fc.nat(2) });
    const apply = (
      people: Population<typeof specs>,
      acts: readonly { seat: number; ordinal: number; name: number }[],
    ): void => {
      for (const { seat, ordinal, name } of acts) {
        // a name used twice takes the next free key, which restore must know to be taken
        if (seat >= people.size) people.addSeat(`name ${name}`);
        else if (people.column.person[seat] < 0) people.occupy(seat, ordinal);
        else people.vacate(seat);
      }
    };
    const acts = fc.array(act, { maxLength: 25 });
    fc.assert(
      fc.property(acts, acts, acts, (before, after, elsewhere) => {
        const [first, second] = [new Population(specs, 1), new Population(specs, 1)];
        apply(first, before);
        apply(second, elsewhere);
        second.restore(structuredClone(first.capture()));
        expect(second.count).toBe(first.count);
        apply(first, after);
        apply(second, after);
        expect(second.capture()).toEqual(first.capture());
      }),
    );
  });
});
