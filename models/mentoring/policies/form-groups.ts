/** How programmes form peer groups: who joins which group, and what a group is set up with. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { InForce } from '../../../sim/model/model.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { balanceAt, likeness, meanLikeness } from '../group-balance.ts';
import type { MentoringWorld } from '../shape.ts';

/** How groups are put together, and the likeness of two members each goes for. */
export const compositions = ['random', 'similar', 'balanced', 'diverse'] as const;
const aims = { similar: 1, balanced: 0.5, diverse: 0 } as const;

/** What a programme sets up a group with. */
export interface GroupTerms {
  readonly groupSize: number;
  readonly meetingsPerMonth: number;
  readonly hoursPerMeeting: number;
  readonly facilitated: string;
  readonly curriculum: string;
  readonly termYears: number;
  readonly composition: (typeof compositions)[number];
  /** The policy whose account is charged. */
  readonly account: string;
}

/** Draw of the programme's stream: the order in which people join. */
const turnDraw = 1;
/** People looked at for one place in a group. */
const lookedAt = 40;
/** Fewest members with whom a group is worth opening. */
const fewest = 3;

/** Tells groups of the account that their programme goes on, with what cuts have left of it. */
export function convene(world: MentoringWorld, account: string, inForce: InForce): void {
  const g = world.tables.groups.column;
  const row = world.constant.accounts[account];
  for (let group = 0; group < world.tables.groups.size; group++) {
    if (g.account[group] === row) g.convened[group] = inForce.left;
  }
}

/**
 * Fills groups of the role and account that have room, then opens new ones. People who are in a
 * group, or whose group could not be opened, are left out.
 */
export function formGroups(
  world: MentoringWorld,
  rng: Rng,
  people: readonly number[],
  terms: GroupTerms,
  end: number,
  role: number,
): void {
  const { group: groupOf, chanceKey } = world.people.column;
  const { week } = world;
  const joining = people.filter((seat) => groupOf[seat] < 0);
  const turn = new Map(joining.map((s) => [s, rng.uniform(chanceKey[s], week, turnDraw)]));
  joining.sort((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0) || a - b);
  fillGroups(world, joining, terms, role);
  while (joining.length >= fewest) {
    const left = joining.length;
    // nobody is left behind in a rest of one or two
    const halved = left > terms.groupSize && left < terms.groupSize + fewest;
    const size = halved ? Math.ceil(left / 2) : Math.min(terms.groupSize, left);
    const group = openGroup(world, terms, end, role, chanceKey[joining[0]]);
    fill(world, group, [], size, joining, terms);
  }
}

function fillGroups(
  world: MentoringWorld,
  joining: number[],
  terms: GroupTerms,
  role: number,
): void {
  const { tables } = world;
  const account = world.constant.accounts[terms.account];
  const membersBy = membersByGroup(world);
  for (let group = 0; group < tables.groups.size && joining.length > 0; group++) {
    const g = tables.groups.column;
    if (g.active[group] === 0 || g.role[group] !== role || g.account[group] !== account) continue;
    if (g.members[group] >= terms.groupSize) continue;
    fill(world, group, membersBy.get(group) ?? [], terms.groupSize, joining, terms);
  }
}

function membersByGroup(world: MentoringWorld): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const { group } = world.people.column;
  for (let seat = 0; seat < world.people.size; seat++) {
    if (group[seat] < 0) continue;
    const list = found.get(group[seat]);
    if (list) list.push(seat);
    else found.set(group[seat], [seat]);
  }
  return found;
}

/** Takes people out of `joining` into the group until it has `size` members. */
function fill(
  world: MentoringWorld,
  group: number,
  members: number[],
  size: number,
  joining: number[],
  { composition }: GroupTerms,
): void {
  while (members.length < size && joining.length > 0) {
    const at = composition === 'random' ? 0 : bestNext(world, members, joining, aims[composition]);
    const [seat] = joining.splice(at, 1);
    members.push(seat);
    world.people.column.group[seat] = group;
  }
  const g = world.tables.groups.column;
  g.members[group] = members.length;
  const seats = Int32Array.from(members);
  g.balance[group] = balanceAt(meanLikeness(world, seats, 0, seats.length));
}

/** Who of the next in turn brings the likeness of the group nearest to its aim. */
function bestNext(
  world: MentoringWorld,
  members: readonly number[],
  joining: readonly number[],
  aim: number,
): number {
  let best = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < Math.min(lookedAt, joining.length); k++) {
    let sum = 0;
    for (const member of members) sum += likeness(world, member, joining[k]);
    const distance = members.length === 0 ? 0 : Math.abs(sum / members.length - aim);
    if (distance < nearest) {
      nearest = distance;
      best = k;
    }
  }
  return best;
}

function openGroup(
  world: MentoringWorld,
  terms: GroupTerms,
  end: number,
  role: number,
  key: number,
): number {
  const { groups } = world.tables;
  let group = 0;
  while (group < groups.size && groups.column.active[group] === 1) group++;
  if (group === groups.size) groups.addRow();
  const g = groups.column;
  g.active[group] = 1;
  g.key[group] = key;
  g.role[group] = role;
  g.size[group] = terms.groupSize;
  g.refills[group] = 1;
  g.started[group] = world.week;
  world.events.groupStart.addOverall(1);
  g.cohesion[group] = 0.3;
  g.meetingsPerMonth[group] = terms.meetingsPerMonth;
  g.hoursPerMeeting[group] = terms.hoursPerMeeting;
  g.account[group] = world.constant.accounts[terms.account];
  g.facilitated[group] = terms.facilitated === 'yes' ? 1 : 0;
  g.curriculum[group] = terms.curriculum === 'yes' ? 1 : 0;
  g.convened[group] = 1;
  const last = Math.min(end, 1 << 30);
  g.endsAt[group] = Math.min(last, world.week + terms.termYears * weeksPerYear);
  return group;
}
