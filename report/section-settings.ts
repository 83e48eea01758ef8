/** What was set: programmes with their levers, and every setting that differs from its default. */
import type { ParameterSpec, ParameterSpecs } from '../sim/model/parameters.ts';
import { isChoice } from '../sim/model/parameters.ts';
import type { PolicyInForce } from '../sim/model/simulation.ts';
import { dataTable } from './data-table.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { noNumber, plainNumber } from './numbers.ts';
import type { Reading } from './reading.ts';
import type { ReportArm } from './report-input.ts';
import { armTitle, countText } from './vocabulary.ts';

/** The section. */
export function settingsSection(reading: Reading): Markup {
  const arms = [reading.baseline, ...reading.scenarios];
  return html`<section id="settings" aria-labelledby="settings-heading">
<h2 id="settings-heading">What differs from the defaults</h2>
${arms.map((arm, k) => programmes(reading, arm, k))}
${changedSettings(reading, arms)}
</section>`;
}

/** A value with its unit as a reader would write it. */
export function valueText(value: number | string): string {
  return typeof value === 'number' ? plainNumber(value) : value;
}

/** A unit, none for options. */
export function unitText(spec: ParameterSpec): string {
  return isChoice(spec) ? 'option' : spec.unit;
}

function programmes({ model, baseline }: Reading, arm: ReportArm, k: number): Markup {
  const { policies } = arm.scenario;
  const isBaseline = arm === baseline ? ' (what the others are compared with)' : '';
  const heading = html`<h3>${armTitle(arm)}${isBaseline}</h3>`;
  if (policies.length === 0) return html`${heading}<p>No programme.</p>`;
  const bodies = policies.map((set) => {
    const policy = model.policies[set.policy];
    const levers: ParameterSpecs = policy?.levers ?? {};
    const rows = Object.entries(levers).map(([name, spec]) => {
      const value = set.levers[name] ?? spec.default;
      const differs = value !== spec.default;
      const shown = valueText(value);
      return [
        spec.title,
        unitText(spec),
        valueText(spec.default),
        differs ? html`<strong>${shown}</strong>` : shown,
        differs ? 'changed' : 'default',
      ];
    });
    const title = html`${policy?.title ?? set.policy} <span class="unit">${policy?.doc} ${whenText(set)}</span>`;
    return { heading: title, rows };
  });
  const table = dataTable({
    id: `levers-${k}`,
    caption: `Programmes of “${armTitle(arm)}” and their levers.`,
    columns: [
      { title: 'Lever' },
      { title: 'Unit' },
      { title: 'Default', number: true },
      { title: 'Value here', number: true },
      { title: 'Changed?' },
    ],
    bodies,
  });
  return html`${heading}${table}`;
}

/** `In force from the start, without end.` */
export function whenText({ start, end, ramp }: PolicyInForce): string {
  const from = start === 0 ? 'the start' : weekText(start);
  const until = Number.isFinite(end) ? `until ${weekText(end)}` : 'without end';
  const rise = ramp > 1 ? `, rising to full strength over ${countText(ramp, 'week')}` : '';
  return `In force from ${from}, ${until}${rise}.`;
}

function weekText(week: number): string {
  const year = Math.floor(week / 52) + 1;
  const rest = week % 52;
  return rest === 0 ? `the start of year ${year}` : `year ${year}, week ${rest + 1}`;
}

/** Parameters and people that some arm sets otherwise than the model's default. */
function changedSettings({ model, input }: Reading, arms: readonly ReportArm[]): Markup {
  const rows: string[][] = [];
  const collect = (
    specs: ParameterSpecs,
    of: (arm: ReportArm) => ReportArm['scenario']['parameters'],
  ): void => {
    for (const [name, spec] of Object.entries(specs)) {
      const values = arms.map((arm) => of(arm)[name] ?? spec.default);
      if (values.every((value) => value === spec.default)) continue;
      const shown = values.map((value) => valueText(value));
      rows.push([spec.title, unitText(spec), valueText(spec.default), ...shown]);
    }
  };
  collect(model.shape.parameters, ({ scenario }) => scenario.parameters);
  if (input.rosterDigest === '') collect(model.population, ({ scenario }) => scenario.population);
  const heading = html`<h3>People and assumptions</h3><p>${peopleText(input.rosterDigest, model.population, arms[0])}</p>`;
  if (rows.length === 0) {
    return html`${heading}<p>All ${Object.keys(model.shape.parameters).length} assumptions are at their defaults.</p>`;
  }
  const table = dataTable({
    id: 'changed-settings',
    caption: 'Settings of people and assumptions that differ from their default.',
    columns: [
      { title: 'Setting' },
      { title: 'Unit' },
      { title: 'Default', number: true },
      ...arms.map((arm) => ({ title: armTitle(arm), number: true })),
    ],
    bodies: [{ rows }],
  });
  return html`${heading}${table}`;
}

function peopleText(roster: string, specs: ParameterSpecs, { scenario }: ReportArm): string {
  if (roster !== '') return 'People come from a roster; none of them appears in this report.';
  const parts = Object.entries(specs).map(([name, spec]) => {
    const value = scenario.population[name] ?? spec.default;
    return `${spec.title.toLowerCase()} ${valueText(value)}`;
  });
  const warm = Math.round(scenario.warmUp / 5.2) / 10;
  const settled =
    warm > 0
      ? ` They live ${countText(warm, 'year')} before the first year shown, so that the place has settled.`
      : '';
  return `People are made up: ${parts.join(', ') || noNumber}.${settled}`;
}
