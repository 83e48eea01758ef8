/** Times in scenarios: "year 2 week 10" and "10 years" as weeks, and the values they may take. */
import type { Issue } from '../data/issues.ts';
import type { TreeNode } from './scenario-tree.ts';
import { issueAt } from './scenario-tree.ts';
import { plainNumber } from './scenario-values.ts';
import { weeksPerYear } from './time.ts';

/** Longest horizon, warm-up or date, in years. */
export const maxYears = 100;
export const maxWeeks = maxYears * weeksPerYear;

/** A moment as text: years, weeks of a year and weeks of the whole run count from 1. */
export const momentPattern =
  /^ *(?:[Yy]ear +([1-9]\d?|10[01])(?:,? +[Ww]eek +([1-9]|[1-4]\d|5[0-2]))?|[Ww]eek +([1-9]\d{0,3})) *$/;
/** A length of time as text. */
export const durationPattern =
  /^ *(?:(\d\d?|100) +years?(?:,? +(\d{1,2}) +weeks?)?|(\d{1,4}) +weeks?) *$/;

/**
 * The week of a moment: "year 1" and "week 1" begin in week 0, and a plain number is that week
 * itself. Undefined when there is none or it cannot be used.
 */
export function readMoment(node: TreeNode | undefined, issues: Issue[]): number | undefined {
  if (!node) return undefined;
  const week = plainNumber(node) ?? momentOf(textOf(node));
  if (Number.isInteger(week) && week >= 0 && week <= maxWeeks) return week;
  const expected = `"year 2", "year 2 week 10", "week 26" or the number of a week from 0 to ${maxWeeks}`;
  issues.push(issueAt(node, { expected, remedy: remedyFor(textOf(node), 'moment') }));
  return undefined;
}

function momentOf(text: string): number {
  const [, year, weekOfYear, week] = momentPattern.exec(text) ?? [];
  if (week !== undefined) return Number(week) - 1;
  return (Number(year) - 1) * weeksPerYear + Number(weekOfYear ?? 1) - 1;
}

/**
 * A length of time in weeks, from `least`: "10 years", "2 years 10 weeks", "26 weeks" or a plain
 * number of weeks. Undefined when there is none or it cannot be used.
 */
export function readDuration(
  node: TreeNode | undefined,
  least: number,
  issues: Issue[],
): number | undefined {
  if (!node) return undefined;
  const weeks = plainNumber(node) ?? durationOf(textOf(node));
  if (Number.isInteger(weeks) && weeks >= least && weeks <= maxWeeks) return weeks;
  const from = least === 1 ? '1 week' : `${least} weeks`;
  const expected = `"10 years", "26 weeks" or a number of weeks, from ${from} to ${maxYears} years`;
  issues.push(issueAt(node, { expected, remedy: remedyFor(textOf(node), 'duration') }));
  return undefined;
}

function durationOf(text: string): number {
  const match = durationPattern.exec(text);
  if (!match) return Number.NaN;
  const [, years, weeks, weeksAlone] = match;
  return Number(years ?? 0) * weeksPerYear + Number(weeks ?? weeksAlone ?? 0);
}

/** The text of a node, or empty when it holds none that could be a time. */
function textOf(node: TreeNode): string {
  const text = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  return text.length > 40 ? '' : text;
}

const calendar = /^\d{4}-\d{1,2}(-\d{1,2})?|^\d{1,2}[./]\d{1,2}[./]\d{2,4}/;

function remedyFor(text: string, kind: 'moment' | 'duration'): string | undefined {
  if (calendar.test(text)) {
    return 'Scenarios have no calendar: count years and weeks from the start';
  }
  if (/^ *\d+ *$/.test(text)) return 'Write the number without quotes';
  if (/month/i.test(text)) return 'Write months as weeks: a year has 52';
  if (/^ *\d*[.,]\d+ *years? *$/.test(text)) return 'Write part of a year in weeks';
  if (kind === 'moment' && /^ *(year|week) +\d/i.test(text)) {
    return `Years and weeks count from 1, a year has ${weeksPerYear} weeks`;
  }
  if (kind === 'moment' && durationPattern.test(text)) {
    return 'Write a moment as "year 2" or "week 26"; "2 years" is a length of time';
  }
  if (kind === 'duration' && momentPattern.test(text)) {
    return 'Write a length of time as "2 years"; "year 2" is a moment';
  }
  return undefined;
}
