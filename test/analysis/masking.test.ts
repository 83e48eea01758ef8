/** Groups too small to show: by the smallest period, and never one that follows by subtraction. */
import { describe, expect, it } from 'vitest';
import { fewestPeople, hiddenGroups, maskedGroups } from '../../sim/analysis/masking.ts';
import type { Model } from '../../sim/model/simulation.ts';
import { model, run, runOf } from './runs.ts';

const nan = Number.NaN;

function grouped(...groupings: readonly (readonly string[])[]): Model {
  const declared = groupings.map((labels, k) => {
    return [`grouping ${k}`, { title: '', doc: '', labels, of: () => -1 }] as const;
  });
  return { ...model, groupings: Object.fromEntries(declared) };
}

function masked(sizes: Readonly<Record<string, number>>): string[] {
  return [...maskedGroups(grouped(Object.keys(sizes)), (group) => sizes[group])].sort();
}

describe('fewest people', () => {
  it('is that of the smallest period of any future', () => {
    const two = [
      [40, 20, 20, nan, 0, 0],
      [40, 4, 36, nan, 0, 0],
    ];
    const other = [
      [40, 12, 28, nan, 0, 0],
      [40, 8, 32, nan, 0, 0],
    ];
    const runs = [runOf(0, two, 104), runOf(1, other, 104)];
    expect(fewestPeople(runs, 'red')).toBe(4);
    expect(fewestPeople(runs, 'blue')).toBe(20);
  });
});

describe('groups that are masked', () => {
  it('are those of fewer than five, with the smallest other that would give one away', () => {
    expect(masked({ few: 4, more: 30, most: 50 })).toEqual(['few', 'more']);
    expect(masked({ yes: 3, no: 90 })).toEqual(['no', 'yes']);
  });

  it('go on until five people are hidden together', () => {
    expect(masked({ one: 1, two: 2, ten: 10, most: 50 })).toEqual(['one', 'ten', 'two']);
    expect(masked({ three: 3, four: 4, most: 50 })).toEqual(['four', 'three']);
  });

  it('are none where all groups are large enough', () => {
    expect(masked({ five: 5, six: 6 })).toEqual([]);
  });

  it('leave others alone when a group has nobody at all', () => {
    expect(masked({ none: 0, all: 90 })).toEqual(['none']);
    expect(masked({ none: 0, few: 2, some: 8, most: 80 })).toEqual(['few', 'none', 'some']);
  });

  it('are sought within each grouping', () => {
    const sizes: Record<string, number> = { women: 40, men: 50, yes: 4, no: 86 };
    const both = grouped(['women', 'men'], ['yes', 'no']);
    expect([...maskedGroups(both, (group) => sizes[group])].sort()).toEqual(['no', 'yes']);
  });

  it('hold for all arms of a comparison when one of them has too few', () => {
    const many = [run(0, [1, 1, 1], [40, 20, 20])];
    const few = [run(0, [1, 1, 1], [40, 37, 3])];
    const teams = grouped(['red', 'blue']);
    expect([...hiddenGroups(teams, [many, few])].sort()).toEqual(['blue', 'red']);
    expect([...hiddenGroups(teams, [many, many])]).toEqual([]);
  });
});
