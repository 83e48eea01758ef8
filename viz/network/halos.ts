/** Departments as shaded rounds beneath the picture, each with its name. */
import type { MultiDirectedGraph } from 'graphology';
import type Sigma from 'sigma';
import { text } from '../text/network.ts';

/** Share of a department's people that its halo takes in. */
const takenIn = 0.85;

/** Draws them; nothing where there is but one department. */
export function drawHalos(
  canvas: HTMLCanvasElement,
  sigma: Sigma,
  graph: MultiDirectedGraph,
  colour: string,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio || 1;
  const { width, height } = sigma.getDimensions();
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const members = new Map<number, { x: number; y: number }[]>();
  graph.forEachNode((_node, { x, y, department }) => {
    const own = members.get(department) ?? [];
    own.push(sigma.graphToViewport({ x, y }));
    members.set(department, own);
  });
  if (members.size < 2) return;
  const style = getComputedStyle(canvas);
  for (const [department, points] of members) {
    const mean = (axis: 'x' | 'y'): number => median(points.map((point) => point[axis]));
    const [x, y] = [mean('x'), mean('y')];
    const far = points.map((point) => Math.hypot(point.x - x, point.y - y)).sort((a, b) => a - b);
    const radius = (far[Math.floor(takenIn * (far.length - 1))] ?? 0) + 14;
    context.globalAlpha = 0.4;
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
    context.globalAlpha = 1;
    context.fillStyle = style.color;
    context.font = `12px ${style.fontFamily}`;
    context.textAlign = 'center';
    context.fillText(text.department(department), x, y - radius - 4);
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
