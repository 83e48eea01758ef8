/** Clustering of a network, beside that of one with the same degrees rewired at random. */
import type { UndirectedGraph } from 'graphology';
import type { Sequence } from '../chance/seeds.ts';

/** Contacts of every person, by person. */
export type Contacts = readonly (readonly number[])[];

/** Contacts by node in the order of nodes. */
export function contactsOf(graph: UndirectedGraph): Contacts {
  const index = new Map(graph.nodes().map((node, k) => [node, k]));
  return graph.mapNodes((node) => graph.neighbors(node).map((other) => index.get(other)!));
}

/** How closed a network is. */
export interface Clustering {
  /** Mean over people with two contacts or more of the share of their contacts' pairs that are tied. */
  readonly local: number | null;
  /** The same share over all such pairs together (transitivity). */
  readonly global: number | null;
}

/** Clustering of a network without directions. */
export function clusteringOf(contacts: Contacts): Clustering {
  const tied = contacts.map((others) => new Set(others));
  let pairs = 0;
  let closed = 0;
  let people = 0;
  let shares = 0;
  for (const others of contacts) {
    if (others.length < 2) continue;
    let own = 0;
    for (let a = 0; a < others.length; a++) {
      for (let b = a + 1; b < others.length; b++) if (tied[others[a]].has(others[b])) own++;
    }
    const all = (others.length * (others.length - 1)) / 2;
    people++;
    shares += own / all;
    pairs += all;
    closed += own;
  }
  return {
    local: people === 0 ? null : shares / people,
    global: pairs === 0 ? null : closed / pairs,
  };
}

/** Attempted swaps for each tie: ten mix a sparse network well. */
const swapsPerTie = 10;

/**
 * The same people with as many contacts each, tied at random: ends of two ties are swapped over and
 * over, unless that would make a loop or a double tie.
 */
export function rewired(contacts: Contacts, chance: Sequence): Contacts {
  const ends: [number, number][] = [];
  contacts.forEach((others, a) => {
    for (const b of others) if (a < b) ends.push([a, b]);
  });
  const tied = contacts.map((others) => new Set(others));
  if (ends.length < 2) return contacts;
  for (let n = 0; n < swapsPerTie * ends.length; n++) {
    const first = ends[chance.int(ends.length)];
    const second = ends[chance.int(ends.length)];
    const [a, b] = first;
    const [c, d] = chance.int(2) === 0 ? second : [second[1], second[0]];
    if (a === c || a === d || b === c || b === d || tied[a].has(d) || tied[c].has(b)) continue;
    tied[a].delete(b);
    tied[b].delete(a);
    tied[c].delete(d);
    tied[d].delete(c);
    tied[a].add(d);
    tied[d].add(a);
    tied[c].add(b);
    tied[b].add(c);
    first[1] = d;
    second[0] = c;
    second[1] = b;
  }
  return tied.map((others) => [...others]);
}
