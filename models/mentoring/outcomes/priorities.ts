/** The priority-weighted score: how well the place does by what the institution weighs. */
import { outcomeFor } from '../../../sim/model/outcomes.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { faculty, woman } from '../codes.ts';
import { programmeMoney } from '../ledger.ts';
import { hazardOf } from '../processes/careers.ts';
import { paceOf } from '../processes/growth.ts';
import type { MentoringWorld } from '../shape.ts';

const outcome = outcomeFor<MentoringWorld>();

/** Yearly share of leavers at which nothing is left of the part of retention: one in five. */
const worstLeaving = 0.2;

export const priorityScore = outcome({
  title: 'Priority score',
  doc: 'Mean of wellbeing, equity, productivity, retention and cost, each from 0 to 1, by the institution’s weights.',
  of: 'world',
  aggregate: 'mean',
  unit: '0–1',
  better: 'up',
  over: 'lastYear',
  smallestImportant: 0.005,
  value: (world) => {
    const p = world.parameter;
    const parts = priorityParts(world);
    const weights = [
      p.priorityWellbeing,
      p.priorityEquity,
      p.priorityProductivity,
      p.priorityRetention,
      p.priorityCost,
    ];
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    if (all === 0) return Number.NaN;
    return weights.reduce((sum, weight, k) => sum + weight * parts[k], 0) / all;
  },
});

/** The five parts, each 0 to 1: wellbeing, equity, productivity, retention, cost. */
export function priorityParts(world: MentoringWorld): readonly number[] {
  const { people, parameter: p } = world;
  const c = people.column;
  let n = 0;
  let burnout = 0;
  let growth = 0;
  let leaving = 0;
  for (let seat = 0; seat < people.size; seat++) {
    if (c.person[seat] < 0 || c.external[seat] === 1) continue;
    n++;
    burnout += c.burnout[seat];
    growth += c.role[seat] === faculty ? paceOf(world, seat) / 2 : c.competence[seat];
    leaving += hazardOf(world, seat) * weeksPerYear;
  }
  if (n === 0) return [0, 0, 0, 0, 0];
  const gaps = accessGap(world, (seat) => c.gender[seat] === woman);
  const others = accessGap(world, (seat) => c.minority[seat] === 1);
  const years = Math.max(1, world.week) / weeksPerYear;
  const spent = programmeMoney(world) / (n * years);
  return [
    1 - burnout / n,
    1 - (gaps + others) / 2,
    share(growth / n),
    share(1 - leaving / n / worstLeaving),
    share(1 - spent / p.priorityBudget),
  ];
}

/** Difference in the share with a mentor between a group and the rest, without its sign. */
function accessGap(world: MentoringWorld, isOf: (seat: number) => boolean): number {
  const { person, external, metMentors } = world.people.column;
  let inside = 0;
  let mentored = 0;
  let outside = 0;
  let others = 0;
  for (let seat = 0; seat < world.people.size; seat++) {
    if (person[seat] < 0 || external[seat] === 1) continue;
    const has = metMentors[seat] > 0 ? 1 : 0;
    if (isOf(seat)) {
      inside++;
      mentored += has;
    } else {
      outside++;
      others += has;
    }
  }
  if (inside === 0 || outside === 0) return 0;
  return Math.abs(mentored / inside - others / outside);
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}
