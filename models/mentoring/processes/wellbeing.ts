/** Burnout: moves each week toward the balance of demands and resources, with contagion along ties. */
import { sigmoid } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { faculty } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';
import {
  usualAutonomy,
  usualBurnout,
  usualCoping,
  usualDissonance,
  usualVacancy,
} from '../usual.ts';

export const wellbeing: Step<MentoringWorld> = {
  name: 'wellbeing',
  doc: 'Approaches σ(strain + trait + workload + vacancies + overload − support − meaning − autonomy + dissonance + contagion − group).',
  run(world, rng) {
    moveWorkload(world, rng);
    const { people, parameter: p } = world;
    const c = people.column;
    const approach = 1 / p.burnoutMemory;
    for (let seat = 0; seat < people.size; seat++) {
      if (c.person[seat] < 0) continue;
      const target = strainOf(world, seat);
      const moved =
        c.burnout[seat] +
        approach * (sigmoid(target) - c.burnout[seat]) +
        p.burnoutNoise * rng.normal(c.chanceKey[seat]);
      c.burnout[seat] = Math.min(1, Math.max(0, moved));
    }
  },
};

/** The log-odds that a person's burnout approaches: demands, damped by coping, less resources. */
export function strainOf(world: MentoringWorld, seat: number): number {
  const { people, tables, parameter: p, constant: k } = world;
  const c = people.column;
  const d = tables.departments.column;
  const { contact, strain } = tables.week.column;
  const department = c.department[seat];
  const isFaculty = c.role[seat] === faculty;
  let demand = d.shock[department] - c.relief[seat];
  if (d.posts[department] > 0) {
    demand += p.vacancyEffect * (d.vacant[department] / d.posts[department] - usualVacancy);
  }
  if (isFaculty && c.dilution[seat] < 1) demand += p.overloadEffect * overload(world, seat);
  if (demand > 0) demand *= 1 - p.copingBuffer * (c.coping[seat] - usualCoping);
  let target =
    (isFaculty ? p.strainFaculty : p.strainResidents) +
    p.strainTrait * c.strainTrait[seat] +
    demand -
    k.psychosocialEffect * c.psychosocial[seat] -
    k.careerEffect * c.career[seat] -
    p.autonomyEffect * (autonomyOf(world, seat) - usualAutonomy) +
    p.dissonanceStrain * (c.dissonance[seat] - usualDissonance);
  if (isFaculty) target -= k.meaningEffect * c.meaning[seat];
  if (contact[seat] > 0) target += p.contagion * (strain[seat] / contact[seat] - usualBurnout);
  const group = c.group[seat];
  if (group >= 0) {
    const cohesion = tables.groups.column.cohesion[group];
    target -= p.groupEffect * cohesion * (1.5 - c.psychosocial[seat]);
  }
  return target;
}

/** Say over one's own work: residents are entrusted with what they can do, faculty by rank. */
function autonomyOf(world: MentoringWorld, seat: number): number {
  const { role, rank, competence } = world.people.column;
  return role[seat] === faculty ? (rank[seat] + 0.5) / 4 : competence[seat];
}

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
