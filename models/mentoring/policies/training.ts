/** Training in mentoring: when each person attends a course, and what the hours cost. */
import { log } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { InForce } from '../../../sim/model/model.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { charge } from '../ledger.ts';
import type { MentoringWorld } from '../shape.ts';

/** Hours of the course that was tried in the trial whose effect is the standard one. */
export const standardHours = 8;
/** A refresher is this share of the course. */
const refresherShare = 0.5;
/** Draw of a programme's stream: year and week of a person's course. */
const courseDraw = 7;

/** How training is spread over people and years. */
export interface TrainingPlan {
  /** Share of those reached who attend a year. */
  readonly yearly: number;
  readonly hours: number;
  /** Years between refreshers; 0 for none. */
  readonly refresher: number;
}

/**
 * The share of a course that the person attends this week: 0 in most weeks, 1 once, then refreshers.
 * The waiting time in years is geometric, so that a larger share only brings courses forward.
 */
export function courseNow(
  world: MentoringWorld,
  rng: Rng,
  seat: number,
  plan: TrainingPlan,
  inForce: InForce,
): number {
  const { chanceKey, tenure } = world.people.column;
  const since = world.week - Math.max(inForce.start, world.week - tenure[seat]);
  const u = rng.uniform(chanceKey[seat], 0, courseDraw);
  const yearly = Math.min(plan.yearly, 0.999999);
  const years = Math.floor(log(1 - u) / log(1 - yearly));
  const due = years * weeksPerYear + Math.floor(rng.second() * weeksPerYear);
  if (since < due) return 0;
  if (since === due) return 1;
  const every = Math.round(plan.refresher * weeksPerYear);
  return every > 0 && (since - due) % every === 0 ? refresherShare : 0;
}

/** Charges the hours of courses that faculty and residents attended. */
export function chargeCourses(
  world: MentoringWorld,
  account: string,
  ofFaculty: number,
  ofResidents: number,
  hours: number,
): void {
  const { hourCost, residentHourCost } = world.parameter;
  const money = hours * (ofFaculty * hourCost + ofResidents * residentHourCost);
  charge(world, account, hours * (ofFaculty + ofResidents), money);
}
