/** A network of too many people as groups: each role of each department, and the ties between them counted. */
import { text } from '../text/network.ts';
import type { Frame } from './frame.ts';
import { personValue } from './frame.ts';
import { type ColourField, type Key, onScale, palette, scaleKey } from './look.ts';

/** People of one role in one department. */
export interface Group {
  readonly department: number;
  readonly role: number;
  readonly people: number;
  readonly withoutMentor: number;
  /** Mean of what colour stands for. */
  readonly mean: number;
}

/** Ties of one layer from one group to another, by place in the list of groups. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly layer: number;
  readonly ties: number;
}

export interface Crowd {
  readonly groups: readonly Group[];
  /** The widest last. */
  readonly flows: readonly Flow[];
}

/** The groups of a frame. */
export function crowdOf(frame: Frame, field: ColourField): Crowd {
  const { person, source, target, layer } = frame;
  const code = (name: 'department' | 'role', row: number): number =>
    personValue(frame, name, row) || 0;
  const keyOf = (row: number): number => 2 * code('department', row) + code('role', row);
  const keys = Array.from(person, (_, row) => keyOf(row));
  const order = [...new Set(keys)].sort((a, b) => a - b);
  const placeOf = new Map(order.map((key, place) => [key, place]));
  const rows: number[][] = order.map(() => []);
  keys.forEach((key, row) => void rows[placeOf.get(key) ?? 0].push(row));
  const groups = order.map((key, place) => ({
    department: Math.floor(key / 2),
    role: key % 2,
    people: rows[place].length,
    withoutMentor: rows[place].filter((row) => personValue(frame, 'mentors', row) === 0).length,
    mean:
      rows[place].reduce((sum, row) => sum + (personValue(frame, field, row) || 0), 0) /
      rows[place].length,
  }));
  const ties = new Map<string, Flow>();
  source.forEach((start, k) => {
    const ends = [placeOf.get(keys[start]) ?? 0, placeOf.get(keys[target[k]]) ?? 0];
    // peers have no direction
    if (layer[k] === 1) ends.sort((a, b) => a - b);
    const name = `${layer[k]} ${ends.join(' ')}`;
    const before = ties.get(name)?.ties ?? 0;
    ties.set(name, { from: ends[0], to: ends[1], layer: layer[k], ties: before + 1 });
  });
  return { groups, flows: [...ties.values()].sort((a, b) => a.ties - b.ties) };
}

/** Colour of each group, and the key to them. */
export function crowdColours(
  { groups }: Crowd,
  field: ColourField,
): { readonly colours: readonly string[]; readonly key: Key } {
  if (field === 'role' || field === 'department') {
    const labels =
      field === 'role'
        ? [...text.roles]
        : [...new Set(groups.map(({ department }) => department))].map(text.department);
    const items = labels.map((label, k) => ({ label, colour: palette[k % palette.length] }));
    const colours = groups.map((group) => palette[group[field] % palette.length]);
    return { colours, key: { kind: 'names', items } };
  }
  const highest = { load: 6, mentors: 3, rank: 3 }[field as string] ?? 1;
  return {
    colours: groups.map(({ mean }) => onScale(mean / highest)),
    key: scaleKey(`${text.crowdMean(text.fields[field])}: 0`, `${highest}`),
  };
}

/** What a group is called. */
export function groupName({ department, role }: Group): string {
  return text.crowdGroup(text.department(department), text.roles[role]);
}
