/** What growth, identity and careers derive once from the parameters: causal shares applied, rates by week. */
import { exp, log } from '../../sim/chance/portable.ts';
import type { Values } from '../../sim/model/parameters.ts';
import { perYear, weeksPerMonth, weeksPerYear } from '../../sim/model/time.ts';
import type { mentoringParameters } from './parameters/index.ts';

/** Weeks between two steps of slow states: identity and papers. */
export const slowStep = 4;

export interface GrowthConstants {
  /** Weekly growth of the odds of competence at usual levels. */
  readonly learning: number;
  readonly competenceSupport: number;
  readonly competenceBurnout: number;
  readonly motivationSupport: number;
  readonly motivationBurnout: number;
  readonly motivationApproach: number;
  readonly capitalSupport: number;
  readonly capitalSponsorship: number;
  readonly capitalBurnout: number;
  readonly capitalFade: number;
  /** Papers in a slow step, by track. */
  readonly papers: readonly number[];
  readonly satisfactionSupport: number;
  readonly satisfactionBurnout: number;
  /** Approach of the rings in a slow step. */
  readonly ringApproach: number;
  readonly exitBurnout: number;
  readonly exitSatisfaction: number;
  readonly exitUnmentored: number;
  readonly promotionSupport: number;
  readonly promotionCapital: number;
  readonly promotionSponsorship: number;
}

/** Converts declared effects and rates to what a week uses. */
export function deriveGrowth(p: Values<typeof mentoringParameters>): GrowthConstants {
  const share = p.causalShare;
  const slow = slowStep / weeksPerYear;
  return {
    learning: perYear(p.competenceRate),
    competenceSupport: p.competenceSupport * share,
    competenceBurnout: p.competenceBurnout * share,
    motivationSupport: p.motivationSupport * share,
    motivationBurnout: p.motivationBurnout * share,
    motivationApproach: 1 / p.motivationMemory,
    capitalSupport: p.capitalSupport * share,
    capitalSponsorship: p.capitalSponsorship * share,
    capitalBurnout: p.capitalBurnout * share,
    capitalFade: 1 / (p.capitalMemory * weeksPerYear),
    papers: [p.papersClinician * slow, p.papersEducator * slow, p.papersInvestigator * slow],
    satisfactionSupport: p.satisfactionSupport * share,
    satisfactionBurnout: p.satisfactionBurnout * share,
    ringApproach: Math.min(1, slowStep / (p.ringMemory * weeksPerMonth)),
    exitBurnout: p.exitBurnout * share,
    exitSatisfaction: p.exitSatisfaction * share,
    exitUnmentored: exp(share * log(p.exitUnmentored)),
    promotionSupport: p.promotionSupport * share,
    promotionCapital: p.promotionCapital * share,
    promotionSponsorship: p.promotionSponsorship * share,
  };
}
