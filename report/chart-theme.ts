/** Colours, line styles and marks of charts: Okabe–Ito, with a second sign beside every colour. */
import type { Config } from 'vega-lite';
import type { Meaning } from './words.ts';

/** Colours of Okabe and Ito that hold 3:1 on white and on the dark page, and a grey. */
export const palette = {
  grey: '#7b8087',
  blue: '#0072b2',
  orange: '#d55e00',
  green: '#009e73',
  purple: '#cc79a7',
  sky: '#56b4e9',
  amber: '#e69f00',
} as const;

/** How the line of the baseline and of each scenario is drawn; colours never come alone. */
export interface LineStyle {
  readonly colour: string;
  readonly dash: readonly number[];
}

/** The baseline's style. */
export const baselineStyle: LineStyle = { colour: palette.grey, dash: [5, 3] };

/** Styles of scenarios, in their order; they begin again after the last. */
export const scenarioStyles: readonly LineStyle[] = [
  { colour: palette.blue, dash: [] },
  { colour: palette.orange, dash: [9, 3] },
  { colour: palette.green, dash: [2, 2] },
  { colour: palette.purple, dash: [9, 3, 2, 3] },
];

/** The style of a scenario by its place among the scenarios. */
export function styleOf(scenario: number): LineStyle {
  return scenarioStyles[scenario % scenarioStyles.length];
}

/** Colour and mark of a difference by what it means. */
export const toneMarks: Readonly<
  Record<Meaning['tone'], { readonly colour: string; readonly shape: string }>
> = {
  better: { colour: palette.blue, shape: 'circle' },
  worse: { colour: palette.orange, shape: 'diamond' },
  neutral: { colour: palette.green, shape: 'square' },
  unclear: { colour: palette.grey, shape: 'cross' },
};

/** What a chart is drawn with: ink of text, and type. */
export interface ChartInk {
  readonly ink: string;
  readonly font: string;
}

/** Ink that follows the page around the chart, light or dark. */
export const pageInk: ChartInk = {
  ink: 'currentColor',
  font: 'system-ui, sans-serif',
};

/** Ink of a picture in a file of its own, on white; the font comes with the program. */
export const fileInk: ChartInk = {
  ink: '#22262b',
  font: 'DejaVu Sans, sans-serif',
};

/** Settings common to all charts. */
export function chartConfig({ ink, font }: ChartInk): Config {
  return {
    aria: false,
    background: 'transparent',
    font,
    view: { stroke: 'transparent' },
    axis: {
      labelColor: ink,
      titleColor: ink,
      labelFontSize: 13,
      titleFontSize: 13,
      titleFontWeight: 'normal',
      titlePadding: 6,
      gridColor: ink,
      gridOpacity: 0.14,
      domainColor: ink,
      domainOpacity: 0.4,
      tickColor: ink,
      tickOpacity: 0.4,
    },
    legend: {
      labelColor: ink,
      titleColor: ink,
      labelFontSize: 12,
      symbolStrokeWidth: 2.5,
      symbolSize: 160,
    },
    text: { color: ink, fontSize: 12 },
  };
}
