/** ABC-SMC recovers posteriors that are known, the same in any order, and says what cannot be told. */
import { describe, expect, test } from 'vitest';
import type { AbcProblem, AbcState, Outputs } from '../../sim/analysis/abc-smc.ts';
import {
  absorb,
  beginAbc,
  effectiveParticles,
  finalTolerance,
  nextBatch,
} from '../../sim/analysis/abc-smc.ts';
import { drawPosterior, posteriorOf, predictiveCheck } from '../../sim/analysis/posterior.ts';
import type { Prior } from '../../sim/analysis/priors.ts';
import { drawPrior, logPrior, priorDeviation } from '../../sim/analysis/priors.ts';
import { deviationOf, meanOf } from '../../sim/analysis/statistics.ts';
import { normalQuantile } from '../../sim/chance/normal-quantile.ts';
import { sequential } from '../../sim/chance/seeds.ts';

const uniform = (low: number, high: number): Prior => ({
  ...{ kind: 'uniform', low, high, centre: (low + high) / 2, spread: (high - low) / 6 },
});
const normal = (centre: number, spread: number): Prior => ({
  ...{ kind: 'normal', centre, spread },
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
});

type Simulate = (values: readonly number[], noise: () => number) => Outputs;

/** Runs to the end; `order` shuffles in which order a batch is simulated. */
function calibrate(problem: AbcProblem, simulate: Simulate, from = beginAbc(problem)): AbcState {
  let state = from;
  for (;;) {
    const batch = nextBatch(problem, state);
    if (batch.length === 0) return state;
    const outputs = batch.map(({ name, values }) => {
      const draws = sequential(name);
      return simulate(values, () => normalQuantile(draws.next()));
    });
    state = absorb(problem, state, batch, outputs);
  }
}

const base = { particles: 400, generations: 15, mostTries: 100, seed: '7' };

describe('ABC-SMC', () => {
  test('recovers the known posterior of a mean', () => {
    // prior N(0, 2), target 1.5 ± 0.5, simulation with luck 0.1: N(1.41, 0.494) by conjugacy
    const problem = { ...base, priors: [normal(0, 2)], targets: [{ value: 1.5, sd: 0.5 }] };
    const state = calibrate(problem, ([mean], noise) => [mean + 0.1 * noise()]);
    expect(state.end).toBe('reached');
    const [own] = posteriorOf(problem, state).parameters;
    const precision = 1 / 4 + 1 / 0.26;
    expect(Math.abs(own.mean - 1.5 / 0.26 / precision)).toBeLessThan(0.08);
    expect(own.deviation / Math.sqrt(1 / precision)).toBeGreaterThan(0.85);
    expect(own.deviation / Math.sqrt(1 / precision)).toBeLessThan(1.15);
    expect(own.learnt).toBeGreaterThan(0.9);
  });

  test('recovers two parameters with a correlated posterior', () => {
    // a + b = 3 ± 0.2 and a = 1 ± 0.5: sd of b is √(0.04 + 0.25), correlation −0.93
    const problem = {
      ...base,
      priors: [uniform(-10, 10), uniform(-10, 10)],
      targets: [
        { value: 3, sd: 0.2 },
        { value: 1, sd: 0.5 },
      ],
    };
    const state = calibrate(problem, ([a, b], noise) => [a + b + 0.01 * noise(), a]);
    expect(state.end).toBe('reached');
    const { parameters, entangled } = posteriorOf(problem, state);
    expect(Math.abs(parameters[0].mean - 1)).toBeLessThan(0.12);
    expect(Math.abs(parameters[1].mean - 2)).toBeLessThan(0.12);
    expect(parameters[0].deviation).toBeGreaterThan(0.4);
    expect(parameters[0].deviation).toBeLessThan(0.6);
    expect(parameters[1].deviation / Math.sqrt(0.29)).toBeGreaterThan(0.8);
    expect(parameters[1].deviation / Math.sqrt(0.29)).toBeLessThan(1.2);
    expect(entangled[0].correlation).toBeLessThan(-0.85);
  });

  test('tells a parameter that no target speaks of', () => {
    const problem = {
      ...{ ...base, particles: 200 },
      priors: [uniform(0, 1), uniform(0, 1)],
      targets: [{ value: 0.3, sd: 0.02 }],
    };
    const state = calibrate(problem, ([a]) => [a]);
    const [known, idle] = posteriorOf(problem, state).parameters;
    expect(known.learnt).toBeGreaterThan(0.95);
    expect(idle.learnt).toBeLessThan(0.25);
    const near = idle.profile.filter(({ distance }) => (distance ?? 9) < 2);
    expect(near.length).toBeGreaterThan(17);
    const best = known.profile.filter(({ distance }) => (distance ?? 9) < 2);
    expect(best.map(({ value }) => value).every((value) => Math.abs(value - 0.3) < 0.1)).toBe(true);
  });

  test('is the same when it is stopped, kept as text and gone on with', () => {
    const problem = {
      ...{ ...base, particles: 60 },
      priors: [uniform(0, 1)],
      targets: [{ value: 0.3, sd: 0.05 }],
    };
    const simulate: Simulate = ([a], noise) => (a > 0.9 ? null : [a + 0.02 * noise()]);
    const whole = calibrate(problem, simulate);
    let state = beginAbc(problem);
    for (let k = 0; k < 3; k++) {
      const batch = nextBatch(problem, state);
      const outputs = batch.map(({ name, values }) => {
        const draws = sequential(name);
        return simulate(values, () => normalQuantile(draws.next()));
      });
      state = absorb(problem, state, batch, outputs);
    }
    const kept: AbcState = JSON.parse(JSON.stringify(state));
    expect(calibrate(problem, simulate, kept)).toEqual(whole);
    expect(effectiveParticles(whole.generations.at(-1)?.particles ?? [])).toBeGreaterThan(20);
  });

  test('gives up on targets that cannot be met, and says so', () => {
    const problem = {
      ...{ ...base, particles: 20, mostTries: 5 },
      priors: [uniform(0, 1)],
      targets: [{ value: 9, sd: 0.1 }],
    };
    const state = calibrate(problem, ([a]) => [a]);
    expect(['too many tries', 'generations used up']).toContain(state.end);
    const last = state.generations.at(-1)?.particles ?? [];
    const [check] = predictiveCheck(
      problem,
      last.map(({ outputs }) => outputs),
    );
    expect(check.chance).toBeLessThan(1e-6);
    expect(check.high).toBeLessThan(1.01);
  });

  test('ends where the targets’ own uncertainty does', () => {
    // 99 % of chi-squared: 6.63 with one, 15.09 with five degrees of freedom
    expect(finalTolerance(1)).toBeCloseTo(Math.sqrt(6.63), 1);
    expect(finalTolerance(5)).toBeCloseTo(Math.sqrt(15.09 / 5), 2);
  });
});

describe('the posterior', () => {
  test('is drawn from by weight', () => {
    const particles = [0, 1, 2, 3].map((value) => ({
      ...{ name: `${value}`, outputs: [], distance: 0, values: [value] },
      weight: [0.1, 0.2, 0.3, 0.4][value],
    }));
    const drawn = drawPosterior(particles, 10, 's').map(({ values }) => values[0]);
    expect(drawn).toEqual([0, 1, 1, 2, 2, 2, 3, 3, 3, 3]);
  });

  test('is checked against the targets', () => {
    const problem = { ...base, priors: [], targets: [{ value: 0, sd: 1 }] };
    const predictions = [-1, 0, 1].map((value) => [value]);
    const [fits] = predictiveCheck(problem, predictions);
    expect(fits.chance).toBeCloseTo(1, 6);
    const [misfits] = predictiveCheck(
      { ...problem, targets: [{ value: 1.96 * Math.SQRT2, sd: 1 }] },
      predictions,
    );
    expect(misfits.chance).toBeCloseTo(0.05, 4);
  });
});

test('priors are drawn within their limits, with the density they have', () => {
  const draws = sequential('priors');
  const log: Prior = { kind: 'logNormal', low: 0.1, high: 10, centre: 1, spread: 0.5 };
  const values = Array.from({ length: 4000 }, () => drawPrior(log, draws.next));
  expect(values.every((value) => value >= 0.1 && value <= 10)).toBe(true);
  expect(meanOf(values.map(Math.log))).toBeCloseTo(0, 1);
  expect(deviationOf(values.map(Math.log))).toBeCloseTo(0.5, 1);
  expect(logPrior(log, 11)).toBe(Number.NEGATIVE_INFINITY);
  expect(logPrior(normal(1, 2), 3) - logPrior(normal(1, 2), 1)).toBeCloseTo(-0.5, 12);
  expect(priorDeviation(uniform(0, 1))).toBeCloseTo(Math.sqrt(1 / 12), 2);
  expect(priorDeviation(normal(0, 2))).toBeCloseTo(2, 1);
});
