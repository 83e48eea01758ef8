/** A snapshot as a graph of pairs: who is tied to whom, whatever the layer and the direction. */
import { UndirectedGraph } from 'graphology';
import type { NetworkSnapshot } from './snapshot.ts';

/** What a model says of its snapshots, so that they can be measured. */
export interface NetworkReading {
  /** Layers whose ties have no direction; in the others the source names the target. */
  readonly mutual: readonly string[];
  /** Columns of people by which mixing is measured. */
  readonly groups: readonly string[];
  /** Column of people that divides the network into communities. */
  readonly community: string;
  /** Column of ties that says how strong they are, 0 to 1. */
  readonly strength: string;
}

export interface PairAttributes {
  /** Strength of the strongest tie of the pair. */
  readonly strength: number;
}

/** Nodes are seats; two people are joined once however many ties they have. */
export type PairGraph = UndirectedGraph<Record<string, never>, PairAttributes>;

/** All people in the network and the pairs that are tied. */
export function pairGraph(snapshot: NetworkSnapshot, reading: NetworkReading): PairGraph {
  const graph: PairGraph = new UndirectedGraph();
  snapshot.person.forEach((holder, seat) => {
    if (holder >= 0) graph.addNode(seat);
  });
  for (const { source, target, value } of Object.values(snapshot.layers)) {
    const strengths = value[reading.strength];
    source.forEach((from, k) => {
      const to = target[k];
      if (from === to || !graph.hasNode(from) || !graph.hasNode(to)) return;
      const strength = strengths?.[k] ?? 1;
      if (!graph.hasEdge(from, to)) graph.addEdge(from, to, { strength });
      else {
        const known = graph.getEdgeAttribute(from, to, 'strength');
        graph.setEdgeAttribute(from, to, 'strength', Math.max(known, strength));
      }
    });
  }
  return graph;
}
