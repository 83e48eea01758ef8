/** Promotion: reviewed once a year, as a mover-stayer mixture with a lag. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Step } from '../../../sim/model/model.ts';
import { chanceWithin, weekOfYear, weeksPerYear } from '../../../sim/model/time.ts';
import { assistant, associate, faculty, full, instructor } from '../codes.ts';
import { promotionRatio } from '../equity.ts';
import type { MentoringWorld } from '../shape.ts';
import { usualCapital } from '../start-growth.ts';
import { usualCareer, usualMentees } from '../usual.ts';

/** Years as an instructor before becoming an assistant professor. */
const instructorYears = 3;
/** To full professor the hazard is this share of that to associate (prototype of `dynamics.md`). */
const toFull = 0.45;

export const promotion: Step<MentoringWorld> = {
  name: 'promotion',
  doc: 'After a lag, a yearly review promotes those who are promotable, sooner with support, career capital and credited mentoring.',
  run(world, rng) {
    if (weekOfYear(world.week) !== 0) return;
    const { people, parameter: p, events } = world;
    const c = people.column;
    for (let seat = 0; seat < people.size; seat++) {
      if (c.role[seat] !== faculty || c.person[seat] < 0 || c.external[seat] === 1) continue;
      const rank = c.rank[seat];
      const years = c.inRank[seat] / weeksPerYear;
      if (rank === instructor) {
        if (years >= instructorYears) promote(world, seat, assistant);
        continue;
      }
      if (rank === full || c.promotable[seat] === 0 || years < p.promotionLag) continue;
      if (rng.uniform(c.chanceKey[seat]) >= chanceWithin(promotionHazard(world, seat))) continue;
      events.promotion.add(seat, 1);
      if (rank === assistant) {
        events.promotedFirst.add(seat, 1);
        events.yearsToPromotion.add(seat, years);
      }
      promote(world, seat, rank + 1);
    }
  },
};

/**
 * Yearly hazard of promotion of a promotable person whose lag is over: support of two years, career
 * capital against the usual of so many years, mentoring where it counts, and the residual of groups.
 */
export function promotionHazard(world: MentoringWorld, seat: number): number {
  const { people, parameter: p, constant } = world;
  const c = people.column;
  const g = constant.growth;
  const usual = usualCapital(world, c.tenure[seat]);
  const ahead = usual > 0 ? c.careerCapital[seat] / usual - 1 : 0;
  const mentoring = Math.min(1, c.load[seat] / usualMentees);
  return (
    p.promotionRate *
    (c.rank[seat] === associate ? toFull : 1) *
    promotionRatio(world, seat) *
    exp(
      g.promotionSupport * (c.careerMemory[seat] - usualCareer) +
        g.promotionCapital * Math.min(1, ahead) +
        p.promotionRecognition * c.recognition[seat] * mentoring,
    )
  );
}

function promote(world: MentoringWorld, seat: number, rank: number): void {
  const { rank: ranks, inRank } = world.people.column;
  ranks[seat] = rank;
  inRank[seat] = 0;
}
