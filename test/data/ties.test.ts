/** Ties by hand: what is marked, dropped, indexed and found, and when. */
import { describe, expect, it } from 'vitest';
import { columns } from '../../sim/data/columns.ts';
import { TieStore } from '../../sim/data/ties.ts';

const specs = columns({
  rapport: { type: 'f64', initial: 0.2, unit: '0–1', doc: 'a column of a model' },
});

function store(...ties: readonly (readonly [number, number])[]): TieStore<typeof specs> {
  const made = new TieStore(specs, 2);
  for (const [source, target] of ties) made.add(source, target);
  return made;
}

function pairs(ties: TieStore<typeof specs>): number[][] {
  const { source, target } = ties.column;
  return Array.from({ length: ties.size }, (_, t) => [source[t], target[t]]);
}

describe('ties', () => {
  it('are put in order of source and creation, with their columns, when ended ones are dropped', () => {
    const ties = store([1, 2], [2, 1], [3, 1], [1, 3], [2, 3]);
    [5, 4, 3, 2, 1].forEach((value, t) => {
      ties.column.rapport[t] = value;
    });
    ties.end(0);
    ties.end(3);
    expect([ties.size, ties.count]).toEqual([5, 3]);
    ties.compact(4);
    expect(pairs(ties)).toEqual([
      [2, 1],
      [2, 3],
      [3, 1],
    ]);
    expect([...ties.column.rapport.subarray(0, 3)]).toEqual([4, 1, 3]);
    expect([ties.size, ties.indexed, ties.count]).toEqual([3, 3, 3]);
  });

  it('are counted for each seat as they begin and end, before any compaction', () => {
    const ties = store([1, 2], [2, 1], [3, 1]);
    ties.end(1);
    const { sent, received } = ties.degrees(20);
    expect([...sent.subarray(0, 4)]).toEqual([0, 1, 0, 1]);
    expect([...received.subarray(0, 4)]).toEqual([0, 1, 1, 0]);
    expect([sent[19], received[19]]).toEqual([0, 0]);
  });

  it('are listed by source and by target after a compaction', () => {
    const ties = store([1, 2], [2, 1], [3, 1], [1, 3], [2, 3]);
    ties.compact(5);
    expect([...ties.out.start]).toEqual([0, 0, 2, 4, 5, 5]);
    expect([...ties.out.tie.subarray(0, 5)]).toEqual([0, 1, 2, 3, 4]);
    expect([...ties.in.degree]).toEqual([0, 2, 1, 2, 0]);
    expect([...ties.in.start]).toEqual([0, 0, 2, 3, 5, 5]);
    expect([...ties.in.tie.subarray(0, 5)]).toEqual([2, 4, 0, 1, 3]);
  });

  it('are found one way only, before and after a compaction, and not once ended', () => {
    const ties = store([1, 2], [3, 1]);
    expect([ties.find(1, 2), ties.find(2, 1), ties.find(3, 1)]).toEqual([0, -1, 1]);
    ties.compact(4);
    expect(ties.add(2, 1)).toBe(2);
    expect([ties.find(1, 2), ties.find(2, 1), ties.find(3, 1)]).toEqual([0, 2, 1]);
    ties.end(0);
    ties.end(2);
    expect([ties.find(1, 2), ties.find(2, 1), ties.find(3, 1)]).toEqual([-1, -1, 1]);
  });

  it('of a seat that came after the last compaction are found and ended too', () => {
    const ties = store([1, 2]);
    ties.compact(3);
    ties.add(7, 1);
    expect([ties.find(7, 1), ties.find(7, 2)]).toEqual([1, -1]);
    ties.endAllOf(7);
    expect([ties.count, ties.find(7, 1), ties.find(1, 2)]).toEqual([1, -1, 0]);
  });

  it('end in both directions with their seat, those of the week included', () => {
    const ties = store([1, 2], [2, 3], [3, 4]);
    ties.compact(5);
    ties.add(2, 4);
    ties.add(4, 2);
    ties.add(4, 1);
    ties.endAllOf(2);
    expect([...ties.column.ended.subarray(0, 6)]).toEqual([1, 1, 0, 1, 1, 0]);
    expect(ties.count).toBe(2);
  });

  it('end once, however often they are ended', () => {
    const ties = store([1, 2], [2, 3]);
    ties.end(1);
    ties.end(1);
    ties.endAllOf(3);
    expect(ties.count).toBe(1);
  });

  it('to oneself are refused', () => {
    expect(() => store([4, 4])).toThrow(
      new RangeError('TieStore.add: expected two people, found seat 4 twice'),
    );
  });

  it('begin with initial values in a row that an ended tie has left', () => {
    const ties = store([1, 2]);
    ties.column.rapport[0] = 0.9;
    ties.end(0);
    ties.compact(3);
    expect(ties.add(2, 1)).toBe(0);
    expect([ties.column.rapport[0], ties.column.ended[0]]).toEqual([0.2, 0]);
  });

  it('are found right after a restore, before any compaction', () => {
    const early = store([1, 2], [2, 3]);
    early.compact(4);
    const state = structuredClone(early.capture());
    const late = store([3, 1], [3, 2], [1, 3], [1, 2]);
    late.compact(4);
    late.restore(state);
    expect([late.size, late.count]).toEqual([2, 2]);
    expect([late.find(1, 2), late.find(2, 3), late.find(3, 1), late.find(1, 3)]).toEqual([
      0, 1, -1, -1,
    ]);
    late.endAllOf(2);
    expect(late.count).toBe(0);
  });
});
