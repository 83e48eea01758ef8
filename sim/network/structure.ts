/** The structure of a network at one moment, in numbers: computed on a snapshot, never in a step. */
import density from 'graphology-metrics/graph/density.js';
import modularity from 'graphology-metrics/graph/modularity.js';
import { runKey, sequential } from '../chance/seeds.ts';
import { processId, Rng } from '../chance/threefry.ts';
import { clusteringOf, contactsOf, rewired } from './clustering.ts';
import { developmentalTypes, shareOfTypes } from './developmental.ts';
import { mixingOf } from './mixing.ts';
import type { NetworkReading } from './pair-graph.ts';
import { pairGraph } from './pair-graph.ts';
import { pathsOf } from './paths.ts';
import type { NetworkSnapshot } from './snapshot.ts';
import { emulateSurvey, type Instrument } from './survey.ts';

/** One number, or null where it does not apply. */
export interface Measure {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly value: number | null;
}

/** Above so many people, paths are measured from a sample of so many sources. */
const allSourcesUpTo = 2000;
const sampledSources = 500;

/** Everything measured of a snapshot. The seed settles rewiring, surveys and samples. */
export function measureStructure(
  snapshot: NetworkSnapshot,
  reading: NetworkReading,
  seed: string,
): Measure[] {
  const graph = pairGraph(snapshot, reading);
  const contacts = contactsOf(graph);
  const seats = graph.nodes().map(Number);
  const measures: Measure[] = [];
  const add = (name: string, title: string, unit: string, value: number | null): void => {
    measures.push({ name, title, unit, value });
  };
  const people = seats.length;
  add('people', 'People', 'people', people);
  add('pairs', 'Pairs of people with a tie', 'pairs', graph.size);
  add('meanContacts', 'Contacts of a person', 'people', ratio(2 * graph.size, people));
  add('density', 'Density', 'share', people < 2 ? null : density.undirectedDensity(graph));

  const closed = clusteringOf(contacts);
  const mixed = clusteringOf(rewired(contacts, sequential(`${seed} rewiring`)));
  add('clustering', 'Clustering', 'share', closed.local);
  add('transitivity', 'Transitivity', 'share', closed.global);
  add('rewiredClustering', 'Clustering with the same contacts rewired', 'share', mixed.local);

  for (const column of reading.groups) {
    const groupOf = snapshot.value[column];
    if (!groupOf) continue;
    const by = seats.map((seat) => groupOf[seat]);
    const { assortativity, oddsRatio } = mixingOf(contacts, by);
    add(`${column}Assortativity`, `Assortativity by ${column}`, '−1 to 1', assortativity);
    add(`${column}OddsRatio`, `Odds of a tie within against across ${column}`, 'ratio', oddsRatio);
  }
  const communities = snapshot.value[reading.community];
  if (communities && graph.size > 0) {
    const getNodeCommunity = (node: string): number => communities[Number(node)];
    const title = `Modularity by ${reading.community}`;
    add('modularity', title, '−0.5 to 1', modularity(graph, { getNodeCommunity }));
    let across = 0;
    graph.forEachEdge((_edge, _attributes, from, to) => {
      if (communities[Number(from)] !== communities[Number(to)]) across++;
    });
    add(
      'crossTies',
      `Contacts across ${reading.community}s`,
      'a person',
      ratio(2 * across, people),
    );
  }

  const paths = pathsOf(graph, sourcesOf(seats, seed));
  add('components', 'Components', 'components', paths.components);
  add('giant', 'People in the largest component', 'share', paths.giant);
  add('pathLength', 'Mean path length where there is a path', 'steps', paths.length);
  add('efficiency', 'Efficiency', '0–1', paths.efficiency);
  add('betweennessGini', 'Inequality of betweenness', 'Gini', giniOf(paths.betweenness));
  const top = topTenth(paths.betweenness);
  add('betweennessTop', 'Betweenness of the top tenth', 'share', top);

  const types = shareOfTypes(graph, snapshot, reading);
  for (const type of developmentalTypes) {
    add(type, `Developmental network: ${type}`, 'share', types[type]);
  }
  addSurvey(add, snapshot, reading, 'roster', seed);
  addSurvey(add, snapshot, reading, 'threeNames', seed);
  return measures;
}

function addSurvey(
  add: (name: string, title: string, unit: string, value: number | null) => void,
  snapshot: NetworkSnapshot,
  reading: NetworkReading,
  instrument: Instrument,
  seed: string,
): void {
  const survey = emulateSurvey(snapshot, reading, instrument, seed);
  const asked = instrument === 'roster' ? 'roster survey' : 'survey of three names';
  const named = (name: string, title: string, unit: string, value: number | null): void =>
    add(`${instrument}${name}`, `${title}, ${asked}`, unit, value);
  named('Names', 'Names given', 'a person', survey.meanNames);
  named('Density', 'Density', 'share', survey.density);
  named('Reciprocity', 'Namings returned', 'share', survey.reciprocity);
  named('MutualReciprocity', 'Namings of peers returned', 'share', survey.mutualReciprocity);
  named('DirectedReciprocity', 'Namings of seniors returned', 'share', survey.directedReciprocity);
  named('Transitivity', 'Transitivity', 'share', survey.transitivity);
  named('Gini', 'Inequality of being named', 'Gini', giniOf(survey.named));
  named('Top', 'Namings of the most named tenth', 'share', topTenth(survey.named));
}

/** All people, or in a large network a sample: those with the lowest draws of their own. */
function sourcesOf(seats: readonly number[], seed: string): readonly number[] {
  const all = seats.map((_, k) => k);
  if (seats.length <= allSourcesUpTo) return all;
  const { key0, key1 } = runKey(seed);
  const rng = new Rng(key0, key1);
  rng.select(processId('path sources'), 0);
  const draw = seats.map((seat) => rng.uniform(seat));
  return all.sort((a, b) => draw[a] - draw[b] || a - b).slice(0, sampledSources);
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Gini coefficient; null where there is nothing to share. */
function giniOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  let sum = 0;
  let ranked = 0;
  sorted.forEach((value, k) => {
    sum += value;
    ranked += (k + 1) * value;
  });
  if (sum === 0) return null;
  return (2 * ranked) / (sorted.length * sum) - (sorted.length + 1) / sorted.length;
}

/** Share that the tenth with most holds; null where there is nothing to share. */
function topTenth(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => b - a);
  const most = Math.max(1, Math.round(sorted.length / 10));
  let sum = 0;
  let top = 0;
  sorted.forEach((value, k) => {
    sum += value;
    if (k < most) top += value;
  });
  return sum === 0 ? null : top / sum;
}
