/** Virtual trials on the mentoring model: whom a programme reaches, and what it changes for others. */
import { describe, expect, it } from 'vitest';
import { models } from '../../models/registry.ts';
import type { TrialPlan } from '../../sim/analysis/trial-run.ts';
import { runTrial } from '../../sim/analysis/trial-run.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import { model } from '../experiment/scenarios.ts';

/** A small place with one policy. */
function plan(policy: string, changes: Partial<TrialPlan> = {}): TrialPlan {
  const text = `mentorscape: 1\npopulation: { faculty: 36, residents: 24, departments: 6 }\nwarmUp: 2 years\nhorizon: 3 years\npolicies:\n  - ${policy}\n`;
  const scenario = parseScenario(text, 'trial.yaml', models, () => '');
  const usual = { design: 'cluster', outcome: 'burnout', weeks: 26, steps: 3 } as const;
  return { arm: { scenario }, seed: 'trial', ...usual, ...changes };
}

const groups = '{ policy: peerGroups, start: year 1, coverage: 1, meetingsPerMonth: 4 }';
const nothing = '{ policy: protectedTime, start: year 1, hoursPerWeek: 0 }';

describe('a trial', () => {
  it('of a programme without effect finds what randomisation alone gives, and no roll-out effect', () => {
    for (const design of ['individual', 'cluster', 'steppedWedge'] as const) {
      const result = runTrial(model, plan(nothing, { design }), 0);
      expect(result.rollOut).toBe(0);
      if (design !== 'steppedWedge') expect(result.spillover).toBe(0);
    }
  });

  it('is the same every time, and different in the next replicate', () => {
    const first = runTrial(model, plan(groups), 0);
    expect(runTrial(model, plan(groups), 0)).toEqual(first);
    expect(runTrial(model, plan(groups), 1)).not.toEqual(first);
  });

  it('has the clusters of the place and the people of the group', () => {
    const all = runTrial(model, plan(groups), 0);
    expect(all.clusters).toBe(6);
    const residents = runTrial(model, plan(groups, { group: 'residents' }), 0);
    expect(residents.people).toBeLessThanOrEqual(24);
    expect(residents.people).toBeGreaterThan(12);
  });

  it('finds in each person less burnout with groups, on average over trials', () => {
    const trials = Array.from({ length: 6 }, (_, r) =>
      runTrial(model, plan(groups, { design: 'individual', group: 'residents' }), r),
    );
    const mean = (read: (k: number) => number): number =>
      trials.reduce((sum, _, k) => sum + read(k), 0) / trials.length;
    expect(mean((k) => trials[k].rollOut)).toBeLessThan(-0.02);
    expect(mean((k) => trials[k].estimate.effect)).toBeLessThan(0);
  });
});
