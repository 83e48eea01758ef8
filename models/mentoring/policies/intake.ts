/** When programmes take people in: at their start, every July, and monthly while they grow. */
import type { InForce } from '../../../sim/model/model.ts';
import { weekOfYear } from '../../../sim/model/time.ts';

/** Weeks between two intakes while the ramp lasts. */
const rampWeeks = 4;

/** Whether a programme takes people in this week. */
export function isIntake(week: number, inForce: InForce): boolean {
  const since = week - inForce.start;
  if (since === 0 || weekOfYear(week) === 0) return true;
  return since < inForce.ramp + rampWeeks && since % rampWeeks === 0 && inForce.ramp > 1;
}

/** Whether it is the week of a review that comes every `weeks`, the first after so many. */
export function isReview(week: number, inForce: InForce, weeks: number): boolean {
  const since = week - inForce.start;
  return since > 0 && since % weeks === 0;
}
