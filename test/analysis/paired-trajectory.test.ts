/** Differences over time, and how many more pairs a verdict takes. */
import { expect, test } from 'vitest';
import type { Comparison } from '../../sim/analysis/paired.ts';
import { differencesOverTime, pairsStillNeeded } from '../../sim/analysis/paired-trajectory.ts';
import type { RunResult } from '../../sim/experiment/experiment.ts';

const run = (
  replicate: number,
  values: readonly number[],
  weeks = values.length * 52,
): RunResult => ({
  arm: 0,
  replicate,
  runId: '',
  seed: '',
  digest: '',
  weeks,
  cells: [{ outcome: 'cost', group: 'everybody' }],
  rows: values.map((value) => Float64Array.of(value)),
  networks: [],
});

test('differences pair by replicate, whatever the order, and leave out what has no partner', () => {
  const pairs = {
    baseline: [run(1, [10, 10]), run(0, [0, 0])],
    runs: [run(0, [1, 3]), run(1, [13, 15]), run(2, [99, 99])],
  };
  const points = differencesOverTime(pairs, 'cost', 'everybody', 52);
  expect(points.map(({ year, mean }) => [year, mean])).toEqual([
    [1, 2],
    [2, 4],
  ]);
  expect(points[0].low).toBeCloseTo(1.1);
  expect(points[0].high).toBeCloseTo(2.9);
  expect(differencesOverTime(pairs, 'other', 'everybody', 52)).toEqual([]);
});

test('the pairs still needed follow from the root of their number', () => {
  const open = {
    difference: 1,
    meanHigh: 3,
    replicates: 10,
    verdict: 'cannot tell apart yet',
  } as Comparison;
  expect(pairsStillNeeded(open)).toBe(30);
  expect(pairsStillNeeded(open, 2)).toBe(1);
  expect(pairsStillNeeded({ ...open, verdict: 'better' })).toBe(0);
  expect(pairsStillNeeded({ ...open, difference: 0, meanHigh: 0 })).toBe(0);
});
