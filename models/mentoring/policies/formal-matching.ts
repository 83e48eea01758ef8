/** Formal senior matching: a programme introduces mentees to mentors; both sides then keep or drop. */
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { faculty, full } from '../codes.ts';
import { algorithms } from '../matching/algorithms.ts';
import { objectives } from '../matching/assignment.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { isIntake, isReview } from './intake.ts';
import { hasMatch } from './introduce.ts';
import { chargeCoordination, coordinatorLever, matchLevers, termsOf } from './match-levers.ts';
import { generalFit, matchMentees } from './match-mentees.ts';
import { countReached, reached, reachLevers } from './reach.ts';

/** With rematch: weeks between reviews, and weeks without a meeting after which a match counts as none. */
const reviewWeeks = 13;
const silentWeeks = 26;

export const formalMatching = policyFor<MentoringWorld>()({
  title: 'Formal senior matching',
  doc: 'Each July people without a mentor of the programme are introduced to one in their department.',
  source: 'Six ways (10.36834/cmej.79339); structured programme (10.1186/s12909-023-04021-w)',
  group: 'Matching',
  levers: parameters({
    ...reachLevers({
      who: 'residents',
      coverage: 0.92,
      plausible: [0.8, 0.97],
      grade: 'B',
      source: sources.caruso,
    }),
    algorithm: {
      title: 'Algorithm',
      doc: 'Random; chosen by mentees in turn; deferred acceptance on both sides’ wishes; or the assignment of maximum fit.',
      options: algorithms,
      default: 'random',
      grade: 'D',
      source: sources.assumption,
    },
    objective: {
      title: 'Objective',
      doc: 'What maximum fit goes for: the highest total fit, or first the most people matched.',
      options: objectives,
      onlyWhen: { algorithm: ['maximumFit'] },
      default: 'mostPeople',
      grade: 'D',
      source: sources.assumption,
    },
    month: {
      title: 'Month of the intake',
      doc: 'Months after 1 July at which people are matched each year: later, they know each other.',
      unit: 'months',
      default: 0,
      range: [0, 11],
      plausible: [0, 6],
      grade: 'D',
      source: sources.assumption,
    },
    leastFit: {
      title: 'Least fit',
      doc: 'Predicted fit below which the programme makes no match.',
      unit: '0–1',
      default: 0,
      range: [0, 1],
      plausible: [0, 0.6],
      grade: 'D',
      source: sources.assumption,
    },
    ...matchLevers,
    rematch: {
      title: 'No-fault rematch',
      doc: 'Each quarter those whose match has ended, or not met for half a year, are matched again.',
      options: ['no', 'yes'],
      default: 'no',
      grade: 'C',
      source: 'structured programme (10.1186/s12909-023-04021-w)',
    },
    ...coordinatorLever(0.2),
  }),
  introduces(world, lever, inForce, rng) {
    const review = lever.rematch === 'yes' && isReview(world.week, inForce, reviewWeeks);
    if (!review && !isIntake(world.week, inForce, lever.month)) return;
    const { role, rank } = world.people.column;
    const mentees = reached(world, rng, lever, inForce.strength).filter(
      (seat) =>
        (role[seat] !== faculty || rank[seat] !== full) &&
        !hasMatch(world, seat, review ? silentWeeks : Number.POSITIVE_INFINITY),
    );
    const rule = {
      algorithm: lever.algorithm,
      objective: lever.objective,
      loadCap: lever.loadCap,
      need: -1,
      fitOf: (_: MentoringWorld, mentee: number, mentor: number): number => {
        const fit = generalFit(world, mentee, mentor);
        return fit < lever.leastFit ? -1 : fit;
      },
    };
    matchMentees(world, rng, mentees, rule, termsOf(lever));
  },
  cost(world, lever, inForce, rng) {
    const people = countReached(world, rng, lever, inForce.strength);
    chargeCoordination(world, 'formalMatching', people, lever.coordinators);
  },
});
