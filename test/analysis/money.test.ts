/** Money over time: gross, avoided and net add up by hand, and the break-even year is the lasting one. */
import { describe, expect, it } from 'vitest';
import { breakEvenYear, moneyOf } from '../../sim/analysis/money.ts';
import type { RunResult } from '../../sim/experiment/experiment.ts';

const names = { programmes: 'cost', losses: 'loss', leaving: 'leave' };

/** A run of yearly rows of [people, cost a year, loss a year, leavers a person-year]. */
function run(replicate: number, rows: readonly (readonly number[])[], weeks?: number): RunResult {
  return {
    ...{ arm: 0, replicate, runId: `${replicate}`, seed: `${replicate}`, digest: '' },
    weeks: weeks ?? 52 * rows.length,
    cells: ['people', 'cost', 'loss', 'leave'].map((outcome) => ({ outcome, group: 'everybody' })),
    rows: rows.map((row) => Float64Array.from(row)),
    networks: [],
  };
}

describe('money of a scenario', () => {
  const baseline = run(0, [
    [100, 5, 90, 0.1],
    [100, 5, 90, 0.1],
    [100, 5, 90, 0.1],
  ]);
  const scenario = run(0, [
    [100, 55, 80, 0.09],
    [100, 25, 50, 0.06],
    [100, 25, 40, 0.05],
  ]);

  it('is gross cost less losses avoided, pair by pair', () => {
    const found = moneyOf('x.yaml', [baseline], [scenario], 52, names);
    expect(found).toMatchObject({ scenario: 'x.yaml', replicates: 1, years: 3 });
    expect(found?.gross).toBeCloseTo(50 + 20 + 20, 10);
    expect(found?.avoided).toBeCloseTo(10 + 40 + 50, 10);
    expect(found?.net).toBeCloseTo(-10, 10);
    // 40, 20, −10: it pays from the third year on
    expect(found).toMatchObject({ breakEvenYear: 3, futuresBrokenEven: 1 });
    expect(found?.retained).toBeCloseTo(1 + 4 + 5, 10);
    expect(found?.costPerRetained).toBeCloseTo(9, 10);
  });

  it('counts a last short period by its length', () => {
    const cut = (whole: RunResult): RunResult => ({ ...whole, weeks: 130 });
    const found = moneyOf('x.yaml', [cut(baseline)], [cut(scenario)], 52, names);
    expect(found?.years).toBe(2.5);
    expect(found?.gross).toBeCloseTo(50 + 20 + 10, 10);
    expect(found?.avoided).toBeCloseTo(10 + 40 + 25, 10);
  });

  it('says how many futures break even, and leaves out pairs with one side missing', () => {
    const dear = {
      ...scenario,
      replicate: 1,
      rows: scenario.rows.map((r) => r.map((v, k) => v * (k === 1 ? 3 : 1))),
    };
    const found = moneyOf(
      'x.yaml',
      [baseline, { ...baseline, replicate: 1 }],
      [scenario, dear, { ...scenario, replicate: 2 }],
      52,
      names,
    );
    expect(found).toMatchObject({ replicates: 2, futuresBrokenEven: 0.5, breakEvenYear: null });
  });

  it('is nothing where costs were not recorded, and has no price where nobody is retained', () => {
    expect(moneyOf('x', [baseline], [scenario], 52, { ...names, losses: 'other' })).toBeUndefined();
    expect(moneyOf('x', [], [scenario], 52, names)).toBeUndefined();
    const same = moneyOf('x', [baseline], [baseline], 52, names);
    expect(same).toMatchObject({ gross: 0, net: 0, costPerRetained: null, breakEvenYear: null });
  });
});

describe('the break-even year', () => {
  it('is the first after which the net never rises above nothing again', () => {
    expect(breakEvenYear([5, -1, 3, -2, -4], 52, 260)).toBe(4);
    expect(breakEvenYear([-1, -2], 52, 104)).toBe(1);
    expect(breakEvenYear([3, 1, 2], 52, 156)).toBeNull();
    expect(breakEvenYear([3, -1, 2], 52, 156)).toBeNull();
    // four-weekly rows: the 14th ends in year 2
    expect(breakEvenYear([...Array<number>(13).fill(1), -1], 4, 56)).toBe(2);
  });
});
