/** Weeks in words, as scenarios count them. */
import { weekOfYear, yearOf } from '../../sim/model/time.ts';
import { text } from '../text/network.ts';

/** `year 2, week 10`. */
export function whenText(week: number): string {
  return text.when(yearOf(week) + 1, weekOfYear(week) + 1);
}
