/** The week's list of contacts, filled by encounters and read by tie formation. */
import type { MentoringWorld } from './shape.ts';

/** Notes that `ego` comes across `alter` and may consider a tie. */
export function addContact(
  world: MentoringWorld,
  ego: number,
  alter: number,
  channel: number,
): void {
  const { contacts } = world.tables;
  if (contacts.size === contacts.capacity) contacts.reserve(contacts.capacity * 2);
  const row = contacts.size++;
  const c = contacts.column;
  c.ego[row] = ego;
  c.alter[row] = alter;
  c.channel[row] = channel;
}
