/** Vega-Lite specifications of a study's charts: rows with ranges, shares, scatters and maps. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartInk } from './chart-theme.ts';
import { chartConfig, palette } from './chart-theme.ts';
import { frame, schema, tidy } from './charts.ts';

/** One mark with its range. */
export interface RangeMark {
  readonly label: string;
  /** Marks of one row stand above each other, told apart by colour and shape. */
  readonly series: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Rows of marks with ranges. */
export interface RangeChart {
  readonly marks: readonly RangeMark[];
  readonly axis: string;
  /** Where a line is drawn across: no difference. */
  readonly zero?: boolean;
  /** Ends of the axis, where they are given. */
  readonly domain?: readonly [number, number];
  readonly ink: ChartInk;
}

const width = 640;
const colours = [palette.blue, palette.orange, palette.green];
const shapes = ['circle', 'diamond', 'square'];

/** Dots with ranges, a row for every label; a key stands below where there are several series. */
export function rangeSpec({ marks, axis, zero = false, domain, ink }: RangeChart): TopLevelSpec {
  const labels = [...new Set(marks.map(({ label }) => label))];
  const series = [...new Set(marks.map((mark) => mark.series))];
  const left = leftOf(labels);
  const rowHeight = 12 + 15 * series.length;
  const several = series.length > 1;
  const y = rowsOf(labels, left);
  const offset = several ? { yOffset: { field: 'series', sort: series } } : {};
  const colour = {
    field: 'series',
    type: 'nominal' as const,
    scale: { domain: series, range: series.map((_, k) => colours[k % colours.length]) },
    legend: several ? keyBelow(10) : null,
  };
  const scale = domain ? { domain: [...domain] } : { zero };
  const x = { type: 'quantitative' as const, scale, axis: { title: axis, tickCount: 6 } };
  return {
    $schema: schema,
    config: chartConfig(ink),
    ...frame(width, labels.length * rowHeight + (several ? 96 : 60), {
      left,
      right: 24,
      top: 6,
      bottom: several ? 86 : 50,
    }),
    data: {
      values: marks.map(({ value, low, high, ...names }) => ({
        ...names,
        value: number(value),
        low: number(low),
        high: number(high),
      })),
    },
    layer: [
      ...(zero ? [zeroLine(ink)] : []),
      {
        transform: [{ filter: 'isValid(datum.low) && isValid(datum.high)' }],
        mark: { type: 'rule', strokeWidth: 4, opacity: 0.45 },
        encoding: { y, ...offset, x: { ...x, field: 'low' }, x2: { field: 'high' }, color: colour },
      },
      {
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'point', filled: true, size: 80, opacity: 1 },
        encoding: {
          y,
          ...offset,
          x: { ...x, field: 'value' },
          color: colour,
          shape: {
            field: 'series',
            type: 'nominal',
            scale: { domain: series, range: series.map((_, k) => shapes[k % shapes.length]) },
            legend: several ? keyBelow(10) : null,
          },
        },
      },
    ],
  } as TopLevelSpec;
}

/** A key below the picture, its words not cut. */
function keyBelow(offset: number) {
  return { title: null, orient: 'bottom' as const, offset, labelLimit: 0 };
}

function zeroLine(ink: ChartInk) {
  return {
    data: { values: [{}] },
    mark: { type: 'rule' as const, color: ink.ink, opacity: 0.5 },
    encoding: { x: { datum: 0, type: 'quantitative' as const } },
  };
}

function rowsOf(labels: readonly string[], left: number) {
  return {
    field: 'label',
    type: 'nominal' as const,
    sort: [...labels],
    axis: { title: null, labelLimit: left * 1.7, ticks: false, domain: false, labelPadding: 8 },
  };
}

function leftOf(labels: readonly string[]): number {
  return Math.min(width * 0.48, 24 + Math.max(...labels.map(({ length }) => length)) * 7.4);
}

/** NaN is no number of JSON, and Vega takes null for nothing. */
function number(value: number): number | null {
  return Number.isFinite(value) ? tidy(value) : null;
}

/** Shares that add up to 1, one bar. */
export function shareSpec(
  parts: readonly { readonly label: string; readonly share: number }[],
  axis: string,
  ink: ChartInk,
): TopLevelSpec {
  const labels = parts.map(({ label }) => label);
  return {
    $schema: schema,
    config: chartConfig(ink),
    ...frame(width, 150, { left: 20, right: 24, top: 6, bottom: 92 }),
    data: {
      values: parts.map(({ label, share }, k) => ({ label, share: number(share), order: k })),
    },
    mark: { type: 'bar', stroke: ink.ink, strokeWidth: 1 },
    encoding: {
      x: {
        field: 'share',
        type: 'quantitative',
        stack: 'zero',
        scale: { domain: [0, 1] },
        axis: { title: axis, format: '.1f' },
      },
      color: {
        field: 'label',
        type: 'nominal',
        scale: { domain: labels, range: [palette.blue, palette.amber, palette.grey] },
        legend: keyBelow(12),
      },
      order: { field: 'order' },
    },
  } as TopLevelSpec;
}

/** One point of a scatter. */
export interface ScatterPoint {
  readonly x: number | string;
  readonly y: number | string;
  readonly kind: string;
  readonly label?: string;
}

/** A rectangle in a scatter; an end that is not given is that of the picture. */
export interface ScatterBox {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
}

export interface ScatterChart {
  readonly points: readonly ScatterPoint[];
  /** Kinds in the order of the key. */
  readonly kinds: readonly string[];
  readonly x: string;
  readonly y: string;
  readonly boxes?: readonly ScatterBox[];
  readonly ink: ChartInk;
}

/** Points by kind, labels beside those that have one, and rectangles. */
export function scatterSpec({ points, kinds, x, y, boxes = [], ink }: ScatterChart): TopLevelSpec {
  const type = (key: 'x' | 'y') =>
    points.every((point) => typeof point[key] === 'number') ? 'quantitative' : 'nominal';
  const axis = (key: 'x' | 'y', title: string) => ({
    field: key,
    type: type(key),
    ...(type(key) === 'quantitative' ? { scale: { zero: false, nice: true, padding: 8 } } : {}),
    axis: { title, tickCount: 6 },
  });
  const legend = keyBelow(14);
  const across = points.map((point) => Number(point.x));
  const middle = (Math.min(...across) + Math.max(...across)) / 2;
  const place = { x: axis('x', x), y: axis('y', y) };
  return {
    $schema: schema,
    config: chartConfig(ink),
    ...frame(width, 460, { left: 78, right: 30, top: 10, bottom: 96 }),
    data: {
      values: points.map((point) => ({
        ...point,
        // a label on the right half would run out of the picture
        align: Number(point.x) > middle ? 'right' : 'left',
        x: typeof point.x === 'number' ? number(point.x) : point.x,
        y: typeof point.y === 'number' ? number(point.y) : point.y,
      })),
    },
    layer: [
      ...(boxes.length === 0
        ? []
        : [
            {
              data: { values: boxes.map((box) => ({ ...box })) },
              mark: { type: 'rect', fill: palette.amber, fillOpacity: 0.18, stroke: ink.ink },
              encoding: {
                x: { ...place.x, field: 'x' },
                x2: { field: 'x2' },
                y: { ...place.y, field: 'y' },
                y2: { field: 'y2' },
              },
            },
          ]),
      {
        mark: { type: 'point', filled: true, size: 55, opacity: 0.85 },
        encoding: {
          ...place,
          color: {
            field: 'kind',
            type: 'nominal',
            scale: {
              domain: [...kinds],
              range: [palette.orange, palette.grey, palette.blue].slice(0, kinds.length),
            },
            legend,
          },
          shape: {
            field: 'kind',
            type: 'nominal',
            scale: {
              domain: [...kinds],
              range: ['diamond', 'circle', 'square'].slice(0, kinds.length),
            },
            legend,
          },
        },
      },
      ...(['left', 'right'] as const).map((align) => ({
        transform: [{ filter: `isValid(datum.label) && datum.align == "${align}"` }],
        mark: {
          type: 'text',
          align,
          dx: align === 'left' ? 8 : -8,
          dy: -6,
          fontSize: 11,
          color: ink.ink,
        },
        encoding: { ...place, text: { field: 'label' } },
      })),
    ],
  } as unknown as TopLevelSpec;
}

/** A map of cells, with the cells of a path marked. */
export interface MapChart {
  readonly cells: readonly { readonly x: number; readonly y: number; readonly value: number }[];
  readonly path: readonly { readonly x: number; readonly y: number }[];
  readonly x: string;
  readonly y: string;
  readonly value: string;
  readonly ink: ChartInk;
}

/** Cells coloured by value, the path drawn over them. */
export function mapSpec({ cells, path, x, y, value, ink }: MapChart): TopLevelSpec {
  const axis = { labelOverlap: true, format: '.3~g', labelAngle: 0 } as const;
  const place = {
    x: { field: 'x', type: 'ordinal' as const, axis: { ...axis, title: x } },
    y: {
      field: 'y',
      type: 'ordinal' as const,
      sort: 'descending' as const,
      axis: { ...axis, title: y },
    },
  };
  return {
    $schema: schema,
    config: chartConfig(ink),
    ...frame(width, 480, { left: 82, right: 130, top: 10, bottom: 56 }),
    layer: [
      {
        data: {
          values: cells.map((cell) => ({ ...cell, value: number(cell.value) })),
        },
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'rect' },
        encoding: {
          ...place,
          color: {
            field: 'value',
            type: 'quantitative',
            scale: { scheme: 'viridis' },
            legend: { title: value, titleLimit: 120, gradientLength: 200 },
          },
        },
      },
      {
        data: { values: path.map((cell, order) => ({ ...cell, order })) },
        mark: {
          type: 'line',
          strokeWidth: 3,
          color: '#ffffff',
          point: { filled: true, size: 60, color: '#ffffff', stroke: '#000000' },
        },
        encoding: { ...place, order: { field: 'order' } },
      },
    ],
  } as unknown as TopLevelSpec;
}
