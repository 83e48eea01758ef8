/** Peer groups: sessions build cohesion and bring members together; groups without it dissolve. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { perMonth } from '../../../sim/model/time.ts';
import { faculty, groupSession } from '../codes.ts';
import { addContact } from '../contacts.ts';
import { chargeRow } from '../ledger.ts';
import type { MentoringWorld } from '../shape.ts';

/** Share of the way to its limit that cohesion moves in a session. */
const cohesionGain = 0.08;
/** Hazard of dissolving, 1/week, at a cohesion of 0.45, and its slope (prototype of `dynamics.md`). */
const dissolving = 0.006;
const dissolvingSlope = 6;
const usualCohesion = 0.45;
/** Fewest members with whom a group goes on. */
const fewest = 3;

export const groups: Step<MentoringWorld> = {
  name: 'groups',
  doc: 'Groups meet by their cadence; members come across each other; cohesion grows with balance.',
  run(world, rng) {
    const { groups: table } = world.tables;
    if (table.size === 0) return;
    listMembers(world);
    const g = table.column;
    for (let group = 0; group < table.size; group++) {
      if (g.active[group] === 0) continue;
      const hazard = dissolving * exp(dissolvingSlope * (usualCohesion - g.cohesion[group]));
      const over = world.week >= g.endsAt[group] || g.members[group] < fewest;
      if (over || rng.uniform(group, 0, 1) < hazard) dissolve(world, group);
      else if (rng.uniform(group) < perMonth(g.meetingsPerMonth[group])) meet(world, rng, group);
    }
  },
};

/** Lists the seats of each group's members, in order of seats. */
function listMembers(world: MentoringWorld): void {
  const { people, tables } = world;
  const { first, members } = tables.groups.column;
  let next = 0;
  for (let group = 0; group < tables.groups.size; group++) {
    first[group] = next;
    next += members[group];
    members[group] = 0;
  }
  tables.groupMembers.reserve(next);
  tables.groupMembers.size = next;
  const seats = tables.groupMembers.column.seat;
  const groupOf = people.column.group;
  for (let seat = 0; seat < people.size; seat++) {
    const group = groupOf[seat];
    if (group >= 0) seats[first[group] + members[group]++] = seat;
  }
}

function dissolve(world: MentoringWorld, group: number): void {
  const { people, tables } = world;
  const { active, members } = tables.groups.column;
  active[group] = 0;
  members[group] = 0;
  const groupOf = people.column.group;
  for (let seat = 0; seat < people.size; seat++) if (groupOf[seat] === group) groupOf[seat] = -1;
}

function meet(world: MentoringWorld, rng: Rng, group: number): void {
  const { people, tables, parameter: p } = world;
  const g = tables.groups.column;
  const limit = 0.35 + 0.55 * g.balance[group] + 0.1 * g.facilitated[group];
  g.cohesion[group] += cohesionGain * (limit - g.cohesion[group]);
  const seats = tables.groupMembers.column.seat;
  const { chanceKey, role, external } = people.column;
  const first = g.first[group];
  const last = first + g.members[group];
  const hours = g.hoursPerMeeting[group];
  let facultyHours = g.facilitated[group] * hours;
  let residentHours = 0;
  for (let m = first; m < last; m++) {
    const ego = seats[m];
    if (external[ego] === 0) {
      if (role[ego] === faculty) facultyHours += hours;
      else residentHours += hours;
    }
    let alter = -1;
    let highest = -1;
    for (let k = first; k < last; k++) {
      const u = rng.uniform(chanceKey[ego], chanceKey[seats[k]], 2);
      if (k !== m && u > highest) {
        highest = u;
        alter = seats[k];
      }
    }
    if (alter < 0) continue;
    addContact(world, ego, alter, groupSession);
    tables.channels.column.contacts[groupSession]++;
  }
  const money = facultyHours * p.hourCost + residentHours * p.residentHourCost;
  chargeRow(world, g.account[group], facultyHours + residentHours, money);
}
