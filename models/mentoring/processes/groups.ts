/** Peer groups: sessions build cohesion and bring members together; groups without it dissolve. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { perMonth } from '../../../sim/model/time.ts';
import { faculty, groupSession } from '../codes.ts';
import { addContact } from '../contacts.ts';
import { balanceAt, likenessTo, meanLikeness } from '../group-balance.ts';
import { chargeRow } from '../ledger.ts';
import type { MentoringWorld } from '../shape.ts';

/** Share of the way to its limit that cohesion moves in a session. */
const cohesionGain = 0.08;
/** That limit: without balance, and what balance, a facilitator and a curriculum add. */
const looseLimit = 0.35;
const balanceGain = 0.55;
const facilitatorGain = 0.1;
const curriculumGain = 0.05;
/**
 * Cohesion at which the declared hazard of dissolving holds: that of a well-balanced group. The slope
 * makes one of 0.55, out of balance, end nearly three times as fast (evidence: group_hazard, 0.03
 * against 0.08 a month).
 */
const usualCohesion = 0.9;
const dissolvingSlope = 3;
/** Fewest members with whom a group goes on. */
const fewest = 3;
/** Every so many weeks a group looks at itself: who is missing, how alike its members are. */
const reviewEvery = 13;
/** People whom a group with a free seat thinks of. */
const candidates = 8;

export const groups: Step<MentoringWorld> = {
  name: 'groups',
  doc: 'Groups meet by their cadence; members come across each other; cohesion grows with the balance of likeness and novelty; free seats go to people like the members; groups without cohesion dissolve.',
  run(world, rng) {
    const { groups: table } = world.tables;
    if (table.size === 0) return;
    listMembers(world);
    const g = table.column;
    for (let group = 0; group < table.size; group++) {
      if (g.active[group] === 0) continue;
      const hazard = hazardOfGroup(world, g.cohesion[group]);
      const left = g.convened[group];
      const over = left === 0 || world.week >= g.endsAt[group] || g.members[group] < fewest;
      if (over || rng.uniform(g.key[group], 0, 1) < hazard) {
        dissolve(world, group);
        continue;
      }
      const age = world.week - g.started[group];
      if (age > 0 && age % reviewEvery === 0) review(world, rng, group);
      const often = left * perMonth(g.meetingsPerMonth[group]);
      if (rng.uniform(g.key[group]) < often) meet(world, rng, group);
    }
  },
};

/** Weekly hazard of a group of this cohesion to dissolve. */
export function hazardOfGroup(world: MentoringWorld, cohesion: number): number {
  return world.parameter.groupEnding * exp(dissolvingSlope * (usualCohesion - cohesion));
}

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
  world.events.groupEnd.addOverall(1);
}

/** A group asks somebody into a free seat, and its balance is that of its members now. */
function review(world: MentoringWorld, rng: Rng, group: number): void {
  const { people, tables } = world;
  const g = tables.groups.column;
  const seats = tables.groupMembers.column.seat;
  const first = g.first[group];
  const last = first + g.members[group];
  if (g.refills[group] === 1 && g.members[group] < g.size[group]) {
    const joining = mostAlike(world, rng, group, seats, first, last);
    if (joining >= 0) {
      people.column.group[joining] = group;
      g.members[group]++;
    }
  }
  g.balance[group] = balanceAt(meanLikeness(world, seats, first, last));
}

/**
 * Of a few willing people of the members' role without a group, the one whose likeness to the members
 * is nearest to theirs among themselves; −1 when there is nobody. They are drawn from the fixed list
 * of seats, so that a vacant seat is a missed chance.
 */
function mostAlike(
  world: MentoringWorld,
  rng: Rng,
  group: number,
  seats: Int32Array,
  first: number,
  last: number,
): number {
  const { people, tables, parameter } = world;
  const { person, role, group: groupOf } = people.column;
  const g = tables.groups.column;
  const places = tables.places.column.seat;
  const own = meanLikeness(world, seats, first, last);
  let best = -1;
  let nearest = 2;
  for (let k = 0; k < candidates; k++) {
    const place = Math.floor(rng.uniform(g.key[group], k, 3) * tables.places.size);
    const seat = places[place];
    if (rng.second() >= parameter.groupJoining) continue;
    if (person[seat] < 0 || role[seat] !== g.role[group] || groupOf[seat] >= 0) continue;
    const distance = Math.abs(likenessTo(world, seat, seats, first, last) - own);
    if (distance < nearest) {
      nearest = distance;
      best = seat;
    }
  }
  return best;
}

function meet(world: MentoringWorld, rng: Rng, group: number): void {
  const { people, tables, parameter: p } = world;
  const g = tables.groups.column;
  const limit =
    looseLimit +
    balanceGain * g.balance[group] +
    facilitatorGain * g.facilitated[group] +
    curriculumGain * g.curriculum[group];
  g.cohesion[group] += cohesionGain * (Math.min(1, limit) - g.cohesion[group]);
  const seats = tables.groupMembers.column.seat;
  const { chanceKey, role, external } = people.column;
  const first = g.first[group];
  // whoever joined this week is not listed yet
  const last = group + 1 < tables.groups.size ? g.first[group + 1] : tables.groupMembers.size;
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
