/** What calibration has learnt: the posterior of every parameter, which of them can be told, and whether the model fits. */
import { sequential } from '../chance/seeds.ts';
import type { Weighted } from './abc-kernel.ts';
import type { AbcProblem, AbcState, Particle } from './abc-smc.ts';
import { profileRange } from './abc-smc.ts';
import { priorDeviation } from './priors.ts';
import { meanOf, quantileOf } from './statistics.ts';

/** One parameter after calibration. */
export interface PosteriorParameter {
  readonly mean: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly deviation: number;
  /** 0 to 1: the share of the prior's variance that the targets took away. */
  readonly learnt: number;
  /** Smallest distance to the targets by part of the prior's range; null where none was tried. */
  readonly profile: readonly { readonly value: number; readonly distance: number | null }[];
}

/** Two parameters of which only a combination is known. */
export interface Entangled {
  readonly parameters: readonly [number, number];
  readonly correlation: number;
}

export interface Posterior {
  readonly parameters: readonly PosteriorParameter[];
  readonly entangled: readonly Entangled[];
}

/** Parameters tied by more than this cannot be told apart. */
const strong = 0.7;

/** The posterior of weighted particles. */
export function posteriorOf(problem: AbcProblem, state: AbcState): Posterior {
  const particles = state.generations[state.generations.length - 1]?.particles ?? [];
  const own = problem.priors.map((_, p) => momentsOf(particles, p));
  const parameters = problem.priors.map((prior, p): PosteriorParameter => {
    const { mean, deviation } = own[p];
    const before = priorDeviation(prior);
    const { low, high } = profileRange(prior);
    const row = state.profile[p];
    return {
      mean,
      deviation,
      median: weightedQuantile(particles, p, 0.5),
      low: weightedQuantile(particles, p, 0.025),
      high: weightedQuantile(particles, p, 0.975),
      learnt: Math.max(0, 1 - (deviation * deviation) / (before * before)),
      profile: row.map((distance, bin) => ({
        value: low + ((bin + 0.5) / row.length) * (high - low),
        distance,
      })),
    };
  });
  const entangled: Entangled[] = [];
  own.forEach((a, i) => {
    own.slice(i + 1).forEach((b, k) => {
      const j = i + 1 + k;
      const correlation =
        particles.reduce(
          (sum, { values, weight }) => sum + weight * (values[i] - a.mean) * (values[j] - b.mean),
          0,
        ) /
        (a.deviation * b.deviation);
      if (Math.abs(correlation) > strong) entangled.push({ parameters: [i, j], correlation });
    });
  });
  return { parameters, entangled };
}

function momentsOf(particles: readonly Weighted[], p: number): { mean: number; deviation: number } {
  const mean = particles.reduce((sum, { values, weight }) => sum + weight * values[p], 0);
  const variance = particles.reduce(
    (sum, { values, weight }) => sum + weight * (values[p] - mean) * (values[p] - mean),
    0,
  );
  return { mean, deviation: Math.sqrt(variance) };
}

/** The value below which a share of the weight lies. */
export function weightedQuantile(particles: readonly Weighted[], p: number, share: number): number {
  const sorted = [...particles].sort((a, b) => a.values[p] - b.values[p]);
  let sum = 0;
  for (const { values, weight } of sorted) {
    sum += weight;
    if (sum >= share) return values[p];
  }
  return sorted[sorted.length - 1]?.values[p] ?? Number.NaN;
}

/** Draws from the posterior with equal weight: a systematic sample, so that few draws are spread well. */
export function drawPosterior(
  particles: readonly Particle[],
  count: number,
  seed: string,
): Particle[] {
  const start = sequential(`posterior ${seed}`).next();
  const drawn: Particle[] = [];
  let sum = 0;
  let k = 0;
  for (const particle of particles) {
    sum += particle.weight;
    while (k < count && (k + start) / count < sum) {
      drawn.push(particle);
      k++;
    }
  }
  while (drawn.length < count) drawn.push(particles[particles.length - 1]);
  return drawn;
}

/** How a target stands among what the fitted model foretells. */
export interface PredictiveCheck {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Share of predictions, with the target's own uncertainty, as far from their middle as the target: small means misfit. */
  readonly chance: number;
}

/** Checks targets against fresh simulations of draws from the posterior. */
export function predictiveCheck(
  { targets }: AbcProblem,
  predictions: readonly (readonly number[])[],
): PredictiveCheck[] {
  return targets.map(({ value, sd }, t) => {
    const own = predictions.map((outputs) => outputs[t]).filter((v) => !Number.isNaN(v));
    const mean = meanOf(own);
    const spread =
      own.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / Math.max(1, own.length - 1);
    const z = Math.abs(value - mean) / Math.sqrt(spread + sd * sd);
    return {
      mean,
      low: quantileOf(own, 0.05),
      high: quantileOf(own, 0.95),
      chance: twoSided(z),
    };
  });
}

/** Chance of a normal number beyond ±z (Abramowitz and Stegun 26.2.19, within 3e-7). */
function twoSided(z: number): number {
  const c = [0.049867347, 0.0211410061, 0.0032776263, 0.0000380036, 0.0000488906, 0.000005383];
  let sum = 1;
  let power = 1;
  for (const coefficient of c) {
    power *= z;
    sum += coefficient * power;
  }
  let tail = 1 / sum;
  for (let k = 0; k < 4; k++) tail *= tail;
  return Math.min(1, tail);
}
