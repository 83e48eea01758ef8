/** Precision mentoring: the right mentor for the right person at the right time, by needs. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { faculty, full, needs } from '../codes.ts';
import { expertise, needsInOrder } from '../expertise.ts';
import type { MentoringWorld } from '../shape.ts';
import { isIntake, isReview } from './intake.ts';
import { hasMatch } from './introduce.ts';
import { chargeCoordination, coordinatorLever, matchLevers, termsOf } from './match-levers.ts';
import { matchMentees } from './match-mentees.ts';
import { countReached, reached, reachLevers, reachOf } from './reach.ts';

/** Weeks between two looks at what people need. */
const reviewWeeks = 26;
/** Draw of the programme's stream: luck in what is not known of a pair. */
const unknownDraw = 5;

export const precisionMentoring = policyFor<MentoringWorld>()({
  title: 'Precision mentoring',
  doc: 'People are matched on what they need most now with those who can serve it, and again when needs change.',
  source: 'Six ways to get a grip on a mentorship program (10.36834/cmej.79339)',
  group: 'Matching',
  levers: parameters({
    ...reachLevers({ who: 'everyone', coverage: 0.8, plausible: [0.3, 0.95] }),
    precision: {
      title: 'Precision',
      doc: 'Share of a match that goes by what is known of needs and expertise; the rest is luck.',
      unit: '0–1',
      default: 0.7,
      range: [0, 1],
      plausible: [0.3, 1],
      grade: 'C',
      source: 'Six ways (10.36834/cmej.79339; key: precision)',
    },
    rematch: {
      title: 'When needs change',
      doc: 'Twice a year those whose first need has changed are matched for the new one.',
      options: ['yes', 'no'],
      default: 'yes',
      grade: 'C',
      source: 'Six ways (10.36834/cmej.79339)',
    },
    ...matchLevers,
    ...coordinatorLever(0.4),
  }),
  conditions(world, lever, inForce, rng) {
    const covers = reachOf(world, rng, lever, inForce.strength);
    const { personalised } = world.people.column;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (covers(seat)) personalised[seat] = Math.max(personalised[seat], lever.precision);
    }
  },
  introduces(world, lever, inForce, rng) {
    const review = lever.rematch === 'yes' && isReview(world.week, inForce, reviewWeeks);
    if (!review && !isIntake(world.week, inForce)) return;
    const { role, rank } = world.people.column;
    const byNeed: number[][] = needs.map(() => []);
    for (const seat of reached(world, rng, lever, inForce.strength)) {
      if (role[seat] === faculty && rank[seat] === full) continue;
      const [first] = needsInOrder(world, seat);
      const need = review ? first : -1;
      if (!hasMatch(world, seat, Number.POSITIVE_INFINITY, need)) byNeed[first].push(seat);
    }
    byNeed.forEach((mentees, need) => {
      const rule = {
        algorithm: 'maximumFit' as const,
        objective: 'highestFit' as const,
        loadCap: lever.loadCap,
        need,
        fitOf: knownFit(rng, need, lever.precision),
      };
      matchMentees(world, rng, mentees, rule, termsOf(lever));
    });
  },
  cost(world, lever, inForce, rng) {
    const people = countReached(world, rng, lever, inForce.strength);
    chargeCoordination(world, 'precisionMentoring', people, lever.coordinators);
  },
});

function knownFit(rng: Rng, need: number, precision: number) {
  return (world: MentoringWorld, mentee: number, mentor: number): number => {
    const { chanceKey } = world.people.column;
    const luck = rng.uniform(chanceKey[mentee], chanceKey[mentor], unknownDraw);
    return precision * expertise(world, mentee, mentor, need) + (1 - precision) * luck;
  };
}
