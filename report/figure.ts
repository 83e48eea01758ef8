/** A chart in the page: a finding as its title, the drawing, and the numbers behind it. */
import type { TopLevelSpec } from 'vega-lite';
import type { DataTable } from './data-table.ts';
import { dataTable } from './data-table.ts';
import type { Markup } from './markup.ts';
import { html, trusted } from './markup.ts';
import type { DrawingOptions } from './render-svg.ts';
import { renderSvg } from './render-svg.ts';

export interface Figure {
  /** A finding or a question. */
  readonly title: string;
  /** Units and number of futures. */
  readonly subtitle: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  readonly spec: TopLevelSpec;
  readonly numbers: DataTable;
}

/** Draws a figure. */
export async function drawFigure(figure: Figure, options: DrawingOptions): Promise<Markup> {
  const { title, subtitle, description, spec, numbers } = figure;
  const svg = await renderSvg(spec, { title, description: `${description} ${subtitle}` }, options);
  return html`<figure class="chart">
<figcaption><strong>${title}</strong><span>${subtitle}</span></figcaption>
${trusted(svg)}
<details><summary>Numbers behind this chart</summary>${dataTable(numbers)}</details>
</figure>`;
}

/** Draws figures one after another, so that the output never depends on timing. */
export async function drawFigures(
  figures: readonly Figure[],
  options: DrawingOptions,
): Promise<Markup> {
  const drawn: Markup[] = [];
  for (const figure of figures) drawn.push(await drawFigure(figure, options));
  return html`<div class="charts">${drawn}</div>`;
}
