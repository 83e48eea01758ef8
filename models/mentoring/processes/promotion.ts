/** Promotion: reviewed once a year, as a mover-stayer mixture with a lag. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Step } from '../../../sim/model/model.ts';
import { chanceWithin, hazardReaching, weekOfYear, weeksPerYear } from '../../../sim/model/time.ts';
import { decideHazard, watcher } from '../../../sim/model/trace.ts';
import { assistant, associate, faculty, full, instructor } from '../codes.ts';
import { promotionRatio } from '../equity.ts';
import type { MentoringWorld } from '../shape.ts';
import { usualCapital } from '../start-growth.ts';
import { usualCareer, usualMentees, usualSponsorship } from '../usual.ts';

/** Years as an instructor before becoming an assistant professor. */
const instructorYears = 3;
/** To full professor the hazard is this share of that to associate (prototype of `dynamics.md`). */
export const toFull = 0.45;

export const promotion: Step<MentoringWorld> = {
  name: 'promotion',
  doc: 'After a lag, a yearly review promotes those who are promotable, sooner with support, sponsorship, career capital and credited mentoring.',
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
      const u = rng.uniform(c.chanceKey[seat]);
      const hazard = promotionHazard(world, seat);
      const trace = watcher(world, seat, -1);
      const decided = decideHazard(trace, 'promotion', seat, hazard, hazardReaching(u));
      if (u >= chanceWithin(decided)) continue;
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
 * Yearly hazard of promotion of a promotable person whose lag is over: support of two years, who
 * speaks for the person now, career capital against the usual of so many years, mentoring where it
 * counts, and the residual of groups.
 */
export function promotionHazard(world: MentoringWorld, seat: number): number {
  const { people, parameter: p, constant } = world;
  const c = people.column;
  const g = constant.growth;
  return (
    p.promotionRate *
    (c.rank[seat] === associate ? toFull : 1) *
    promotionRatio(world, seat) *
    exp(
      g.promotionSupport * (c.careerMemory[seat] - usualCareer) +
        g.promotionSponsorship * (c.sponsorship[seat] - usualSponsorship) +
        g.promotionCapital * capitalAhead(world, seat) +
        p.promotionRecognition * mentoringCounted(world, seat),
    )
  );
}

/** Career capital relative to the usual of so many years, less 1; at most 1. */
export function capitalAhead(world: MentoringWorld, seat: number): number {
  const { careerCapital, tenure } = world.people.column;
  const usual = usualCapital(world, tenure[seat]);
  return usual > 0 ? Math.min(1, careerCapital[seat] / usual - 1) : 0;
}

/** Mentoring that counts, 0 to 1: full from the usual number of mentees on. */
export function mentoringCounted({ people }: MentoringWorld, seat: number): number {
  const { recognition, load } = people.column;
  return recognition[seat] * Math.min(1, load[seat] / usualMentees);
}

function promote(world: MentoringWorld, seat: number, rank: number): void {
  const { rank: ranks, inRank } = world.people.column;
  ranks[seat] = rank;
  inRank[seat] = 0;
}
