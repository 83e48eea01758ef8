/** Paths through a network: components, lengths, efficiency and who lies between others. */
import type { UndirectedGraph } from 'graphology';
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';

/** What paths say of a network. */
export interface Paths {
  readonly components: number;
  /** Share of people in the largest component. */
  readonly giant: number;
  /** Mean length of the paths between those who can reach each other; read it with `giant`. */
  readonly length: number | null;
  /** Mean of 1 / length over all pairs, 0 for those without a path. */
  readonly efficiency: number | null;
  /** How often each person lies on a shortest path of others, estimated from the sources. */
  readonly betweenness: readonly number[];
}

/** Paths from the given nodes, by number in the order of nodes; all of them, or a sample. */
export function pathsOf(graph: UndirectedGraph, sources: readonly number[]): Paths {
  const people = graph.order;
  const brandes = createUnweightedIndexedBrandes(graph);
  const betweenness = new Array<number>(people).fill(0);
  const distance = new Float64Array(people);
  const dependency = new Float64Array(people);
  let reached = 0;
  let lengths = 0;
  let inverse = 0;
  for (const source of sources) {
    const [stack, before, paths] = brandes(source);
    const order: number[] = [];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) order.push(node);
    distance[source] = 0;
    for (let k = order.length - 2; k >= 0; k--) {
      const node = order[k];
      distance[node] = distance[before[node][0]] + 1;
      reached++;
      lengths += distance[node];
      inverse += 1 / distance[node];
    }
    dependency.fill(0);
    for (const node of order) {
      for (const previous of before[node]) {
        dependency[previous] += (paths[previous] / paths[node]) * (1 + dependency[node]);
      }
      if (node !== source) betweenness[node] += dependency[node];
    }
  }
  const pairs = sources.length * (people - 1);
  return {
    ...componentsOf(graph),
    length: reached === 0 ? null : lengths / reached,
    efficiency: pairs === 0 ? null : inverse / pairs,
    betweenness,
  };
}

function componentsOf(graph: UndirectedGraph): { components: number; giant: number } {
  const seen = new Set<string>();
  let components = 0;
  let largest = 0;
  for (const start of graph.nodes()) {
    if (seen.has(start)) continue;
    components++;
    seen.add(start);
    const waiting = [start];
    let size = 0;
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      size++;
      for (const other of graph.neighbors(node)) {
        if (seen.has(other)) continue;
        seen.add(other);
        waiting.push(other);
      }
    }
    largest = Math.max(largest, size);
  }
  return { components, giant: graph.order === 0 ? 0 : largest / graph.order };
}
