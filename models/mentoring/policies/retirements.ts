/** Retirements: some mentors leave on a known date, with or without a succession that begins before. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { weeksPerMonth } from '../../../sim/model/time.ts';
import { programme } from '../codes.ts';
import { addContact } from '../contacts.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { drawPartner } from './bring-together.ts';
import { isAddressed } from './coverage.ts';
import { isSeniorTo, roomOf } from './introduce.ts';

/** Weeks between two introductions of a mentee to a possible successor; the programme's draws. */
const roundWeeks = 4;
const lotDraw = 1;
const partnerDraw = 2;

export const retirements = policyFor<MentoringWorld>()({
  title: 'Retirements',
  doc: 'Some faculty leave on a date known from the start of the policy; a succession can prepare for it.',
  source: 'loss of star mentors (Malmgren et al. 2010, 10.1038/nature09040); question 2 of chairs',
  group: 'What befalls it',
  levers: parameters({
    people: {
      title: 'People who retire',
      doc: 'Faculty who leave when the notice has passed; chosen at the start.',
      unit: 'people',
      default: 3,
      range: [0, 50],
      idleAt: 0,
      plausible: [1, 5],
      integer: true,
      grade: 'D',
      source: sources.assumption,
    },
    which: {
      title: 'Who retires',
      doc: 'Those with the most mentees, or anybody by lot.',
      options: ['mostMentees', 'random'],
      default: 'mostMentees',
      grade: 'D',
      source: sources.assumption,
    },
    notice: {
      title: 'Notice',
      doc: 'Months from the start of the policy to the retirement.',
      unit: 'months',
      default: 12,
      range: [0, 60],
      plausible: [0, 24],
      grade: 'D',
      source: sources.assumption,
    },
    succession: {
      title: 'Succession',
      doc: 'During the notice they take no new mentees, and each mentee meets possible successors once a month.',
      options: ['no', 'yes'],
      default: 'no',
      grade: 'D',
      source: sources.assumption,
    },
  }),
  conditions(world, lever) {
    if (lever.succession === 'no') return;
    const { loadCap, retiresAt } = world.people.column;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (retiresAt[seat] >= world.week) loadCap[seat] = 0;
    }
  },
  introduces(world, lever, inForce, rng) {
    if (world.week === inForce.start) {
      const date = world.week + Math.round(lever.notice * weeksPerMonth);
      for (const seat of retiring(world, rng, lever.which, lever.people)) {
        world.people.column.retiresAt[seat] = date;
      }
    }
    if (lever.succession === 'yes' && (world.week - inForce.start) % roundWeeks === 0) {
      meetSuccessors(world, rng);
    }
  },
});

function retiring(world: MentoringWorld, rng: Rng, which: string, n: number): number[] {
  const { load, chanceKey } = world.people.column;
  const candidates: number[] = [];
  for (let seat = 0; seat < world.people.size; seat++) {
    if (isAddressed(world, seat, 'faculty')) candidates.push(seat);
  }
  const luck = new Map(candidates.map((s) => [s, rng.uniform(chanceKey[s], 0, lotDraw)]));
  const byLot = (a: number, b: number): number => (luck.get(a) ?? 0) - (luck.get(b) ?? 0) || a - b;
  candidates.sort((a, b) => (which === 'random' ? 0 : load[b] - load[a]) || byLot(a, b));
  return candidates.slice(0, n);
}

/** Every mentee of somebody who retires comes across a mentor with room who stays. */
function meetSuccessors(world: MentoringWorld, rng: Rng): void {
  const { people, ties } = world;
  const { retiresAt, department } = people.column;
  const { source, target, ended } = ties.senior.column;
  for (let t = 0; t < ties.senior.size; t++) {
    if (ended[t] !== 0 || retiresAt[target[t]] < world.week) continue;
    const mentee = source[t];
    const successor = drawPartner(
      world,
      rng,
      mentee,
      partnerDraw,
      (seat) =>
        department[seat] === department[mentee] &&
        isSeniorTo(world, seat, mentee) &&
        roomOf(world, seat, Number.POSITIVE_INFINITY) > 0,
    );
    if (successor >= 0) addContact(world, mentee, successor, programme);
  }
}
