/** Formal senior matching: a programme introduces mentees to mentors; both sides then keep or drop. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { perYear, weekOfYear } from '../../../sim/model/time.ts';
import { beginTie } from '../begin-tie.ts';
import { faculty, formal, full, resident } from '../codes.ts';
import { similarity } from '../fit.ts';
import { charge } from '../ledger.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { isCovered, whoOptions } from './coverage.ts';

/** Full-time coordinators for each matched mentee: 0.2 for 100 (Caruso et al. 2019). */
const coordinatorsEach = 0.2 / 100;

export const formalMatching = policyFor<MentoringWorld>()({
  title: 'Formal senior matching',
  doc: 'Each July people without a mentor of the programme are introduced to one in their department.',
  source: 'Six ways (10.36834/cmej.79339); structured programme (10.1186/s12909-023-04021-w)',
  group: 'Matching',
  levers: parameters({
    who: {
      title: 'Who is matched',
      doc: 'Mentees of the programme; full professors are never matched.',
      options: whoOptions,
      default: 'residents',
      grade: 'D',
      source: sources.assumption,
    },
    coverage: {
      title: 'Share matched',
      doc: 'Share of these people whom the programme reaches.',
      unit: 'share',
      default: 0.92,
      range: [0, 1],
      plausible: [0.8, 0.97],
      grade: 'B',
      source: sources.caruso,
    },
    algorithm: {
      title: 'Algorithm',
      doc: 'A random mentor with room, or the one with room whose interests fit best.',
      options: ['random', 'fit'],
      default: 'random',
      grade: 'D',
      source: sources.assumption,
    },
    loadCap: {
      title: 'Load cap',
      doc: 'Mentees beyond which the programme sends a mentor nobody.',
      unit: 'mentees',
      default: 6,
      range: [1, 60],
      plausible: [3, 10],
      integer: true,
      grade: 'B',
      source: sources.luckhaupt,
    },
    meetingsPerMonth: {
      title: 'Cadence',
      doc: 'Meetings a month that the programme sets for the first year.',
      unit: '1/month',
      default: 0.35,
      range: [0.01, 8],
      plausible: [0.17, 2],
      grade: 'B',
      source: sources.cadence,
    },
    neverMeets: {
      title: 'Never meet',
      doc: 'Share of matches that never meet.',
      unit: 'share',
      default: 0.3,
      range: [0, 1],
      plausible: [0.1, 0.4],
      grade: 'B',
      source: sources.amonoo,
    },
  }),
  introduces(world, lever, inForce, rng) {
    if (world.week !== inForce.start && weekOfYear(world.week) !== 0) return;
    const { people, ties, week } = world;
    const c = people.column;
    const mentees: number[] = [];
    for (let seat = 0; seat < people.size; seat++) {
      if (c.role[seat] === faculty && c.rank[seat] === full) continue;
      if (!isCovered(world, rng, seat, lever.who, lever.coverage)) continue;
      if (!hasFormalTie(world, seat)) mentees.push(seat);
    }
    const turn = new Map(mentees.map((seat) => [seat, rng.uniform(c.chanceKey[seat], week, 1)]));
    mentees.sort((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0) || a - b);
    for (const mentee of mentees) {
      const mentor = chooseMentor(world, rng, mentee, lever.algorithm, lever.loadCap);
      if (mentor < 0) continue;
      const tie = beginTie(world, 'senior', mentee, mentor, world.parameter.rapportFormal, formal);
      const columns = ties.senior.column;
      columns.cadence[tie] = lever.meetingsPerMonth;
      const u = rng.uniform(c.chanceKey[mentee], c.chanceKey[mentor], 2);
      columns.neverMeets[tie] = u < lever.neverMeets ? 1 : 0;
      c.load[mentor]++;
      world.events.seniorTie.add(mentee, 1);
    }
  },
  cost(world, lever, _inForce, rng) {
    let reached = 0;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (isCovered(world, rng, seat, lever.who, lever.coverage)) reached++;
    }
    const yearly = reached * coordinatorsEach * world.parameter.coordinatorCost;
    charge(world, 'formalMatching', 0, perYear(yearly));
  },
});

function hasFormalTie(world: MentoringWorld, mentee: number): boolean {
  const { out, column } = world.ties.senior;
  for (let k = out.start[mentee]; k < out.start[mentee + 1]; k++) {
    if (column.origin[out.tie[k]] === formal && column.ended[out.tie[k]] === 0) return true;
  }
  return false;
}

/** The mentor in the mentee's department with room and the highest score; −1 when none has room. */
function chooseMentor(
  world: MentoringWorld,
  rng: Rng,
  mentee: number,
  algorithm: 'random' | 'fit',
  loadCap: number,
): number {
  const { people, ties } = world;
  const c = people.column;
  let best = -1;
  let highest = -1;
  for (let seat = 0; seat < people.size; seat++) {
    if (c.role[seat] !== faculty || c.person[seat] < 0 || seat === mentee) continue;
    if (c.isolated[seat] === 1) continue;
    if (c.department[seat] !== c.department[mentee]) continue;
    if (c.role[mentee] !== resident && c.rank[seat] <= c.rank[mentee]) continue;
    if (c.load[seat] >= loadCap || c.load[seat] + 0.5 > c.capacity[seat]) continue;
    const score =
      algorithm === 'fit'
        ? similarity(c.interest, mentee, seat)
        : rng.uniform(c.chanceKey[mentee], c.chanceKey[seat], 3);
    if (score > highest && ties.senior.find(mentee, seat) < 0) {
      highest = score;
      best = seat;
    }
  }
  return best;
}
