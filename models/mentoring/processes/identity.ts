/** Professional identity: four rings that move with what ties, work and belonging give, and their spread. */
import type { Step } from '../../../sim/model/model.ts';
import { faculty, individual, innate, relational, resident, societal } from '../codes.ts';
import { slowStep } from '../growth-constants.ts';
import { spreadOf } from '../rings.ts';
import type { MentoringWorld } from '../shape.ts';

/** A ring that nothing feeds. */
const bare = 0.3;
/** Years of career capital at which a faculty member's mastery is half of what it can be. */
const halfMastery = 5;
/** Share of mastery in the individual ring; feedback is the rest. Likewise role in the societal one. */
const masteryShare = 0.6;
const roleShare = 0.5;
/** What clear expectations add to feedback, and affinity to belonging. */
const structureFeedback = 0.3;
const affinityBelonging = 0.5;

export const identity: Step<MentoringWorld> = {
  name: 'identity',
  doc: 'Every four weeks the rings approach what feeds them: concordant company, mastery and feedback, ties, role and belonging.',
  run(world) {
    if (world.week % slowStep !== 0) return;
    sumBonds(world);
    const { people, tables, constant, parameter: p } = world;
    const c = people.column;
    const { bond, kindred } = tables.week.column;
    const cohesion = tables.groups.column.cohesion;
    const approach = constant.growth.ringApproach;
    for (let seat = 0; seat < people.size; seat++) {
      if (c.person[seat] < 0) continue;
      const bonds = bond[seat] / (1 + bond[seat]);
      const affinity = c.affinity[seat];
      const alike = bond[seat] > 0 ? kindred[seat] / bond[seat] : 0;
      const company = 1 - p.concordance * (1 - Math.min(1, alike + affinity));
      const feedback = Math.min(1, c.career[seat] + structureFeedback * c.structured[seat]);
      const group = c.group[seat];
      const belonging = Math.min(
        1,
        roleShare * bonds + (group >= 0 ? cohesion[group] : 0) + affinityBelonging * affinity,
      );
      const first = seat * 4;
      const feed = (ring: number, fed: number): void => {
        const target = bare + p.ringGain * fed;
        c.rings[first + ring] += approach * (target - c.rings[first + ring]);
      };
      feed(innate, bonds * company);
      feed(individual, masteryShare * masteryOf(world, seat) + (1 - masteryShare) * feedback);
      feed(relational, bonds);
      feed(societal, roleShare * standingOf(world, seat) + (1 - roleShare) * belonging);
      c.dissonance[seat] = spreadOf(c.rings, seat);
    }
  },
};

function masteryOf(world: MentoringWorld, seat: number): number {
  const { role, competence, careerCapital } = world.people.column;
  if (role[seat] === resident) return competence[seat];
  return careerCapital[seat] / (careerCapital[seat] + halfMastery);
}

/** How far the person has come in the profession, from intern to full professor. */
function standingOf(world: MentoringWorld, seat: number): number {
  const { role, rank } = world.people.column;
  if (role[seat] === faculty) return 0.5 + rank[seat] / 6;
  return (0.5 * rank[seat]) / world.parameter.residencyYears;
}

/** Rapport of ties above the quality threshold, and the part of it with people of the same groups. */
function sumBonds(world: MentoringWorld): void {
  const { people, ties, tables, parameter } = world;
  const { gender, minority } = people.column;
  const { bond, kindred } = tables.week.column;
  bond.fill(0, 0, people.size);
  kindred.fill(0, 0, people.size);
  for (const store of [ties.senior, ties.peer]) {
    const { source, target, ended, rapport } = store.column;
    for (let t = 0; t < store.size; t++) {
      const r = rapport[t];
      if (ended[t] !== 0 || r < parameter.supportThreshold) continue;
      const i = source[t];
      const j = target[t];
      const alike =
        0.5 * r * ((gender[i] === gender[j] ? 1 : 0) + (minority[i] === minority[j] ? 1 : 0));
      bond[i] += r;
      bond[j] += r;
      kindred[i] += alike;
      kindred[j] += alike;
    }
  }
}
