/** Peer-mentoring groups: small groups that meet regularly; people are introduced, the rest is theirs. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { faculty, resident } from '../codes.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { compositions, convene, formGroups } from './form-groups.ts';
import { isIntake } from './intake.ts';
import { reached, reachLevers } from './reach.ts';

export const peerGroups = policyFor<MentoringWorld>()({
  title: 'Peer groups',
  doc: 'Residents, faculty or both are offered small groups with a set cadence and term.',
  source:
    'Six-year peer-mentoring group (10.1017/cts.2021.776); review of peer mentoring (PMID 33349761)',
  group: 'Groups',
  levers: parameters({
    ...reachLevers({
      who: 'residents',
      coverage: 0.67,
      plausible: [0.3, 0.9],
      grade: 'B',
      source: 'randomised trial of peer mentors for interns: 67% opted in (10.5694/mja17.01106)',
    }),
    composition: {
      title: 'Composition',
      doc: 'By lot, or by what members share of phase, department and interests: all, half or little of it.',
      options: compositions,
      default: 'random',
      grade: 'C',
      source: 'balance of likeness and difference (10.1017/cts.2021.776)',
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
      idleAt: 0,
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
    curriculum: {
      title: 'Curriculum',
      doc: 'Sessions follow a curriculum.',
      options: ['no', 'yes'],
      default: 'no',
      grade: 'C',
      source: 'curriculum and structure of the six-year group (10.1017/cts.2021.776)',
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
  conditions(world, _lever, inForce) {
    convene(world, 'peerGroups', inForce);
  },
  introduces(world, lever, inForce, rng) {
    if (!isIntake(world.week, inForce)) return;
    if (lever.coverage === 0 || lever.meetingsPerMonth === 0) return;
    const { role } = world.people.column;
    const members = reached(world, rng, lever, inForce.strength);
    for (const one of [resident, faculty]) {
      const joining = members.filter((seat) => role[seat] === one);
      formGroups(world, rng, joining, { ...lever, account: 'peerGroups' }, inForce.end, one);
    }
  },
});
