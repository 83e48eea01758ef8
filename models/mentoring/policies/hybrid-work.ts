/** Hybrid work: fewer days on site, chosen at random or common to all. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { isCovered, whoOptions } from './coverage.ts';

const workingDays = 5;

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
    schedule: {
      title: 'Which days',
      doc: 'Days chosen independently, or anchor days on which all come.',
      options: ['random', 'anchor'],
      default: 'random',
      grade: 'D',
      source: sources.assumption,
    },
    who: {
      title: 'Who',
      doc: 'Whom hybrid work is for.',
      options: whoOptions,
      default: 'everyone',
      grade: 'D',
      source: sources.assumption,
    },
    coverage: {
      title: 'Share who take it up',
      doc: 'Share of these people who work so.',
      unit: 'share',
      default: 1,
      range: [0, 1],
      plausible: [0.3, 1],
      grade: 'D',
      source: sources.assumption,
    },
  }),
  conditions(world, lever, inForce, rng) {
    const { onsite, anchored } = world.people.column;
    const limit = 1 - (lever.daysAtHome * inForce.strength) / workingDays;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (!isCovered(world, rng, seat, lever.who, lever.coverage)) continue;
      onsite[seat] = Math.min(onsite[seat], limit);
      if (lever.schedule === 'anchor') anchored[seat] = 1;
    }
  },
});
