/** Distributed mentoring: a team for each mentee, one partner for each of the most pressing needs. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { faculty, full, needs } from '../codes.ts';
import { expertise, needsInOrder } from '../expertise.ts';
import type { MentoringWorld } from '../shape.ts';
import { isIntake } from './intake.ts';
import type { Terms } from './introduce.ts';
import { hasMatch, introducePeers } from './introduce.ts';
import { chargeCoordination, coordinatorLever, matchLevers, termsOf } from './match-levers.ts';
import { matchMentees } from './match-mentees.ts';
import { countReached, reached, reachLevers } from './reach.ts';

/** Needs that a peer serves; the others are a senior's. */
const byPeers: ReadonlySet<string> = new Set(['wellbeing', 'identity']);
/** Colleagues looked at for one peer partner. */
const peersLookedAt = 30;

export const distributedMentoring = policyFor<MentoringWorld>()({
  title: 'Distributed mentoring',
  doc: 'Each July people get partners for their most pressing needs, one for each, up to a number of ties.',
  source: 'Six ways (10.36834/cmej.79339); number of mentors (PMC4341994)',
  group: 'Matching',
  levers: parameters({
    ...reachLevers({ who: 'everyone', coverage: 0.8, plausible: [0.3, 0.95] }),
    partners: {
      title: 'Partners',
      doc: 'Ties in a team; needs are served in their order until the team is complete.',
      unit: 'ties',
      default: 3,
      range: [1, 6],
      plausible: [2, 5],
      integer: true,
      grade: 'B',
      source: '4.9 developers a person (PMC9258986; key: k_target)',
    },
    ...matchLevers,
    ...coordinatorLever(0.3),
  }),
  introduces(world, lever, inForce, rng) {
    if (!isIntake(world.week, inForce)) return;
    const terms = termsOf(lever);
    const { role, rank } = world.people.column;
    const members = reached(world, rng, lever, inForce.strength);
    const wants = needs.map((): number[] => []);
    for (const seat of members) {
      for (const need of needsInOrder(world, seat).slice(0, lever.partners)) wants[need].push(seat);
    }
    wants.forEach((wanting, need) => {
      if (byPeers.has(needs[need])) {
        for (const seat of wanting) findPeer(world, rng, seat, members, need, terms);
        return;
      }
      const mentees = wanting.filter(
        (seat) =>
          !(role[seat] === faculty && rank[seat] === full) &&
          !hasMatch(world, seat, Number.POSITIVE_INFINITY, need),
      );
      const rule = {
        algorithm: 'maximumFit' as const,
        objective: 'mostPeople' as const,
        loadCap: lever.loadCap,
        need,
        fitOf: (_: MentoringWorld, mentee: number, mentor: number): number =>
          expertise(world, mentee, mentor, need),
      };
      matchMentees(world, rng, mentees, rule, terms);
    });
  },
  cost(world, lever, inForce, rng) {
    const people = countReached(world, rng, lever, inForce.strength);
    chargeCoordination(world, 'distributedMentoring', people, lever.coordinators);
  },
});

/** Introduces a peer who can serve the need: the best of some colleagues looked at by lot. */
function findPeer(
  world: MentoringWorld,
  rng: Rng,
  seat: number,
  members: readonly number[],
  need: number,
  terms: Terms,
): void {
  if (hasPeerFor(world, seat, need)) return;
  const { role, rank, chanceKey, peers } = world.people.column;
  let best = -1;
  let highest = -1;
  for (let k = 0; k < Math.min(peersLookedAt, members.length); k++) {
    const u = rng.uniform(chanceKey[seat], need, 6 + k);
    const other = members[Math.floor(u * members.length)];
    if (other === seat || role[other] !== role[seat]) continue;
    if (Math.abs(rank[other] - rank[seat]) > 1 || peers[other] >= 2 * peersWanted) continue;
    const { peer } = world.ties;
    if (peer.find(seat, other) >= 0 || peer.find(other, seat) >= 0) continue;
    const score = expertise(world, seat, other, need);
    if (score > highest) {
      highest = score;
      best = other;
    }
  }
  if (best >= 0) introducePeers(world, rng, seat, best, terms, need);
}

/** Peers beyond twice this number are not asked to help more people. */
const peersWanted = 4;

function hasPeerFor(world: MentoringWorld, seat: number, need: number): boolean {
  const { out, column: c } = world.ties.peer;
  for (let k = out.start[seat]; k < out.start[seat + 1]; k++) {
    const t = out.tie[k];
    if (c.ended[t] === 0 && c.need[t] === need) return true;
  }
  return false;
}
