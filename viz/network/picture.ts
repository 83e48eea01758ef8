/** The picture: a graph that follows the frames, drawn by sigma, with departments shaded beneath. */
import EdgeCurveProgram from '@sigma/edge-curve';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeArrowProgram, NodeCircleProgram } from 'sigma/rendering';
import type { CameraLink } from './camera-link.ts';
import type { Frame } from './frame.ts';
import { personValue, seniorLayer, tieName } from './frame.ts';
import { drawHalos } from './halos.ts';
import { TriangleProgram } from './triangle.ts';

/** What is drawn. */
export interface Shot {
  readonly frame: Frame;
  readonly colour: readonly string[];
  readonly size: readonly number[];
  readonly placeOf: (who: number) => readonly [number, number] | undefined;
  readonly selected: number | undefined;
  /** Names of ties that another future lacks; undefined where none stands beside. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Whether ties that both futures have are left out. */
  readonly differing?: boolean;
}

/** Colours of the ground, which follow the theme. */
interface Ink {
  readonly text: string;
  readonly ground: string;
  readonly senior: string;
  readonly peer: string;
  readonly faint: string;
  readonly shared: string;
  readonly only: string;
}

/** A picture in an element. `choose` hears which person was clicked. */
export class Picture {
  private readonly graph = new MultiDirectedGraph();
  private readonly sigma: Sigma;
  private ink: Ink;
  private last: Shot | undefined;
  private readonly unlink: () => void;

  private readonly element: HTMLElement;
  private readonly name: (person: number) => string;

  constructor(
    element: HTMLElement,
    choose: (person: number | undefined) => void,
    name: (person: number) => string,
    cameras: CameraLink,
  ) {
    this.element = element;
    this.name = name;
    this.ink = inkOf(element);
    this.sigma = new Sigma(this.graph, element, {
      nodeProgramClasses: {
        circle: NodeCircleProgram,
        triangle: TriangleProgram,
      },
      edgeProgramClasses: {
        arrow: EdgeArrowProgram,
        curve: EdgeCurveProgram,
      },
      renderLabels: true,
      labelRenderedSizeThreshold: 1000,
      zIndex: true,
      // a page that is being left has no width any more
      allowInvalidContainer: true,
      stagePadding: 24,
      minCameraRatio: 0.1,
      maxCameraRatio: 2,
      minEdgeThickness: 0.6,
      labelFont: getComputedStyle(element).fontFamily,
      labelColor: { color: this.ink.text },
      defaultDrawNodeHover: (context, { x, y, size, label }) => {
        if (!label) return;
        context.font = `600 13px ${getComputedStyle(element).fontFamily}`;
        const width = context.measureText(label).width;
        context.fillStyle = this.ink.ground;
        context.strokeStyle = this.ink.text;
        context.lineWidth = 1.5;
        context.beginPath();
        context.arc(x, y, size + 3, 0, 2 * Math.PI);
        context.stroke();
        context.beginPath();
        context.roundRect(x + size + 6, y - 12, width + 12, 24, 5);
        context.fill();
        context.stroke();
        context.fillStyle = this.ink.text;
        context.fillText(label, x + size + 12, y + 4.5);
      },
    });
    const halos = this.sigma.createCanvas('halos', { beforeLayer: 'edges' });
    this.sigma.on('afterRender', () => drawHalos(halos, this.sigma, this.graph, this.ink.faint));
    this.sigma.on('clickNode', ({ node }) => choose(Number(node)));
    this.sigma.on('clickStage', () => choose(undefined));
    this.unlink = cameras.join(this.sigma.getCamera());
  }

  /** Keeps what is in sight the same whatever comes later. */
  frameAround(points: Iterable<readonly [number, number]>): void {
    const all = [...points];
    const extent = (axis: 0 | 1): [number, number] => {
      const values = all.map((point) => point[axis]).sort((a, b) => a - b);
      // a few who stand far out may come near the edge
      const out = Math.floor(values.length / 60);
      const [low, high] = [values[out], values[values.length - 1 - out]];
      const margin = 0.08 * (high - low || 1);
      return [low - margin, high + margin];
    };
    if (all.length > 0) this.sigma.setCustomBBox({ x: extent(0), y: extent(1) });
  }

  show(shot: Shot): void {
    this.last = shot;
    const { graph, ink } = this;
    const { frame, selected } = shot;
    const near = neighbourhood(frame, selected);
    const people = new Set<string>();
    frame.person.forEach((person, row) => {
      const place = shot.placeOf(frame.who[row]);
      if (!place) return;
      const id = `${person}`;
      people.add(id);
      const isNear = near === undefined || near.has(person);
      graph.mergeNode(id, {
        x: place[0],
        y: place[1],
        size: shot.size[row],
        color: isNear ? shot.colour[row] : ink.faint,
        label: this.name(person),
        type: personValue(frame, 'role', row) === 1 ? 'triangle' : 'circle',
        department: personValue(frame, 'department', row) || 0,
        zIndex: isNear ? 1 : 0,
        highlighted: person === selected,
      });
    });
    const ties = new Set<string>();
    frame.source.forEach((from, k) => {
      const isSenior = frame.layer[k] === seniorLayer;
      const ends = [frame.person[from], frame.person[frame.target[k]]];
      // peers have no direction: one may have asked this time, and the other the last
      if (!isSenior) ends.sort((one, other) => one - other);
      const [a, b] = ends.map(String);
      if (!people.has(a) || !people.has(b)) return;
      const key = tieName(frame, k);
      const isOnly = shot.only?.has(key) === true;
      if (shot.differing && !isOnly) return;
      ties.add(key);
      const isNear = near === undefined || ends.includes(selected ?? -1);
      graph.mergeDirectedEdgeWithKey(key, a, b, {
        type: isSenior ? 'arrow' : 'curve',
        size: thickness(isSenior, ends.includes(selected ?? -1), shot.only && isOnly),
        color: !isNear ? ink.faint : shot.only ? markOf(ink, isOnly) : colourOf(ink, isSenior),
        zIndex: (isNear ? 1 : 0) + (isOnly ? 2 : 0),
      });
    });
    for (const edge of graph.edges()) if (!ties.has(edge)) graph.dropEdge(edge);
    for (const node of graph.nodes()) if (!people.has(node)) graph.dropNode(node);
  }

  /** Takes colours anew when the theme has changed. */
  repaint(): void {
    this.ink = inkOf(this.element);
    if (this.last) this.show(this.last);
    this.sigma.refresh();
  }

  zoom(way: 'in' | 'out' | 'whole'): void {
    const camera = this.sigma.getCamera();
    const motion = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;
    if (way === 'in') void camera.animatedZoom({ duration: motion });
    else if (way === 'out') void camera.animatedUnzoom({ duration: motion });
    else void camera.animatedReset({ duration: motion });
  }

  close(): void {
    this.unlink();
    this.sigma.kill();
  }
}

/** The person and all who are tied to the person; undefined when nobody is selected or there. */
function neighbourhood(
  { person, source, target }: Frame,
  selected: number | undefined,
): Set<number> | undefined {
  if (selected === undefined || !person.includes(selected)) return undefined;
  const near = new Set([selected]);
  source.forEach((from, k) => {
    const [a, b] = [person[from], person[target[k]]];
    if (a === selected) near.add(b);
    if (b === selected) near.add(a);
  });
  return near;
}

function inkOf(element: HTMLElement): Ink {
  const { color, backgroundColor } = getComputedStyle(element);
  const dark = brightness(color) > 0.5;
  return {
    text: color,
    ground: backgroundColor,
    senior: dark ? '#aebcc4' : '#55636b',
    peer: dark ? '#c98fb0' : '#b0648f',
    faint: dark ? '#343c40' : '#dfe2dc',
    shared: dark ? '#5d686d' : '#bcc2c0',
    only: dark ? '#c9a0f0' : '#7a3db8',
  };
}

function colourOf({ senior, peer }: Ink, isSenior: boolean): string {
  return isSenior ? senior : peer;
}

function markOf({ only, shared }: Ink, isOnly: boolean): string {
  return isOnly ? only : shared;
}

/** `isOnly` is undefined where no future stands beside: colour alone never tells ties apart. */
function thickness(isSenior: boolean, isOwn: boolean, isOnly: boolean | undefined): number {
  const usual = (isSenior ? 1.6 : 0.8) * (isOwn ? 2 : 1);
  if (isOnly === undefined) return usual;
  return isOnly ? Math.max(2.2, 1.6 * usual) : 0.6 * usual;
}

function brightness(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (0.3 * r + 0.6 * g + 0.1 * b) / 255;
}
