/** The answer in two sentences: what changes, for whom and at what cost; then who is worst off. */
import type { Comparison } from '../sim/analysis/paired.ts';
import { everybody } from '../sim/model/groups.ts';
import type { Outcome } from '../sim/model/outcomes.ts';
import { harmsOf } from './harm.ts';
import { levelText, sizeText } from './numbers.ts';
import type { Reading } from './reading.ts';
import { find, formatOf, importance, isClear, ofOutcome } from './reading.ts';
import type { ReportArm } from './report-input.ts';
import {
  countOf,
  countText,
  groupNoun,
  listText,
  lowerFirst,
  subjectOf,
  upperFirst,
} from './vocabulary.ts';
import { changeText, futuresText, isFrequency } from './words.ts';

/** Two sentences. */
export type Answer = readonly [string, string];

/** At most this many outcomes in the first sentence. */
const mostChanges = 2;

/** The answer for one scenario against the baseline. */
export function answerOf(reading: Reading, arm: ReportArm): Answer {
  const own = reading.input.comparisons.filter((c) => c.scenario === arm.scenario.name);
  const shown = own.filter((c) => c.difference !== null);
  if (shown.length === 0) {
    return [
      'No pair of futures finished, so there is nothing to compare yet.',
      'The section on how to reproduce says what went wrong.',
    ];
  }
  const pairs = Math.max(...shown.map((c) => c.replicates));
  if (pairs === 1) return firstLook(reading, arm);
  const over = `Over ${countText(pairs, 'pair')} of futures`;
  if (shown.every((c) => c.verdict === 'no difference')) {
    return [
      `${over}, nothing changes: every outcome is the same with and without it.`,
      'Nobody is better or worse off.',
    ];
  }
  const changes = leadingChanges(reading, arm);
  const first = `${over}, ${changesText(reading, changes)}${costClause(reading, arm)}.`;
  return [first, secondSentence(reading, arm, changes[0])];
}

/** What changes, the better first: `a and b, but c`. */
function changesText(reading: Reading, changes: readonly Comparison[]): string {
  if (changes.length === 0) return 'no headline outcome clearly changes for people';
  const clauses = changes.map((c, k) => ({ worse: isWorse(c), text: changeClause(reading, c, k) }));
  const better = listText(clauses.filter(({ worse }) => !worse).map(({ text }) => text));
  const worse = listText(clauses.filter((clause) => clause.worse).map(({ text }) => text));
  const small = changes.every((c) => importance(c, declared(reading, c)) < 1);
  const opening = small ? 'only small changes are clear: ' : '';
  if (better === '') return `${opening}for the worse: ${worse}`;
  return `${opening}${better}${worse === '' ? '' : `, but ${worse}`}`;
}

function isWorse({ verdict }: Comparison): boolean {
  return verdict === 'worse';
}

function declared({ model }: Reading, { outcome }: Comparison): Outcome<never> {
  return model.outcomes[outcome] as Outcome<never>;
}

/** The clear changes worth saying first: the most important group of each outcome, harms included. */
export function leadingChanges(reading: Reading, arm: ReportArm): Comparison[] {
  const best: Comparison[] = [];
  for (const outcome of reading.headline) {
    // a score repeats what the count of people says
    if (reading.headline.includes(countOf(outcome) ?? '')) continue;
    const candidates = reading.mainGroups
      .flatMap((group) => find(reading, arm, outcome, group) ?? [])
      .filter((c) => isClear(c) && c.verdict !== 'higher' && c.verdict !== 'lower');
    const [top] = byImportance(reading, candidates);
    if (top) best.push(top);
  }
  const ranked = byImportance(reading, best);
  const important = ranked.filter((c) => importance(c, declared(reading, c)) >= 1);
  const pool = important.length > 0 ? important : ranked;
  const better = countsFirst(pool.filter((c) => !isWorse(c)));
  const worse = countsFirst(pool.filter(isWorse));
  return [...better.slice(0, mostChanges), ...worse.slice(0, mostChanges)];
}

/** Counts of people say more than scores. */
function countsFirst(comparisons: readonly Comparison[]): Comparison[] {
  const isCount = (c: Comparison): boolean => c.unit === 'share';
  return [...comparisons.filter(isCount), ...comparisons.filter((c) => !isCount(c))];
}

/** The most important first; ties stay in order. */
function byImportance(reading: Reading, comparisons: readonly Comparison[]): Comparison[] {
  const weight = (c: Comparison): number => importance(c, declared(reading, c));
  return [...comparisons].sort((a, b) => weight(b) - weight(a));
}

/** `the share of residents who are burned out`, `satisfaction among residents`. */
function measureOf({ model }: Reading, { outcome, group, unit }: Comparison): string {
  const subject = subjectOf(model, outcome, group);
  return unit === 'share' && model.outcomes[outcome].of !== 'world'
    ? `the share of ${subject}`
    : subject;
}

function changeClause(reading: Reading, comparison: Comparison, place: number): string {
  const { outcome } = comparison;
  const format = formatOf(reading, outcome);
  const change = changeText(comparison, format);
  return `${measureOf(reading, comparison)} ${change} (${futuresText(comparison, format, place > 0)})`;
}

/** `; programmes cost $920k a year more (+$910k to +$930k)`, or '' without money or a difference. */
function costClause(reading: Reading, arm: ReportArm): string {
  const [outcome] = reading.costs;
  const cost = outcome === undefined ? undefined : find(reading, arm, outcome, everybody);
  if (cost === undefined || cost.difference === null) return '';
  const title = lowerFirst(reading.model.outcomes[cost.outcome].title);
  if (cost.difference === 0) return `; the ${title} does not change`;
  const format = formatOf(reading, cost.outcome);
  if (!isClear(cost)) {
    return `; the ${title} does not clearly change (${futuresText(cost, format, true)})`;
  }
  const size = sizeText(cost.difference, format);
  const word = cost.difference > 0 ? 'rises' : 'falls';
  return `; the ${title} ${word} by ${size} a year (${futuresText(cost, format, true)})`;
}

function secondSentence(reading: Reading, arm: ReportArm, lead: Comparison | undefined): string {
  const own = reading.input.comparisons.filter((c) => c.scenario === arm.scenario.name);
  const harmed = harmsOf(reading.model, own).filter((harm) => harm.certain && harm.hiddenByMean);
  const parts: string[] = [];
  if (harmed.length > 0) {
    const names = harmed.map(({ comparison: c }) => subjectOf(reading.model, c.outcome, c.group));
    parts.push(`worse for ${listText([...new Set(names)], 2)}`);
  }
  const worst = worstOff(reading, arm, lead?.outcome ?? reading.headline[0]);
  if (worst !== '') parts.push(worst);
  const open = reading.headline.filter((outcome) => {
    if (reading.headline.includes(countOf(outcome) ?? '')) return false;
    const main = reading.mainGroups.flatMap((group) => find(reading, arm, outcome, group) ?? []);
    return main.length > 0 && !main.some(isClear);
  });
  if (open.length > 0) {
    const titles = open.map((outcome) => `“${reading.model.outcomes[outcome].title}”`);
    parts.push(`cannot tell apart yet: ${listText(titles, 3)}`);
  } else if (lead) {
    const unclear = ofOutcome(reading, arm, lead.outcome)
      .filter((c) => c.difference !== null && !isClear(c))
      .map((c) => (c.group === everybody ? 'everybody together' : groupNoun(c.group)));
    if (unclear.length > 0) parts.push(`cannot tell apart yet for ${listText(unclear, 3)}`);
  }
  if (parts.length === 0) parts.push('every headline outcome changes clearly for everybody');
  return `${upperFirst(parts.join('; '))}.`;
}

/** The group that stands worst on an outcome under the scenario, and how it moved. */
function worstOff(reading: Reading, arm: ReportArm, outcome: string | undefined): string {
  if (outcome === undefined) return '';
  const { better, title } = reading.model.outcomes[outcome];
  if (better === 'neither') return '';
  const groups = ofOutcome(reading, arm, outcome).filter(
    (c) => c.group !== everybody && c.value !== null,
  );
  if (groups.length < 2) return '';
  const sign = better === 'up' ? 1 : -1;
  const lowest = (key: 'baseline' | 'value'): Comparison =>
    groups.reduce((a, b) => ((b[key] ?? 0) * sign < (a[key] ?? 0) * sign ? b : a));
  const worst = lowest('value');
  const format = formatOf(reading, outcome);
  const remain = lowest('baseline').group === worst.group ? 'remain' : 'are then';
  const now = levelText(worst.value, format);
  const was = levelText(worst.baseline, format);
  const range = isClear(worst) ? futuresText(worst, format, true) : 'no clear change';
  const unit = isFrequency(format) ? ` ${format.unit}` : '';
  const levels = now === was ? `${now}${unit}` : `${now} instead of ${was}${unit}`;
  return `${groupNoun(worst.group)} ${remain} worst off (“${title}”: ${levels}; ${range})`;
}

/** One future: directions without a range. */
function firstLook(reading: Reading, arm: ReportArm): Answer {
  const all = reading.headline.flatMap((outcome) => find(reading, arm, outcome, everybody) ?? []);
  const top = countsFirst(byImportance(reading, all)).slice(0, mostChanges);
  const parts = top.map((c) => {
    return `${measureOf(reading, c)} ${changeText(c, formatOf(reading, c.outcome))}`;
  });
  const seen = parts.length > 0 ? listText(parts) : 'there is no headline outcome to show';
  return [
    `A first look at one future: ${seen}.`,
    'One future gives no range and no verdict: simulate at least five, better thirty.',
  ];
}
