/** The cloud of accepted particles as a density to propose from: normal steps around each of them. */

import { inverseNormal } from '../chance/distributions.ts';
import { exp } from '../chance/portable.ts';
import type { Sequence } from '../chance/seeds.ts';

/** A place in the space of parameters with its weight. */
export interface Weighted {
  readonly values: readonly number[];
  readonly weight: number;
}

/** Particles and the lower triangle of the root of twice their covariance (Beaumont and others 2009). */
export interface Kernel {
  readonly particles: readonly Weighted[];
  readonly root: readonly (readonly number[])[];
}

/** The kernel of weighted particles; the weights add up to 1. */
export function kernelOf(particles: readonly Weighted[]): Kernel {
  const size = particles[0].values.length;
  const mean = Array.from({ length: size }, (_, i) => weighted(particles, (p) => p.values[i]));
  const covariance = mean.map((_, i) =>
    mean.map((__, j) =>
      weighted(particles, (p) => 2 * (p.values[i] - mean[i]) * (p.values[j] - mean[j])),
    ),
  );
  return { particles, root: choleskyOf(covariance) };
}

function weighted(particles: readonly Weighted[], of: (p: Weighted) => number): number {
  let sum = 0;
  for (const particle of particles) sum += particle.weight * of(particle);
  return sum;
}

/** A step from a particle drawn by its weight. */
export function propose({ particles, root }: Kernel, draws: Sequence): number[] {
  let left = draws.next();
  let chosen = particles[particles.length - 1];
  for (const particle of particles) {
    left -= particle.weight;
    if (left < 0) {
      chosen = particle;
      break;
    }
  }
  const z = root.map(() => inverseNormal(Math.min(1 - 1e-12, Math.max(1e-12, draws.next()))));
  return chosen.values.map((value, i) => {
    let step = 0;
    for (let j = 0; j <= i; j++) step += root[i][j] * z[j];
    return value + step;
  });
}

/** Density of a proposal at a place, up to a constant. */
export function densityAt({ particles, root }: Kernel, values: readonly number[]): number {
  let sum = 0;
  const z: number[] = new Array(values.length);
  for (const particle of particles) {
    let squares = 0;
    for (let i = 0; i < values.length; i++) {
      let rest = values[i] - particle.values[i];
      for (let j = 0; j < i; j++) rest -= root[i][j] * z[j];
      z[i] = rest / root[i][i];
      squares += z[i] * z[i];
    }
    sum += particle.weight * exp(-squares / 2);
  }
  return sum;
}

/** Lower root of a covariance; a direction without spread gets a tiny one, so that steps stay possible. */
function choleskyOf(matrix: readonly (readonly number[])[]): number[][] {
  const root = matrix.map((row) => row.map(() => 0));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let rest = row[j];
      for (let k = 0; k < j; k++) rest -= root[i][k] * root[j][k];
      if (i === j) root[i][i] = Math.sqrt(Math.max(rest, 1e-12 * Math.max(1e-12, row[i])));
      else root[i][j] = rest / root[j][j];
    }
  });
  return root;
}
