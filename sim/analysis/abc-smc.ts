/** ABC-SMC: generations of particles ever nearer to the targets, the same whatever runs them and in which order. */
import { exp, log } from '../chance/portable.ts';
import { sequential } from '../chance/seeds.ts';
import type { Weighted } from './abc-kernel.ts';
import { densityAt, kernelOf, propose } from './abc-kernel.ts';
import type { Prior } from './priors.ts';
import { drawPrior, logPrior, supports } from './priors.ts';
import { quantileOf } from './statistics.ts';

/** What is fitted to what. */
export interface AbcProblem {
  readonly priors: readonly Prior[];
  /** Observed values with the SD of their uncertainty. */
  readonly targets: readonly { readonly value: number; readonly sd: number }[];
  readonly particles: number;
  /** At most this many generations. */
  readonly generations: number;
  /** Stops a generation in which more proposals than this a particle would be needed. */
  readonly mostTries: number;
  readonly seed: string;
}

/** A set of values to simulate; its name seeds the simulation. */
export interface Proposal {
  readonly index: number;
  readonly name: string;
  readonly values: readonly number[];
}

/** An accepted set of values. */
export interface Particle extends Weighted {
  readonly name: string;
  /** Simulated values of the targets, means over replicates. */
  readonly outputs: readonly number[];
  /** Root mean square of differences from the targets, in SDs. */
  readonly distance: number;
}

/** Particles within a tolerance, their weights adding up to 1. */
export interface Generation {
  /** Null for the first, which takes all. */
  readonly tolerance: number | null;
  readonly particles: readonly Particle[];
  readonly tried: number;
}

/** Everything that is known so far: plain data that a file can hold. */
export interface AbcState {
  readonly generations: readonly Generation[];
  /** The generation under way. */
  readonly tried: number;
  readonly accepted: readonly Omit<Particle, 'weight'>[];
  readonly end: 'open' | 'reached' | 'too many tries' | 'generations used up';
  /** By parameter and twentieth of its prior's range: the smallest distance met. */
  readonly profile: readonly (readonly (number | null)[])[];
}

/** What a simulation gave; null where it failed or an outcome did not apply. */
export type Outputs = readonly number[] | null;

/** Proposals in one batch: a fixed number, so that results do not depend on the number of workers. */
export const batchSize = 32;
const bins = 20;

/** Nothing done yet. */
export function beginAbc({ priors }: AbcProblem): AbcState {
  const profile = priors.map(() => new Array<number | null>(bins).fill(null));
  return { generations: [], tried: 0, accepted: [], end: 'open', profile };
}

/**
 * The distance at which a simulation cannot be told from the targets: what the targets' own
 * uncertainty gives in 99 of 100 cases (Wilson and Hilferty's quantile of chi-squared).
 */
export function finalTolerance(targets: number): number {
  const part = 2 / (9 * targets);
  const root = 1 - part + 2.3263478740408408 * Math.sqrt(part);
  return Math.sqrt(root * root * root);
}

/** The tolerance of the generation under way. */
export function toleranceOf(problem: AbcProblem, { generations }: AbcState): number {
  const last = generations[generations.length - 1];
  if (!last) return Number.POSITIVE_INFINITY;
  const half = quantileOf(
    last.particles.map(({ distance }) => distance),
    0.5,
  );
  return Math.max(finalTolerance(problem.targets.length), half);
}

/** The next proposals to simulate; none when calibration has ended. */
export function nextBatch(problem: AbcProblem, state: AbcState): Proposal[] {
  if (state.end !== 'open') return [];
  const { generations, tried } = state;
  const last = generations[generations.length - 1];
  const kernel = last && kernelOf(last.particles);
  return Array.from({ length: batchSize }, (_, k): Proposal => {
    const index = tried + k;
    const name = `${problem.seed}/${generations.length}/${index}`;
    const draws = sequential(`abc ${name}`);
    for (;;) {
      const values = kernel
        ? propose(kernel, draws)
        : problem.priors.map((prior) => drawPrior(prior, draws.next));
      // drawn anew as a whole: every particle's steps are cut at the limits in the same way
      if (values.every((value, p) => supports(problem.priors[p], value))) {
        return { index, name, values };
      }
    }
  });
}

/** Takes in what the proposals of a batch gave, in their order, and begins a new generation when one is full. */
export function absorb(
  problem: AbcProblem,
  state: AbcState,
  batch: readonly Proposal[],
  outputs: readonly Outputs[],
): AbcState {
  const tolerance = toleranceOf(problem, state);
  const accepted = [...state.accepted];
  const profile = state.profile.map((row) => [...row]);
  let tried = state.tried;
  batch.forEach(({ name, values }, k) => {
    // what follows the last particle of a generation is left out, however many ran at once
    if (accepted.length === problem.particles) return;
    tried++;
    const own = outputs[k];
    if (own === null || own.some(Number.isNaN)) return;
    const distance = distanceOf(problem, own);
    note(problem, profile, values, distance);
    if (distance <= tolerance) accepted.push({ name, values, outputs: own, distance });
  });
  const next: AbcState = { ...state, tried, accepted, profile };
  if (accepted.length === problem.particles) return closeGeneration(problem, next, tolerance);
  const hopeless = tried >= problem.mostTries * problem.particles;
  return hopeless ? { ...next, end: 'too many tries' } : next;
}

function distanceOf({ targets }: AbcProblem, outputs: readonly number[]): number {
  let sum = 0;
  targets.forEach(({ value, sd }, t) => {
    const z = (outputs[t] - value) / sd;
    sum += z * z;
  });
  return Math.sqrt(sum / targets.length);
}

function note(
  { priors }: AbcProblem,
  profile: (number | null)[][],
  values: readonly number[],
  distance: number,
): void {
  values.forEach((value, p) => {
    const { low, high } = profileRange(priors[p]);
    const bin = Math.floor(((value - low) / (high - low)) * bins);
    if (bin < 0 || bin >= bins) return;
    const known = profile[p][bin];
    profile[p][bin] = known === null ? distance : Math.min(known, distance);
  });
}

/** The range that a profile covers: the limits, or where nearly all of an open prior lies. */
export function profileRange({ kind, low, high, centre, spread }: Prior): {
  low: number;
  high: number;
} {
  const wide = 3 * spread;
  const from = kind === 'logNormal' ? centre * exp(-wide) : centre - wide;
  const to = kind === 'logNormal' ? centre * exp(wide) : centre + wide;
  return {
    low: Number.isFinite(low) ? low : from,
    high: Number.isFinite(high) ? high : to,
  };
}

function closeGeneration(problem: AbcProblem, state: AbcState, tolerance: number): AbcState {
  const { generations, accepted, tried } = state;
  const last = generations[generations.length - 1];
  const final = tolerance <= finalTolerance(problem.targets.length);
  const used = generations.length + 1 >= problem.generations;
  const kernel = last && kernelOf(last.particles);
  const logs = accepted.map(({ values, distance }) => {
    const prior = values.reduce((sum, value, p) => sum + logPrior(problem.priors[p], value), 0);
    const proposal = kernel ? log(densityAt(kernel, values)) : prior;
    // the last generation weighs by how likely the targets are, instead of within or without
    const fit = final ? (-problem.targets.length * distance * distance) / 2 : 0;
    return prior - proposal + fit;
  });
  const greatest = Math.max(...logs);
  const raw = logs.map((value) => exp(value - greatest));
  const sum = raw.reduce((a, b) => a + b, 0);
  const particles = accepted.map((particle, k) => ({ ...particle, weight: raw[k] / sum }));
  const closed: Generation = {
    tolerance: Number.isFinite(tolerance) ? tolerance : null,
    particles,
    tried,
  };
  return {
    ...state,
    generations: [...generations, closed],
    tried: 0,
    accepted: [],
    end: final ? 'reached' : used ? 'generations used up' : 'open',
  };
}

/** Particles that would say as much if all weighed the same. */
export function effectiveParticles(particles: readonly Weighted[]): number {
  return 1 / particles.reduce((sum, { weight }) => sum + weight * weight, 0);
}
