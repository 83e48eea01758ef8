/** Load cap and fair distribution: a cap for all mentors, invitations to idle ones, a waiting list. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { faculty, full, programme } from '../codes.ts';
import { noCap } from '../conditions.ts';
import { addContact } from '../contacts.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { drawPartner } from './bring-together.ts';
import { isAddressed } from './coverage.ts';
import { isSeniorTo, roomOf } from './introduce.ts';
import { chargeCoordination, coordinatorLever } from './match-levers.ts';

/** A mentor is under-used below this share of own capacity. */
const underUsed = 0.5;
/** Weeks between two rounds of the waiting list, and the programme's draw for them. */
const roundWeeks = 4;
const partnerDraw = 1;

export const fairDistribution = policyFor<MentoringWorld>()({
  title: 'Load cap and fair distribution',
  doc: 'Nobody holds more mentees than the cap; under-used mentors are invited; those waiting are sent to them.',
  source: 'Six ways to get a grip on a mentorship program (10.36834/cmej.79339)',
  group: 'Equity',
  levers: parameters({
    cap: {
      title: 'Load cap',
      doc: 'Mentees that a mentor may hold, however they came; ties there are stay. 60 is no cap.',
      unit: 'mentees',
      default: 6,
      range: [1, 60],
      plausible: [3, 10],
      integer: true,
      grade: 'B',
      source: sources.luckhaupt,
    },
    invitation: {
      title: 'Invitation',
      doc: 'How strongly mentors with room for twice as many are invited to take mentees.',
      unit: '0–1',
      default: 0.7,
      range: [0, 1],
      plausible: [0, 1],
      grade: 'D',
      source: sources.assumption,
    },
    waitingList: {
      title: 'Waiting list',
      doc: 'Whether people without a mentor are sent to a mentor with room, once a month.',
      options: ['yes', 'no'],
      default: 'yes',
      grade: 'D',
      source: sources.assumption,
    },
    ...coordinatorLever(0.05),
  }),
  conditions(world, lever, inForce) {
    const { people } = world;
    const { loadCap, invited, load, capacity } = people.column;
    // a ramp lowers the cap from the load that nobody reaches
    const cap = lever.cap >= 60 ? noCap : lever.cap / inForce.strength;
    for (let seat = 0; seat < people.size; seat++) {
      if (!isAddressed(world, seat, 'faculty')) continue;
      loadCap[seat] = Math.min(loadCap[seat], cap);
      if (load[seat] <= underUsed * capacity[seat]) {
        invited[seat] = Math.max(invited[seat], lever.invitation * inForce.strength);
      }
    }
  },
  introduces(world, lever, inForce, rng) {
    if (lever.waitingList === 'no' || (world.week - inForce.start) % roundWeeks !== 0) return;
    const { people } = world;
    const { mentors, seeks, role, rank, department, load, capacity } = people.column;
    for (let seat = 0; seat < people.size; seat++) {
      if (mentors[seat] > 0 || seeks[seat] === 0) continue;
      if (!isAddressed(world, seat, 'everyone')) continue;
      if (role[seat] === faculty && rank[seat] === full) continue;
      const mentor = drawPartner(
        world,
        rng,
        seat,
        partnerDraw,
        (other) =>
          department[other] === department[seat] &&
          isSeniorTo(world, other, seat) &&
          load[other] <= underUsed * capacity[other] &&
          roomOf(world, other, lever.cap) > 0,
      );
      if (mentor >= 0) addContact(world, seat, mentor, programme);
    }
  },
  cost(world, lever, inForce) {
    let people = 0;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (isAddressed(world, seat, 'faculty')) people++;
    }
    chargeCoordination(world, 'fairDistribution', people * inForce.strength, lever.coordinators);
  },
});
