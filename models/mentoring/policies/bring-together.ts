/** Contacts that programmes bring about: a partner drawn from fixed lists, so that luck stays put. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { addContact } from '../contacts.ts';
import type { MentoringWorld } from '../shape.ts';

/** Places looked at for one partner; beyond them the contact is missed. */
const tries = 12;

/**
 * Somebody whom `takesPart` accepts, drawn for the person, the week and the draw; −1 when none is
 * found. Places are a fixed list: who leaves is a missed contact, and nobody else's luck moves.
 */
export function drawPartner(
  world: MentoringWorld,
  rng: Rng,
  ego: number,
  draw: number,
  takesPart: (seat: number) => boolean,
): number {
  const { places } = world.tables;
  const { chanceKey, person } = world.people.column;
  for (let k = 0; k < tries; k++) {
    const u = rng.uniform(chanceKey[ego], world.week, draw + k);
    const seat = places.column.seat[Math.floor(u * places.size)];
    if (seat !== ego && person[seat] >= 0 && takesPart(seat)) return seat;
  }
  return -1;
}

/** The first draw index after those that `drawPartner` uses. */
export const drawsOfPartner = tries;

/** Both come across each other: whoever is the junior may ask, peers may ask in either direction. */
export function bringTogether(world: MentoringWorld, a: number, b: number, channel: number): void {
  const { role, rank } = world.people.column;
  const level = (seat: number): number => role[seat] * 10 + rank[seat];
  if (level(a) <= level(b)) addContact(world, a, b, channel);
  else addContact(world, b, a, channel);
}
