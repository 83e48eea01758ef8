/** Promotion: reviewed once a year, as a mover-stayer mixture with a lag. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Step } from '../../../sim/model/model.ts';
import { chanceWithin, weekOfYear, weeksPerYear } from '../../../sim/model/time.ts';
import { assistant, associate, faculty, full, instructor } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

/** Years as an instructor before becoming an assistant professor. */
const instructorYears = 3;
/** To full professor the hazard is this share of that to associate (prototype of `dynamics.md`). */
const toFull = 0.45;

export const promotion: Step<MentoringWorld> = {
  name: 'promotion',
  doc: 'After a lag, a yearly review promotes those who are promotable, sooner with career support.',
  run(world, rng) {
    if (weekOfYear(world.week) !== 0) return;
    const { people, parameter: p, constant, events } = world;
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
      const yearly =
        p.promotionRate *
        (rank === associate ? toFull : 1) *
        exp(constant.promotionSupport * (c.careerMemory[seat] - 0.4));
      if (rng.uniform(c.chanceKey[seat]) >= chanceWithin(yearly)) continue;
      promote(world, seat, rank + 1);
      events.promotion.add(seat, 1);
    }
  },
};

function promote(world: MentoringWorld, seat: number, rank: number): void {
  const { rank: ranks, inRank } = world.people.column;
  ranks[seat] = rank;
  inRank[seat] = 0;
}
