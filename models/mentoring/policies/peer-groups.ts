/** Peer-mentoring groups: small groups that meet regularly; people are introduced, the rest is theirs. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { weekOfYear, weeksPerYear } from '../../../sim/model/time.ts';
import { faculty, resident } from '../codes.ts';
import { similarity } from '../fit.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { isCovered, whoOptions } from './coverage.ts';

export const peerGroups = policyFor<MentoringWorld>()({
  title: 'Peer groups',
  doc: 'Residents, faculty or both are offered small groups with a set cadence and term.',
  source:
    'Six-year peer-mentoring group (10.1017/cts.2021.776); review of peer mentoring (PMID 33349761)',
  group: 'Groups',
  levers: parameters({
    who: {
      title: 'Who',
      doc: 'Whom groups are for; residents and faculty meet apart.',
      options: whoOptions,
      default: 'residents',
      grade: 'D',
      source: sources.assumption,
    },
    coverage: {
      title: 'Take-up',
      doc: 'Share of these people who join.',
      unit: 'share',
      default: 0.67,
      range: [0, 1],
      plausible: [0.3, 0.9],
      grade: 'B',
      source: 'randomised trial of peer mentors for interns: 67% opted in (10.5694/mja17.01106)',
    },
    groupSize: {
      title: 'Size',
      doc: 'Members of a full group.',
      unit: 'people',
      default: 8,
      range: [3, 10],
      plausible: [4, 10],
      integer: true,
      grade: 'A',
      source: sources.west,
    },
    meetingsPerMonth: {
      title: 'Sessions',
      doc: 'Sessions of a group a month.',
      unit: '1/month',
      default: 2,
      range: [0, 4],
      plausible: [0.5, 2],
      grade: 'A',
      source: sources.west,
    },
    hoursPerMeeting: {
      title: 'Length of a session',
      doc: "Hours of each member; charged at the cost of the member's hour.",
      unit: 'h',
      default: 1,
      range: [0, 8],
      plausible: [0.5, 2],
      grade: 'A',
      source: sources.west,
    },
    facilitated: {
      title: 'Facilitated',
      doc: 'A trained facilitator leads; costs faculty hours.',
      options: ['no', 'yes'],
      default: 'no',
      grade: 'B',
      source: sources.facilitated,
    },
    termYears: {
      title: 'Term',
      doc: 'Years until a group ends, unless it dissolves before.',
      unit: 'years',
      default: 2,
      range: [1, 10],
      plausible: [1, 6],
      integer: true,
      grade: 'C',
      source: sources.facilitated,
    },
  }),
  introduces(world, lever, inForce, rng) {
    if (world.week !== inForce.start && weekOfYear(world.week) !== 0) return;
    if (lever.coverage === 0 || lever.meetingsPerMonth === 0) return;
    for (const [role, who] of [
      [resident, 'residents'],
      [faculty, 'faculty'],
    ] as const) {
      if (lever.who !== 'everyone' && lever.who !== who) continue;
      const joining: number[] = [];
      for (let seat = 0; seat < world.people.size; seat++) {
        if (world.people.column.role[seat] !== role) continue;
        if (world.people.column.group[seat] >= 0) continue;
        if (isCovered(world, rng, seat, who, lever.coverage)) joining.push(seat);
      }
      const { chanceKey } = world.people.column;
      const { week } = world;
      const order = new Map(joining.map((seat) => [seat, rng.uniform(chanceKey[seat], week, 1)]));
      joining.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0) || a - b);
      joinGroups(world, joining, lever, inForce.end, role);
    }
  },
});

interface GroupTerms {
  readonly groupSize: number;
  readonly meetingsPerMonth: number;
  readonly hoursPerMeeting: number;
  readonly facilitated: string;
  readonly termYears: number;
}

/** Fills groups of the same role that have room, then opens new ones for three people and more. */
function joinGroups(
  world: MentoringWorld,
  joining: readonly number[],
  terms: GroupTerms,
  end: number,
  role: number,
): void {
  const { people, tables } = world;
  const groupOf = people.column.group;
  let next = 0;
  for (let group = 0; group < tables.groups.size && next < joining.length; group++) {
    const g = tables.groups.column;
    if (g.active[group] === 0 || roleOf(world, group) !== role) continue;
    while (g.members[group] < terms.groupSize && next < joining.length) {
      groupOf[joining[next++]] = group;
      g.members[group]++;
    }
    g.balance[group] = balanceOf(world, group);
  }
  while (joining.length - next >= 3) {
    const group = openGroup(world, terms, end);
    const left = joining.length - next;
    // nobody is left behind in a rest of one or two
    const size = left < terms.groupSize + 3 && left > terms.groupSize ? Math.ceil(left / 2) : left;
    const members = Math.min(terms.groupSize, size);
    for (let k = 0; k < members; k++) groupOf[joining[next++]] = group;
    tables.groups.column.members[group] = members;
    tables.groups.column.balance[group] = balanceOf(world, group);
  }
}

function openGroup(world: MentoringWorld, terms: GroupTerms, end: number): number {
  const { groups } = world.tables;
  let group = 0;
  while (group < groups.size && groups.column.active[group] === 1) group++;
  if (group === groups.size) groups.addRow();
  const g = groups.column;
  g.active[group] = 1;
  g.cohesion[group] = 0.3;
  g.meetingsPerMonth[group] = terms.meetingsPerMonth;
  g.hoursPerMeeting[group] = terms.hoursPerMeeting;
  g.facilitated[group] = terms.facilitated === 'yes' ? 1 : 0;
  const last = Math.min(end, 1 << 30);
  g.endsAt[group] = Math.min(last, world.week + terms.termYears * weeksPerYear);
  return group;
}

function membersOf(world: MentoringWorld, group: number): number[] {
  const members: number[] = [];
  const groupOf = world.people.column.group;
  for (let seat = 0; seat < world.people.size; seat++) {
    if (groupOf[seat] === group) members.push(seat);
  }
  return members;
}

function roleOf(world: MentoringWorld, group: number): number {
  const [first] = membersOf(world, group);
  return first === undefined ? -1 : world.people.column.role[first];
}

/**
 * 4 s (1 − s), where s is the mean share of what two members have in common: phase, department,
 * interests. Groups last when they balance similarity and difference (10.1017/cts.2021.776).
 */
function balanceOf(world: MentoringWorld, group: number): number {
  const { rank, department, interest } = world.people.column;
  const members = membersOf(world, group);
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < members.length; a++) {
    for (let b = a + 1; b < members.length; b++) {
      const i = members[a];
      const j = members[b];
      const samePhase = rank[i] === rank[j] ? 1 : 0;
      const sameUnit = department[i] === department[j] ? 1 : 0;
      sum += (samePhase + sameUnit + similarity(interest, i, j)) / 3;
      pairs++;
    }
  }
  const s = pairs === 0 ? 0 : sum / pairs;
  return 4 * s * (1 - s);
}
