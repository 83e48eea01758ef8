/** How a tie begins, whatever brought the two people together. */
import { informal } from './codes.ts';
import type { MentoringWorld } from './shape.ts';

/** Adds a tie at `rapport` that starts this week. Returns its row. */
export function beginTie(
  world: MentoringWorld,
  layer: 'senior' | 'peer',
  ego: number,
  alter: number,
  rapport: number,
  origin: number = informal,
): number {
  const store = world.ties[layer];
  const tie = store.add(ego, alter);
  const c = store.column;
  c.origin[tie] = origin;
  c.rapport[tie] = rapport;
  c.started[tie] = world.week;
  c.lastMet[tie] = world.week;
  return tie;
}
