/** The chosen outcome over the years: bands of baseline and plans, policies on the axis, differences. */
import { memo, useMemo } from 'react';
import { baselineStyle, styleOf } from '../../report/chart-theme.ts';
import { type BandSeries, bandSides, bandSpec } from '../../report/charts.ts';
import { differenceText, levelText, type NumberFormat, rangeText } from '../../report/numbers.ts';
import { subjectOf, upperFirst } from '../../report/vocabulary.ts';
import { findingText } from '../../report/words.ts';
import type { TrajectoryPoint } from '../../sim/analysis/trajectory.ts';
import { weeksPerYear } from '../../sim/model/time.ts';
import { Chart, type Reading } from '../parts/chart.tsx';
import { Legend } from '../parts/legend.tsx';
import { NumberTable } from '../parts/number-table.tsx';
import { scenariosOf } from '../state/document.ts';
import { text as shared } from '../text/shell.ts';
import { text } from '../text/what-if.ts';
import { Choices } from './choices.tsx';
import { fewestForRange, findComparison, formatIn, type Shown } from './shown.ts';
import { Timeline } from './timeline.tsx';
import { Verdict } from './verdict.tsx';

const height = 260;
const differenceHeight = 170;

/** Both charts with their tables. */
export const CourseCharts = memo(function CourseCharts({ shown }: { readonly shown: Shown }) {
  const { doc, model, brief, outcome, group, current } = shown;
  const key = `${outcome}/${group}`;
  const format = formatIn(shown, outcome);
  const formatKey = JSON.stringify(format);
  const scenarios = scenariosOf(doc);
  const span = [0, doc.base.horizon / weeksPerYear] as const;
  const plans = scenarios.flatMap(({ name, title, policies }, k) => {
    const arm = brief?.arms.find((each) => each.name === name);
    const points = arm?.courses[key] ?? [];
    const idle = policies.length === 0;
    return idle
      ? []
      : [{ name, title, style: styleOf(k), points, differences: arm?.differences[key] ?? [] }];
  });
  const before = brief?.baseline.courses[key] ?? [];
  const isMoneyless = plans.length > 0;
  const series: readonly BandSeries[] = [
    { label: shared.today, style: baselineStyle, points: before },
    ...plans.map(({ title, style, points }) => ({ label: title, style, points })),
  ];
  const spec = useMemo(() => {
    const format_ = JSON.parse(formatKey) as NumberFormat;
    return (width: number) => bandSpec({ series, format: format_, span, width, height });
  }, [brief, key, formatKey, doc.base.horizon, plans.length]);
  const differences = plans.map(({ title, style, differences: points }) => ({
    label: title,
    style,
    points,
  }));
  const differenceSpec = useMemo(() => {
    const format_ = JSON.parse(formatKey) as NumberFormat;
    return (width: number) =>
      bandSpec({
        series: differences,
        format: format_,
        span,
        width,
        height: differenceHeight,
        zero: true,
      });
  }, [brief, key, formatKey, doc.base.horizon, plans.length]);
  const subject = upperFirst(subjectOf(model, outcome, group));
  const active = scenarios[doc.active];
  const comparison = findComparison(brief, active.name, outcome, group);
  const title = comparison
    ? upperFirst(findingText(subjectOf(model, outcome, group), comparison, format))
    : subject;
  const preview = !current || (brief?.pairs ?? 0) < fewestForRange;
  const drawable = before.length > 0;
  return (
    <section className="panel stack" aria-label={text.overYears(subject)}>
      <div className="row spread">
        <h2>{title}</h2>
        <Choices shown={shown} />
      </div>
      {comparison && plans.length > 0 && <Verdict shown={shown} comparison={comparison} />}
      <Legend items={series.map(({ label, style }) => ({ label, style }))} hint={text.bandHint} />
      {drawable ? (
        <Chart
          title={title}
          description={text.bandHint}
          height={height}
          spec={spec}
          preview={preview}
          file={`${outcome}-over-years`}
          reading={readingOf(series, format, span, (value) => levelText(value, format))}
          over={(width) => <Timeline doc={doc} width={width} />}
        />
      ) : (
        <div className="chart-waiting" />
      )}
      <NumberTable
        summary={text.tableOf}
        caption={`${subject}, ${format.unit}`}
        file={`${outcome}-over-years`}
        columns={[text.year, ...series.flatMap(({ label }) => [label, text.nine])]}
        rows={tableOf(series, (p) => [levelText(p.mean, format), levels(p, format)])}
      />
      {isMoneyless && drawable && differences.some(({ points }) => points.length > 0) && (
        <>
          <div>
            <h3>{text.difference}</h3>
            <p className="small quiet">{text.differenceHint}</p>
          </div>
          <Chart
            title={text.difference}
            description={text.differenceHint}
            height={differenceHeight}
            spec={differenceSpec}
            preview={preview}
            file={`${outcome}-difference`}
            reading={readingOf(differences, format, span, (value) => differenceText(value, format))}
          />
          <NumberTable
            summary={text.tableOf}
            caption={`${text.difference}: ${subject}, ${format.unit}`}
            file={`${outcome}-difference`}
            columns={[text.year, ...differences.flatMap(({ label }) => [label, text.nine])]}
            rows={tableOf(differences, (p) => [
              differenceText(p.mean, format),
              rangeText(p.low, p.high, format),
            ])}
          />
        </>
      )}
    </section>
  );
});

function levels({ low, high }: TrajectoryPoint, format: NumberFormat): string {
  return `${levelText(low, format)} to ${levelText(high, format)}`;
}

function yearText(year: number): string {
  return String(Math.round(year * 100) / 100);
}

function tableOf(
  series: readonly BandSeries[],
  cells: (point: TrajectoryPoint) => readonly string[],
): string[][] {
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))];
  return years.map((year) => [
    yearText(year),
    ...series.flatMap(({ points }) => {
      const point = points.find((each) => each.year === year);
      return point ? cells(point) : ['–', '–'];
    }),
  ]);
}

function readingOf(
  series: readonly BandSeries[],
  format: NumberFormat,
  span: readonly [number, number],
  say: (value: number) => string,
): Reading {
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))];
  const points = years.map((year) => {
    const parts = series.flatMap(({ label, points: all }) => {
      const point = all.find((each) => each.year === year);
      if (!point) return [];
      return [`${label} ${say(point.mean)} (${say(point.low)} to ${say(point.high)})`];
    });
    return { x: year, says: `${text.year} ${yearText(year)}: ${parts.join('; ')} ${format.unit}` };
  });
  return { span, sides: bandSides, points };
}
