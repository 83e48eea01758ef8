/** Burnout: moves each week toward the balance of demands and resources, with contagion along ties. */
import { sigmoid } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { faculty } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

/** Mean burnout of contacts at which contagion is neutral, and usual share of vacant posts. */
const usualBurnout = 0.42;
const usualVacancy = 0.04;

export const wellbeing: Step<MentoringWorld> = {
  name: 'wellbeing',
  doc: 'Approaches σ(strain + trait + workload + vacancies + overload − support − meaning + contagion − group).',
  run(world, rng) {
    moveWorkload(world, rng);
    const { people, tables, parameter: p, constant: k } = world;
    const c = people.column;
    const d = tables.departments.column;
    const { contact, strain } = tables.week.column;
    const groups = tables.groups.column;
    const approach = 1 / p.burnoutMemory;
    for (let seat = 0; seat < people.size; seat++) {
      if (c.person[seat] < 0) continue;
      const department = c.department[seat];
      const isFaculty = c.role[seat] === faculty;
      let target =
        (isFaculty ? p.strainFaculty : p.strainResidents) +
        p.strainTrait * c.strainTrait[seat] +
        d.shock[department] -
        k.psychosocialEffect * c.psychosocial[seat] -
        k.careerEffect * c.career[seat];
      if (d.posts[department] > 0) {
        target += p.vacancyEffect * (d.vacant[department] / d.posts[department] - usualVacancy);
      }
      if (isFaculty) {
        target -= k.meaningEffect * c.meaning[seat];
        if (c.dilution[seat] < 1) target += p.overloadEffect * overload(world, seat);
      }
      if (contact[seat] > 0) target += p.contagion * (strain[seat] / contact[seat] - usualBurnout);
      const group = c.group[seat];
      if (group >= 0) {
        target -= p.groupEffect * groups.cohesion[group] * (1.5 - c.psychosocial[seat]);
      }
      const moved =
        c.burnout[seat] +
        approach * (sigmoid(target) - c.burnout[seat]) +
        p.burnoutNoise * rng.normal(c.chanceKey[seat]);
      c.burnout[seat] = Math.min(1, Math.max(0, moved));
    }
  },
};

/** Planned hours beyond the slack, relative to the weekly hours; at most 2. */
function overload(world: MentoringWorld, seat: number): number {
  const { planned, hours } = world.people.column;
  if (hours[seat] <= 0) return 0;
  return Math.min(2, planned[seat] / hours[seat] - world.parameter.dilutionSlack);
}

/** A department's workload drifts: an autoregression with a memory of 40 weeks. */
function moveWorkload(world: MentoringWorld, rng: Rng): void {
  const { departments } = world.tables;
  const { shock, key } = departments.column;
  const { shockKept, shockNew } = world.constant;
  for (let d = 0; d < departments.size; d++) {
    shock[d] = shockKept * shock[d] + shockNew * rng.normal(key[d], 0, 1);
  }
}
