/** Training in mentoring: a course for mentors, mentees or both, and refreshers, since what is learnt fades. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { InForce } from '../../../sim/model/model.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { faculty } from '../codes.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import type { Reach } from './reach.ts';
import { reachLevers, reachOf } from './reach.ts';
import { chargeCourses, courseNow, standardHours } from './training.ts';

const levers = reachLevers({
  who: 'faculty',
  coverage: 0.6,
  plausible: [0.1, 0.9],
  uptake: 'voluntary',
  grade: 'B',
  source: 'Trejo et al. 2021, 23% of faculty trained within years (10.1017/cts.2021.883)',
});

export const mentorTraining = policyFor<MentoringWorld>()({
  title: 'Mentor training',
  doc: 'Faculty, residents or both attend a course on mentoring; skill as a mentor and as a mentee rises, fades over years, and is refreshed.',
  source:
    'Trial of mentor training (10.1097/ACM.0000000000000218); virtual study (10.1186/s12909-024-05852-x)',
  group: 'Training',
  levers: parameters({
    who: levers.who,
    coverage: levers.coverage,
    uptake: levers.uptake,
    selfSelection: levers.selfSelection,
    yearly: {
      title: 'Trained a year',
      doc: 'Share of those reached who attend their first course in a year.',
      unit: 'share/year',
      default: 0.25,
      range: [0, 1],
      idleAt: 0,
      plausible: [0.1, 0.6],
      grade: 'B',
      source: 'Trejo et al. 2021 (10.1017/cts.2021.883; key: training_uptake)',
    },
    hours: {
      title: 'Length of the course',
      doc: 'Hours; effect grows with them up to the standard course of 8 hours.',
      unit: 'h',
      default: standardHours,
      range: [0, 40],
      idleAt: 0,
      plausible: [1.5, 12],
      grade: 'A',
      source: 'Pfund et al. 2014 (10.1097/ACM.0000000000000218; key: training_dose)',
    },
    effect: {
      title: 'Effect',
      doc: 'Effect of the course relative to the trial’s.',
      unit: 'ratio',
      default: 1,
      range: [0, 3],
      plausible: [0.4, 1.7],
      grade: 'D',
      source: 'size of the trial’s effect is recalled, unverified (key: training_gain)',
    },
    refresher: {
      title: 'Refresher',
      doc: 'Years between refreshers of half the length; 0 for none.',
      unit: 'years',
      default: 0,
      range: [0, 10],
      plausible: [0, 4],
      grade: 'D',
      source: sources.assumption,
    },
  }),
  conditions(world, lever, inForce, rng) {
    const dose = lever.effect * Math.min(1, lever.hours / standardHours);
    const { trained } = world.people.column;
    eachCourse(world, rng, lever, inForce, (seat, share) => {
      trained[seat] += dose * share;
    });
  },
  cost(world, lever, inForce, rng) {
    const { role } = world.people.column;
    const courses = [0, 0];
    eachCourse(world, rng, lever, inForce, (seat, share) => {
      courses[role[seat] === faculty ? 0 : 1] += share;
    });
    chargeCourses(world, 'mentorTraining', courses[0], courses[1], lever.hours);
  },
});

function eachCourse(
  world: MentoringWorld,
  rng: Rng,
  lever: Reach & { yearly: number; hours: number; refresher: number },
  inForce: InForce,
  attend: (seat: number, share: number) => void,
): void {
  if (lever.yearly === 0 || lever.hours === 0) return;
  const covers = reachOf(world, rng, lever, inForce.strength);
  for (let seat = 0; seat < world.people.size; seat++) {
    if (!covers(seat)) continue;
    const share = courseNow(world, rng, seat, lever, inForce);
    if (share > 0) attend(seat, share);
  }
}
