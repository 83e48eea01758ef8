/** The network over both layers as sets of contacts: clustering, path lengths, components, mixing. */
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import type { Sequence } from '../sim/chance/seeds.ts';
import { clusteringOf as localClustering, rewired as swapEnds } from '../sim/network/clustering.ts';
import { eachTie, present } from './reading.ts';

/** Contacts of each person, undirected: people are numbered 0 up, `seats` names their seats. */
export interface Network {
  readonly seats: readonly number[];
  readonly contacts: readonly ReadonlySet<number>[];
}

/** The ties of some layers, directions forgotten. */
export function networkOf(
  world: MentoringWorld,
  layers: readonly ('senior' | 'peer')[] = ['senior', 'peer'],
): Network {
  const seats = present(world);
  const number = new Map(seats.map((seat, k) => [seat, k]));
  const contacts = seats.map(() => new Set<number>());
  for (const layer of layers) {
    eachTie(world, layer, (source, target) => {
      const a = number.get(source);
      const b = number.get(target);
      if (a === undefined || b === undefined) return;
      contacts[a].add(b);
      contacts[b].add(a);
    });
  }
  return { seats, contacts };
}

/** Share of pairs of people who are tied. */
export function densityOf({ contacts }: Network): number {
  const n = contacts.length;
  let ends = 0;
  for (const own of contacts) ends += own.size;
  return ends / (n * (n - 1));
}

/** Mean over people with two contacts and more of the share of pairs of their contacts who are tied. */
export function clusteringOf({ contacts }: Network): number {
  return localClustering(contacts.map((own) => [...own])).local ?? 0;
}

/** The same degrees, contacts at random: ten swaps of ends for each tie (Maslov and Sneppen). */
export function rewired({ seats, contacts }: Network, draws: Sequence): Network {
  const swapped = swapEnds(
    contacts.map((own) => [...own]),
    draws,
  );
  return { seats, contacts: swapped.map((own) => new Set(own)) };
}

/** How far people are from each other: steps along ties. */
export interface Distances {
  /** Mean of 1 / steps over all pairs, 0 for pairs that no path joins: higher is closer. */
  readonly efficiency: number;
  /** Mean steps of the pairs that a path joins. */
  readonly pathLength: number;
  /** Share of people in the largest connected part. */
  readonly giant: number;
}

/** Distances of all pairs, by breadth-first search from everybody. */
export function distancesOf({ contacts }: Network): Distances {
  const n = contacts.length;
  const lists = contacts.map((own) => [...own]);
  const steps = new Int32Array(n);
  const queue = new Int32Array(n);
  let closeness = 0;
  let length = 0;
  let joined = 0;
  let largest = 0;
  for (let from = 0; from < n; from++) {
    steps.fill(-1);
    steps[from] = 0;
    queue[0] = from;
    let last = 1;
    for (let first = 0; first < last; first++) {
      const at = queue[first];
      for (const next of lists[at]) {
        if (steps[next] >= 0) continue;
        steps[next] = steps[at] + 1;
        closeness += 1 / steps[next];
        length += steps[next];
        queue[last++] = next;
      }
    }
    joined += last - 1;
    largest = Math.max(largest, last);
  }
  return {
    efficiency: closeness / (n * (n - 1)),
    pathLength: length / joined,
    giant: largest / n,
  };
}

/** Ties between departments for each person. */
export function crossTies({ seats, contacts }: Network, department: ArrayLike<number>): number {
  let ends = 0;
  contacts.forEach((own, a) => {
    for (const b of own) if (department[seats[a]] !== department[seats[b]]) ends++;
  });
  return ends / 2 / seats.length;
}

/** Newman's assortativity by a label: 1 when all ties stay within labels, 0 at random. */
export function assortativity({ seats, contacts }: Network, label: ArrayLike<number>): number {
  const ends = new Map<number, number>();
  let all = 0;
  let within = 0;
  contacts.forEach((own, a) => {
    const mine = label[seats[a]];
    for (const b of own) {
      all++;
      ends.set(mine, (ends.get(mine) ?? 0) + 1);
      if (label[seats[b]] === mine) within++;
    }
  });
  let chance = 0;
  for (const count of ends.values()) chance += (count / all) ** 2;
  return (within / all - chance) / (1 - chance);
}
