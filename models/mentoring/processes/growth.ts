/** Growth: time passes, competence follows tenure, satisfaction and the memory of support move. */
import { sigmoid } from '../../../sim/chance/portable.ts';
import type { Step } from '../../../sim/model/model.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { resident } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

/** Years of tenure at which a resident is half way, and the width of the curve in years. */
const halfWay = 2;
const width = 0.8;
/** Weeks over which satisfaction and the memory of career support move. */
const satisfactionMemory = 26;
const careerMemoryWeeks = 104;

export const growth: Step<MentoringWorld> = {
  name: 'growth',
  doc: 'Tenure and time in rank; competence is logistic in tenure for now; satisfaction follows support and strain.',
  run(world) {
    const { people } = world;
    const c = people.column;
    for (let seat = 0; seat < people.size; seat++) {
      if (c.person[seat] < 0) continue;
      c.tenure[seat]++;
      c.inRank[seat]++;
      c.competence[seat] =
        c.role[seat] === resident ? competenceAt(c.tenure[seat] / weeksPerYear) : 1;
      c.careerMemory[seat] += (c.career[seat] - c.careerMemory[seat]) / careerMemoryWeeks;
      const content =
        0.5 + 0.25 * (c.career[seat] + c.psychosocial[seat]) - 0.6 * (c.burnout[seat] - 0.4);
      const target = Math.min(1, Math.max(0, content));
      c.satisfaction[seat] += (target - c.satisfaction[seat]) / satisfactionMemory;
    }
  },
};

/** Competence after `years` of residency, 0 to 1. */
function competenceAt(years: number): number {
  return sigmoid((years - halfWay) / width);
}
