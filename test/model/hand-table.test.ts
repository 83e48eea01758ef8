/** Every aggregate of every group in every period, against values worked out by hand. */
import { describe, expect, it } from 'vitest';
import { cellOf, readValue } from '../../sim/analysis/summary.ts';
import { asResult, handModel, runByHand, tableOf } from './hand-model.ts';

const nan = Number.NaN;

/** Checks a table of numbers to 12 digits; NaN (does not apply) must be NaN. */
function expectTable(found: readonly number[][], wanted: readonly (readonly number[])[]): void {
  expect(found.map((row) => row.map(rounded))).toEqual(wanted.map((row) => row.map(rounded)));
}

function rounded(value: number): number {
  return Number.isNaN(value) ? value : Number(value.toPrecision(12));
}

/** Gini coefficient by its other definition: mean absolute difference over twice the mean. */
function gini(...values: readonly number[]): number {
  let differences = 0;
  let sum = 0;
  for (const a of values) {
    sum += a;
    for (const b of values) differences += Math.abs(a - b);
  }
  return differences / (2 * values.length * sum);
}

function meanOver(samples: readonly number[], value: (week: number) => number): number {
  return samples.reduce((sum, week) => sum + value(week), 0) / samples.length;
}

describe('recorded every four weeks', () => {
  // the samples are taken in weeks 4, 8 and 12: Ann has 4, 8, 12 points, Cay 12, 24, 36;
  // Ben has 8 and is gone by week 8, Bea has 4 in week 12
  const run = runByHand(4, 12);

  it.each([
    [
      'people',
      [
        [3, 2, 1, 0, 1],
        [2, 1, 1, 0, 0],
        [3, 2, 1, 0, 1],
      ],
    ],
    [
      'score',
      [
        [24 / 3, 12 / 2, 12, nan, 8],
        [32 / 2, 8, 24, nan, nan],
        [52 / 3, 16 / 2, 36, nan, 4],
      ],
    ],
    [
      'inequality',
      [
        [2 / 9, 1 / 6, 0, nan, 0],
        [1 / 4, 0, 0, nan, nan],
        [16 / 39, 1 / 4, 0, nan, 0],
      ],
    ],
    [
      'high',
      [
        [12, nan, 12, nan, nan],
        [24, nan, 24, nan, nan],
        [48 / 2, 12, 36, nan, nan],
      ],
    ],
    [
      'rapport',
      [
        [0.5, 0.5, nan, nan, nan],
        [0.25, nan, 0.25, nan, nan],
        [1 / 2, 0.75, 0.25, nan, 0.75],
      ],
    ],
    ['clock', [[4], [8], [12]]],
    // 0 + 1 + 2 + 3 in four weeks is a rate of 6 × 13 a year
    ['cost', [[6 * 13], [22 * 13], [38 * 13]]],
    [
      'talks',
      [
        [8.5, 4, 4, 0, 0],
        [11.5, 7, 4, 0, 3],
        [8.5, 4, 4, 0, 0],
      ],
    ],
    // a group without anybody at the sample has no person-years, whatever was counted before
    [
      'talkRate',
      [
        [(8.5 * 13) / 3, (4 * 13) / 2, 4 * 13, nan, 0],
        [(11.5 * 13) / 2, 7 * 13, 4 * 13, nan, nan],
        [(8.5 * 13) / 3, (4 * 13) / 2, 4 * 13, nan, 0],
      ],
    ],
    // laughs for each talk; nothing where nobody talked
    [
      'laughs',
      [
        [2 / 8.5, 2 / 4, 0, nan, nan],
        [2 / 11.5, 2 / 7, 0, nan, 0],
        [2 / 8.5, 2 / 4, 0, nan, nan],
      ],
    ],
    [
      'laughsSoFar',
      [
        [2 / 8.5, 2 / 4, 0, nan, nan],
        [4 / 20, 4 / 11, 0, nan, 0],
        [6 / 28.5, 6 / 15, 0, nan, 0],
      ],
    ],
  ])('%s', (outcome, wanted) => {
    expectTable(tableOf(run, outcome), wanted);
  });

  it('names every cell by outcome and group, those of the world under everybody alone', () => {
    const groups = ['everybody', 'red', 'blue', 'green', 'badged'];
    const names = ['people', ...Object.keys(handModel.outcomes)];
    expect(run.recorder.cells.map(({ outcome, group }) => `${outcome}/${group}`)).toEqual(
      names.flatMap((name) =>
        (name === 'clock' || name === 'cost' ? ['everybody'] : groups).map((g) => `${name}/${g}`),
      ),
    );
  });
});

describe('recorded yearly over 60 weeks', () => {
  const run = runByHand(52, 60);
  const samples = Array.from({ length: 13 }, (_, k) => 4 * (k + 1));
  const inequality = meanOver(samples, (week) => {
    if (week === 4) return gini(4, 8, 12);
    return week === 8 ? gini(8, 24) : gini(week, 2 * (week - 10), 3 * week);
  });
  const redInequality = meanOver(samples, (week) => {
    if (week === 4) return gini(4, 8);
    return week === 8 ? gini(8) : gini(week, 2 * (week - 10));
  });

  // Ann's samples of the first year add up to 4 + 8 + … + 52 = 364, Cay's to three times as much,
  // Bea's to 4 + 12 + … + 84 = 484; 13 + 13 + 1 + 11 = 38 person-samples
  it.each([
    [
      'people',
      [
        [38 / 13, 25 / 13, 1, 0, 12 / 13],
        [3, 2, 1, 0, 1],
      ],
    ],
    [
      'score',
      [
        [1948 / 38, 856 / 25, 84, nan, 492 / 12],
        [(58 + 174 + 96) / 3, (58 + 96) / 2, 174, nan, 96],
      ],
    ],
    [
      'inequality',
      [
        [inequality, redInequality, 0, nan, 0],
        [
          (gini(56, 92, 168) + gini(60, 100, 180)) / 2,
          (gini(56, 92) + gini(60, 100)) / 2,
          ...[0, nan, 0],
        ],
      ],
    ],
    [
      'high',
      [
        [1924 / 34, 832 / 21, 84, nan, 48],
        [(58 + 174 + 96) / 3, (58 + 96) / 2, 174, nan, 96],
      ],
    ],
    [
      'rapport',
      [
        [11.75 / 24, 8.75 / 12, 0.25, nan, 0.75],
        [0.5, 0.75, 0.25, nan, 0.75],
      ],
    ],
    ['clock', [[28], [58]]],
    ['cost', [[1326], [444 / (8 / 52)]]],
    [
      'talks',
      [
        [113.5, 55, 52, 0, 3],
        [17, 8, 8, 0, 0],
      ],
    ],
    [
      'talkRate',
      [
        [(113.5 * 13) / 38, (55 * 13) / 25, 52, nan, (3 * 13) / 12],
        [(17 * 52) / 24, (8 * 52) / 16, 52, nan, 0],
      ],
    ],
  ])('%s', (outcome, wanted) => {
    expectTable(tableOf(run, outcome), wanted);
  });
});

describe('a horizon of three weeks', () => {
  it.each([4, 52])('is one short period, sampled at its end, recorded every %d weeks', (every) => {
    const run = runByHand(every, 3);
    expectTable(tableOf(run, 'people'), [[3, 2, 1, 0, 1]]);
    expectTable(tableOf(run, 'score'), [[18 / 3, 9 / 2, 9, nan, 6]]);
    expectTable(tableOf(run, 'rapport'), [[0.5, 0.5, nan, nan, nan]]);
    expectTable(tableOf(run, 'clock'), [[3]]);
    expectTable(tableOf(run, 'cost'), [[(0 + 1 + 2) / (3 / 52)]]);
    expectTable(tableOf(run, 'talks'), [[7, 3, 4, 0, 0]]);
    expectTable(tableOf(run, 'talkRate'), [
      [(7 * 52) / (3 * 3), (3 * 52) / (2 * 3), (4 * 52) / 3, nan, 0],
    ]);
  });
});

describe('a horizon that is a whole number of periods', () => {
  it('has no period more at its end', () => {
    expect(tableOf(runByHand(4, 8), 'clock')).toEqual([[4], [8]]);
    expect(tableOf(runByHand(52, 104), 'clock')).toEqual([[28], [80]]);
    expect(tableOf(runByHand(4, 10), 'clock')).toEqual([[4], [8], [10]]);
  });
});

describe('a warm-up', () => {
  it('leaves nothing in the record: counts and rises begin at week 0', () => {
    const run = runByHand(4, 4, -8);
    // eight weeks earlier Ann, Ben and Cay had begun; weeks −8 to −1 cost −36
    expectTable(tableOf(run, 'score'), [[(12 + 24 + 36) / 3, 18, 36, nan, 24]]);
    expectTable(tableOf(run, 'cost'), [[6 * 13]]);
    expectTable(tableOf(run, 'talks'), [[8.5, 4, 4, 0, 0]]);
    expectTable(tableOf(run, 'clock'), [[4]]);
  });
});

describe('what an answer reads', () => {
  const read = (every: number, horizon: number, outcome: string, group: string): number => {
    const run = asResult(runByHand(every, horizon));
    const { over } = handModel.outcomes[outcome];
    return readValue(run, cellOf(run.cells, outcome, group), over, every);
  };

  it('is the mean of the last year, recorded yearly or four-weekly', () => {
    // Ann and Bea in weeks 56 to 104: 80 and 140 on average
    expect(read(52, 104, 'score', 'red')).toBeCloseTo(110, 10);
    expect(read(4, 104, 'score', 'red')).toBeCloseTo(110, 10);
  });

  it('is the mean of all years', () => {
    expect(read(52, 104, 'cost', 'everybody')).toBeCloseTo((103 * 104) / 2 / 2, 8);
    expect(read(4, 104, 'cost', 'everybody')).toBeCloseTo((103 * 104) / 2 / 2, 8);
    expect(read(4, 12, 'clock', 'everybody')).toBeCloseTo(8, 10);
  });

  it('is the sum of all periods', () => {
    expect(read(4, 12, 'talks', 'everybody')).toBeCloseTo(28.5, 10);
    expect(read(52, 60, 'talks', 'everybody')).toBeCloseTo(130.5, 10);
    expect(read(52, 60, 'talks', 'badged')).toBeCloseTo(3, 10);
  });

  it('leaves out periods in which the outcome did not apply, and is NaN where it never did', () => {
    expect(read(4, 12, 'high', 'red')).toBe(12);
    expect(read(4, 12, 'score', 'badged')).toBe(6);
    expect(read(4, 12, 'high', 'green')).toBeNaN();
  });

  it('gives a short last period the weight of its weeks', () => {
    // weeks 0 to 59 cost 1,770, which is 1,534 a year
    expect(read(52, 60, 'cost', 'everybody')).toBeCloseTo((1770 * 52) / 60, 8);
    expect(read(4, 58, 'cost', 'everybody')).toBeCloseTo((1653 * 52) / 58, 8);
  });

  it('reaches back a whole year when the last period is short', () => {
    // 44 weeks of the first period and the 8 of the second
    expect(read(52, 60, 'score', 'blue')).toBeCloseTo((84 * 44 + 174 * 8) / 52, 8);
    // weeks 12, 16 … 60: 36 on average
    expect(read(4, 60, 'score', 'blue')).toBeCloseTo(3 * 36, 8);
  });

  it('is all there is when there is less than a year', () => {
    expect(read(52, 3, 'score', 'blue')).toBe(9);
    expect(read(4, 12, 'score', 'blue')).toBe(24);
  });
});
