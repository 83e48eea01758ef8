/** Words, tables and figures of the summary, of policy effects, and of whether futures are enough. */

import type { StudyState } from '../sim/analysis/study.ts';
import type { StudyEffect, StudyEnough } from '../sim/analysis/study-effects.ts';
import type { StudySummary } from '../sim/analysis/study-summary.ts';
import { axisTitle } from './charts.ts';
import type { NumberFormat } from './numbers.ts';
import { differenceText, formatFor, levelText, noNumber, rangeText } from './numbers.ts';
import type { Presentation, StudyContext } from './presentation.ts';
import { armData, armText, fewText, finer, outcomeOf } from './presentation.ts';
import { rangeSpec } from './study-charts.ts';
import { countText, groupLabel, outcomeTitle, upperFirst } from './vocabulary.ts';

/** The unit of shown numbers as an axis says it. */
function axisOf(title: string, format: NumberFormat): string {
  const unit = axisTitle(format);
  return unit === '' ? title : `${title} (${unit})`;
}

/** All outcomes and groups of a plan. */
export function presentSummary(
  { plan, model }: Omit<StudyContext, 'cell'>,
  summaries: readonly StudySummary[],
  state: StudyState,
): Presentation {
  const formatOf = ({ outcome }: StudySummary): NumberFormat => {
    const own = summaries.filter((s) => s.outcome === outcome);
    const spread = own.flatMap(({ quantiles }) => quantiles.map(({ value }) => value));
    const declared = model.outcomes[outcome];
    return formatFor(declared?.unit ?? '', spread, declared?.smallestImportant);
  };
  const rows = summaries.map((summary, k) => {
    const format = formatOf(summary);
    const [p5, , median, , p95] = summary.quantiles;
    const first = k === 0 || summaries[k - 1].outcome !== summary.outcome;
    return [
      first ? axisOf(outcomeTitle(model, summary.outcome), format) : '',
      groupLabel(summary.group),
      levelText(summary.mean, format),
      Number.isNaN(summary.meanLow)
        ? noNumber
        : `${levelText(summary.meanLow, format)} to ${levelText(summary.meanHigh, format)}`,
      levelText(median.value, format),
      `${levelText(p5.value, format)} to ${levelText(p95.value, format)}`,
      `${summary.futures}`,
    ];
  });
  const [lead] = summaries;
  const futures = Math.max(0, ...summaries.map((s) => s.futures));
  const points = Math.max(0, ...summaries.map((s) => s.points));
  const failed =
    state.failed > 0
      ? ` ${countText(state.failed, 'future')} failed and ${state.failed === 1 ? 'is' : 'are'} left out.`
      : '';
  const same =
    state.duplicates > 0
      ? ` Beware: ${countText(state.duplicates, 'future')} came out to the last digit like another of other luck or settings; a factor may do nothing, or seeds may have been given twice.`
      : ' No two futures came out the same.';
  return {
    title: `Summary of ${plan.title || plan.name}`,
    paragraph: `${countText(futures, 'future')} at ${countText(points, 'point')} of the design are in the store${state.done < plan.runs ? `, of ${plan.runs} planned` : ''}.${failed}${same} The range from 5 to 95 in 100 futures covers what the design varied and luck together; the interval of a mean says only how well the mean is known.`,
    columns: [
      { title: 'Outcome' },
      { title: 'Group' },
      { title: 'Mean', number: true },
      { title: '95 % interval of the mean', number: true },
      { title: 'Median', number: true },
      { title: '5 to 95 in 100 futures', number: true },
      { title: 'Futures', number: true },
    ],
    rows,
    description: 'Median and the range from 5 to 95 in 100 futures of the first outcome, by group.',
    figure: (ink) => {
      const own = summaries.filter(({ outcome }) => outcome === lead.outcome);
      const format = formatOf(lead);
      return rangeSpec({
        marks: own.map(({ group, quantiles }) => ({
          label: groupLabel(group),
          series: 'futures',
          value: quantiles[2].value * format.scale,
          low: quantiles[0].value * format.scale,
          high: quantiles[4].value * format.scale,
        })),
        axis: axisOf(outcomeTitle(model, lead.outcome), format),
        ink,
      });
    },
    data: { state, summaries },
  };
}

/** What the arms change. */
export function presentEffects(
  context: StudyContext,
  effects: readonly StudyEffect[],
): Presentation {
  const outcome = outcomeOf(context);
  const format = formatFor(
    outcome.unit,
    effects.map(({ difference }) => difference),
    finer(outcome.smallestImportant),
  );
  const range = (low: number | null, high: number | null): string => rangeText(low, high, format);
  const worlds = Math.max(0, ...effects.map((effect) => effect.worlds));
  return {
    title: `What the policies change: ${outcome.subject}`,
    paragraph: effectsParagraph(context, effects, format),
    columns: [
      { title: 'Policy' },
      { title: 'Change', number: true },
      { title: 'Interval of the mean', number: true },
      { title: 'Nine of ten futures', number: true },
      { title: 'Nine of ten worlds', number: true },
      { title: 'Pairs', number: true },
      { title: '' },
    ],
    rows: effects.map((effect) => [
      armText(effect.arm),
      differenceText(effect.difference, format),
      range(effect.meanLow, effect.meanHigh),
      range(effect.futureLow, effect.futureHigh),
      range(effect.assumptionLow, effect.assumptionHigh),
      `${effect.pairs}`,
      verdictText(effect, outcome.smallestImportant),
    ]),
    description: `Mean paired differences with ${worlds >= 5 ? 'nine of ten worlds' : 'nine of ten futures'}.`,
    figure: (ink) =>
      rangeSpec({
        marks: effects.map((effect) => ({
          label: armText(effect.arm),
          series: 'difference',
          value: effect.difference * format.scale,
          low: (effect.assumptionLow ?? effect.futureLow ?? Number.NaN) * format.scale,
          high: (effect.assumptionHigh ?? effect.futureHigh ?? Number.NaN) * format.scale,
        })),
        axis: axisOf(`Change in ${outcome.title.toLowerCase()}`, format),
        zero: true,
        ink,
      }),
    data: {
      ...context.cell,
      effects: effects.map(({ arm, ...numbers }) => ({ levers: armData(arm), ...numbers })),
    },
  };
}

/** A verdict; what is clear but below what matters is said to be slight. */
function verdictText({ verdict, difference }: StudyEffect, important = 0): string {
  const clear = verdict === 'better' || verdict === 'worse';
  return clear && Math.abs(difference) < important ? `slightly ${verdict}` : verdict;
}

function effectsParagraph(
  context: StudyContext,
  effects: readonly StudyEffect[],
  format: NumberFormat,
): string {
  const { subject, smallestImportant } = outcomeOf(context);
  const clear = effects.filter(
    ({ verdict }) => verdict !== 'cannot tell apart yet' && verdict !== 'no difference',
  );
  const open = effects.filter(({ verdict }) => verdict === 'cannot tell apart yet');
  const worlds = Math.max(0, ...effects.map((effect) => effect.worlds));
  const best = [...clear].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const first = best[0]
    ? `The greatest clear change of ${subject} is brought by “${armText(best[0].arm)}”: ${differenceText(best[0].difference, format)} ${format.unit} (${verdictText(best[0], smallestImportant)}).`
    : `No policy clearly changes ${subject}.`;
  const unclear =
    open.length > 0
      ? ` Cannot be told apart from the first arm yet: ${fewText(open.map(({ arm }) => armText(arm)))}.`
      : '';
  const ranges =
    worlds > 1
      ? ` Each was tried in ${countText(worlds, 'world')} of other assumptions; the interval of the mean says how well the mean over these worlds is known, not what any one of them would bring.`
      : ' Only luck varies here; doubt about the assumptions is not in these ranges.';
  return `${first}${unclear}${ranges} Pairs of futures share their luck.`;
}

/** Whether the futures are enough. */
export function presentEnough(
  context: StudyContext,
  standings: readonly StudyEnough[],
  smallestImportant: number,
): Presentation {
  const outcome = outcomeOf(context);
  const finite = standings.flatMap(({ low, high, mean }) =>
    [low, high, mean].filter(Number.isFinite),
  );
  const format = formatFor(outcome.unit, finite, finer(outcome.smallestImportant));
  const open = standings.filter(({ decision }) => decision === 'open');
  const more = open.map(({ further }) => further).filter(Number.isFinite);
  const endless = open.filter(({ further }) => !Number.isFinite(further));
  const important =
    smallestImportant > 0
      ? `a change of ${differenceText(smallestImportant, format).replace('+', '')} ${format.unit} or less does not matter`
      : 'every change matters, however small (--important gives a limit)';
  const verdict =
    open.length === 0
      ? 'There are enough futures: every policy is decided.'
      : `${open.length} of ${standings.length} policies ${open.length === 1 ? 'is' : 'are'} still open.${more.length > 0 ? ` About ${countText(Math.max(...more), 'more replicate')} would decide ${endless.length > 0 ? 'those that can be foreseen' : 'all of them'}, if spread and mean stay as they are.` : ''}${endless.length > 0 ? ' For some no end can be foreseen: the difference is too near nothing.' : ''}`;
  return {
    title: `Enough futures? ${upperFirst(outcome.subject)}`,
    paragraph: `${verdict} The intervals hold at every look at once, so you may look whenever you like and stop at the first decision: the chance of ever being wrong is at most 5 in 100 a policy. Taken: ${important}.`,
    columns: [
      { title: 'Policy' },
      { title: 'Change', number: true },
      { title: 'Interval valid at every look', number: true },
      { title: 'Decision' },
      { title: 'Decided at', number: true },
      { title: 'More to decide', number: true },
      { title: 'Single look', number: true },
    ],
    rows: standings.map((own) => [
      armText(own.arm),
      differenceText(own.mean, format),
      Number.isFinite(own.low) ? rangeText(own.low, own.high, format) : noNumber,
      decisionText(own.decision, outcome.better),
      own.decidedAt === null ? noNumber : `${own.decidedAt}`,
      own.decision === 'open' ? countOrNever(own.further) : '0',
      countOrNever(own.fixed),
    ]),
    description: 'Mean differences with intervals that are valid at every look.',
    figure: (ink) =>
      rangeSpec({
        marks: standings.map((own) => ({
          label: armText(own.arm),
          series: 'difference',
          value: own.mean * format.scale,
          low: own.low * format.scale,
          high: own.high * format.scale,
        })),
        axis: axisOf(`Change in ${outcome.title.toLowerCase()}`, format),
        zero: true,
        ink,
      }),
    data: {
      ...context.cell,
      smallestImportant,
      standings: standings.map(({ arm, ...numbers }) => ({
        levers: armData(arm),
        ...numbers,
        low: finiteOrNull(numbers.low),
        high: finiteOrNull(numbers.high),
        further: finiteOrNull(numbers.further),
        fixed: finiteOrNull(numbers.fixed),
      })),
    },
  };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function countOrNever(count: number): string {
  return Number.isFinite(count) ? `${count}` : 'not foreseen';
}

function decisionText(
  decision: StudyEnough['decision'],
  better: 'up' | 'down' | 'neither',
): string {
  if (decision === 'alike') return 'alike in every future';
  if (decision !== 'up' && decision !== 'down') return decision;
  if (better === 'neither') return decision === 'up' ? 'higher' : 'lower';
  return decision === better ? 'better' : 'worse';
}
