/** Charts and reports drawn without `eval`, by Vega's own interpreter of expressions. */
import { expressionInterpreter } from 'vega-interpreter';
import { renderReport } from '../../report/html.ts';
import { renderSvg } from '../../report/render-svg.ts';
import type { ReportInput } from '../../report/report-input.ts';
import type { Drawing } from './protocol.ts';

const options = { interpreter: expressionInterpreter };

/** A chart as SVG text. */
export function drawSvg({ spec, title, description }: Drawing): Promise<string> {
  return renderSvg(spec, { title, description }, options);
}

/** The report as HTML text. */
export function writeReport(input: ReportInput): Promise<string> {
  return renderReport(input, options);
}
