/** Scenarios share their luck: a policy's effect is far more precise in pairs than independently. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../sim/experiment/experiment.ts';
import { arm, cell, runAll } from './department.ts';

const replicates = 24;
const policies = ['protectedTime', 'peerGroups', 'hybridWork', 'formalMatching'];
const record = 'record: { outcomes: [hasMentor, burnout, rapport, leaving, netCost] }\n';

/** Outcomes as `dynamics.md` section 3 reads them: exits and cost add up from the start. */
const outcomes = [
  { name: 'hasMentor', group: 'everybody', adds: false },
  { name: 'burnout', group: 'everybody', adds: false },
  { name: 'rapport', group: 'everybody', adds: false },
  { name: 'leaving', group: 'faculty', adds: true },
  { name: 'netCost', group: 'everybody', adds: true },
];

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const squares = values.reduce((sum, v) => sum + (v - mean) * (v - mean), 0);
  return Math.sqrt(squares / (values.length - 1));
}

function read(run: RunResult, { name, group, adds }: (typeof outcomes)[number], year: number) {
  const at = cell(run, name, group);
  if (!adds) return run.rows[year - 1][at];
  return run.rows.slice(0, year).reduce((sum, row) => sum + row[at], 0);
}

let results: RunResult[][];

beforeAll(() => {
  const arms = ['', ...policies.map((name) => `policies: [{ policy: ${name} }]\n`)];
  results = runAll(
    arms.map((text) => arm(record + text)),
    'common random numbers',
    replicates,
  );
}, 240_000);

describe('the standard error of (policy − baseline), paired relative to independent seeds', () => {
  it.each([
    // in a year few leave, and a policy may move nobody's leaving in any pair; hybrid work costs nothing
    [1, 0.15, 15],
    [3, 0.3, 20],
    [10, 0.4, 20],
  ])(
    'in year %i is at most %f, as a geometric mean over outcomes and policies',
    (year, most, few) => {
      const logs: number[] = [];
      for (const [k, policy] of policies.entries()) {
        for (const outcome of outcomes) {
          const before = results.map((arms) => read(arms[0], outcome, year));
          const after = results.map((arms) => read(arms[k + 1], outcome, year));
          const paired = deviation(after.map((value, r) => value - before[r]));
          const independent = Math.sqrt(deviation(before) ** 2 + deviation(after) ** 2);
          const ratio = paired / independent;
          console.log(`year ${year}, ${policy}, ${outcome.name}: ${ratio.toFixed(3)}`);
          // a policy that moved nothing in any pair is left out: it would only flatter the mean
          if (ratio > 0) logs.push(Math.log(ratio));
        }
      }
      const ratio = Math.exp(logs.reduce((sum, value) => sum + value, 0) / logs.length);
      console.log(`year ${year}: geometric mean ${ratio.toFixed(3)} of ${logs.length} ratios`);
      expect(logs.length).toBeGreaterThanOrEqual(few);
      expect(ratio).toBeLessThanOrEqual(most);
    },
  );
});
