/** The default department without policies: stationary after its warm-up, near published prevalences. */
import { beforeAll, describe, expect, it } from 'vitest';
import { halfWidth, meanOf } from '../../sim/analysis/statistics.ts';
import type { RunResult } from '../../sim/experiment/experiment.ts';
import { arm, cell, runAll } from './department.ts';

const replicates = 40;
const outcomes =
  'hasMentor, hasPeer, lowQuality, mentorLoad, loadGini, rapport, burnout, burnedOut, leaving, satisfaction';

let runs: RunResult[];

beforeAll(() => {
  const department = arm(`record: { outcomes: [${outcomes}] }\n`);
  runs = runAll([department], 'baseline, not used for tuning', replicates).map(([run]) => run);
}, 240_000);

function yearly(outcome: string, group: string, year: number): number[] {
  return runs.map((run) => run.rows[year - 1][cell(run, outcome, group)]);
}

function overYears(outcome: string, group: string, years: readonly number[]): number {
  return meanOf(years.map((year) => meanOf(yearly(outcome, group, year))));
}

describe('the default baseline', () => {
  it.each([
    ['hasMentor', 'residents'],
    ['hasMentor', 'faculty'],
    ['hasPeer', 'everybody'],
    ['rapport', 'everybody'],
    ['mentorLoad', 'faculty'],
    ['burnout', 'residents'],
    ['burnout', 'faculty'],
    ['satisfaction', 'everybody'],
  ])('is stationary: %s of %s does not drift from years 1–3 to years 8–10', (outcome, group) => {
    const drift = runs.map((run) => {
      const at = cell(run, outcome, group);
      const mean = (years: readonly number[]) => meanOf(years.map((y) => run.rows[y - 1][at]));
      return mean([8, 9, 10]) - mean([1, 2, 3]);
    });
    // eight outcomes are tested: the interval of each is widened to hold for all together
    const familyWise = 1.4 * halfWidth(drift);
    expect(Math.abs(meanOf(drift))).toBeLessThan(familyWise);
    // and the test has power: a drift of a tenth of the level would be seen
    expect(familyWise).toBeLessThan(0.1 * overYears(outcome, group, [1, 2, 3]));
  });

  it.each([
    // evidence.md section 3, initial-validation bands
    ['hasMentor', 'residents', 0.5, 0.8],
    ['hasMentor', 'faculty', 0.5, 0.7],
    ['lowQuality', 'everybody', 0.15, 0.3],
    ['loadGini', 'faculty', 0.3, 0.5],
    ['burnedOut', 'residents', 0.4, 0.55],
    ['burnedOut', 'faculty', 0.25, 0.5],
    ['leaving', 'faculty', 0.06, 0.09],
  ])('has %s of %s within the published band %f to %f', (outcome, group, low, high) => {
    const years = outcome === 'leaving' ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [9, 10];
    const mean = overYears(outcome, group, years);
    expect(mean).toBeGreaterThanOrEqual(low);
    expect(mean).toBeLessThanOrEqual(high);
  });

  it('gives interns a mentor less often than later residents, by 15 to 30 in 100', () => {
    const gap =
      overYears('hasMentor', 'interns', [9, 10]) -
      overYears('hasMentor', 'later residents', [9, 10]);
    expect(gap).toBeGreaterThanOrEqual(-0.3);
    expect(gap).toBeLessThanOrEqual(-0.15);
  });
});
