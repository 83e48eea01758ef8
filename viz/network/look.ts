/** How people look: colours and sizes by what was chosen, and the legend that says so. */
import { text } from '../text/network.ts';
import type { Frame } from './frame.ts';
import { personValue } from './frame.ts';

/** What colour can stand for. */
export const colourFields = [
  'role',
  'department',
  'burnout',
  'load',
  'mentors',
  'received',
  'rank',
  'gender',
  'minority',
] as const;
export type ColourField = (typeof colourFields)[number];

/** What size can stand for. */
export const sizeFields = ['contacts', 'load', 'burnout', 'received', 'even'] as const;
export type SizeField = (typeof sizeFields)[number];

/** A key: named colours, or a scale from one number to another. */
export type Key =
  | { readonly kind: 'names'; readonly items: readonly { label: string; colour: string }[] }
  | {
      readonly kind: 'scale';
      readonly low: string;
      readonly high: string;
      readonly colours: string;
    };

export interface Look {
  readonly colour: readonly string[];
  readonly size: readonly number[];
  readonly key: Key;
}

/** Okabe and Ito. */
export const palette = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#8a7a00',
  '#7b8087',
];
/** Cividis: one scale for everybody's eyes. */
const scale = ['#00224e', '#35456c', '#666970', '#948e77', '#c8b866', '#fee838'];
const mostMentees = 6;
const smallest = 4;
const widest = 12;

/** The look of everybody in a frame. */
export function lookOf(frame: Frame, colour: ColourField, size: SizeField): Look {
  const rows = [...frame.person.keys()];
  const { key, of } = colouring(frame, colour);
  const degree = degrees(frame);
  return {
    key,
    colour: rows.map(of),
    size: rows.map((row) => sizeOf(frame, size, row, degree[row])),
  };
}

function colouring(frame: Frame, field: ColourField): { key: Key; of(row: number): string } {
  const code = (row: number): number => personValue(frame, field, row) || 0;
  if (field === 'burnout' || field === 'received') {
    return { key: scaleKey('0', '1'), of: (row) => onScale(code(row)) };
  }
  if (field === 'load') {
    return {
      key: scaleKey('0', text.orMore(mostMentees)),
      of: (row) => onScale(code(row) / mostMentees),
    };
  }
  if (field === 'mentors') {
    const labels = [text.none, '1', '2', text.orMore(3)];
    const colours = ['#d55e00', '#56b4e9', '#0072b2', '#00406b'];
    return named(labels, colours, (row) => Math.min(3, code(row)));
  }
  if (field === 'rank') {
    const labels = [...text.ranks, ...text.facultyRanks];
    const of = (row: number): number =>
      Math.min(3, code(row)) + (personValue(frame, 'role', row) === 1 ? 4 : 0);
    return named(labels, palette, of);
  }
  if (field === 'department') {
    const most = Math.max(0, ...rowsOf(frame).map(code));
    const labels = Array.from({ length: Math.min(most + 1, 40) }, (_, k) => text.department(k));
    return named(labels, palette, code);
  }
  const labels = { role: text.roles, gender: text.genders, minority: text.minorities }[field];
  return named(labels, palette, code);
}

function rowsOf({ person }: Frame): number[] {
  return [...person.keys()];
}

function named(
  labels: readonly string[],
  colours: readonly string[],
  code: (row: number) => number,
): { key: Key; of(row: number): string } {
  const items = labels.map((label, k) => ({ label, colour: colours[k % colours.length] }));
  return { key: { kind: 'names', items }, of: (row) => colours[code(row) % colours.length] };
}

/** The key to the scale, from one text to another. */
export function scaleKey(low: string, high: string): Key {
  return { kind: 'scale', low, high, colours: scale.join() };
}

/** Colour at a share of the scale. */
export function onScale(share: number): string {
  const at = Math.min(1, Math.max(0, share)) * (scale.length - 1);
  const k = Math.min(scale.length - 2, Math.floor(at));
  const part = (from: number): number => {
    const [a, b] = [scale[k], scale[k + 1]].map((c) =>
      Number.parseInt(c.slice(from, from + 2), 16),
    );
    return Math.round(a + (at - k) * (b - a));
  };
  const hex = [1, 3, 5].map((from) => part(from).toString(16).padStart(2, '0'));
  return `#${hex.join('')}`;
}

/** Ties of everybody in a frame. */
export function degrees({ person, source, target }: Frame): Int32Array {
  const degree = new Int32Array(person.length);
  source.forEach((from, k) => {
    degree[from]++;
    degree[target[k]]++;
  });
  return degree;
}

function sizeOf(frame: Frame, field: SizeField, row: number, degree: number): number {
  if (field === 'even') return 6;
  if (field === 'contacts') return Math.min(widest, smallest + 0.5 * degree);
  const value = personValue(frame, field, row) || 0;
  const share = field === 'load' ? value / mostMentees : value;
  return smallest + (widest - smallest) * Math.min(1, Math.max(0, share));
}
