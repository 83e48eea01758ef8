/** Equity sponsorship: senior professors are asked to speak for people who are seldom spoken for. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { associate, faculty, full, needs } from '../codes.ts';
import { expertise } from '../expertise.ts';
import type { MentoringWorld } from '../shape.ts';
import { isIntake } from './intake.ts';
import { hasMatch } from './introduce.ts';
import { chargeCoordination, coordinatorLever, matchLevers, termsOf } from './match-levers.ts';
import { matchMentees } from './match-mentees.ts';
import type { Reach } from './reach.ts';
import { reached, reachLevers } from './reach.ts';
import type { Whom } from './whom.ts';
import { isFor, whomLever } from './whom.ts';

const sponsorship = needs.indexOf('sponsorship');

export const equitySponsorship = policyFor<MentoringWorld>()({
  title: 'Equity sponsorship',
  doc: 'People of groups that are seldom sponsored are introduced to an associate or full professor as a sponsor.',
  source: 'Six ways (10.36834/cmej.79339); Shen et al. on women’s sponsorship, cited there',
  group: 'Equity',
  levers: parameters({
    ...whomLever,
    ...reachLevers({ who: 'everyone', coverage: 0.8, plausible: [0.3, 1] }),
    access: {
      title: 'Reach of sponsors',
      doc: 'How far assigned sponsors open doors in the institution for those covered.',
      unit: '0–1',
      default: 0.6,
      range: [0, 1],
      plausible: [0.2, 1],
      grade: 'D',
      source: 'assumption of this project; no published value found',
    },
    ...matchLevers,
    ...coordinatorLever(0.2),
  }),
  conditions(world, lever, inForce, rng) {
    const { sponsorAccess } = world.people.column;
    for (const seat of proteges(world, rng, lever, inForce.strength)) {
      sponsorAccess[seat] = Math.max(sponsorAccess[seat], lever.access);
    }
  },
  introduces(world, lever, inForce, rng) {
    if (!isIntake(world.week, inForce)) return;
    const { rank } = world.people.column;
    const waiting = proteges(world, rng, lever, inForce.strength).filter(
      (seat) => !hasMatch(world, seat, Number.POSITIVE_INFINITY, sponsorship),
    );
    const rule = {
      algorithm: 'maximumFit' as const,
      objective: 'mostPeople' as const,
      loadCap: lever.loadCap,
      need: sponsorship,
      fitOf: (_: MentoringWorld, seat: number, sponsor: number): number =>
        rank[sponsor] < associate ? -1 : expertise(world, seat, sponsor, sponsorship),
    };
    matchMentees(world, rng, waiting, rule, termsOf(lever));
  },
  cost(world, lever, inForce, rng) {
    const people = proteges(world, rng, lever, inForce.strength).length;
    chargeCoordination(world, 'equitySponsorship', people, lever.coordinators);
  },
});

function proteges(
  world: MentoringWorld,
  rng: Rng,
  lever: Reach & { readonly whom: Whom },
  strength: number,
): number[] {
  const { role, rank } = world.people.column;
  return reached(world, rng, lever, strength).filter(
    (seat) => isFor(world, seat, lever.whom) && (role[seat] !== faculty || rank[seat] < full),
  );
}
