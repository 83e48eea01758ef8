/** Promotion: what speeds it, each by the weight that is declared, and whom it passes over. */
import { describe, expect, it } from 'vitest';
import { assistant, associate, faculty } from '../../../../models/mentoring/codes.ts';
import { promotionHazard } from '../../../../models/mentoring/processes/promotion.ts';
import { usualCareer, usualSponsorship } from '../../../../models/mentoring/usual.ts';
import { department, seatsOf } from '../small-world.ts';

/** An assistant professor with the usual support and sponsorship. */
function candidate(parameters: Readonly<Record<string, number>> = {}) {
  const { world } = department({ promotionWomen: 1, promotionMinority: 1, ...parameters });
  const [seat] = seatsOf(world, faculty);
  const c = world.people.column;
  c.rank[seat] = assistant;
  c.careerMemory[seat] = usualCareer;
  c.sponsorship[seat] = usualSponsorship;
  return { world, seat, c };
}

describe('the hazard of promotion', () => {
  it('rises with sponsorship by the declared weight times the causal share', () => {
    const { world, seat, c } = candidate({ promotionSponsorship: 1, causalShare: 0.5 });
    const usual = promotionHazard(world, seat);
    c.sponsorship[seat] = usualSponsorship + 0.6;
    expect(promotionHazard(world, seat) / usual).toBeCloseTo(Math.exp(0.5 * 0.6), 12);
    c.sponsorship[seat] = 0;
    expect(promotionHazard(world, seat) / usual).toBeCloseTo(Math.exp(-0.5 * 0.25), 12);
  });

  it('does not know sponsorship at a weight of 0', () => {
    const { world, seat, c } = candidate({ promotionSponsorship: 0 });
    const usual = promotionHazard(world, seat);
    c.sponsorship[seat] = 1;
    expect(promotionHazard(world, seat)).toBe(usual);
  });

  it('is lower for the step to full professor', () => {
    const { world, seat, c } = candidate();
    const first = promotionHazard(world, seat);
    c.rank[seat] = associate;
    expect(promotionHazard(world, seat) / first).toBeCloseTo(0.45, 12);
  });
});
