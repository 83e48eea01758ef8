/** Hiring freeze: searches for vacant posts slow down or do not start. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';

export const hiringFreeze = policyFor<MentoringWorld>()({
  title: 'Hiring freeze',
  doc: 'Faculty posts that fall vacant are searched for more slowly, or not at all; searches that run go on.',
  source: 'hiring freezes and the turnover spiral: question 4 of chairs; no published size found',
  group: 'What befalls it',
  levers: parameters({
    freeze: {
      title: 'Freeze',
      doc: 'How far hiring slows down: 0.5 doubles the length of searches, 1 starts none.',
      unit: '0–1',
      default: 1,
      range: [0, 1],
      idleAt: 0,
      plausible: [0.3, 1],
      grade: 'D',
      source: sources.assumption,
    },
  }),
  conditions(world, lever, inForce) {
    const { departments } = world.tables;
    const left = 1 - lever.freeze * inForce.strength;
    const { hiringSpeed } = departments.column;
    for (let d = 0; d < departments.size; d++) hiringSpeed[d] *= left;
  },
});
