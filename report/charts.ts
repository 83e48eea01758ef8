/** Vega-Lite specifications of charts: pure functions of numbers, for the report and the viewer. */
import type { TopLevelSpec } from 'vega-lite';
import type { TrajectoryPoint } from '../sim/analysis/trajectory.ts';
import type { ChartInk, LineStyle } from './chart-theme.ts';
import { chartConfig, pageInk, toneMarks } from './chart-theme.ts';
import type { NumberFormat } from './numbers.ts';
import type { Meaning } from './words.ts';

/** One line with its band. */
export interface BandSeries {
  readonly label: string;
  readonly style: LineStyle;
  readonly points: readonly TrajectoryPoint[];
}

/**
 * What a chart over time shows; the baseline comes first and is drawn behind. The key to lines is
 * left to the page: its text wraps and can be selected.
 */
export interface BandChart {
  readonly series: readonly BandSeries[];
  readonly format: NumberFormat;
  /** Same for all charts that are read side by side, in stored values. */
  readonly domain?: readonly [number, number];
  /** Years at which a policy starts, other than 0. */
  readonly starts?: readonly number[];
  /** Years from edge to edge; those of the points unless it is given. */
  readonly span?: readonly [number, number];
  /** Draws a line at 0, for a chart of differences. */
  readonly zero?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly ink?: ChartInk;
}

/** Sides of a chart over time: whoever lays something over it finds the plot by them. */
export const bandSides: Sides = { left: 58, right: 14, top: 8, bottom: 46 };

/** Bands that hold nine of ten futures, and lines of means, over years. */
export function bandSpec(chart: BandChart): TopLevelSpec {
  const { series, format, starts = [], width = 420, height = 200, ink = pageInk } = chart;
  const { scale } = format;
  const values = series.flatMap(({ label, points }) =>
    points.map(({ year, mean, low, high }) => ({
      label,
      year: tidy(year),
      mean: tidy(mean * scale),
      low: tidy(low * scale),
      high: tidy(high * scale),
    })),
  );
  const labels = series.map(({ label }) => label);
  const colour = {
    field: 'label',
    type: 'nominal' as const,
    scale: { domain: labels, range: series.map(({ style }) => style.colour) },
    legend: null,
  };
  const x = {
    field: 'year',
    type: 'quantitative',
    scale: chart.span
      ? { domain: [...chart.span], nice: false, zero: false }
      : { nice: false, zero: false },
    axis: { title: 'Year', grid: false, tickMinStep: 1, format: 'd', labelFlush: false },
  } as const;
  const domain = chart.domain?.map((value) => tidy(value * scale));
  const y = {
    type: 'quantitative' as const,
    scale: domain ? { domain: [...domain], nice: true, zero: false } : { zero: false },
    axis: { title: axisTitle(format), tickCount: 5, titleX: -42 },
  };
  return {
    $schema: schema,
    config: chartConfig(ink),
    ...frame(width, height, bandSides),
    data: { values },
    layer: [
      ...(chart.zero
        ? [
            {
              data: { values: [{}] },
              mark: { type: 'rule' as const, color: ink.ink, opacity: 0.6 },
              encoding: { y: { datum: 0, type: 'quantitative' as const } },
            },
          ]
        : []),
      ...starts.map((year) => ({
        data: { values: [{ year: tidy(year) }] },
        mark: { type: 'rule' as const, color: ink.ink, opacity: 0.5, strokeDash: [1, 3] },
        encoding: { x },
      })),
      ...series.map(({ label }, k) => ({
        transform: [{ filter: { field: 'label', equal: label } }],
        mark: { type: 'area' as const, opacity: k === 0 ? 0.28 : series.length > 2 ? 0.15 : 0.22 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color: colour },
      })),
      {
        mark: { type: 'line' as const, strokeWidth: 2.5 },
        encoding: {
          x,
          y: { ...y, field: 'mean' },
          color: colour,
          strokeDash: {
            field: 'label',
            type: 'nominal',
            scale: { domain: labels, range: series.map(({ style }) => [...style.dash]) },
            legend: null,
          },
        },
      },
    ],
  };
}

/** One row of a chart of differences, in stored values; null leaves the mark out. */
export interface DifferenceRow {
  readonly label: string;
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly meaning: Meaning;
}

export interface DifferenceChart {
  readonly rows: readonly DifferenceRow[];
  readonly format: NumberFormat;
  /** What the baseline is called: `today`. */
  readonly baseline?: string;
  readonly width?: number;
  readonly ink?: ChartInk;
}

/** Pixels of a row of a chart of differences. */
const rowHeight = 27;

/** A dot for each mean paired difference with the range of futures; grey where it cannot be told. */
export function differenceSpec(chart: DifferenceChart): TopLevelSpec {
  const { rows, format, baseline = 'today', width = 420, ink = pageInk } = chart;
  const longest = Math.max(...rows.map(({ label }) => label.length));
  const left = Math.min(width / 2, 16 + longest * 6.8);
  const { scale } = format;
  const scaled = (value: number | null): number | null =>
    value === null ? null : tidy(value * scale);
  const values = rows.map(({ label, difference, low, high, meaning }) => ({
    label,
    difference: scaled(difference),
    low: scaled(low),
    high: scaled(high),
    colour: toneMarks[meaning.tone].colour,
    tone: meaning.tone,
  }));
  const y = {
    field: 'label',
    type: 'nominal' as const,
    sort: rows.map(({ label }) => label),
    axis: {
      title: null,
      labelLimit: left * 1.6,
      ticks: false,
      domain: false,
      labelPadding: 8,
    },
  };
  const colour = { field: 'colour', type: 'nominal', scale: null } as const;
  const tones = [...new Set(rows.map(({ meaning }) => meaning.tone))];
  return {
    $schema: schema,
    config: chartConfig(ink),
    ...frame(width, rows.length * rowHeight + 52, { left, right: 20, top: 4, bottom: 48 }),
    data: { values },
    layer: [
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: ink.ink, opacity: 0.6 },
        encoding: { x: { datum: 0, type: 'quantitative' } },
      },
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'rule', strokeWidth: 4, opacity: 0.5 },
        encoding: {
          y,
          x: { field: 'low', type: 'quantitative' },
          x2: { field: 'high' },
          color: colour,
        },
      },
      {
        mark: { type: 'point', filled: true, size: 90, opacity: 1 },
        encoding: {
          y,
          x: {
            field: 'difference',
            type: 'quantitative',
            axis: {
              title: `Difference from ${baseline}, ${axisTitle(format)}`,
              titleAnchor: 'end',
              tickCount: 4,
              labelOverlap: false,
              labelFlush: false,
            },
          },
          color: colour,
          shape: {
            field: 'tone',
            type: 'nominal',
            scale: { domain: tones, range: tones.map((tone) => toneMarks[tone].shape) },
            legend: null,
          },
        },
      },
    ],
  };
}

/** Sides of a picture around its plot, in pixels. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * A picture of a given size. Its sides are fixed: without a canvas to measure on, Vega takes every
 * letter for as wide as an m and would leave half of the picture empty.
 */
export function frame(width: number, height: number, sides: Sides) {
  return {
    width: width - sides.left - sides.right,
    height: height - sides.top - sides.bottom,
    padding: { ...sides },
    autosize: 'none',
  } as const;
}

/** The grammar that specifications follow. */
export const schema = 'https://vega.github.io/schema/vega-lite/v6.json';

/** The title of an axis: the unit, and what its numbers are counted in. */
export function axisTitle({ unit, prefix, suffix }: NumberFormat): string {
  if (prefix === '') return unit === 'in 100' ? 'in 100 people' : unit;
  return `${unit}${suffix === 'k' ? ', thousands' : suffix === 'm' ? ', millions' : ''}`;
}

/** A number short enough to read in a specification, and the same on every machine. */
export function tidy(value: number): number {
  return Number(value.toPrecision(6));
}
