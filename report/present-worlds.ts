/** Words, tables and figures of scenario discovery and of the phase map. */
import type { PhaseMap } from '../sim/analysis/phase-map.ts';
import type { Box, Limit } from '../sim/analysis/prim.ts';
import type { StudyPoint } from '../sim/analysis/study.ts';
import type { Discovery } from '../sim/analysis/study-worlds.ts';
import type { NumberFormat } from './numbers.ts';
import { formatFor, levelText } from './numbers.ts';
import type { Presentation, StudyContext } from './presentation.ts';
import {
  factorText,
  fewText,
  inHundred,
  outcomeOf,
  shareText,
  shortNumber,
} from './presentation.ts';
import { mapSpec, scatterSpec } from './study-charts.ts';
import { listText, upperFirst } from './vocabulary.ts';

function unitOf({ factors }: StudyContext, path: string): string {
  const unit = factors.find((factor) => factor.path === path)?.unit ?? '';
  return unit === '' || unit === '0–1' || unit === 'share' ? '' : ` ${unit}`;
}

/** `“Pull of the norm” is above 0.4`, `“Schedule” is random or anchor`. */
function limitText(context: StudyContext, { factor, from, to, among }: Limit): string {
  const name = `“${factorText(context.factors, factor)}”`;
  const unit = unitOf(context, factor);
  if (among) return `${name} is ${optionsText(among)}`;
  if (from !== undefined && to !== undefined) {
    return `${name} is from ${shortNumber(from)} to ${shortNumber(to)}${unit}`;
  }
  return from === undefined
    ? `${name} is at most ${shortNumber(to ?? Number.NaN)}${unit}`
    : `${name} is at least ${shortNumber(from)}${unit}`;
}

/** Options, switches as `on` and `off`. */
function optionsText(options: readonly string[]): string {
  const switches: Readonly<Record<string, string>> = { true: 'on', false: 'off' };
  return options.map((option) => switches[option] ?? option).join(' or ');
}

/** A box as a sentence with its coverage and density. */
export function boxSentence(context: StudyContext, box: Box, rule: string): string {
  const limits = listText(box.limits.map((limit) => limitText(context, limit)));
  return `Where ${limits}, ${rule} in ${inHundred(box.density)} settings (density); ${inHundred(box.coverage)} of all such settings lie there (coverage).`;
}

/** Where the cases lie. */
export function presentDiscovery(
  context: StudyContext,
  discovery: Discovery,
  points: readonly StudyPoint[],
): Presentation {
  const outcome = outcomeOf(context);
  const { rule, boxes, regional, cases } = discovery;
  const format = formatFor(outcome.unit, [rule.limit], outcome.smallestImportant);
  const unit = format.unit === '' ? '' : ` ${format.unit}`;
  const words = `${outcome.subject} is ${rule.side} ${levelText(rule.limit, format)}${unit}`;
  const matter = regional
    .filter(({ chance }) => chance < 0.05)
    .sort((a, b) => b.distance - a.distance);
  const sentences = boxes.map((box) => boxSentence(context, box, words));
  const found =
    boxes.length > 0
      ? sentences.join(' ')
      : 'No box of settings holds them more thickly than chance would: they lie scattered.';
  const apart =
    matter.length > 0
      ? ` Taken one by one, these settings differ from the others most in ${fewText(matter.map(({ factor }) => factorText(context.factors, factor)))}.`
      : ' Taken one by one, no factor tells these settings from the others.';
  return {
    title: `Where ${words}`,
    paragraph: `In ${cases} of ${discovery.points} settings that were tried ${words}. ${found}${apart} A box says where, not why; each side of it was kept only where chance alone would not explain it.`,
    columns: [
      { title: 'Factor' },
      ...boxes.map((_, k) => ({ title: `Box ${k + 1}` })),
      { title: 'Distance (KS)', number: true },
      { title: 'Chance', number: true },
    ],
    rows: [
      ...regional.map(({ factor, distance, chance }) => [
        factorText(context.factors, factor),
        ...boxes.map((box) => sideText(box.limits.find((limit) => limit.factor === factor))),
        shareText(distance),
        chance < 0.001 ? '< 0.001' : chance.toFixed(3),
      ]),
      ...(boxes.length > 0
        ? [
            ['Density', ...boxes.map(({ density }) => inHundred(density)), '', ''],
            ['Coverage', ...boxes.map(({ coverage }) => inHundred(coverage)), '', ''],
            ['Settings in the box', ...boxes.map((box) => `${box.points}`), '', ''],
          ]
        : []),
    ],
    description:
      'Settings by the two factors that tell the cases apart best; the first box is shaded.',
    figure: (ink) => discoveryFigure(context, discovery, points, ink),
    data: { ...context.cell, ...discovery, sentences },
  };
}

function sideText(limit: Limit | undefined): string {
  if (!limit) return 'any';
  if (limit.among) return optionsText(limit.among);
  const from = limit.from === undefined ? '' : `≥ ${shortNumber(limit.from)}`;
  const to = limit.to === undefined ? '' : `≤ ${shortNumber(limit.to)}`;
  return [from, to].filter(Boolean).join(', ');
}

function discoveryFigure(
  context: StudyContext,
  { rule, boxes, regional }: Discovery,
  points: readonly StudyPoint[],
  ink: Parameters<Presentation['figure']>[0],
) {
  const order = [...regional].sort((a, b) => b.distance - a.distance).map(({ factor }) => factor);
  const limited = (boxes[0]?.limits ?? [])
    .filter(({ among }) => !among)
    .map(({ factor }) => factor);
  const [x, y = x] = [...new Set([...limited, ...order])];
  const value = (point: StudyPoint, path: string): number | string => {
    const own = point.settings[path] ?? '';
    return typeof own === 'boolean' ? String(own) : own;
  };
  const isCase = ({ mean }: StudyPoint): boolean =>
    rule.side === 'above' ? mean > rule.limit : mean < rule.limit;
  const kinds = ['such settings', 'other settings'];
  const numbers = (path: string): number[] =>
    points.map((point) => value(point, path)).filter((v) => typeof v === 'number');
  const sides = (path: string): [number, number] => {
    const own = boxes[0]?.limits.find(({ factor }) => factor === path);
    const all = numbers(path);
    return [own?.from ?? Math.min(...all), own?.to ?? Math.max(...all)];
  };
  const drawn = boxes.length > 0 && numbers(x).length > 0 && numbers(y).length > 0;
  const [[x1, x2], [y1, y2]] = [sides(x), sides(y)];
  return scatterSpec({
    points: points.map((point) => ({
      x: value(point, x),
      y: value(point, y),
      kind: kinds[isCase(point) ? 0 : 1],
    })),
    kinds,
    x: factorText(context.factors, x),
    y: factorText(context.factors, y),
    boxes: drawn ? [{ x: x1, x2, y: y1, y2 }] : [],
    ink,
  });
}

/** A map of two factors. */
export function presentPhase(context: StudyContext, map: PhaseMap): Presentation {
  const outcome = outcomeOf(context);
  const values = map.cells.flat().filter((value) => !Number.isNaN(value));
  const format = formatFor(outcome.unit, values, outcome.smallestImportant);
  const [x, y] = [map.x, map.y].map(({ factor }) => factorText(context.factors, factor));
  const sharp = map.sharpness >= 1.5;
  const middle = map.ridge[Math.floor(map.ridge.length / 2)];
  const where = middle
    ? `near “${x}” ${shortNumber(map.x.places[middle[0]])} and “${y}” ${shortNumber(map.y.places[middle[1]])} in its middle`
    : '';
  const finding =
    map.ridge.length === 0
      ? `${upperFirst(outcome.subject)} is the same everywhere on the map.`
      : sharp
        ? `There is a steep ridge, marked white, ${where}: on it a small step changes ${outcome.subject} ${map.sharpness.toFixed(1)} times as much as elsewhere. A place close to it can tip.`
        : `${upperFirst(outcome.subject)} changes gradually: even where it is steepest, marked white, ${where}, the slope is only ${map.sharpness.toFixed(1)} times the average. Nothing tips here.`;
  return {
    title: `${upperFirst(outcome.subject)} by “${x}” and “${y}”`,
    paragraph: `${finding} All other factors are averaged over, or as in the base scenario.`,
    columns: [
      { title: `${y} \\ ${x}` },
      ...map.x.places.map((place) => ({ title: shortNumber(place), number: true })),
    ],
    rows: map.y.places
      .map((place, k) => [
        shortNumber(place),
        ...map.cells[k].map((value, c) => {
          const mark = map.ridge.some(([rx, ry]) => rx === c && ry === k) ? '*' : '';
          return `${levelText(Number.isNaN(value) ? null : value, format)}${mark}`;
        }),
      ])
      .reverse(),
    description: 'A map coloured by the outcome; the steepest ridge is a white line.',
    figure: (ink) => phaseFigure(map, [x, y], format, outcome.title, ink),
    data: { ...context.cell, ...map },
  };
}

function phaseFigure(
  map: PhaseMap,
  [x, y]: readonly string[],
  format: NumberFormat,
  title: string,
  ink: Parameters<Presentation['figure']>[0],
) {
  const place = (cx: number, cy: number) => ({
    x: Number(map.x.places[cx].toPrecision(4)),
    y: Number(map.y.places[cy].toPrecision(4)),
  });
  return mapSpec({
    cells: map.cells.flatMap((row, cy) =>
      row.map((value, cx) => ({ ...place(cx, cy), value: value * format.scale })),
    ),
    path: map.ridge.map(([cx, cy]) => place(cx, cy)),
    x,
    y,
    value: format.unit === '' ? title : format.unit,
    ink,
  });
}
