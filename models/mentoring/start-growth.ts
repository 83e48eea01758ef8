/** What somebody who has been here for years has grown to: the usual, where nothing was observed. */
import { exp, log } from '../../sim/chance/portable.ts';
import { weeksPerYear } from '../../sim/model/time.ts';
import { faculty } from './codes.ts';
import { slowStep } from './growth-constants.ts';
import type { MentoringWorld } from './shape.ts';

/** Sets competence, career capital and papers to what usual growth makes of the person's tenure. */
export function growWithTenure(world: MentoringWorld, seat: number): void {
  const { people, parameter: p, constant } = world;
  const c = people.column;
  const weeks = c.tenure[seat];
  if (c.role[seat] === faculty) {
    c.careerCapital[seat] = usualCapital(world, weeks);
    const papers = constant.growth.papers[c.track[seat]] / slowStep;
    c.publications[seat] = Math.round(papers * weeks);
    return;
  }
  const odds = p.competenceStart / (1 - p.competenceStart);
  const grown = odds * exp(weeks * log(1 + constant.growth.learning));
  c.competence[seat] = grown / (1 + grown);
}

/** Career capital after so many weeks at the usual pace. */
export function usualCapital(world: MentoringWorld, weeks: number): number {
  const fade = world.constant.growth.capitalFade;
  return (1 - exp(weeks * log(1 - fade))) / (fade * weeksPerYear);
}
