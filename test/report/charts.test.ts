/** Charts: specifications compile without a warning, drawings are the same every time. */
import type { TopLevelSpec } from 'vega-lite';
import { compile } from 'vega-lite';
import type { LoggerInterface } from 'vega-util';
import { describe, expect, it } from 'vitest';
import { baselineStyle, scenarioStyles, styleOf } from '../../report/chart-theme.ts';
import { bandSpec, differenceSpec } from '../../report/charts.ts';
import { formatFor } from '../../report/numbers.ts';
import { renderSvg } from '../../report/render-svg.ts';
import { arm } from './fixture.ts';

const format = formatFor('share', [0.1], 0.03);
const points = arm().trajectories['hasMentor/residents'];
const hostile = '"</text><script>alert(1)</script>';
const specs: Record<string, TopLevelSpec> = {
  band: bandSpec({
    series: [
      { label: 'Today', style: baselineStyle, points },
      { label: hostile, style: styleOf(0), points },
    ],
    format,
    domain: [0.4, 0.7],
    starts: [2],
  }),
  'a single band': bandSpec({
    series: [{ label: 'Today', style: baselineStyle, points: points.slice(0, 1) }],
    format,
  }),
  differences: differenceSpec({
    rows: [
      { label: 'a', difference: 0.1, low: 0, high: 0.2, meaning: { text: 'x', tone: 'better' } },
      {
        label: hostile,
        difference: -0.1,
        low: null,
        high: null,
        meaning: { text: 'y', tone: 'unclear' },
      },
    ],
    format,
  }),
};

describe.each(Object.entries(specs))('the chart of %s', (_name, spec) => {
  const described = { title: 'A "finding" & more', description: 'What it shows.' };

  it('compiles without a warning', () => {
    const said: unknown[] = [];
    const keep = (...words: readonly unknown[]) => {
      said.push(words);
      return log;
    };
    const log = { level: () => log, error: keep, warn: keep, info: () => log, debug: () => log };
    compile(spec, { logger: log as unknown as LoggerInterface });
    expect(said).toEqual([]);
  });

  it('is drawn to the same bytes each time, with a name and no script', async () => {
    const first = await renderSvg(spec, described);
    expect(await renderSvg(spec, described)).toBe(first);
    expect(first).toMatch(
      /^<svg [^>]*role="img" aria-label="A &quot;finding&quot; &amp; more\. What/,
    );
    expect(first).toContain('<title>A &quot;finding&quot; &amp; more</title>');
    expect(first).not.toMatch(/<script|NaN|undefined|Infinity|clip-path|style=/);
  });
});

it('tells lines apart by more than colour', () => {
  const dashes = [baselineStyle, ...scenarioStyles].map(({ dash }) => dash.join());
  expect(new Set(dashes).size).toBe(dashes.length);
  const colours = [baselineStyle, ...scenarioStyles].map(({ colour }) => colour);
  expect(new Set(colours).size).toBe(colours.length);
});
