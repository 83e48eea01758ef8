/** What every analysis gives: a paragraph in plain words, a table, a figure and the numbers as data. */
import type { TopLevelSpec } from 'vega-lite';
import type { StudyCell, StudyFactor, StudyPlan, StudyValue } from '../sim/analysis/study.ts';
import type { StudyArm } from '../sim/analysis/study-arms.ts';
import { everybody } from '../sim/model/groups.ts';
import type { Model } from '../sim/model/simulation.ts';
import type { ChartInk } from './chart-theme.ts';
import type { Column } from './data-table.ts';
import { plainNumber } from './numbers.ts';
import { listText, lowerFirst, outcomeTitle, subjectOf } from './vocabulary.ts';

/** A picture with what a reader without it is told. */
export interface Figure {
  readonly title: string;
  readonly description: string;
  figure(ink: ChartInk): TopLevelSpec;
}

/** One analysis, ready to be shown anywhere. */
export interface Presentation extends Figure {
  /** For a leader: what was found, how sure it is, and what it does not say. */
  readonly paragraph: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** The same as plain data. */
  readonly data: object;
}

/** What the words of an analysis need to know. */
export interface StudyContext {
  readonly plan: StudyPlan;
  readonly factors: readonly StudyFactor[];
  readonly model: Model;
  readonly cell: StudyCell;
}

/** What is known of the outcome. */
export function outcomeOf({ model, cell }: StudyContext): {
  readonly title: string;
  readonly subject: string;
  readonly unit: string;
  readonly better: 'up' | 'down' | 'neither';
  readonly smallestImportant?: number;
} {
  const declared = model.outcomes[cell.outcome];
  const important = declared?.smallestImportant;
  return {
    title: outcomeTitle(model, cell.outcome),
    subject: shareOf(model, cell),
    unit: declared?.unit ?? '',
    better: declared?.better ?? 'neither',
    ...(important === undefined ? {} : { smallestImportant: important }),
  };
}

/** `the share of residents who are burned out`, `rapport among residents`. */
function shareOf(model: Model, { outcome, group }: StudyCell): string {
  const subject = subjectOf(model, outcome, group);
  const declared = model.outcomes[outcome];
  return declared?.unit === 'share' && declared.of !== 'world'
    ? `the share of ${subject}`
    : subject;
}

/** A factor's value as text. */
export function valueText(value: StudyValue | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'number' ? plainNumber(value) : value;
}

/** A factor as a reader would name it, with its unit where there is one. */
export function factorText(factors: readonly StudyFactor[], path: string): string {
  const factor = factors.find((each) => each.path === path);
  return factor ? factor.title : path;
}

/** An arm by what differs from the first: `Group size 8, Protected time on`. */
export function armText({ levers }: StudyArm): string {
  if (levers.length === 0) return 'as the first arm';
  return levers.map(({ factor, value }) => leverText(factor, value)).join(', ');
}

function leverText({ title, unit, path }: StudyFactor, value: StudyValue): string {
  if (path === 'policies') return value === 'none' ? 'no policy' : scenarioName(String(value));
  if (typeof value === 'boolean') return value ? title : `no ${lowerFirst(title)}`;
  const plain = unit === '' || unit === '0–1' || unit === 'share';
  return `${title} ${valueText(value)}${plain ? '' : ` ${unit}`}`;
}

/** A scenario file by its name alone. */
function scenarioName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.(ya?ml|json)$/, '');
}

/** Means over many futures are known better than one future matters: one decimal more is shown. */
export function finer(smallestImportant: number | undefined): number | undefined {
  return smallestImportant === undefined ? undefined : smallestImportant / 5;
}

/** A number of a range, to three digits. */
export function shortNumber(value: number): string {
  return plainNumber(Number(value.toPrecision(3)));
}

/** What an arm sets, as data. */
export function armData({ levers }: StudyArm): Readonly<Record<string, StudyValue>> {
  return Object.fromEntries(levers.map(({ factor, value }) => [factor.path, value]));
}

/** `12 in 100`: a share as people say it. */
export function inHundred(share: number): string {
  return Number.isNaN(share) ? '–' : `${Math.round(share * 100)} in 100`;
}

/** A share with two decimals. */
export function shareText(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(2).replace('-', '−');
}

/** A share with its interval: `0.31 (0.22 to 0.40)`. */
export function shareRange(value: number, low: number, high: number): string {
  if (Number.isNaN(low)) return shareText(value);
  return `${shareText(value)} (${shareText(low)} to ${shareText(high)})`;
}

/** Whether a cell is about everybody. */
export function isEverybody({ group }: StudyCell): boolean {
  return group === everybody;
}

/** Names in a sentence, at most three. */
export function fewText(names: readonly string[]): string {
  return listText(
    names.map((name) => `“${name}”`),
    3,
  );
}
