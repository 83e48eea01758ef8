/** Near-peer pairing: each new resident gets a buddy from the years ahead (big sibling). */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { resident } from '../codes.ts';
import { similarity } from '../fit.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { chargeHours } from './hours.ts';
import { isIntake } from './intake.ts';
import { introducePeers } from './introduce.ts';
import { reached, reachLevers } from './reach.ts';

/** Draws of the programme's stream. */
const turnDraw = 1;
const luckDraw = 3;

const levers = reachLevers({
  who: 'residents',
  coverage: 0.67,
  plausible: [0.3, 0.95],
  grade: 'B',
  source: 'randomised trial of peer mentors for interns: 67% opted in (10.5694/mja17.01106)',
});

export const nearPeer = policyFor<MentoringWorld>()({
  title: 'Near-peer pairing',
  doc: 'Each July new residents are introduced to a resident of a later year in their department.',
  source: 'Review of peer mentoring in residency (PMID 33349761); Big Sibling programme',
  group: 'Groups',
  levers: parameters({
    coverage: levers.coverage,
    uptake: levers.uptake,
    selfSelection: levers.selfSelection,
    pairing: {
      title: 'Pairing',
      doc: 'Buddies by lot, or those whose interests fit best.',
      options: ['random', 'similar'],
      default: 'random',
      grade: 'D',
      source: sources.assumption,
    },
    buddiesEach: {
      title: 'New residents a buddy has',
      doc: 'Most new residents that one later resident looks after.',
      unit: 'people',
      default: 2,
      range: [1, 6],
      plausible: [1, 3],
      integer: true,
      grade: 'D',
      source: sources.assumption,
    },
    meetingsPerMonth: {
      title: 'Cadence',
      doc: 'Meetings a month that the programme sets for the first year.',
      unit: '1/month',
      default: 1,
      range: [0.1, 8],
      plausible: [0.5, 4],
      grade: 'D',
      source: sources.assumption,
    },
    neverMeets: {
      title: 'Never meet',
      doc: 'Share of pairs that never meet.',
      unit: 'share',
      default: 0.3,
      range: [0, 1],
      plausible: [0.1, 0.4],
      grade: 'B',
      source: sources.amonoo,
    },
  }),
  introduces(world, lever, inForce, rng) {
    if (!isIntake(world.week, inForce)) return;
    const terms = { ...lever, termWeeks: weeksPerYear };
    const { rank, chanceKey, department, interest } = world.people.column;
    const interns = newResidents(world, rng, lever, inForce.strength);
    const turn = new Map(interns.map((s) => [s, rng.uniform(chanceKey[s], turnDraw)]));
    interns.sort((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0) || a - b);
    const later = laterResidents(world);
    const helping = new Map<number, number>();
    for (const intern of interns) {
      let best = -1;
      let highest = -1;
      for (const buddy of later.get(department[intern]) ?? []) {
        if (buddy === intern || rank[buddy] <= rank[intern]) continue;
        if ((helping.get(buddy) ?? 0) >= lever.buddiesEach) continue;
        const score =
          lever.pairing === 'similar'
            ? similarity(interest, intern, buddy)
            : rng.uniform(chanceKey[intern], chanceKey[buddy], luckDraw);
        if (score > highest) {
          highest = score;
          best = buddy;
        }
      }
      if (best < 0 || hasBuddy(world, intern)) continue;
      if (introducePeers(world, rng, intern, best, terms)) {
        helping.set(best, (helping.get(best) ?? 0) + 1);
      }
    }
  },
  cost(world, lever, inForce, rng) {
    // both spend an hour at each meeting that takes place
    const interns = newResidents(world, rng, lever, inForce.strength);
    const hours = 2 * lever.meetingsPerMonth * (1 - lever.neverMeets);
    chargeHours(world, 'nearPeer', interns, hours);
  },
});

function newResidents(
  world: MentoringWorld,
  rng: Rng,
  lever: { coverage: number; uptake: 'assigned' | 'voluntary'; selfSelection: number },
  strength: number,
): number[] {
  const { rank } = world.people.column;
  const reach = { ...lever, who: 'residents' as const };
  return reached(world, rng, reach, strength).filter((seat) => rank[seat] === 0);
}

/** Residents of the second year and later, by department. */
function laterResidents(world: MentoringWorld): Map<number, number[]> {
  const { person, role, rank, department, isolated, external } = world.people.column;
  const found = new Map<number, number[]>();
  for (let seat = 0; seat < world.people.size; seat++) {
    if (person[seat] < 0 || role[seat] !== resident || rank[seat] === 0) continue;
    if (isolated[seat] === 1 || external[seat] === 1) continue;
    const list = found.get(department[seat]);
    if (list) list.push(seat);
    else found.set(department[seat], [seat]);
  }
  return found;
}

function hasBuddy(world: MentoringWorld, intern: number): boolean {
  const { out, column: c } = world.ties.peer;
  for (let k = out.start[intern]; k < out.start[intern + 1]; k++) {
    const t = out.tie[k];
    if (c.source[t] === intern && c.ended[t] === 0 && c.cadence[t] > 0) return true;
  }
  return false;
}
