/** Conditions as they are without any policy: where every week begins. */
import { noCap } from './conditions.ts';
import type { MentoringWorld } from './shape.ts';

const shares = [
  'invited',
  'recognition',
  'deliberate',
  'structured',
  'assessed',
  'personalised',
  'trained',
  'sponsorAccess',
  'affinity',
  'qualityShown',
  'relief',
  'spaceForPeers',
] as const;

/** Conditions as they are without any policy, and an empty list of contacts for policies to add to. */
export function baseConditions(world: MentoringWorld): void {
  const { people, tables, parameter } = world;
  const c = people.column;
  c.onsite.set(c.onsiteBase.subarray(0, people.size));
  c.anchored.fill(0, 0, people.size);
  c.loadCap.fill(noCap, 0, people.size);
  c.protectedHours.fill(parameter.protectedToday, 0, people.size);
  for (const name of shares) c[name].fill(0, 0, people.size);
  tables.departments.column.hiringSpeed.fill(1, 0, tables.departments.size);
  // groups go on while their programme convenes them
  tables.groups.column.convened.fill(0, 0, tables.groups.size);
  tables.contacts.clear();
}
