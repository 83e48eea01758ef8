/** One scenario's outcomes and their course over time, as tables and charts show them. */
import { describe, expect, it } from 'vitest';
import { summariseRuns } from '../../sim/analysis/outcome-table.ts';
import { cellOf } from '../../sim/analysis/summary.ts';
import { trajectoryOf } from '../../sim/analysis/trajectory.ts';
import { model, run, runOf } from './runs.ts';

describe('the outcomes of one scenario', () => {
  it('have mean, interval and range, each from as many futures as it needs', () => {
    const upTo = (n: number) =>
      summariseRuns(
        model,
        Array.from({ length: n }, (_, r) => run(r, [r + 1, 2, 3])),
        52,
      )[0];
    expect(upTo(1)).toEqual({
      ...{ outcome: 'score', group: 'everybody', unit: 'points', mean: 1, replicates: 1 },
      ...{ meanLow: null, meanHigh: null, futureLow: null, futureHigh: null },
    });
    const half = 4.302652729749464 / Math.sqrt(3);
    expect(upTo(3)).toMatchObject({
      ...{ mean: 2, futureLow: null, futureHigh: null, replicates: 3 },
      ...{ meanLow: expect.closeTo(2 - half, 10), meanHigh: expect.closeTo(2 + half, 10) },
    });
    expect(upTo(5)).toMatchObject({
      ...{ mean: 3, futureLow: expect.closeTo(1.2, 12), futureHigh: expect.closeTo(4.8, 12) },
    });
  });

  it('show no number of a group of fewer than five people in any future, nor of the rest', () => {
    const runs = [run(0, [1, 2, 3], [40, 5, 9]), run(1, [1, 2, 3], [40, 5, 4])];
    const found = summariseRuns(model, runs, 52);
    expect(found.map(({ group, mean }) => [group, mean])).toEqual([
      ['everybody', 1],
      ['red', null],
      ['blue', null],
    ]);
    expect(found[2]).toMatchObject({ meanLow: null, futureLow: null, replicates: 2 });
  });

  it('leave out what never applied, and futures in which it did not', () => {
    const nan = Number.NaN;
    const found = summariseRuns(model, [run(0, [1, nan, nan]), run(1, [3, 4, nan])], 52);
    expect(found.map(({ group, mean, replicates }) => [group, mean, replicates])).toEqual([
      ['everybody', 2, 2],
      ['red', 4, 1],
    ]);
  });

  it('of no run are none', () => {
    expect(summariseRuns(model, [], 52)).toEqual([]);
  });
});

describe('the course of an outcome', () => {
  it('has mean and nine of ten futures at the end of each period', () => {
    const runs = [1, 2, 3, 4, 5].map((k) =>
      runOf(
        k,
        [
          [40, 20, 20, k, 0, 0],
          [40, 20, 20, 10 * k, 0, 0],
        ],
        104,
      ),
    );
    expect(trajectoryOf(runs, 'score', 'everybody', 52)).toEqual([
      { year: 1, mean: 3, low: expect.closeTo(1.2, 12), high: expect.closeTo(4.8, 12) },
      { year: 2, mean: 30, low: expect.closeTo(12, 12), high: expect.closeTo(48, 12) },
    ]);
  });

  it('ends at the horizon, also when the last period is short', () => {
    const runs = [
      runOf(
        0,
        [
          [40, 20, 20, 1, 2, 3],
          [40, 20, 20, 4, 5, 6],
        ],
        65,
      ),
    ];
    expect(trajectoryOf(runs, 'score', 'red', 52).map(({ year, mean }) => [year, mean])).toEqual([
      [1, 2],
      [1.25, 5],
    ]);
  });

  it('leaves out periods and futures in which the outcome did not apply', () => {
    const nan = Number.NaN;
    const runs = [
      runOf(
        0,
        [
          [40, 20, 20, nan, 0, 0],
          [40, 20, 20, 7, 0, 0],
        ],
        104,
      ),
      runOf(
        1,
        [
          [40, 20, 20, nan, 0, 0],
          [40, 20, 20, nan, 0, 0],
        ],
        104,
      ),
    ];
    expect(trajectoryOf(runs, 'score', 'everybody', 52)).toEqual([
      { year: 2, mean: 7, low: 7, high: 7 },
    ]);
  });

  it('of what is not recorded is empty', () => {
    expect(trajectoryOf([run(0, [1, 2, 3])], 'rapport', 'everybody', 52)).toEqual([]);
    expect(trajectoryOf([], 'score', 'everybody', 52)).toEqual([]);
  });
});

describe('cells', () => {
  it('are found by outcome and group; an unknown one is −1', () => {
    const { cells } = run(0, [1, 2, 3]);
    expect(cellOf(cells, 'score', 'red')).toBe(4);
    expect(cellOf(cells, 'people', 'blue')).toBe(2);
    expect(cellOf(cells, 'score', 'green')).toBe(-1);
  });
});
