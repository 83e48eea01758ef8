/** Workload relief: fewer clinical hours, and posts that are filled faster. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { weeksPerMonth } from '../../../sim/model/time.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { chargeHours } from './hours.ts';
import { reached, reachLevers } from './reach.ts';

/** Working hours a week of which a share is taken off. */
const workingHours = 50;

export const workloadRelief = policyFor<MentoringWorld>()({
  title: 'Workload relief',
  doc: 'Clinical hours are taken off, and searches for vacant posts run faster.',
  source: 'Burnout interventions, organisational (West et al. 2016; Panagioti et al. 2017)',
  group: 'Workload & budget',
  levers: parameters({
    ...reachLevers({ who: 'everyone', coverage: 1, plausible: [0.3, 1] }),
    hoursOff: {
      title: 'Hours taken off',
      doc: 'Clinical hours a week of each person covered; others are paid to do them.',
      unit: 'h/week',
      default: 2,
      range: [0, 20],
      plausible: [0, 6],
      grade: 'D',
      source: sources.assumption,
    },
    reliefEach: {
      title: 'Relief of an hour',
      doc: 'Strain taken off for each share of a tenth of the working week, on the scale of log-odds.',
      unit: 'log-odds',
      default: 0.2,
      range: [0, 2],
      plausible: [0.05, 0.5],
      grade: 'D',
      source: 'size assumed; organisational interventions reach 0.45 SD (pubmed 27918798)',
    },
    fasterHiring: {
      title: 'Faster hiring',
      doc: 'How much faster searches run: 1 halves their length.',
      unit: 'ratio',
      default: 0,
      range: [0, 5],
      plausible: [0, 2],
      grade: 'D',
      source: sources.assumption,
    },
  }),
  conditions(world, lever, inForce, rng) {
    const { people, tables } = world;
    const { relief } = people.column;
    const each = (lever.reliefEach * lever.hoursOff * 10 * inForce.strength) / workingHours;
    if (each > 0) for (const seat of reached(world, rng, lever, 1)) relief[seat] += each;
    const { hiringSpeed } = tables.departments.column;
    for (let d = 0; d < tables.departments.size; d++) {
      hiringSpeed[d] *= 1 + lever.fasterHiring * inForce.strength;
    }
  },
  cost(world, lever, inForce, rng) {
    const hours = lever.hoursOff * inForce.strength * weeksPerMonth;
    chargeHours(world, 'workloadRelief', reached(world, rng, lever, 1), hours);
  },
});
