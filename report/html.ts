/** The report: one HTML file that needs no script, no network and no other file. */
import { html } from './markup.ts';
import type { ReportInput } from './report-input.ts';

/** The whole report as HTML text. The same input gives the same bytes. */
export async function renderReport(input: ReportInput): Promise<string> {
  const { scenario } = input.arms[input.arms.length - 1];
  const rows = input.comparisons.map(
    (c) =>
      html`<tr><td>${c.outcome}</td><td>${c.group}</td><td>${c.difference}</td><td>${c.verdict}</td></tr>`,
  );
  return html`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${scenario.question}</title></head><body><h1>${scenario.question}</h1><table>${rows}</table></body></html>`
    .text;
}
