/** Words, tables and figures of sensitivity, and of what is settings and what is luck. */
import type { StudySensitivity } from '../sim/analysis/study-sensitivity.ts';
import type { VarianceSplit } from '../sim/analysis/variance-split.ts';
import { axisTitle } from './charts.ts';
import type { NumberFormat } from './numbers.ts';
import { differenceText, formatFor } from './numbers.ts';
import type { Presentation, StudyContext } from './presentation.ts';
import {
  factorText,
  fewText,
  inHundred,
  outcomeOf,
  shareRange,
  shareText,
  valueText,
} from './presentation.ts';
import { rangeSpec, shareSpec } from './study-charts.ts';
import { countText, upperFirst } from './vocabulary.ts';

/** Sensitivity, by the method of the design. */
export function presentSensitivity(
  context: StudyContext,
  sensitivity: StudySensitivity,
): Presentation {
  const { subject } = outcomeOf(context);
  const title = `What ${subject} depends on`;
  const data = { ...context.cell, ...sensitivity };
  switch (sensitivity.method) {
    case 'sobol':
      return { title, data, ...sobolParts(context, sensitivity) };
    case 'morris':
      return { title, data, ...morrisParts(context, sensitivity) };
    case 'oneAtATime':
      return { title, data, ...swingParts(context, sensitivity) };
    case 'slices':
      return { title, data, ...sliceParts(context, sensitivity) };
  }
}

type Parts = Omit<Presentation, 'title' | 'data'>;
type Of<Method> = Extract<StudySensitivity, { method: Method }>;

function sobolParts({ factors }: StudyContext, { indices, points }: Of<'sobol'>): Parts {
  const name = (path: string): string => factorText(factors, path);
  const sorted = [...indices].sort((a, b) => b.total - a.total);
  const idle = sorted.filter(({ totalInterval }) => totalInterval.high < 0.05);
  const shared = 1 - indices.reduce((sum, { first }) => sum + Math.max(0, first), 0);
  const [lead] = sorted;
  const wide = sorted.some(({ totalInterval: t }) => t.high - t.low > 0.3);
  return {
    paragraph: `“${name(lead.factor)}” matters most: with all that it does together with others it brings ${inHundred(lead.total)} of the variance, by itself ${inHundred(Math.max(0, lead.first))}. ${shared > 0.1 ? `About ${inHundred(shared)} comes from factors acting together.` : 'Factors act mostly by themselves.'}${idle.length > 0 ? ` Hardly matter within their ranges: ${fewText(idle.map(({ factor }) => name(factor)))}.` : ''} From ${countText(points, 'base point')}${wide ? '; the intervals are still wide, so add points before ranking what lies close' : ''}. Shares are of these ranges: wider ranges give other shares.`,
    columns: [
      { title: 'Factor' },
      { title: 'By itself (first)', number: true },
      { title: 'With others (total)', number: true },
    ],
    rows: sorted.map(({ factor, first, firstInterval: f, total, totalInterval: t }) => [
      name(factor),
      shareRange(first, f.low, f.high),
      shareRange(total, t.low, t.high),
    ]),
    description: 'First and total Sobol’ indices with 95 % bootstrap intervals.',
    figure: (ink) =>
      rangeSpec({
        marks: sorted.flatMap(({ factor, first, firstInterval, total, totalInterval }) => [
          { label: name(factor), series: 'by itself', value: first, ...firstInterval },
          { label: name(factor), series: 'with others', value: total, ...totalInterval },
        ]),
        axis: 'Share of the variance, with 95 % interval',
        zero: true,
        ink,
      }),
  };
}

function sliceParts({ factors }: StudyContext, { indices, points }: Of<'slices'>): Parts {
  const name = (path: string): string => factorText(factors, path);
  const sorted = [...indices].sort((a, b) => b.first - a.first);
  const [lead] = sorted;
  return {
    paragraph: `“${name(lead.factor)}” by itself brings ${inHundred(lead.first)} of the variance between points. This design was not made for sensitivity: shares come from ${countText(points, 'point')} cut into slices, and say nothing of factors acting together. A Saltelli design does.`,
    columns: [{ title: 'Factor' }, { title: 'By itself (first)', number: true }],
    rows: sorted.map(({ factor, first, firstInterval: f }) => [
      name(factor),
      shareRange(first, f.low, f.high),
    ]),
    description: 'First-order shares of the variance between points, with 95 % intervals.',
    figure: (ink) =>
      rangeSpec({
        marks: sorted.map(({ factor, first, firstInterval }) => ({
          label: name(factor),
          series: 'by itself',
          value: first,
          ...firstInterval,
        })),
        axis: 'Share of the variance, with 95 % interval',
        zero: true,
        ink,
      }),
  };
}

function morrisParts(context: StudyContext, { effects, points }: Of<'morris'>): Parts {
  const outcome = outcomeOf(context);
  const name = (path: string): string => factorText(context.factors, path);
  const sorted = [...effects].sort((a, b) => b.size - a.size);
  const format = formatFor(
    outcome.unit,
    sorted.map(({ size }) => size),
    outcome.smallestImportant,
  );
  const text = (value: number): string => differenceText(value, format).replace('+', '');
  const bent = sorted.filter(({ size, spread }) => spread > size && size > 0);
  const [lead] = sorted;
  const marks = (ink: Parameters<Parts['figure']>[0]) =>
    rangeSpec({
      marks: sorted.flatMap(({ factor, size, sizeInterval, spread, spreadInterval }) => [
        { ...scaled(size, sizeInterval, format), label: name(factor), series: 'size (mu*)' },
        {
          ...scaled(spread, spreadInterval, format),
          label: name(factor),
          series: 'spread (sigma)',
        },
      ]),
      axis: `Change over a factor’s whole range (${axisTitle(format)})`,
      zero: true,
      ink,
    });
  return {
    paragraph: `“${name(lead.factor)}” moves ${outcome.subject} most: by ${text(lead.size)} ${format.unit} over its whole range, on average over ${countText(points, 'walk')}.${bent.length > 0 ? ` Where the spread exceeds the size, the effect bends or depends on other factors: ${fewText(bent.map(({ factor }) => name(factor)))}.` : ''} Screening ranks factors; it does not give shares of the variance.`,
    columns: [
      { title: 'Factor' },
      { title: 'Size (mu*)', number: true },
      { title: '95 % interval', number: true },
      { title: 'Direction (mu)', number: true },
      { title: 'Spread (sigma)', number: true },
    ],
    rows: sorted.map(({ factor, size, sizeInterval, mean, spread }) => [
      name(factor),
      text(size),
      `${text(sizeInterval.low)} to ${text(sizeInterval.high)}`,
      differenceText(mean, format),
      text(spread),
    ]),
    description: 'Mean sizes and spreads of elementary effects, with 95 % intervals.',
    figure: marks,
  };
}

function scaled(
  value: number,
  { low, high }: { low: number; high: number },
  { scale }: NumberFormat,
) {
  return { value: value * scale, low: low * scale, high: high * scale };
}

function swingParts(context: StudyContext, { swings }: Of<'oneAtATime'>): Parts {
  const outcome = outcomeOf(context);
  const name = (path: string): string => factorText(context.factors, path);
  const sorted = [...swings].sort((a, b) => b.swing - a.swing);
  const format = formatFor(
    outcome.unit,
    sorted.map(({ swing }) => swing),
    outcome.smallestImportant,
  );
  const [lead] = sorted;
  return {
    paragraph: `One at a time, with all else as in the base scenario, “${name(lead.factor)}” moves ${outcome.subject} most: by ${differenceText(lead.swing, format).replace('+', '')} ${format.unit} between its ends. What factors do together cannot be seen in this design.`,
    columns: [
      { title: 'Factor' },
      { title: 'Swing', number: true },
      { title: 'Changes from the base' },
    ],
    rows: sorted.map(({ factor, swing, changes }) => [
      name(factor),
      differenceText(swing, format).replace('+', ''),
      changes
        .map(({ value, change }) => `${valueText(value)}: ${differenceText(change, format)}`)
        .join('; '),
    ]),
    description: 'Changes from the base at each end of every factor.',
    figure: (ink) =>
      rangeSpec({
        marks: sorted.map(({ factor, changes }) => {
          const all = [0, ...changes.map(({ change }) => change)];
          return {
            label: name(factor),
            series: 'swing',
            value: Number.NaN,
            low: Math.min(...all) * format.scale,
            high: Math.max(...all) * format.scale,
          };
        }),
        axis: `Change from the base (${axisTitle(format)})`,
        zero: true,
        ink,
      }),
  };
}

/** What is settings and what is luck. */
export function presentVariance(context: StudyContext, split: VarianceSplit): Presentation {
  const { subject } = outcomeOf(context);
  const parts = [
    { label: 'settings', share: split.settings, interval: split.settingsInterval },
    {
      label: 'luck that all settings share',
      share: split.commonLuck,
      interval: split.commonLuckInterval,
    },
    { label: 'luck of their own', share: split.ownLuck, interval: split.ownLuckInterval },
  ].filter(({ share }) => !Number.isNaN(share));
  const luck = parts.slice(1).reduce((sum, { share }) => sum + share, 0);
  const rare = split.settings < 0.1;
  const common = Number.isNaN(split.commonLuck)
    ? ''
    : ` Luck that all settings share (${inHundred(split.commonLuck)}) cancels when futures are compared in pairs.`;
  return {
    title: `Settings or luck? ${upperFirst(subject)}`,
    paragraph: `Of the variance of ${subject} between single futures, ${inHundred(split.settings)} comes from what the design varied and ${inHundred(luck)} from luck.${common} ${rare ? 'One future says next to nothing about the settings here: compare means over many.' : 'The shares are of the ranges that the design gave its factors.'} From ${countText(split.points, 'point')} and ${countText(split.futures, 'future')}.`,
    columns: [{ title: 'Source' }, { title: 'Share', number: true }],
    rows: parts.map(({ label, share, interval }) => [
      upperFirst(label),
      shareRange(share, interval.low, interval.high),
    ]),
    description: `Shares of the variance: ${parts.map((p) => `${p.label} ${shareText(p.share)}`).join(', ')}.`,
    figure: (ink) => shareSpec(parts, 'Share of the variance of single futures', ink),
    data: { ...context.cell, ...split },
  };
}
