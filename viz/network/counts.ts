/** People and ties of a frame, counted. */
import { text } from '../text/network.ts';
import type { Frame } from './frame.ts';
import { peerLayer, personValue, seniorLayer } from './frame.ts';

/** Counts as numbers (people, senior ties, peer ties) and in words. */
export function countsOf(frame: Frame): {
  readonly shown: readonly [people: number, senior: number, peer: number];
  readonly words: string;
} {
  const { person, layer } = frame;
  const of = (kind: number): number => layer.filter((each) => each === kind).length;
  const without = [...person.keys()].filter(
    (row) => personValue(frame, 'mentors', row) === 0,
  ).length;
  const shown = [person.length, of(seniorLayer), of(peerLayer)] as const;
  return { shown, words: text.counts(...shown, without) };
}
