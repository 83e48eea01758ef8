/** A snapshot of the network as a graphology graph, and a few measures a reader can follow. */
import { MultiDirectedGraph, UndirectedGraph } from 'graphology';
import density from 'graphology-metrics/graph/density.js';
import { smallestGroup } from '../sim/analysis/masking.ts';
import type { NetworkSnapshot } from '../sim/network/snapshot.ts';

/** The layer whose ties have no direction. */
const peerLayer = 'peer';
/** The code of residents in the column `role`. */
const residentRole = 0;

/** What is known of a post in a snapshot. */
export interface PostAttributes {
  readonly department: number;
  /** `resident` only where the model has roles. */
  readonly role: 'resident' | 'faculty' | 'person';
  readonly hasMentor: boolean;
}

export interface TieAttributes {
  readonly kind: 'senior' | 'peer';
}

export type NetworkGraph = MultiDirectedGraph<PostAttributes, TieAttributes>;

/** Posts that are held, by seat number, and the ties between them. */
export function graphOf(snapshot: NetworkSnapshot): NetworkGraph {
  const graph: NetworkGraph = new MultiDirectedGraph();
  const { person, value } = snapshot;
  const mentored = mentoredSeats(snapshot);
  person.forEach((holder, seat) => {
    if (holder < 0) return;
    const code = value['role']?.[seat];
    const role = code === undefined ? 'person' : code === residentRole ? 'resident' : 'faculty';
    const department = value['department']?.[seat] ?? 0;
    graph.addNode(seat, { department, role, hasMentor: mentored.has(seat) });
  });
  for (const [name, layer] of Object.entries(snapshot.layers)) {
    const kind = name === peerLayer ? 'peer' : 'senior';
    layer.source.forEach((source, k) => {
      const target = layer.target[k];
      if (graph.hasNode(source) && graph.hasNode(target)) graph.addEdge(source, target, { kind });
    });
  }
  return graph;
}

/** Seats with a mentor: one they have met where the snapshot says so, else any senior tie. */
function mentoredSeats(snapshot: NetworkSnapshot): Set<number> {
  const met = snapshot.value['metMentors'];
  const seats = new Set<number>();
  if (met) {
    met.forEach((count, seat) => {
      if (count > 0) seats.add(seat);
    });
    return seats;
  }
  for (const [name, layer] of Object.entries(snapshot.layers)) {
    if (name !== peerLayer) for (const source of layer.source) seats.add(source);
  }
  return seats;
}

/** A network in numbers; null where there is nothing to count. */
export interface NetworkMeasures {
  readonly people: number;
  readonly seniorTies: number;
  readonly peerTies: number;
  /** Shares of people and of residents without a mentor. */
  readonly unmentored: number | null;
  readonly unmentoredResidents: number | null;
  /** Mean number of mentees of those who have any, and the most held by one person. */
  readonly mentees: number | null;
  readonly mostMentees: number;
  /** Share of all possible pairs that are tied. */
  readonly density: number | null;
  /** Chance that two contacts of a person are tied to each other. */
  readonly clustering: number | null;
  /** Share of ties inside a department. */
  readonly inside: number | null;
}

/** Measures of one network. */
export function measure(graph: NetworkGraph): NetworkMeasures {
  const people = graph.nodes();
  const role = (node: string): string => graph.getNodeAttribute(node, 'role');
  const lacks = (node: string): boolean => !graph.getNodeAttribute(node, 'hasMentor');
  const residents = people.filter((node) => role(node) === 'resident');
  const mentees = new Map<string, number>();
  let senior = 0;
  let inside = 0;
  graph.forEachEdge((_edge, { kind }, _source, target, from, to) => {
    if (kind === 'senior') {
      senior++;
      mentees.set(target, (mentees.get(target) ?? 0) + 1);
    }
    if (from.department === to.department) inside++;
  });
  const pairs = pairsOf(graph);
  // the share of everybody would give the others away
  const others = people.length - residents.length;
  const share = (part: number, all: number): number | null => (all === 0 ? null : part / all);
  return {
    people: people.length,
    seniorTies: senior,
    peerTies: graph.size - senior,
    unmentored: share(people.filter(lacks).length, people.length),
    unmentoredResidents:
      residents.length < smallestGroup || (others > 0 && others < smallestGroup)
        ? null
        : share(residents.filter(lacks).length, residents.length),
    mentees: share(senior, mentees.size),
    mostMentees: Math.max(0, ...mentees.values()),
    density: people.length < 2 ? null : density.undirectedDensity(pairs),
    clustering: clusteringOf(pairs),
    inside: share(inside, graph.size),
  };
}

/** Who is tied to whom, whatever the layer and the direction. */
function pairsOf(graph: NetworkGraph): UndirectedGraph {
  const pairs = new UndirectedGraph();
  graph.forEachNode((node) => pairs.addNode(node));
  graph.forEachEdge((_edge, _attributes, source, target) => {
    if (source !== target) pairs.mergeEdge(source, target);
  });
  return pairs;
}

/** Of all pairs of contacts of a person, the share tied to each other. */
function clusteringOf(graph: UndirectedGraph): number | null {
  let pairs = 0;
  let closed = 0;
  graph.forEachNode((node) => {
    const contacts = graph.neighbors(node);
    for (let a = 0; a < contacts.length; a++) {
      for (let b = a + 1; b < contacts.length; b++) {
        pairs++;
        if (graph.hasEdge(contacts[a], contacts[b])) closed++;
      }
    }
  });
  return pairs === 0 ? null : closed / pairs;
}
