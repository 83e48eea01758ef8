/** The network of one future at the start and at the end, drawn and counted. */
import { smallestGroup } from '../sim/analysis/masking.ts';
import { dataTable } from './data-table.ts';
import type { Markup } from './markup.ts';
import { html, trusted } from './markup.ts';
import { drawablePart, drawNetwork, markPath, mostDrawn } from './network-drawing.ts';
import type { NetworkGraph, NetworkMeasures } from './network-graph.ts';
import { graphOf, measure } from './network-graph.ts';
import { layOut } from './network-layout.ts';
import { noNumber } from './numbers.ts';
import type { Reading } from './reading.ts';
import type { ReportArm } from './report-input.ts';
import { armTitle, countText, upperFirst } from './vocabulary.ts';

const width = 560;
const height = 470;

/** A network to draw: when, and in which scenario. */
interface Moment {
  readonly title: string;
  readonly graph: NetworkGraph;
  readonly measures: NetworkMeasures;
}

/** The section; nothing where no network was kept. */
export function networkSection(reading: Reading): Markup | false {
  const moments = momentsOf(reading);
  if (moments.length === 0) return false;
  return html`<section id="network" aria-labelledby="network-heading">
<h2 id="network-heading">The network</h2>
<p>One of the simulated futures, as an example; other futures differ.</p>
${pictures(reading, moments, numbersOf(reading, moments))}
</section>`;
}

function numbersOf({ input }: Reading, moments: readonly Moment[]): Markup {
  const measures = moments.map((moment) => moment.measures);
  return dataTable({
    id: 'network-table',
    caption: 'The network of one future in numbers; a single future has no range.',
    columns: [
      { title: 'What is counted' },
      ...moments.map(({ title }) => ({ title, number: true })),
    ],
    bodies: [{ rows: measureRows(measures, input.rosterDigest !== '') }],
  });
}

/** The start, drawn once where all scenarios begin alike, then the end of each scenario. */
function momentsOf({ baseline, scenarios }: Reading): Moment[] {
  const moments: Moment[] = [];
  const starts = new Set<string>();
  const add = (arm: ReportArm, at: 'first' | 'last'): void => {
    const snapshot = at === 'first' ? arm.networks[0] : arm.networks.at(-1);
    if (!snapshot || (at === 'last' && arm.networks.length < 2)) return;
    const text = JSON.stringify(snapshot);
    if (at === 'first' && starts.has(text)) return;
    if (at === 'first') starts.add(text);
    const first = starts.size === 1 ? 'At the start' : `At the start: ${armTitle(arm)}`;
    const year = Math.round(snapshot.week / 5.2) / 10;
    const title = at === 'first' ? first : `After ${countText(year, 'year')}: ${armTitle(arm)}`;
    const graph = graphOf(snapshot);
    moments.push({ title, graph, measures: measure(graph) });
  };
  for (const arm of [baseline, ...scenarios]) add(arm, 'first');
  for (const arm of [baseline, ...scenarios]) add(arm, 'last');
  return moments;
}

/** The pictures, or why there are none, and the table of their numbers. */
function pictures({ input }: Reading, moments: readonly Moment[], numbers: Markup): Markup {
  if (input.rosterDigest !== '') {
    return html`<p class="note">The network is not drawn: this report was made from a roster, and reports carry neither its people nor their ties.</p>${numbers}`;
  }
  const parts = moments.map(({ graph }) => drawablePart(graph));
  const people = Math.max(...moments.map(({ graph }) => graph.order));
  const shown = Math.max(...parts.map((part) => part.order));
  if (shown === 0) {
    return html`<p class="note">The network is not drawn: with ${countText(people, 'person', 'people')} a picture of every tie would show nothing. The numbers below count all of them.</p>${numbers}`;
  }
  const part =
    shown < people &&
    html`<p class="note">Only whole departments with ${countText(shown, 'person', 'people')} together are drawn, of ${countText(people, 'person', 'people')} in all; more than ${mostDrawn} would be a blot. The table counts everybody.</p>`;
  const places = layOut(parts, width, height);
  const figures = moments.map(({ title, measures }, k) => {
    const text = caption(measures);
    const svg = drawNetwork(parts[k], places, width, height, { title, description: text });
    return html`<figure><figcaption><strong>${title}</strong><span>${text}</span></figcaption>${trusted(svg)}</figure>`;
  });
  // a last row of one picture leaves room for the table
  const beside = figures.length % 2 === 1 && figures.length > 1;
  const marks = html`<p>Each mark is a post: when a person leaves, the next holder takes the same place in the picture. People of one department stand together.</p>`;
  return html`${marks}${part}${legend()}<div class="networks">${figures}${beside && html`<div>${numbers}</div>`}</div>${!beside && numbers}`;
}

function caption({ people, seniorTies, peerTies, unmentored }: NetworkMeasures): string {
  const ties = `${countText(seniorTies, 'senior tie')} and ${countText(peerTies, 'peer tie')}`;
  const without = unmentored === null ? '' : `; ${hundred(unmentored)} in 100 have no mentor`;
  return `${countText(people, 'person', 'people')}, ${ties}${without}`;
}

function legend(): Markup {
  const icon = (content: Markup): Markup =>
    html`<svg class="network" width="30" height="16" viewBox="0 0 30 16" aria-hidden="true">${content}</svg>`;
  const mark = (style: string, triangle: boolean): Markup =>
    icon(html`<path class="net ${style}" d="${markPath({ x: 15, y: 8 }, triangle, 6)}"/>`);
  return html`<ul class="legend" aria-label="Marks in the pictures">
<li>${mark('net-faculty', true)}faculty</li>
<li>${mark('net-resident', false)}residents</li>
<li>${mark('net-faculty net-none', true)}${mark('net-resident net-none', false)}hollow: no mentor</li>
<li>${icon(html`<path class="net-senior key" d="M1,5L1,11L29,8Z"/>`)}senior tie, narrowing towards the mentor</li>
<li>${icon(html`<path class="net-peer" d="M1,8L29,8"/>`)}peer tie</li>
</ul>`;
}

function hundred(share: number): string {
  return (share * 100).toFixed(0);
}

function measureRows(all: readonly NetworkMeasures[], isRoster: boolean): string[][] {
  const row = (title: string, text: (m: NetworkMeasures) => string): string[] => [
    title,
    ...all.map((m) => (m.people < smallestGroup ? noNumber : text(m))),
  ];
  const share = (value: number | null): string => (value === null ? noNumber : hundred(value));
  const residents = all.some((m) => m.unmentoredResidents !== null);
  return [
    row('People', (m) => String(m.people)),
    row('Senior ties', (m) => String(m.seniorTies)),
    row('Peer ties', (m) => String(m.peerTies)),
    row('People without a mentor, in 100', (m) => share(m.unmentored)),
    ...(residents
      ? [row('Residents without a mentor, in 100', (m) => share(m.unmentoredResidents))]
      : []),
    row('Mentees of a mentor, on average', (m) => m.mentees?.toFixed(1) ?? noNumber),
    // of a roster this would be one person's number
    ...(isRoster ? [] : [row('Most mentees of one mentor', (m) => String(m.mostMentees))]),
    row('Pairs who know each other, in 100 possible (density)', (m) =>
      m.density === null ? noNumber : (m.density * 100).toFixed(1),
    ),
    row('Two contacts of a person are tied too, in 100 (clustering)', (m) => share(m.clustering)),
    row('Ties inside one department, in 100', (m) => share(m.inside)),
  ].map(([title, ...cells]) => [upperFirst(title), ...cells]);
}
