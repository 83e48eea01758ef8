/** Every assumption with its evidence grade and source, the weakest first. */
import type { Grade, ParameterSpec, ParameterSpecs } from '../sim/model/parameters.ts';
import { isChoice, isUnverified } from '../sim/model/parameters.ts';
import type { TableBody } from './data-table.ts';
import { dataTable } from './data-table.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { plainNumber } from './numbers.ts';
import type { Reading } from './reading.ts';
import { unitText, valueText } from './section-settings.ts';
import { countText, listText, lowerFirst } from './vocabulary.ts';

/** Weakest first. */
const grades: readonly Grade[] = ['D', 'C', 'B', 'A'];

/** Filled quarters, and what a grade rests on. */
const gradeWords: Readonly<
  Record<Grade, readonly [symbol: string, words: string, inSentence: string]>
> = {
  A: ['●', 'trials or meta-analyses', 'from trials or meta-analyses'],
  B: ['◕', 'observational studies', 'from observational studies'],
  C: ['◑', 'interviews or experts', 'from interviews or experts'],
  D: ['◔', 'assumption', 'assumed without direct evidence'],
};

/** A parameter or lever and where it belongs. */
interface Assumption {
  readonly spec: ParameterSpec;
  readonly of: string;
}

/** The section. */
export function evidenceSection(reading: Reading): Markup {
  const { model } = reading;
  const levers = leversOf(reading);
  const parameters = assumptionsOf(model.shape.parameters, '');
  const people = reading.input.rosterDigest === '' ? assumptionsOf(model.population, 'people') : [];
  const all = [...levers, ...parameters, ...people];
  const weakest = all.filter(({ spec }) => spec.grade === 'D');
  return html`<section id="assumptions" aria-labelledby="assumptions-heading">
<h2 id="assumptions-heading">What was taken for granted</h2>
<p>Behind the answer stand ${countText(all.length, 'assumption')}: ${counts(all)}. This report keeps them all at the values shown; how far the answer moves when they move is a question of its own, which it does not answer.</p>
${levers.length > 0 && table('evidence-levers', 'Levers of the programmes in this report.', bodiesOf(levers))}
<h3>The weakest: ${weakest.length} assumed without direct evidence (grade D)</h3>
<ul class="columns">${weakest.map(({ spec, of }) => html`<li>${nameOf(spec, of)}</li>`)}</ul>
<details class="fold"><summary>All ${countText(parameters.length + people.length, 'assumption')} of the model, with grade, range and source</summary>
${table('evidence-all', 'Assumptions of the model, the weakest evidence first.', bodiesOf([...parameters, ...people]))}
</details>
</section>`;
}

function leversOf({ model, input }: Reading): Assumption[] {
  const used = input.arms.flatMap(({ scenario }) => scenario.policies.map(({ policy }) => policy));
  return [...new Set(used)].flatMap((name) => {
    const policy = model.policies[name];
    return policy ? assumptionsOf(policy.levers, policy.title) : [];
  });
}

function assumptionsOf(specs: ParameterSpecs, of: string): Assumption[] {
  return Object.values(specs).map((spec) => ({ spec, of }));
}

function nameOf(spec: ParameterSpec, of: string): string {
  return of === '' ? spec.title : `${spec.title} (${lowerFirst(of)})`;
}

function counts(all: readonly Assumption[]): string {
  const parts = grades.map((grade) => {
    const count = all.filter(({ spec }) => spec.grade === grade).length;
    return `${count} ${gradeWords[grade][2]} (${grade})`;
  });
  return listText(parts);
}

function table(id: string, caption: string, bodies: readonly TableBody[]): Markup {
  return dataTable({
    id,
    caption,
    columns: [
      { title: 'Assumption' },
      { title: 'Evidence' },
      { title: 'Default', number: true },
      { title: 'Plausible range', number: true },
      { title: 'Unit' },
      { title: 'Source' },
    ],
    bodies,
    style: 'evidence',
  });
}

/** One body for each grade. */
function bodiesOf(assumptions: readonly Assumption[]): TableBody[] {
  return grades.flatMap((grade) => {
    const own = assumptions.filter(({ spec }) => spec.grade === grade);
    if (own.length === 0) return [];
    const heading = html`${gradeMark(grade)} <span class="unit">${countText(own.length, 'assumption')}</span>`;
    return [{ heading, rows: own.map(rowOf) }];
  });
}

function rowOf({ spec, of }: Assumption): (Markup | string)[] {
  return [
    html`${nameOf(spec, of)}<span class="doc">${spec.doc}</span>`,
    isUnverified(spec)
      ? html`${gradeMark(spec.grade)} <span class="unit">unverified</span>`
      : gradeMark(spec.grade),
    valueText(spec.default),
    plausibleText(spec),
    unitText(spec),
    sourceMark(spec.source),
  ];
}

/** A grade as letter, filled quarters and words. */
function gradeMark(grade: Grade): Markup {
  const [symbol, words] = gradeWords[grade];
  return html`<span class="grade"><span aria-hidden="true">${symbol}</span> ${grade}, ${words}</span>`;
}

function plausibleText(spec: ParameterSpec): string {
  if (isChoice(spec)) return spec.options.join(', ');
  return `${plainNumber(spec.plausible[0])} to ${plainNumber(spec.plausible[1])}`;
}

function sourceMark(source: string): Markup {
  const mark = /unverified/i.test(source) && html` <strong class="unverified">unverified</strong>`;
  return html`${source}${mark}`;
}
