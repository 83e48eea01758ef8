/** Recognition: mentoring counts at promotion, or is paid. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { perYear } from '../../../sim/model/time.ts';
import { charge } from '../ledger.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import type { Reach } from './reach.ts';
import { reachLevers, reachOf } from './reach.ts';

/** A stipend that recognises as much as full credit: 0.05 FTE, 100 hours at US$ 150 (key: fte_per_mentor). */
const fullStipend = 15_000;

const levers = reachLevers({ who: 'faculty', coverage: 1 });

export const recognition = policyFor<MentoringWorld>()({
  title: 'Recognition of mentoring',
  doc: 'Mentoring counts at promotion, or mentors are paid a stipend: supply rises, unseen work is seen.',
  source: 'Six ways (10.36834/cmej.79339); incentives for mentors (Maisel et al. 2017)',
  group: 'Time & recognition',
  levers: parameters({
    credit: {
      title: 'Credit at promotion',
      doc: 'How far mentoring counts at promotion.',
      unit: '0–1',
      default: 0.5,
      range: [0, 1],
      plausible: [0, 1],
      grade: 'B',
      source: 'Maisel et al. 2017, 110 mentors (key: credit_lever)',
    },
    stipend: {
      title: 'Stipend',
      doc: 'Money a year for each person who mentors; 15,000 recognises as much as full credit.',
      unit: 'US$/year (2024)',
      default: 0,
      range: [0, 100_000],
      plausible: [0, 15_000],
      grade: 'D',
      source: sources.assumption,
    },
    coverage: levers.coverage,
    uptake: levers.uptake,
    selfSelection: levers.selfSelection,
  }),
  conditions(world, lever, inForce, rng) {
    const { recognition: recognised } = world.people.column;
    const degree = Math.min(1, lever.credit + lever.stipend / fullStipend) * inForce.strength;
    const covers = coveredBy(world, rng, lever);
    for (let seat = 0; seat < world.people.size; seat++) {
      if (covers(seat)) recognised[seat] = Math.max(recognised[seat], degree);
    }
  },
  cost(world, lever, inForce, rng) {
    if (lever.stipend === 0) return;
    const { load } = world.people.column;
    const covers = coveredBy(world, rng, lever);
    let mentors = 0;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (load[seat] > 0 && covers(seat)) mentors++;
    }
    charge(world, 'recognition', 0, perYear(mentors * lever.stipend * inForce.strength));
  },
});

function coveredBy(
  world: MentoringWorld,
  rng: Rng,
  lever: Omit<Reach, 'who'>,
): (seat: number) => boolean {
  return reachOf(world, rng, { ...lever, who: 'faculty' }, 1);
}
