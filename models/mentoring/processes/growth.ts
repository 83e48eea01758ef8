/** Growth: competence, motivation and coping, career capital and papers, satisfaction, time itself. */
import { poisson } from '../../../sim/chance/distributions.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { faculty, resident } from '../codes.ts';
import { slowStep } from '../growth-constants.ts';
import type { MentoringWorld } from '../shape.ts';
import { usualBurnout, usualCareer, usualPsychosocial } from '../usual.ts';

/** Weeks of the memory of career support that promotion reads. */
const careerMemoryWeeks = 104;
/** Burnout at which satisfaction has its base. */
const contentBurnout = 0.4;
/** Share of psychosocial support in coping. */
const copingSupport = 0.5;

export const growth: Step<MentoringWorld> = {
  name: 'growth',
  doc: 'Competence grows logistically, career capital and papers with support; satisfaction follows support, strain and fairness.',
  run(world, rng) {
    averageSupport(world);
    const { people } = world;
    const { person, role, tenure, inRank, metMentors, unmentoredWeeks } = people.column;
    const { career, careerMemory } = people.column;
    for (let seat = 0; seat < people.size; seat++) {
      if (person[seat] < 0) continue;
      tenure[seat]++;
      inRank[seat]++;
      unmentoredWeeks[seat] = metMentors[seat] === 0 ? unmentoredWeeks[seat] + 1 : 0;
      careerMemory[seat] += (career[seat] - careerMemory[seat]) / careerMemoryWeeks;
      if (role[seat] === resident) learn(world, seat);
      else {
        advance(world, seat);
        countStay(world, seat);
      }
      settle(world, seat);
    }
    if (world.week % slowStep === 0) publish(world, rng);
  },
};

/** Mean career support of a department's people; somebody isolated is no standard for others. */
function averageSupport(world: MentoringWorld): void {
  const { people, tables } = world;
  const { careerMean, staff } = tables.departments.column;
  const { person, department, external, isolated, career } = people.column;
  careerMean.fill(0, 0, tables.departments.size);
  staff.fill(0, 0, tables.departments.size);
  for (let seat = 0; seat < people.size; seat++) {
    if (person[seat] < 0 || external[seat] === 1 || isolated[seat] === 1) continue;
    careerMean[department[seat]] += career[seat];
    staff[department[seat]]++;
  }
  for (let d = 0; d < tables.departments.size; d++) {
    if (staff[d] > 0) careerMean[d] /= staff[d];
  }
}

/** Logistic growth: the odds of competence grow by a rate that support speeds and burnout slows. */
function learn(world: MentoringWorld, seat: number): void {
  const { competence, career, burnout, aptitude, motivation } = world.people.column;
  const { parameter: p, constant } = world;
  const g = constant.growth;
  const speed =
    1 +
    p.aptitudeEffect * aptitude[seat] +
    g.competenceSupport * (career[seat] - usualCareer) -
    g.competenceBurnout * (burnout[seat] - usualBurnout) +
    p.competenceMotivation * (motivation[seat] - 0.5);
  const before = competence[seat];
  const odds = (before / (1 - before)) * (1 + g.learning * Math.max(0, speed));
  competence[seat] = odds / (1 + odds);
}

/** How fast a faculty member's career moves, 1 at usual support and burnout. */
export function paceOf(world: MentoringWorld, seat: number): number {
  const { career, sponsorship, burnout } = world.people.column;
  const g = world.constant.growth;
  const pace =
    1 +
    g.capitalSupport * (career[seat] - usualCareer) +
    g.capitalSponsorship * sponsorship[seat] -
    g.capitalBurnout * (burnout[seat] - usualBurnout);
  return Math.max(0, pace);
}

function advance(world: MentoringWorld, seat: number): void {
  const { careerCapital } = world.people.column;
  careerCapital[seat] +=
    paceOf(world, seat) / weeksPerYear - world.constant.growth.capitalFade * careerCapital[seat];
}

/** Notes that a first, fifth or tenth year has been completed. */
function countStay(world: MentoringWorld, seat: number): void {
  const { events } = world;
  const { tenure, external } = world.people.column;
  if (external[seat] === 1) return;
  const weeks = tenure[seat];
  if (weeks === weeksPerYear) events.stayed1.add(seat, 1);
  else if (weeks === 5 * weeksPerYear) events.stayed5.add(seat, 1);
  else if (weeks === 10 * weeksPerYear) events.stayed10.add(seat, 1);
}

/** Motivation, coping and satisfaction approach what the present gives. */
function settle(world: MentoringWorld, seat: number): void {
  const { people, parameter: p, constant, tables } = world;
  const c = people.column;
  const g = constant.growth;
  const career = c.career[seat];
  const psychosocial = c.psychosocial[seat];
  const burnout = c.burnout[seat];
  const drive =
    0.5 +
    g.motivationSupport * ((career - usualCareer + psychosocial - usualPsychosocial) / 2) -
    g.motivationBurnout * (burnout - usualBurnout);
  c.motivation[seat] += g.motivationApproach * (share(drive) - c.motivation[seat]);
  const group = c.group[seat];
  const cohesion = group >= 0 ? tables.groups.column.cohesion[group] : 0;
  const ways = copingSupport * psychosocial + p.copingFromGroup * cohesion;
  c.coping[seat] += g.motivationApproach * (share(ways) - c.coping[seat]);
  const passedOver = Math.max(0, tables.departments.column.careerMean[c.department[seat]] - career);
  const unrecognised = c.unrecognisedHours[seat];
  const unpaid = unrecognised === 0 ? 0 : unrecognised / (unrecognised + c.hours[seat]);
  const content =
    p.satisfactionBase +
    g.satisfactionSupport * (career + psychosocial) -
    g.satisfactionBurnout * (burnout - contentBurnout) -
    p.satisfactionFairness * (passedOver + unpaid);
  c.satisfaction[seat] += (share(content) - c.satisfaction[seat]) / p.satisfactionMemory;
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Papers of four weeks: Poisson by one uniform each. */
function publish(world: MentoringWorld, rng: Rng): void {
  const { people, constant, events } = world;
  const { person, role, track, chanceKey, publications } = people.column;
  const { papers } = constant.growth;
  for (let seat = 0; seat < people.size; seat++) {
    if (person[seat] < 0 || role[seat] !== faculty) continue;
    const mean = papers[track[seat]] * paceOf(world, seat);
    const u = rng.uniform(chanceKey[seat]);
    // 1 − λ ≤ exp(−λ): most weeks bring none
    if (u < 1 - mean) continue;
    const count = poisson(u, mean);
    if (count === 0) continue;
    publications[seat] += count;
    events.publication.add(seat, count);
  }
}
