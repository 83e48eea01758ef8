/** Hybrid work: fewer days on site, chosen at random or common to all. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { reachLevers, reachOf } from './reach.ts';

const workingDays = 5;
/** Draw of the programme's stream: how far a department is from the mean. */
const departmentDraw = 1;

export const hybridWork = policyFor<MentoringWorld>()({
  title: 'Hybrid work',
  doc: 'People work some days at home: chance meetings need both on site on the same day.',
  source: 'Expanding virtual mentoring (10.1186/s12909-024-05852-x)',
  group: 'Place of work',
  levers: parameters({
    daysAtHome: {
      title: 'Days at home',
      doc: 'Days of the working week at home; people already there less often stay so.',
      unit: 'days/week',
      default: 2,
      range: [0, 5],
      plausible: [0, 4],
      grade: 'D',
      source: sources.assumption,
    },
    betweenDepartments: {
      title: 'Difference between departments',
      doc: 'Standard deviation of days at home between departments; the mean stays.',
      unit: 'days/week',
      default: 0,
      range: [0, 2],
      plausible: [0, 1.5],
      grade: 'D',
      source: sources.assumption,
    },
    schedule: {
      title: 'Which days',
      doc: 'Days chosen independently, or anchor days on which all come.',
      options: ['random', 'anchor'],
      default: 'random',
      grade: 'D',
      source: sources.assumption,
    },
    ...reachLevers({ who: 'everyone', coverage: 1, plausible: [0.3, 1] }),
  }),
  conditions(world, lever, inForce, rng) {
    const { people, tables } = world;
    const { onsite, anchored, department } = people.column;
    const { key } = tables.departments.column;
    if (lever.daysAtHome === 0 && lever.betweenDepartments === 0) return;
    // the ramp moves days, not people: coverage says who will work so
    const covers = reachOf(world, rng, lever, 1);
    const limit = Float64Array.from({ length: tables.departments.size }, (_, d) => {
      const days = lever.daysAtHome + lever.betweenDepartments * rng.normal(key[d], departmentDraw);
      return 1 - (Math.min(workingDays, Math.max(0, days)) * inForce.strength) / workingDays;
    });
    for (let seat = 0; seat < people.size; seat++) {
      if (!covers(seat)) continue;
      onsite[seat] = Math.min(onsite[seat], limit[department[seat]]);
      if (lever.schedule === 'anchor') anchored[seat] = 1;
    }
  },
});
