/** Peer groups: what keeps them together, who fills a free seat, and how soon they end. */
import { describe, expect, it } from 'vitest';
import { resident } from '../../models/mentoring/codes.ts';
import { balanceAt } from '../../models/mentoring/group-balance.ts';
import { groups, hazardOfGroup } from '../../models/mentoring/processes/groups.ts';
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import { emptyDepartment, runStep } from './pair.ts';

/** A group of the first residents. */
function aGroup(world: MentoringWorld, members: number, size: number, refills: number): number {
  const group = world.tables.groups.addRow();
  const g = world.tables.groups.column;
  const { role, group: groupOf, chanceKey } = world.people.column;
  let joined = 0;
  role.forEach((r, seat) => {
    if (r !== resident || joined === members) return;
    groupOf[seat] = group;
    if (joined++ === 0) g.key[group] = chanceKey[seat];
  });
  g.active[group] = 1;
  g.convened[group] = 1;
  g.role[group] = resident;
  g.size[group] = size;
  g.refills[group] = refills;
  g.members[group] = joined;
  g.cohesion[group] = 0.3;
  g.balance[group] = 0.9;
  g.meetingsPerMonth[group] = 52 / 12;
  g.account[group] = world.constant.accounts['peerGroups'];
  g.endsAt[group] = 100_000;
  return group;
}

describe('a peer group', () => {
  it('ends at 3 in 100 a month when balanced, and nearly three times as fast when not', () => {
    const world = emptyDepartment();
    const balanced = hazardOfGroup(world, 0.35 + 0.55 * balanceAt(0.5));
    const alike = hazardOfGroup(world, 0.35 + 0.55 * balanceAt(0.9));
    const different = hazardOfGroup(world, 0.35 + 0.55 * balanceAt(0.1));
    expect(balanced * (52 / 12)).toBeCloseTo(0.026, 3);
    expect(alike / balanced).toBeGreaterThan(2.5);
    expect(different).toBeCloseTo(alike, 12);
  });

  it('closes 8 in 100 of the way to the cohesion that its balance allows, in every session', () => {
    const world = emptyDepartment('groupEnding: 0');
    const group = aGroup(world, 5, 5, 0);
    const sessions = 12;
    for (let n = 0; n < sessions; n++) {
      runStep(world, groups);
      world.week++;
    }
    const limit = 0.35 + 0.55 * 0.9;
    const { cohesion } = world.tables.groups.column;
    expect(cohesion[group]).toBeCloseTo(limit - (limit - 0.3) * 0.92 ** sessions, 12);
    // and every member meets another in every session
    expect(world.tables.channels.column.contacts[3]).toBe(5 * sessions);
  });

  it('asks people of the same role into free seats, where it may', () => {
    for (const refills of [0, 1]) {
      const world = emptyDepartment('groupEnding: 0, groupJoining: 1');
      const group = aGroup(world, 4, 6, refills);
      for (let n = 0; n < 104; n++) {
        runStep(world, groups);
        world.week++;
      }
      const { role, group: groupOf } = world.people.column;
      const members = groupOf.reduce((sum, of) => sum + (of === group ? 1 : 0), 0);
      expect(members).toBe(refills === 1 ? 6 : 4);
      expect(world.tables.groups.column.members[group]).toBe(members);
      groupOf.forEach((of, seat) => {
        if (of === group) expect(role[seat]).toBe(resident);
      });
    }
  });

  it('ends when its term is over or fewer than three are left, and lets its members go', () => {
    for (const [members, endsAt] of [
      [2, 100_000],
      [5, 0],
    ]) {
      const world = emptyDepartment('groupEnding: 0');
      const group = aGroup(world, members, 5, 0);
      world.tables.groups.column.endsAt[group] = endsAt;
      runStep(world, groups);
      expect(world.tables.groups.column.active[group]).toBe(0);
      expect(world.people.column.group.includes(group)).toBe(false);
      expect(world.events.groupEnd.bySlot[0]).toBe(1);
    }
  });
});
