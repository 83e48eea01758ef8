/** A network as a picture: faculty as triangles, residents as circles, hollow without a mentor. */
import { escapeText } from './markup.ts';
import type { NetworkGraph } from './network-graph.ts';
import type { Place } from './network-layout.ts';

/** More people than this are not drawn: the picture would be a blot. */
export const mostDrawn = 400;

/** Half the width of a tie at the mentee; it narrows to nothing at the mentor. */
const tieWidth = 1.1;
const markSize = 4.6;

export interface DrawingText {
  readonly title: string;
  readonly description: string;
}

/**
 * Keeps whole departments, in their order, up to the number that can be drawn. Empty when already
 * the first has too many people.
 */
export function drawablePart(graph: NetworkGraph): NetworkGraph {
  if (graph.order <= mostDrawn) return graph;
  const sizes = new Map<number, number>();
  graph.forEachNode((_node, { department }) => {
    sizes.set(department, (sizes.get(department) ?? 0) + 1);
  });
  const kept = new Set<number>();
  let people = 0;
  for (const [department, size] of [...sizes].sort(([a], [b]) => a - b)) {
    if (people + size > mostDrawn) break;
    kept.add(department);
    people += size;
  }
  const part = graph.copy();
  part.forEachNode((node, { department }) => {
    if (!kept.has(department)) part.dropNode(node);
  });
  return part;
}

/** The picture as SVG text; its colours come from the page's style. */
export function drawNetwork(
  graph: NetworkGraph,
  places: ReadonlyMap<string, Place>,
  width: number,
  height: number,
  text: DrawingText,
): string {
  const senior: string[] = [];
  const peer: string[] = [];
  graph.forEachEdge((_edge, { kind }, source, target) => {
    const from = places.get(source);
    const to = places.get(target);
    if (!from || !to) return;
    if (kind === 'peer') peer.push(`M${from.x},${from.y}L${to.x},${to.y}`);
    else senior.push(wedge(from, to));
  });
  const marks = new Map<string, string[]>();
  graph.forEachNode((node, { role, hasMentor }) => {
    const place = places.get(node);
    if (!place) return;
    const style = `${role === 'faculty' ? 'net-faculty' : 'net-resident'}${hasMentor ? '' : ' net-none'}`;
    marks.set(style, [...(marks.get(style) ?? []), markPath(place, role === 'faculty')]);
  });
  const people = [...marks.keys()]
    .sort()
    .map((style) => `<path class="net ${style}" d="${marks.get(style)?.join('')}"/>`);
  return [
    `<svg class="network" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"`,
    ` aria-label="${escapeText(`${text.title}. ${text.description}`)}">`,
    `<title>${escapeText(text.title)}</title>`,
    `<path class="net-senior" d="${senior.join('')}"/>`,
    `<path class="net-peer" d="${peer.join('')}"/>`,
    ...people,
    '</svg>',
  ].join('');
}

/** A thin triangle from the mentee to the mentor; all turn the same way, so that none cancels another. */
function wedge(from: Place, to: Place): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const nx = (-dy / length) * tieWidth;
  const ny = (dx / length) * tieWidth;
  const at = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;
  return `M${at(from.x + nx, from.y + ny)}L${at(from.x - nx, from.y - ny)}L${at(to.x, to.y)}Z`;
}

/** The outline of a mark: a triangle or a circle around a place. */
export function markPath({ x, y }: Place, triangle: boolean, size = markSize): string {
  const at = (dx: number, dy: number): string => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`;
  if (triangle) {
    const base = size * 0.75;
    return `M${at(0, -size * 1.1)}L${at(size, base)}L${at(-size, base)}Z`;
  }
  const r = (size * 0.85).toFixed(1);
  const across = (2 * size * 0.85).toFixed(1);
  return `M${at(-size * 0.85, 0)}a${r},${r} 0 1,0 ${across},0a${r},${r} 0 1,0 -${across},0Z`;
}
