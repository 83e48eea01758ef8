/** Events are counted by the groups that a person has in the process that counts them. */
import { describe, expect, it } from 'vitest';
import { Population } from '../../sim/data/population.ts';
import { EventCounter } from '../../sim/model/events.ts';
import { GroupSlots } from '../../sim/model/groups.ts';
import type { World } from '../../sim/model/world.ts';

/** Two held seats, whose group is what `group` holds; −1 for none. */
function place(group: number[]): {
  slots: GroupSlots;
  counter: EventCounter;
  people: World['people'];
} {
  const people = new Population({});
  for (const name of ['one', 'two']) people.occupy(people.addSeat(name), 0);
  let asked = 0;
  const slots = new GroupSlots({
    colour: {
      title: 'Colour',
      doc: 'A grouping.',
      labels: ['red', 'blue'],
      of: (_, seat) => {
        asked++;
        if (asked > 100) throw new Error('asked too often');
        return group[seat];
      },
    },
  });
  slots.attach({ people } as unknown as World);
  const counter = new EventCounter(slots.size, slots);
  return { slots, counter, people: people as unknown as World['people'] };
}

describe('groups of events', () => {
  it('are those of the person, and none where the person has none', () => {
    const { counter } = place([1, -1]);
    counter.add(0, 2);
    counter.add(1, 0.5);
    expect([...counter.bySlot]).toEqual([2.5, 0, 2]);
  });

  it('are read once in a process, and anew in the next', () => {
    const group = [0, 1];
    const { slots, counter } = place(group);
    for (let k = 0; k < 200; k++) counter.add(0, 1);
    group[0] = 1;
    counter.add(0, 1);
    slots.forget();
    counter.add(0, 1);
    expect([...counter.bySlot]).toEqual([202, 201, 1]);
  });

  it('are read anew for the next person in a seat', () => {
    const group = [0, 1];
    const { counter, people } = place(group);
    counter.add(0, 1);
    people.vacate(0);
    people.occupy(0, 1);
    group[0] = 1;
    counter.add(0, 1);
    expect([...counter.bySlot]).toEqual([2, 1, 1]);
  });
});
