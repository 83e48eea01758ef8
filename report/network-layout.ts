/** Where posts are drawn: one place for each post, the same in every picture of a report. */

import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { NetworkGraph } from './network-graph.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

const iterations = 400;
/** Rounds at the end in which posts push each other apart until none hides another. */
const spreading = 60;
/** Radius of the circle of departments in the starting positions. */
const wide = 100;

/**
 * Lays out the union of some graphs: posts that are often tied lie close. Starting positions are
 * departments on a circle, the number of rounds is fixed and chance plays no part.
 */
export function layOut(
  graphs: readonly NetworkGraph[],
  width: number,
  height: number,
): Map<string, Place> {
  const union = new UndirectedGraph<{ x: number; y: number; size: number }, { weight: number }>();
  const departments = new Map<string, number>();
  for (const graph of graphs) {
    graph.forEachNode((node, { department }) => departments.set(node, department));
  }
  const nodes = [...departments.keys()].sort((a, b) => Number(a) - Number(b));
  const members = new Map<number, string[]>();
  for (const node of nodes) {
    const department = departments.get(node) ?? 0;
    members.set(department, [...(members.get(department) ?? []), node]);
  }
  const order = [...members.keys()].sort((a, b) => a - b);
  order.forEach((department, d) => {
    const own = members.get(department) ?? [];
    const [cx, cy] = onCircle(d, order.length, order.length > 1 ? wide : 0);
    const anchor = `department ${department}`;
    union.addNode(anchor, { x: cx, y: cy, size: 2 });
    own.forEach((node, k) => {
      const [dx, dy] = onCircle(k, own.length, wide / 4);
      union.addNode(node, { x: cx + dx, y: cy + dy, size: 2 });
      // keeps people without ties beside their colleagues
      union.addEdge(node, anchor, { weight: 1 });
    });
  });
  for (const graph of graphs) {
    graph.forEachEdge((_edge, _attributes, source, target) => {
      if (source === target) return;
      const edge = union.mergeEdge(source, target)[0];
      union.updateEdgeAttribute(edge, 'weight', (weight = 0) => weight + 1);
    });
  }
  const settings = {
    gravity: 0.04,
    strongGravityMode: true,
    scalingRatio: 12,
    slowDown: 8,
    edgeWeightInfluence: 0.5,
  };
  forceAtlas2.assign(union, { iterations, settings, getEdgeWeight: 'weight' });
  forceAtlas2.assign(union, {
    iterations: spreading,
    settings: { ...settings, adjustSizes: true },
    getEdgeWeight: 'weight',
  });
  for (const department of order) union.dropNode(`department ${department}`);
  return fitted(union, width, height);
}

function onCircle(k: number, n: number, radius: number): readonly [number, number] {
  const angle = (2 * Math.PI * k) / Math.max(1, n) - Math.PI / 2;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** Moves and stretches positions into the picture, with a margin. */
function fitted(
  graph: UndirectedGraph<{ x: number; y: number }>,
  width: number,
  height: number,
): Map<string, Place> {
  const margin = 12;
  const xs = graph.mapNodes((_node, { x }) => x);
  const ys = graph.mapNodes((_node, { y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const across = Math.max(...xs) - left || 1;
  const down = Math.max(...ys) - top || 1;
  const round = (v: number): number => Math.round(v * 10) / 10;
  const places = new Map<string, Place>();
  graph.forEachNode((node, { x, y }) => {
    places.set(node, {
      x: round(margin + ((x - left) / across) * (width - 2 * margin)),
      y: round(margin + ((y - top) / down) * (height - 2 * margin)),
    });
  });
  return places;
}
