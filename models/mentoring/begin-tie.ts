/** How a tie begins, whatever brought the two people together. */
import { informal, origins } from './codes.ts';
import type { MentoringWorld } from './shape.ts';
import { cohortAges } from './stages.ts';

/** Weeks that the ring of starts remembers. */
const remembered = cohortAges[cohortAges.length - 1] + 1;

/** Opens the tables in which histories of ties are added up. */
export function openHistories(world: MentoringWorld, stageCount: number): void {
  const { stages, starts, cohorts } = world.tables;
  for (let k = 0; k < stageCount; k++) stages.addRow();
  for (let k = 0; k < remembered; k++) starts.addRow();
  for (let k = 0; k < cohortAges.length * origins.length; k++) cohorts.addRow();
}

/** The row of `starts` for a week. */
export function rowOfStart(week: number): number {
  return ((week % remembered) + remembered) % remembered;
}

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
  const { week } = world;
  c.origin[tie] = origin;
  c.rapport[tie] = rapport;
  c.started[tie] = week;
  c.stageSince[tie] = week;
  c.lastMet[tie] = week;
  if (layer === 'senior') {
    const { waiting, firstMentorAfter, tenure } = world.people.column;
    waiting[ego] = 0;
    if (firstMentorAfter[ego] < 0) firstMentorAfter[ego] = tenure[ego];
    world.tables.starts.column.begun[rowOfStart(week) * origins.length + origin]++;
  }
  return tie;
}
