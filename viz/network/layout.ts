/** Where people stand: places are remembered by person, and only those whose ties changed move. */
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Frame } from './frame.ts';

/** Places of the people of some weeks: `at` holds x and y, one pair for each of `who`. */
export interface Places {
  readonly who: Uint32Array;
  readonly at: Float32Array;
}

type Point = readonly [x: number, y: number];

/** Radius of the circle of departments at the start, and of the people around one. */
const wide = 130;
const near = 34;
/** Share of the way to a better place that somebody goes at once. */
const pace = 0.3;
const settings = {
  gravity: 0.05,
  strongGravityMode: true,
  scalingRatio: 12,
  slowDown: 8,
  edgeWeightInfluence: 0.5,
};

/** Lays out one stretch of weeks after another. */
export class Layout {
  private readonly places = new Map<number, Point>();
  private readonly anchors = new Map<number, Point>();
  private contacts = new Map<number, string>();

  /** Places of everybody in `frames`, which follow the frames of the call before. */
  next(frames: readonly Frame[]): Places {
    const first = this.places.size === 0;
    const departments = new Map<number, number>();
    const contacts = new Map<number, Map<number, number>>();
    for (const frame of frames) gather(frame, departments, contacts);
    const people = [...departments.keys()].sort((a, b) => a - b);
    if (first) this.placeAnchors([...new Set(departments.values())].sort((a, b) => a - b));

    const graph = new UndirectedGraph();
    for (const [department, [x, y]] of this.anchors) {
      graph.addNode(`d${department}`, { x, y, size: 2, fixed: !first });
    }
    const now = new Map<number, string>();
    people.forEach((person, k) => {
      const others = contacts.get(person) ?? new Map<number, number>();
      const key = [...others.keys()].sort((a, b) => a - b).join();
      now.set(person, key);
      const department = departments.get(person) ?? 0;
      const known = this.places.get(person);
      const [x, y] = known ?? this.start(person, k, people.length, department, others);
      const fixed = known !== undefined && this.contacts.get(person) === key;
      graph.addNode(`${person}`, { x, y, size: 2, fixed });
      const anchor = `d${department}`;
      if (graph.hasNode(anchor)) graph.addEdge(`${person}`, anchor, { weight: 1 });
    });
    for (const [person, others] of contacts) {
      for (const [other, weight] of others) {
        if (person < other) graph.addEdge(`${person}`, `${other}`, { weight });
      }
    }
    this.contacts = now;
    this.settle(graph, first ? 300 : 40);
    for (const person of people) this.moveTo(person, graph);
    for (const [department] of this.anchors) {
      const { x, y } = graph.getNodeAttributes(`d${department}`);
      this.anchors.set(department, [x, y]);
    }
    for (const person of this.places.keys()) {
      if (!departments.has(person)) this.places.delete(person);
    }
    const at = new Float32Array(2 * people.length);
    people.forEach((person, k) => {
      at.set(this.places.get(person) ?? [0, 0], 2 * k);
    });
    return { who: Uint32Array.from(people), at };
  }

  private placeAnchors(departments: readonly number[]): void {
    departments.forEach((department, k) => {
      const radius = departments.length > 1 ? wide : 0;
      this.anchors.set(department, onCircle(k, departments.length, radius));
    });
  }

  /** Newcomers begin beside those they know, else in their department. */
  private start(
    person: number,
    k: number,
    n: number,
    department: number,
    others: ReadonlyMap<number, number>,
  ): Point {
    const known = [...others.keys()].flatMap((other) => {
      const place = this.places.get(other);
      return place ? [place] : [];
    });
    if (known.length === 0) {
      const [x, y] = this.anchors.get(department) ?? [0, 0];
      const [dx, dy] = onCircle(k, n, near);
      return [x + dx, y + dy];
    }
    const mean = (axis: 0 | 1): number =>
      known.reduce((sum, place) => sum + place[axis], 0) / known.length;
    // the golden angle keeps newcomers of one mentor apart
    const [dx, dy] = onCircle(person * 0.381966, 1, 6);
    return [mean(0) + dx, mean(1) + dy];
  }

  private settle(graph: UndirectedGraph, rounds: number): void {
    const many = graph.order > 600;
    const iterations = many ? Math.ceil(rounds / 3) : rounds;
    const own = { ...settings, barnesHutOptimize: many };
    forceAtlas2.assign(graph, { iterations, settings: own, getEdgeWeight: 'weight' });
    forceAtlas2.assign(graph, {
      iterations: Math.ceil(iterations / 6),
      settings: { ...own, adjustSizes: true },
      getEdgeWeight: 'weight',
    });
  }

  /** Somebody whose ties changed goes only part of the way, so that eyes can follow. */
  private moveTo(person: number, graph: UndirectedGraph): void {
    const { x, y, fixed } = graph.getNodeAttributes(`${person}`);
    const before = this.places.get(person);
    if (before === undefined) this.places.set(person, [x, y]);
    else if (!fixed) {
      const part = (from: number, to: number): number => from + pace * (to - from);
      this.places.set(person, [part(before[0], x), part(before[1], y)]);
    }
  }
}

/** Adds the people of a frame, and how often each two are tied. */
function gather(
  { who, value, source, target }: Frame,
  departments: Map<number, number>,
  contacts: Map<number, Map<number, number>>,
): void {
  who.forEach((id, row) => {
    departments.set(id, value.department?.[row] ?? 0);
  });
  const add = (a: number, b: number): void => {
    const others = contacts.get(a) ?? new Map<number, number>();
    // more than a year together draws no closer
    others.set(b, Math.min(3, (others.get(b) ?? 0) + 0.1));
    contacts.set(a, others);
  };
  source.forEach((from, k) => {
    const [a, b] = [who[from], who[target[k]]];
    if (a === b) return;
    add(a, b);
    add(b, a);
  });
}

function onCircle(k: number, n: number, radius: number): Point {
  const angle = (2 * Math.PI * k) / Math.max(1, n) - Math.PI / 2;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** Weeks in which a move from one stretch's places to the next is spread. */
const moving = 8;

/** Where a person stands `into` weeks into a stretch; undefined when not placed. */
export function placeAt(
  before: ReadonlyMap<number, Point> | undefined,
  now: ReadonlyMap<number, Point>,
  person: number,
  into: number,
): Point | undefined {
  const to = now.get(person);
  const from = before?.get(person);
  if (to === undefined || from === undefined || into >= moving) return to;
  const t = into / moving;
  return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
}

/** Places by the people's names. */
export function placeMap({ who, at }: Places): Map<number, Point> {
  return new Map([...who].map((id, k) => [id, [at[2 * k], at[2 * k + 1]]]));
}
