/** The words for one comparison: verdict, change and range, as a leader reads them. */
import type { Comparison } from '../sim/analysis/paired.ts';
import type { Outcome } from '../sim/model/outcomes.ts';
import type { NumberFormat } from './numbers.ts';
import { isMoney, levelText, rangeText, sizeText } from './numbers.ts';
import { fewestForRange, importance, isClear } from './reading.ts';

/** How a verdict is shown: its words, and a tone that style and charts follow. */
export interface Meaning {
  readonly text: string;
  readonly tone: 'better' | 'worse' | 'neutral' | 'unclear';
}

/** What a comparison means, in a few words. */
export function meaningOf(comparison: Comparison, outcome: Outcome<never>): Meaning {
  const { verdict, replicates } = comparison;
  switch (verdict) {
    case 'no difference':
      return { text: 'no difference', tone: 'unclear' };
    case 'too few people to show':
      return { text: 'too few people to show', tone: 'unclear' };
    case 'cannot tell apart yet':
      if (replicates < 2) return { text: 'one future: no verdict yet', tone: 'unclear' };
      return { text: 'cannot tell apart yet', tone: 'unclear' };
    case 'higher':
    case 'lower':
      return { text: verdict, tone: 'neutral' };
    default: {
      const tone = verdict;
      if (isMoney(outcome.unit)) {
        return { text: verdict === 'worse' ? 'costs more' : 'costs less', tone };
      }
      const small = importance(comparison, outcome) < 1;
      return { text: small ? `slightly ${verdict}` : verdict, tone };
    }
  }
}

/** Whether numbers say how many in 100. */
export function isFrequency({ unit }: NumberFormat): boolean {
  return unit === 'in 100';
}

/** `in 100`, but nothing for money, which carries its sign. */
function unitAfter(format: NumberFormat): string {
  return format.prefix === '' ? ` ${format.unit}` : ' a year';
}

/** `falls from 50 to 41 in 100`; `stays near 50 in 100` where the shown numbers are the same. */
export function changeText(comparison: Comparison, format: NumberFormat): string {
  const before = levelText(comparison.baseline, format);
  const after = levelText(comparison.value, format);
  if (before === after) return `stays near ${after}${unitAfter(format)}`;
  const verb = (comparison.difference ?? 0) > 0 ? 'rises' : 'falls';
  return `${verb} from ${before} to ${after}${unitAfter(format)}`;
}

/** `nine of ten futures: −14 to −4`, or why there is no range. */
export function futuresText(comparison: Comparison, format: NumberFormat, short = false): string {
  const { futureLow, futureHigh, replicates } = comparison;
  if (futureLow === null || futureHigh === null) {
    return replicates < fewestForRange ? 'no range yet' : 'no range';
  }
  const range = rangeText(futureLow, futureHigh, format);
  return short ? range : `nine of ten futures: ${range}`;
}

/** The smallest difference that matters: `3 in 100`, `0.02`; '' where the outcome names none. */
export function mattersFrom(outcome: Outcome<never>, format: NumberFormat): string {
  const { smallestImportant } = outcome;
  if (smallestImportant === undefined) return '';
  const shown = smallestImportant * format.scale;
  return `${Number(shown.toPrecision(2))}${isFrequency(format) ? ` ${format.unit}` : ''}`;
}

/** One line for a chart's title: `residents who are burned out: 41 instead of 50 in 100`. */
export function findingText(subject: string, comparison: Comparison, format: NumberFormat): string {
  if (comparison.verdict === 'no difference') return `${subject}: no difference`;
  if (!isClear(comparison)) {
    return comparison.replicates < 2
      ? `${subject}: a first look`
      : `${subject}: cannot tell apart yet`;
  }
  const before = levelText(comparison.baseline, format);
  const after = levelText(comparison.value, format);
  const unit = isFrequency(format) ? ` ${format.unit}` : '';
  if (before !== after) return `${subject}: ${after} instead of ${before}${unit}`;
  const word = (comparison.difference ?? 0) > 0 ? 'more' : 'less';
  return `${subject}: a little ${word} than ${before}${unit}`;
}

/** `$920k a year more`, `$41k a year less`, or that no change is clear. */
export function moneyChange(comparison: Comparison, format: NumberFormat): string {
  const { difference } = comparison;
  if (difference === null) return '';
  if (!isClear(comparison)) return 'no clear change';
  return `${sizeText(difference, format)} a year ${difference < 0 ? 'less' : 'more'}`;
}
