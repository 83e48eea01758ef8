/** Two weeks of the same people compared tie by tie: what only one has, and what both have. */
import { text } from '../text/network.ts';
import type { Frame } from './frame.ts';
import { seniorLayer, tieName } from './frame.ts';

/** Ties in one future alone, by name; and how many of each layer are where. */
export interface TieDifference {
  readonly onlyFirst: ReadonlySet<string>;
  readonly onlySecond: ReadonlySet<string>;
  readonly senior: TieCounts;
  readonly peer: TieCounts;
}

export interface TieCounts {
  readonly both: number;
  readonly first: number;
  readonly second: number;
}

/** Compares the ties of two frames of one week. */
export function tieDifference(first: Frame, second: Frame): TieDifference {
  const [here, there] = [namesOf(first), namesOf(second)];
  const [inFirst, inSecond] = [new Set(here), new Set(there)];
  const onlyFirst = new Set(here.filter((name) => !inSecond.has(name)));
  const onlySecond = new Set(there.filter((name) => !inFirst.has(name)));
  return {
    onlyFirst,
    onlySecond,
    senior: countsOf('s', here, onlyFirst, onlySecond),
    peer: countsOf('p', here, onlyFirst, onlySecond),
  };
}

function namesOf(frame: Frame): string[] {
  return Array.from(frame.source, (_, k) => tieName(frame, k));
}

function countsOf(
  initial: string,
  here: readonly string[],
  onlyFirst: ReadonlySet<string>,
  onlySecond: ReadonlySet<string>,
): TieCounts {
  const count = (names: Iterable<string>): number =>
    [...names].filter((name) => name.startsWith(initial)).length;
  const first = count(onlyFirst);
  return { both: count(here) - first, first, second: count(onlySecond) };
}

/** Rows of the table of ties that differ: number, kind, from, to, and the title of the future that has it. */
export function differenceRows(
  { onlyFirst, onlySecond }: TieDifference,
  [first, second]: readonly [Frame, Frame],
  [titleFirst, titleSecond]: readonly [string, string],
): string[][] {
  const rowsOf = (frame: Frame, only: ReadonlySet<string>, title: string): string[][] => {
    const { person, source, target, layer } = frame;
    return [...layer.keys()].flatMap((k) => {
      if (!only.has(tieName(frame, k))) return [];
      const kind = layer[k] === seniorLayer ? text.seniorKind : text.peerKind;
      return [[kind, text.person(person[source[k]]), text.person(person[target[k]]), title]];
    });
  };
  return [...rowsOf(first, onlyFirst, titleFirst), ...rowsOf(second, onlySecond, titleSecond)].map(
    (row, k) => [`${k + 1}`, ...row],
  );
}
