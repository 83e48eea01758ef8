/** Results as tables for a terminal: the same words and numbers as in the report. */
import Table from 'cli-table3';
import { moneyOutcomes, moneyText } from '../report/money.ts';
import {
  differenceText,
  formatFor,
  isMoney,
  levelText,
  noNumber,
  rangeText,
} from '../report/numbers.ts';
import { groupLabel, inReadingOrder, mainGroups, outcomeTitle } from '../report/vocabulary.ts';
import { meaningOf } from '../report/words.ts';
import type { MoneyAnswer } from '../sim/analysis/money.ts';
import type { OutcomeSummary } from '../sim/analysis/outcome-table.ts';
import type { Comparison } from '../sim/analysis/paired.ts';
import { everybody } from '../sim/model/groups.ts';
import type { Model } from '../sim/model/simulation.ts';

/** Said below a table with gaps. */
const gapNote = `${noNumber}  fewer than five futures, or a group of fewer than five people`;

const plain = {
  chars: {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: ' ',
  },
  style: { 'padding-left': 0, 'padding-right': 1, head: [], border: [] },
};

/** A table without lines. */
export function plainTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new Table({ ...plain, head: [...head] });
  table.push(...rows.map((row) => [...row]));
  return table.toString().replace(/ +$/gm, '');
}

function draw(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const drawn = plainTable(head, rows);
  return rows.some((row) => row.includes(noNumber)) ? `${drawn}\n${gapNote}` : drawn;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function unitText(unit: string): string {
  return unit === '' ? '' : ` (${unit})`;
}

/** The outcomes of one scenario; `all` shows every group. */
export function outcomeTable(
  model: Model,
  outcomes: readonly OutcomeSummary[],
  all: boolean,
): string {
  const groups = all ? undefined : [everybody, ...mainGroups(model)];
  const rows: string[][] = [];
  for (const name of inReadingOrder(distinct(outcomes.map((o) => o.outcome)))) {
    const own = outcomes.filter((o) => o.outcome === name);
    const format = formatFor(
      own[0].unit,
      own.map((o) => o.mean),
      model.outcomes[name].smallestImportant,
    );
    const shown = groups ? own.filter(({ group }) => groups.includes(group)) : own;
    shown.forEach((o, k) => {
      rows.push([
        k === 0 ? `${outcomeTitle(model, name)}${unitText(format.unit)}` : '',
        groupLabel(o.group),
        levelText(o.mean, format),
        o.futureLow === null
          ? noNumber
          : `${levelText(o.futureLow, format)} to ${levelText(o.futureHigh, format)}`,
      ]);
    });
  }
  return draw(['Outcome', 'Group', 'Mean', 'Nine of ten futures'], rows);
}

/** What each scenario changes; `files` and `titles` begin with the baseline's. */
export function comparisonTable(
  model: Model,
  titles: readonly string[],
  files: readonly string[],
  comparisons: readonly Comparison[],
  money: readonly MoneyAnswer[],
  all: boolean,
): string {
  const parts: string[] = [];
  for (const scenario of distinct(comparisons.map((c) => c.scenario))) {
    const own = comparisons.filter((c) => c.scenario === scenario);
    const at = files.indexOf(scenario);
    const title = titles[at] ?? scenario;
    const pairs = Math.max(...own.map((c) => c.replicates));
    parts.push(
      `${title} against ${titles[0]}: ${pairs} paired ${pairs === 1 ? 'future' : 'futures'}`,
      draw(
        ['Outcome', 'Group', 'Today', 'Then', 'Change', 'Nine of ten futures', ''],
        comparisonRows(model, own, all),
      ),
    );
    const answer = money.find((one) => one.scenario === scenario);
    const { unit } = model.outcomes[moneyOutcomes.programmes] ?? { unit: '' };
    parts.push(...(answer ? [moneyText(answer, unit)] : []), '');
  }
  return parts.join('\n');
}

function comparisonRows(model: Model, own: readonly Comparison[], all: boolean): string[][] {
  const groups = all ? undefined : [everybody, ...mainGroups(model)];
  const rows: string[][] = [];
  for (const name of inReadingOrder(distinct(own.map((c) => c.outcome)))) {
    const cells = own.filter((c) => c.outcome === name);
    const format = formatFor(
      cells[0].unit,
      cells.map((c) => c.difference),
      model.outcomes[name].smallestImportant,
    );
    const shown = groups ? cells.filter(({ group }) => groups.includes(group)) : cells;
    shown.forEach((c, k) => {
      const money = isMoney(c.unit);
      rows.push([
        k === 0 ? `${outcomeTitle(model, name)}${unitText(format.unit)}` : '',
        money ? '' : groupLabel(c.group),
        levelText(c.baseline, format),
        levelText(c.value, format),
        differenceText(c.difference, format),
        rangeText(c.futureLow, c.futureHigh, format),
        meaningOf(c, model.outcomes[name]).text,
      ]);
    });
  }
  return rows;
}
