/** Tests of gaps between groups: exact where labels mean nothing, and strict for several at once. */
import { describe, expect, it } from 'vitest';
import { bootstrapFigure } from '../../patterns/pattern.ts';
import type { Persons } from '../../patterns/relabelling.ts';
import { gapsAgainstChance, sameButLabels } from '../../patterns/relabelling.ts';
import { holm } from '../../patterns/statistics.ts';
import { quantileOf } from '../../sim/analysis/statistics.ts';
import { emptyDepartment } from '../mentoring/pair.ts';

/** Twenty runs of thirty people with two measures; only the second differs between the groups. */
const runs: readonly Persons[] = Array.from({ length: 20 }, (_, run) => {
  const belongs = Array.from({ length: 30 }, (_, k) => k % 5 === 0);
  const level = (k: number): number => ((k * 7 + run * 3) % 11) / 11;
  return {
    belongs,
    sum: belongs.flatMap((own, k) => [4 * level(k), 4 * (level(k) + (own ? 0.3 : 0))]),
    count: belongs.flatMap(() => [4, 4]),
  };
});

describe('gaps against chance', () => {
  it('find a gap that is there, and none that is not', () => {
    const [nothing, something] = gapsAgainstChance(runs, 2, 'test');
    expect(something.gap - nothing.gap).toBeCloseTo(0.3, 12);
    expect(something.probability).toBe(1 / 2000);
    expect(nothing.probability).toBeGreaterThan(0.05);
    expect(Math.abs(nothing.gap)).toBeLessThan(2 * nothing.spread);
  });

  it('are the same whenever they are asked', () => {
    expect(gapsAgainstChance(runs, 2, 'test')).toEqual(gapsAgainstChance(runs, 2, 'test'));
  });
});

describe('Holm', () => {
  it('raises the smallest most, and keeps the order', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
  });
});

describe('worlds that are the same but for labels', () => {
  it('are told from worlds in which anything else differs', () => {
    const [own, other] = [emptyDepartment(), emptyDepartment()];
    other.people.column.minority.fill(1);
    expect(sameButLabels(own, other)).toBe(true);
    other.people.column.burnout[3] += 1e-15;
    expect(sameButLabels(own, other)).toBe(false);
  });
});

describe('a quantile of all replicates', () => {
  it('has the interval of a bootstrap, which a seed fixes', () => {
    const values = Array.from({ length: 60 }, (_, k) => k);
    const median = (some: readonly number[]): number => quantileOf([...some], 0.5);
    const one = bootstrapFigure('x', values, median, { above: 15 });
    expect(one).toEqual(bootstrapFigure('x', values, median, { above: 15 }));
    expect(one.value).toBe(29.5);
    // about two standard errors of a median of uniform numbers: n / (2 √n)
    expect(one.high - one.low).toBeGreaterThan(10);
    expect(one.high - one.low).toBeLessThan(20);
    expect(one.verdict).toBe('holds');
  });
});
