/** When programmes take people in: at their start, once a year, and monthly while they grow. */
import type { InForce } from '../../../sim/model/model.ts';
import { weekOfYear, weeksPerMonth } from '../../../sim/model/time.ts';

/** Weeks between two intakes while the ramp lasts. */
const rampWeeks = 4;

/** Whether a programme takes people in this week; its intake is so many months after 1 July. */
export function isIntake(week: number, inForce: InForce, month = 0): boolean {
  const since = week - Math.round(month * weeksPerMonth);
  if (week === inForce.start && month === 0) return true;
  if (since >= inForce.start && weekOfYear(since) === 0) return true;
  const age = week - inForce.start;
  return inForce.ramp > 1 && age < inForce.ramp + rampWeeks && age % rampWeeks === 0;
}

/** Whether it is the week of a review that comes every `weeks`, the first after so many. */
export function isReview(week: number, inForce: InForce, weeks: number): boolean {
  const since = week - inForce.start;
  return since > 0 && since % weeks === 0;
}
