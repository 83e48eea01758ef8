/** What changes: charts of paired differences, and the table of outcomes by group. */
import type { Comparison } from '../sim/analysis/paired.ts';
import { everybody } from '../sim/model/groups.ts';
import { leadingChanges } from './answer.ts';
import { type DifferenceRow, differenceSpec } from './charts.ts';
import type { Column, DataTable, TableBody } from './data-table.ts';
import { dataTable } from './data-table.ts';
import type { Figure } from './figure.ts';
import { drawFigures } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import type { NumberFormat } from './numbers.ts';
import { differenceText, levelText, rangeText } from './numbers.ts';
import type { Reading } from './reading.ts';
import { find, formatOf, furtherGroups, ofOutcome } from './reading.ts';
import type { DrawingOptions } from './render-svg.ts';
import type { ReportArm } from './report-input.ts';
import {
  armTitle,
  baselineWord,
  countText,
  groupLabel,
  lowerFirst,
  upperFirst,
} from './vocabulary.ts';
import { mattersFrom, meaningOf } from './words.ts';

/** The section: for each scenario its charts and its table. */
export async function changesSection(reading: Reading, options: DrawingOptions): Promise<Markup> {
  const parts: Markup[] = [];
  for (const [k, arm] of reading.scenarios.entries()) {
    const figures = [...unitFigures(reading, arm, k), ...groupFigures(reading, arm, k)];
    const title = reading.scenarios.length > 1 && html`<h3>${armTitle(arm)}</h3>`;
    parts.push(html`${title}${await drawFigures(figures, options)}${tables(reading, arm, k)}`);
  }
  return html`<section id="changes" aria-labelledby="changes-heading">
<h2 id="changes-heading">What changes</h2>
<p>Every number compares the same future with and without the scenario: same people, same luck. Marks are average differences, lines hold nine of ten futures; <span class="key better">● blue circles</span> are clear changes for the better, <span class="key worse">◆ orange diamonds</span> for the worse, <span class="key unclear">✚ grey crosses</span> cannot be told apart yet.</p>
${parts}
</section>`;
}

/** One chart for each unit: all headline outcomes, everybody together. */
function unitFigures(reading: Reading, arm: ReportArm, k: number): Figure[] {
  const all = reading.headline.flatMap((outcome) => find(reading, arm, outcome, everybody) ?? []);
  const shown = all.filter((c) => c.difference !== null);
  return [...new Set(shown.map((c) => c.unit))].map((unit, u) => {
    const own = shown.filter((c) => c.unit === unit);
    const format = coarsest(own.map((c) => formatOf(reading, c.outcome)));
    const title =
      unit === 'share'
        ? 'How many more or fewer people?'
        : unit === '0–1'
          ? 'How do scores from 0 to 1 change?'
          : `How do outcomes in ${format.unit} change?`;
    const label = (c: Comparison): string => reading.model.outcomes[c.outcome].title;
    const subtitle = `Everybody, difference ${format.unit}`;
    return differenceFigure(reading, own, format, label, title, subtitle, `changes-${k}-unit-${u}`);
  });
}

/** One chart for each outcome of the answer: for whom. */
function groupFigures(reading: Reading, arm: ReportArm, k: number): Figure[] {
  const outcomes = [...new Set(leadingChanges(reading, arm).map((c) => c.outcome))].slice(0, 2);
  return outcomes.flatMap((outcome) => {
    const own = ofOutcome(reading, arm, outcome).filter((c) => c.difference !== null);
    if (own.length < 2) return [];
    const { title } = reading.model.outcomes[outcome];
    const format = formatOf(reading, outcome);
    const id = `changes-${k}-group-${outcome}`;
    const subtitle = `By group, difference ${format.unit}`;
    const label = (c: Comparison): string => groupLabel(c.group);
    return differenceFigure(reading, own, format, label, `${title}: for whom?`, subtitle, id);
  });
}

function coarsest(formats: readonly NumberFormat[]): NumberFormat {
  return formats.reduce((a, b) => (b.decimals > a.decimals ? b : a));
}

function differenceFigure(
  reading: Reading,
  comparisons: readonly Comparison[],
  format: NumberFormat,
  labelOf: (comparison: Comparison) => string,
  title: string,
  unit: string,
  id: string,
): Figure {
  const rows: DifferenceRow[] = comparisons.map((c) => ({
    label: labelOf(c),
    difference: c.difference ?? 0,
    low: c.futureLow,
    high: c.futureHigh,
    meaning: meaningOf(c, reading.model.outcomes[c.outcome]),
  }));
  const pairs = Math.max(...comparisons.map((c) => c.replicates));
  const subtitle = `${unit} · ${countText(pairs, 'pair')} of futures`;
  const said = rows.map(
    (row) =>
      `${row.label} ${differenceText(row.difference, format)} (${rangeText(row.low, row.high, format)}), ${row.meaning.text}`,
  );
  const numbers: DataTable = {
    id,
    caption: `${title} ${subtitle}`,
    columns: [
      { title: 'Row' },
      { title: 'Difference', number: true },
      { title: 'Nine of ten futures', number: true },
      { title: 'What it means' },
    ],
    bodies: [
      {
        rows: rows.map((row) => [
          row.label,
          differenceText(row.difference, format),
          rangeText(row.low, row.high, format),
          row.meaning.text,
        ]),
      },
    ],
  };
  const base = baselineWord(reading.baseline);
  const spec = differenceSpec({ rows, format, baseline: base });
  return { title, subtitle, description: `${said.join('; ')}.`, spec, numbers };
}

/** The table of headline outcomes for the main groups; further groups and outcomes are folded. */
function tables(reading: Reading, arm: ReportArm, k: number): Markup {
  const main = outcomeTable(reading, arm, reading.headline, reading.mainGroups, `table-${k}`, '');
  const compared = (groups: readonly string[]): boolean =>
    reading.headline.some((outcome) => groups.some((group) => find(reading, arm, outcome, group)));
  const further = furtherGroups(reading).map(({ grouping, labels }, g) => {
    if (!compared(labels)) return '';
    const title = `The same by ${lowerFirst(grouping)}`;
    return folded(
      title,
      outcomeTable(reading, arm, reading.headline, labels, `table-${k}-${g}`, title),
    );
  });
  const others =
    reading.others.some((outcome) => find(reading, arm, outcome, everybody)) &&
    folded(
      'Other outcomes',
      outcomeTable(reading, arm, reading.others, reading.groups, `table-${k}-other`, 'Others'),
    );
  return html`${main}${further}${others}`;
}

function folded(title: string, content: Markup): Markup {
  return html`<details class="fold"><summary>${title}</summary>${content}</details>`;
}

function outcomeTable(
  reading: Reading,
  arm: ReportArm,
  outcomes: readonly string[],
  groups: readonly string[],
  id: string,
  lead: string,
): Markup {
  const bodies: TableBody[] = outcomes.flatMap((outcome) => {
    const own = groups.flatMap((group) => find(reading, arm, outcome, group) ?? []);
    if (own.length === 0) return [];
    const format = formatOf(reading, outcome);
    const declared = reading.model.outcomes[outcome];
    const matters = mattersFrom(declared, format);
    const countsPeople = declared.unit === 'share' && declared.of !== 'world';
    const unit = countsPeople ? 'in 100 people' : format.unit;
    const heading = html`${declared.title} <span class="unit">${unit}${matters && `; a difference of ${matters.replace(' in 100', '')} matters`}</span>`;
    return [{ heading, rows: own.map((c) => outcomeRow(reading, c, format)) }];
  });
  return dataTable({
    id,
    caption: tableCaption(reading, arm, lead),
    columns: outcomeColumns(reading),
    bodies,
    style: 'outcomes',
  });
}

/** The columns of every table of outcomes. */
export function outcomeColumns(reading: Reading): Column[] {
  return [
    { title: 'Outcome and group' },
    { title: upperFirst(baselineWord(reading.baseline)), number: true },
    { title: 'Scenario', number: true },
    { title: 'Difference', number: true },
    { title: 'Nine of ten futures', number: true },
    { title: 'What it means' },
  ];
}

/** The cells of one comparison. */
export function outcomeRow(
  reading: Reading,
  c: Comparison,
  format: NumberFormat,
  label = groupLabel(c.group),
): (Markup | string)[] {
  const { text, tone } = meaningOf(c, reading.model.outcomes[c.outcome]);
  return [
    label,
    levelText(c.baseline, format),
    levelText(c.value, format),
    html`<strong class="${tone}">${differenceText(c.difference, format)}</strong>`,
    rangeText(c.futureLow, c.futureHigh, format),
    html`<span class="meaning ${tone}">${text}</span>`,
  ];
}

function tableCaption(reading: Reading, arm: ReportArm, lead: string): Markup {
  const own = reading.input.comparisons.filter((c) => c.scenario === arm.scenario.name);
  const pairs = Math.max(0, ...own.map((c) => c.replicates));
  const base = upperFirst(baselineWord(reading.baseline));
  const start = lead === '' ? '' : `${lead}. `;
  return html`${start}${base}: “${armTitle(reading.baseline)}”. Scenario: “${armTitle(arm)}”. ${countText(pairs, 'pair')} of futures; differences are taken before rounding.`;
}
