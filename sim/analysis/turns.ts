/** What befalls one person of a run: states that begin and end, and leaving. */
import type { Model } from '../model/simulation.ts';
import type { World } from '../model/world.ts';

/** A state that has begun or ended, or the person’s leaving (`spell` is then `gone`). */
export interface Turn {
  /** The week in which it happened. */
  readonly week: number;
  readonly spell: string;
  readonly on: boolean;
}

/** Follows one person from week to week; what holds at the first look is no news. */
export class TurnsOf {
  readonly seen: Turn[] = [];
  private readonly model: Model;
  private readonly person: number;
  private readonly on = new Map<string, boolean>();
  private seat = -1;

  constructor(model: Model, person: number) {
    this.model = model;
    this.person = person;
  }

  /** Looks at the state at the end of the week before `world.week`. */
  look(world: World): void {
    if (this.person < 0) return;
    const week = world.week - 1;
    const before = this.seat;
    this.seat = this.findSeat(world);
    if (this.seat < 0) {
      if (before >= 0) this.seen.push({ week, spell: 'gone', on: true });
      return;
    }
    for (const [name, spell] of Object.entries(this.model.spells ?? {})) {
      const was = this.on.get(name);
      const now = was ? !spell.isOver(world, this.seat) : spell.isOn(world, this.seat);
      this.on.set(name, now);
      if (was !== undefined && was !== now) this.seen.push({ week, spell: name, on: now });
    }
  }

  private findSeat({ people }: World): number {
    const { person } = people.column as unknown as { person: Int32Array };
    if (this.seat >= 0 && person[this.seat] === this.person) return this.seat;
    return person.subarray(0, people.size).indexOf(this.person);
  }
}
