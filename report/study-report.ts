/** The results report of a store: question, methods, design, findings, limits, how to reproduce; one HTML file. */
import type { StudyFactor, StudyPlan, StudyState } from '../sim/analysis/study.ts';
import { pageInk } from './chart-theme.ts';
import { dataTable } from './data-table.ts';
import { drawFigure } from './figure.ts';
import { contentPolicy } from './html.ts';
import type { Markup } from './markup.ts';
import { html, trusted } from './markup.ts';
import type { Presentation } from './presentation.ts';
import { shortNumber, valueText } from './presentation.ts';
import type { DrawingOptions } from './render-svg.ts';
import { style } from './style.ts';
import { countText } from './vocabulary.ts';

/** One analysis in the report, or why the design cannot answer it. */
export interface StudySection {
  readonly id: string;
  readonly found: Presentation | { readonly missing: string };
}

export interface StudyReportInput {
  readonly plan: StudyPlan;
  readonly factors: readonly StudyFactor[];
  readonly state: StudyState;
  readonly sections: readonly StudySection[];
  readonly version: string;
  readonly engineVersion: string;
  /** Commands that make the report, and that check its runs. */
  readonly command: string;
  readonly verify: string;
}

/** What each method of sampling does, in a few words. */
const methods: Readonly<Record<string, string>> = {
  grid: 'all combinations of the levels',
  oneAtATime: 'one factor at a time from the base scenario',
  random: 'independent random points',
  latinHypercube: 'a Latin hypercube, one point in each part of every range',
  sobolSequence: 'a Sobol sequence with a random digital shift',
  saltelli: 'Saltelli’s extension of a Sobol sequence, made for variance-based sensitivity',
  morris: 'Morris trajectories, made for screening',
  table: 'points from a table',
};

/** The report as HTML text. The same input gives the same bytes. */
export async function renderStudyReport(
  input: StudyReportInput,
  options: DrawingOptions = {},
): Promise<string> {
  const { plan, sections, version } = input;
  const findings: Markup[] = [];
  const missing: Markup[] = [];
  for (const { id, found } of sections) {
    if ('missing' in found) missing.push(html`<li><strong>${id}</strong>: ${found.missing}</li>`);
    else findings.push(await findingSection(id, found, options));
  }
  const question = plan.question || plan.title || plan.name;
  const links = [
    ...['methods', 'design'],
    ...sections.filter(({ found }) => !('missing' in found)).map(({ id }) => id),
    ...['limits', 'reproduce'],
  ].map((id) => html`<li><a href="#${id}">${id.slice(0, 1).toUpperCase() + id.slice(1)}</a></li>`);
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Mentorscape ${version}">
<title>${question} – Mentorscape results</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#methods">Skip to the methods</a>
<main>
<header><p class="kind">Results of a simulation study</p><h1>${question}</h1><p class="about">${plan.title}</p></header>
<nav class="contents" aria-label="Contents"><ul>${links}</ul></nav>
${methodsSection(input)}
${designSection(input)}
${findings}
${limitsSection(missing)}
${reproduceSection(input)}
</main>
</body>
</html>
`.text;
}

async function findingSection(
  id: string,
  presentation: Presentation,
  options: DrawingOptions,
): Promise<Markup> {
  const { title, paragraph, columns, rows, description } = presentation;
  const numbers = {
    id: `${id}-numbers`,
    caption: title,
    columns: [...columns],
    bodies: [{ rows: rows.map((row) => [...row]) }],
  };
  const spec = presentation.figure(pageInk);
  const figure = await drawFigure(
    { title, subtitle: description, description, spec, numbers },
    options,
  );
  return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${title}</h2>
<p>${paragraph}</p>
${figure}
</section>`;
}

function methodsSection({ plan, state }: StudyReportInput): Markup {
  const failed =
    state.failed > 0 && html` ${countText(state.failed, 'run')} failed and are left out.`;
  return html`<section id="methods" aria-labelledby="methods-heading">
<h2 id="methods-heading">Methods</h2>
<p>An agent-based model of mentoring, <code>${plan.model}</code> version ${plan.modelVersion}, was run ${countText(state.done, 'time')} of ${countText(plan.runs, 'planned run')}.${failed} Each point of the design was simulated ${countText(plan.replicates, 'time')} with other luck. ${plan.seeds === 'common' ? 'Replicate r has the same luck at every point (common random numbers), so that differences between points are not luck.' : 'Every point has luck of its own.'}</p>
<p>Intervals of means are 95 % intervals; where worlds differ, worlds are the unit. Intervals of indices are bootstrap intervals with a fixed seed. The range of futures and the range over worlds are shown apart and are never mixed with the interval of a mean.</p>
</section>`;
}

function designSection({ plan, factors }: StudyReportInput): Markup {
  const valuesOf = ({ low, high, levels }: StudyFactor): string =>
    low !== null && high !== null
      ? `${shortNumber(low)} to ${shortNumber(high)}`
      : (levels ?? []).map(valueText).join(', ');
  const table = dataTable({
    id: 'factors',
    caption: 'What was varied. A lever is ours to set; an uncertainty is not known.',
    columns: [
      { title: 'Factor' },
      { title: 'Kind' },
      { title: 'Values' },
      { title: 'Base' },
      { title: 'Setting' },
    ],
    bodies: [
      {
        rows: factors.map((factor) => [
          `${factor.title}${factor.unit === '' ? '' : ` (${factor.unit})`}`,
          factor.kind,
          valuesOf(factor),
          valueText(factor.base),
          html`<code>${factor.path}</code>`,
        ]),
      },
    ],
  });
  const sampled = plan.methods.map((name) => html`<li>${name}: ${methods[name] ?? name}</li>`);
  return html`<section id="design" aria-labelledby="design-heading">
<h2 id="design-heading">Design</h2>
<p>Points were sampled by:</p><ul>${sampled}</ul>
${table}
</section>`;
}

function limitsSection(missing: readonly Markup[]): Markup {
  return html`<section id="limits" aria-labelledby="limits-heading">
<h2 id="limits-heading">Limits</h2>
<ul>
<li>This is a simulation, not a prediction: it shows what follows if the assumptions hold.</li>
<li>Only what the design varied is in the ranges. What it left alone may matter more.</li>
<li>All points of the design count alike; how likely each is, nobody has said.</li>
<li>Shares and rankings of factors are of the ranges that the design gave them.</li>
</ul>
${missing.length > 0 && html`<p>This design cannot answer:</p><ul>${missing}</ul>`}
</section>`;
}

function reproduceSection(input: StudyReportInput): Markup {
  const { plan, version, engineVersion, command, verify } = input;
  const entry = (term: string, value: Markup | string): Markup =>
    html`<dt>${term}</dt><dd>${value}</dd>`;
  return html`<section id="reproduce" aria-labelledby="reproduce-heading">
<h2 id="reproduce-heading">How to reproduce this</h2>
<dl class="facts">
${entry('Runs again, digests compared', html`<code class="command">${verify}</code>`)}
${entry('This report', html`<code class="command">${command}</code>`)}
${entry('Mentorscape', `version ${version}, engine output ${engineVersion}`)}
${entry('Model', html`<code>${plan.model}</code>, version ${plan.modelVersion}, fingerprint <code>${plan.modelHash}</code>`)}
${entry('Seed', html`<code>${plan.seed}</code>`)}
${entry('Plan', html`<code>${plan.planId}</code>`)}
</dl>
</section>`;
}
