/** How outcomes develop over the years: baseline in grey behind, scenarios in colour. */
import { everybody } from '../sim/model/groups.ts';
import { leadingChanges } from './answer.ts';
import { baselineStyle, type LineStyle, styleOf } from './chart-theme.ts';
import { type BandSeries, bandSpec } from './charts.ts';
import type { DataTable } from './data-table.ts';
import type { Figure } from './figure.ts';
import { drawFigures } from './figure.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { formatFor, levelText, plainNumber } from './numbers.ts';
import type { Reading } from './reading.ts';
import { fewestForRange, find, formatOf, isClear } from './reading.ts';
import type { DrawingOptions } from './render-svg.ts';
import type { ReportArm } from './report-input.ts';
import { armTitle, countText, subjectOf, upperFirst } from './vocabulary.ts';
import { findingText } from './words.ts';

/** Scenarios in one chart: more bands than this on top of each other cannot be told apart. */
const mostScenarios = 2;
/** Outcomes drawn open; the others are folded. */
const mostOutcomes = 3;

/** The section; nothing where no series was recorded. */
export async function overTimeSection(
  reading: Reading,
  options: DrawingOptions,
): Promise<Markup | false> {
  const drawn = outcomesInOrder(reading).map((outcome) => figuresOf(reading, outcome));
  const filled = drawn.filter((figures) => figures.length > 0);
  if (filled.length === 0) return false;
  const first = await drawFigures(filled.slice(0, mostOutcomes).flat(), options);
  const rest = filled.slice(mostOutcomes).flat();
  const folded =
    rest.length > 0 &&
    html`<details class="fold"><summary>Other outcomes over the years</summary>${await drawFigures(rest, options)}</details>`;
  const futures = reading.input.replicates;
  const bands =
    futures < fewestForRange
      ? 'Lines are averages of the futures so far. Five futures are needed before a band around them means anything.'
      : 'Lines are averages, bands hold nine of ten futures in each year. Bands can overlap even where a difference is clear, because good and bad luck move both lines together; the table above compares future by future.';
  return html`<section id="over-time" aria-labelledby="over-time-heading">
<h2 id="over-time-heading">Over the years</h2>
<p>${bands}</p>
${keyOf(reading)}${first}${folded}
</section>`;
}

/** Outcomes of the answers first, then the other headline ones. */
function outcomesInOrder(reading: Reading): string[] {
  const leading = reading.scenarios.flatMap((arm) =>
    leadingChanges(reading, arm).map((c) => c.outcome),
  );
  return [...new Set([...leading, ...reading.headline])];
}

function figuresOf(reading: Reading, outcome: string): Figure[] {
  const of = reading.model.outcomes[outcome].of;
  const main = reading.mainGroups.filter((group) => group !== everybody);
  const groups = of === 'world' || main.length === 0 ? [everybody] : main;
  const shown = groups.filter((group) => !reading.hiddenGroups.has(group));
  const arms = [reading.baseline, ...reading.scenarios];
  const points = arms.flatMap((arm) =>
    shown.flatMap((group) => arm.trajectories[`${outcome}/${group}`] ?? []),
  );
  if (points.length === 0) return [];
  const domain = [
    Math.min(...points.map(({ low }) => low)),
    Math.max(...points.map(({ high }) => high)),
  ] as const;
  const chunks: ReportArm[][] = [];
  for (let k = 0; k < Math.max(1, reading.scenarios.length); k += mostScenarios) {
    chunks.push(reading.scenarios.slice(k, k + mostScenarios));
  }
  return chunks.flatMap((chunk, k) =>
    shown.flatMap((group) => figureOf(reading, outcome, group, chunk, domain, k) ?? []),
  );
}

function figureOf(
  reading: Reading,
  outcome: string,
  group: string,
  chunk: readonly ReportArm[],
  domain: readonly [number, number],
  part: number,
): Figure | undefined {
  const series: BandSeries[] = [reading.baseline, ...chunk].flatMap((arm) => {
    const points = arm.trajectories[`${outcome}/${group}`] ?? [];
    return points.length > 0 ? [{ label: armTitle(arm), style: lineOf(reading, arm), points }] : [];
  });
  if (series.length === 0) return undefined;
  const { unit, smallestImportant, over, title } = reading.model.outcomes[outcome];
  const compared = reading.input.comparisons.some((c) => c.outcome === outcome);
  const format = compared
    ? formatOf(reading, outcome)
    : formatFor(unit, [domain[1]], smallestImportant);
  const subject = subjectOf(reading.model, outcome, group);
  const single = chunk.length === 1 ? find(reading, chunk[0], outcome, group) : undefined;
  const finding = single ? findingText(subject, single, format) : `${subject}, over the years`;
  const when = over === 'lastYear' ? 'title compares the last year' : 'title compares all years';
  const of = unit === 'share' ? 'in 100 people' : format.unit;
  const starts = chunk.flatMap(({ scenario }) =>
    scenario.policies.map(({ start }) => start / 52).filter((year) => year > 0),
  );
  const subtitle = `${upperFirst(of)} · ${countText(reading.input.replicates, 'future')} each${single && isClear(single) ? ` · ${when}` : ''}`;
  return {
    title: upperFirst(finding),
    subtitle,
    description: `${title}, a line with a band for ${series.map(({ label }) => label).join(', ')}.`,
    spec: bandSpec({ series, format, domain, starts: [...new Set(starts)] }),
    numbers: numbersOf(`over-time-${outcome}-${slug(group)}-${part}`, series, format, subject, of),
  };
}

function lineOf(reading: Reading, arm: ReportArm): LineStyle {
  const k = reading.scenarios.indexOf(arm);
  return k < 0 ? baselineStyle : styleOf(k);
}

function numbersOf(
  id: string,
  series: readonly BandSeries[],
  format: Parameters<typeof levelText>[1],
  subject: string,
  unit: string,
): DataTable {
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))];
  const rows = years.map((year) => [
    plainNumber(Math.round(year * 100) / 100),
    ...series.flatMap(({ points }) => {
      const point = points.find((p) => p.year === year);
      if (!point) return ['–', '–'];
      const range = `${levelText(point.low, format)} to ${levelText(point.high, format)}`;
      return [levelText(point.mean, format), range];
    }),
  ]);
  const columns = series.flatMap(({ label }) => [
    { title: label, number: true },
    { title: 'Nine of ten', number: true },
  ]);
  const caption = `${upperFirst(subject)}, ${unit}`;
  return {
    id,
    caption,
    columns: [{ title: 'Year', number: true }, ...columns],
    bodies: [{ rows }],
  };
}

/** A label as part of an id. */
function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** What the lines are, once for all charts. */
function keyOf(reading: Reading): Markup {
  const items = [reading.baseline, ...reading.scenarios].map((arm) => {
    const { colour, dash } = lineOf(reading, arm);
    const shape = html`<svg width="44" height="14" viewBox="0 0 44 14" aria-hidden="true"><path d="M0,2H44V12H0Z" fill="${colour}" fill-opacity="0.25"/><path d="M0,7H44" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dash.join(' ') || 'none'}"/></svg>`;
    return html`<li>${shape}${armTitle(arm)}</li>`;
  });
  return html`<ul class="legend" aria-label="Lines in the charts">${items}</ul>`;
}
