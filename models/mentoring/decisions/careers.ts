/** Why somebody left or stayed, was promoted or passed over. Terms are logarithms: they multiply the rate. */
import { log } from '../../../sim/chance/portable.ts';
import type { DecisionSpec } from '../../../sim/model/trace.ts';
import { associate, faculty, full } from '../codes.ts';
import { promotionRatio } from '../equity.ts';
import { baseBurnout, earlyWeeks, usualSatisfaction } from '../processes/careers.ts';
import { capitalAhead, mentoringCounted, toFull } from '../processes/promotion.ts';
import type { MentoringWorld } from '../shape.ts';
import { usualCareer, usualSponsorship } from '../usual.ts';

export const exit: DecisionSpec<MentoringWorld> = {
  title: 'leaves this week',
  unit: 'ln of the hazard a week',
  words: {
    base: 'the base rate of the role',
    burnout: 'burnout',
    satisfaction: 'satisfaction with the place',
    early: 'new here',
    full: 'a full professor: retirement',
    unmentored: 'no mentor who has met the person',
  },
  terms({ people, parameter: p, constant }, seat) {
    const g = constant.growth;
    const c = people.column;
    const isFaculty = c.role[seat] === faculty;
    const early = isFaculty && c.tenure[seat] < earlyWeeks;
    return [
      { name: 'base', value: log(isFaculty ? constant.exitFaculty : constant.exitResidents) },
      { name: 'burnout', value: g.exitBurnout * (c.burnout[seat] - baseBurnout) },
      {
        name: 'satisfaction',
        value: g.exitSatisfaction * (usualSatisfaction - c.satisfaction[seat]),
      },
      { name: 'early', value: early ? log(p.exitEarly) : 0 },
      { name: 'full', value: isFaculty && c.rank[seat] === full ? log(p.exitFull) : 0 },
      { name: 'unmentored', value: c.metMentors[seat] === 0 ? log(g.exitUnmentored) : 0 },
    ];
  },
};

export const promotion: DecisionSpec<MentoringWorld> = {
  title: 'is promoted at the yearly review',
  unit: 'ln of the hazard a year',
  words: {
    base: 'the base rate once the lag is over',
    rank: 'the step to full professor takes longer',
    groups: "what belongs to the person's groups alone",
    support: 'career support of two years',
    sponsorship: 'seniors who speak for the person',
    capital: 'career capital against the usual',
    recognition: 'mentoring that counts',
  },
  terms(world, seat) {
    const { people, parameter: p, constant } = world;
    const g = constant.growth;
    const c = people.column;
    const counted = mentoringCounted(world, seat);
    return [
      { name: 'base', value: log(p.promotionRate) },
      { name: 'rank', value: c.rank[seat] === associate ? log(toFull) : 0 },
      { name: 'groups', value: log(promotionRatio(world, seat)) },
      { name: 'support', value: g.promotionSupport * (c.careerMemory[seat] - usualCareer) },
      {
        name: 'sponsorship',
        value: g.promotionSponsorship * (c.sponsorship[seat] - usualSponsorship),
      },
      { name: 'capital', value: g.promotionCapital * capitalAhead(world, seat) },
      { name: 'recognition', value: p.promotionRecognition * counted },
    ];
  },
};
