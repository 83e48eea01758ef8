/** Model time: weeks, years of 52 weeks, and the one place where rates change their unit. */
import { exp, log } from '../chance/portable.ts';

export const weeksPerYear = 52;
export const monthsPerYear = 12;

/** Weeks in a twelfth of a model year: 52 / 12. */
export const weeksPerMonth = weeksPerYear / monthsPerYear;

/** Week of the year, 0 to 51; also for negative (warm-up) weeks. */
export function weekOfYear(week: number): number {
  const rest = week % weeksPerYear;
  return rest < 0 ? rest + weeksPerYear : rest;
}

/** Year number of a week; year 0 begins at week 0. */
export function yearOf(week: number): number {
  return Math.floor(week / weeksPerYear);
}

/** A rate or hazard per year, as per week. */
export function perYear(rate: number): number {
  return rate / weeksPerYear;
}

/** A rate or hazard per month, as per week. */
export function perMonth(rate: number): number {
  return rate / weeksPerMonth;
}

/** A probability per month as a hazard per week: −ln(1 − p) / (52 / 12). */
export function hazardFromMonthly(probability: number): number {
  return -log(1 - Math.min(probability, 1 - 1e-12)) / weeksPerMonth;
}

/** The chance that an event of weekly hazard `hazard` happens within `weeks`. */
export function chanceWithin(hazard: number, weeks = 1): number {
  return 1 - exp(-hazard * weeks);
}

/** The hazard at which the chance within one unit of its time is `u`: −ln(1 − u). */
export function hazardReaching(u: number): number {
  return -log(1 - Math.min(Math.max(u, 1e-12), 1 - 1e-12));
}
