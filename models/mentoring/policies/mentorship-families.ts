/** Mentorship families: one faculty member and four or five residents of all years. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { resident } from '../codes.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { convene, formGroups } from './form-groups.ts';
import { isIntake } from './intake.ts';
import { hasMatch, introduceMentor, isSeniorTo, roomOf } from './introduce.ts';
import { chargeCoordination, coordinatorLever, matchLevers, termsOf } from './match-levers.ts';
import { countReached, reached, reachLevers } from './reach.ts';

const account = 'mentorshipFamilies';
const levers = reachLevers({ who: 'residents', coverage: 0.9, plausible: [0.5, 1] });
/** Draw of the programme's stream: which faculty member heads a family. */
const headDraw = 3;

export const mentorshipFamilies = policyFor<MentoringWorld>()({
  title: 'Mentorship families',
  doc: 'Residents of all years of a department form families that meet, each with a faculty member as its head.',
  source: 'Amonoo et al. 2024, 11 mentorship families (10.1186/s12909-024-06447-2)',
  group: 'Groups',
  levers: parameters({
    coverage: levers.coverage,
    uptake: levers.uptake,
    selfSelection: levers.selfSelection,
    groupSize: {
      title: 'Residents in a family',
      doc: 'Residents beside the faculty member.',
      unit: 'people',
      default: 5,
      range: [3, 10],
      plausible: [4, 6],
      integer: true,
      grade: 'B',
      source: sources.amonoo,
    },
    familyMeetings: {
      title: 'Family meetings',
      doc: 'Meetings of the family a month.',
      unit: '1/month',
      default: 0.5,
      range: [0, 4],
      idleAt: 0,
      plausible: [0.15, 1],
      grade: 'D',
      source: sources.assumption,
    },
    meetingsPerMonth: { ...matchLevers.meetingsPerMonth, default: 0.17 },
    neverMeets: matchLevers.neverMeets,
    termYears: { ...matchLevers.termYears, default: 3 },
    ...coordinatorLever(0.1),
  }),
  conditions(world, _lever, inForce) {
    convene(world, account, inForce);
  },
  introduces(world, lever, inForce, rng) {
    if (!isIntake(world.week, inForce) || lever.familyMeetings === 0) return;
    const { department } = world.people.column;
    const members = reached(world, rng, { ...lever, who: 'residents' }, inForce.strength);
    const terms = {
      ...{ groupSize: lever.groupSize, meetingsPerMonth: lever.familyMeetings },
      ...{ hoursPerMeeting: 1, facilitated: 'yes', curriculum: 'no', termYears: lever.termYears },
      ...{ composition: 'random' as const, account },
    };
    for (let d = 0; d < world.tables.departments.size; d++) {
      const own = members.filter((seat) => department[seat] === d);
      formGroups(world, rng, own, terms, inForce.end, resident);
    }
    introduceHeads(world, rng, termsOf(lever));
  },
  cost(world, lever, inForce, rng) {
    const people = countReached(world, rng, { ...lever, who: 'residents' }, inForce.strength);
    chargeCoordination(world, account, people, lever.coordinators);
  },
});

/** Each member of a family without a head meets the head of the others, or a new one with room. */
function introduceHeads(world: MentoringWorld, rng: Rng, terms: ReturnType<typeof termsOf>): void {
  const { people, tables } = world;
  const { group: groupOf, department, chanceKey } = people.column;
  const own = world.constant.accounts[account];
  const { firstPlace, facultyPlaces } = tables.departments.column;
  for (let seat = 0; seat < people.size; seat++) {
    const family = groupOf[seat];
    if (family < 0 || tables.groups.column.account[family] !== own) continue;
    if (hasMatch(world, seat)) continue;
    const d = department[seat];
    let head = -1;
    let highest = -1;
    for (let k = firstPlace[d]; k < firstPlace[d] + facultyPlaces[d]; k++) {
      const mentor = tables.places.column.seat[k];
      // the family's draw for each faculty member: all its members find the same head
      const u = rng.uniform(tables.groups.column.key[family], chanceKey[mentor], headDraw);
      if (u <= highest || people.column.person[mentor] < 0) continue;
      if (!isSeniorTo(world, mentor, seat) || world.ties.senior.find(seat, mentor) >= 0) continue;
      if (roomOf(world, mentor, Number.POSITIVE_INFINITY) === 0) continue;
      highest = u;
      head = mentor;
    }
    if (head >= 0) introduceMentor(world, rng, seat, head, terms);
  }
}
