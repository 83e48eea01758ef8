/** Points of a design block: any point by its number, without a list of them. */
import { runKey } from '../chance/seeds.ts';
import { processId, Rng } from '../chance/threefry.ts';
import type { Block, Factor, FactorValue, Sampling } from './design.ts';
import { permuted } from './permutation.ts';
import { sobolUnit } from './sobol-sequence.ts';

/** One point of a block. */
export interface Sample {
  /** In the order of the block's factors. */
  readonly values: readonly FactorValue[];
  /** The base point (Saltelli) or trajectory (Morris) it belongs to; otherwise its own number. */
  readonly sample: number;
  /** `A`, `B`, `AB 2` (column 2 of A from B), `BA 2`; `step 3` of a trajectory; otherwise ''. */
  readonly role: string;
}

/** The points of a block. */
export interface Sampler {
  readonly points: number;
  /** Point `k`, from 0 to `points` − 1. */
  at(k: number): Sample;
}

/** Evenly spaced values of a range in a one-at-a-time design: its two ends. */
const ends = 2;

/** The sampler of a block; the same seed gives the same points, and more points keep the first. */
export function createSampler(block: Block, factors: readonly Factor[], seed: string): Sampler {
  const own = block.factors.map((k) => factors[k]);
  const { sampling } = block;
  const { key0, key1 } = runKey(seed);
  const rng = new Rng(key0, key1);
  rng.select(processId(`design ${sampling.method}`), 0);
  if (own.length === 0) return { points: 1, at: () => ({ values: [], sample: 0, role: '' }) };
  switch (sampling.method) {
    case 'grid':
      return grid(own);
    case 'oneAtATime':
      return oneAtATime(own);
    case 'table':
      return {
        points: sampling.rows.length,
        at: (k) => ({ values: sampling.rows[k], sample: k, role: '' }),
      };
    case 'saltelli':
      return saltelli(own, sampling, rng);
    case 'morris':
      return morris(own, sampling, rng);
    default:
      return sampled(own, sampling, rng);
  }
}

/** The levels of a factor in a grid of `steps` values where it is a range. */
export function levelsOf(factor: Factor, steps?: number): readonly FactorValue[] {
  const { values } = factor;
  if (values.kind === 'levels') return values.levels;
  const n = steps ?? values.steps;
  if (values.low === values.high) return [values.low];
  const made = Array.from({ length: n }, (_, k) => {
    // the ends exactly, whatever rounding does between them
    if (k === n - 1) return values.high;
    const value = values.low + ((values.high - values.low) * k) / (n - 1);
    return values.integer ? Math.round(value) : value;
  });
  return [...new Set(made)];
}

/** The value of a factor at a place in [0, 1); 1 counts as the last. */
export function valueAt({ values }: Factor, unit: number): FactorValue {
  if (values.kind === 'levels') {
    const n = values.levels.length;
    return values.levels[Math.min(n - 1, Math.floor(unit * n))];
  }
  const { low, high, integer } = values;
  if (!integer) return low + unit * (high - low);
  return Math.min(high, low + Math.floor(unit * (high - low + 1)));
}

/** All combinations; the last factor varies fastest. */
function grid(own: readonly Factor[]): Sampler {
  const levels = own.map((factor) => levelsOf(factor));
  return {
    points: levels.reduce((product, each) => product * each.length, 1),
    at: (k) => {
      const values: FactorValue[] = new Array(own.length);
      let rest = k;
      for (let f = own.length - 1; f >= 0; f--) {
        values[f] = levels[f][rest % levels[f].length];
        rest = Math.floor(rest / levels[f].length);
      }
      return { values, sample: k, role: '' };
    },
  };
}

/** The base, then each factor at each other level while the rest keep the base's values. */
function oneAtATime(own: readonly Factor[]): Sampler {
  const base = own.map((factor) => factor.base);
  const others = own.map((factor) => levelsOf(factor, ends).filter((v) => v !== factor.base));
  const changes = others.flatMap((values, f) => values.map((value) => ({ f, value })));
  return {
    points: changes.length + 1,
    at: (k) => {
      if (k === 0) return { values: base, sample: 0, role: 'base' };
      const { f, value } = changes[k - 1];
      return { values: base.with(f, value), sample: k, role: own[f].path };
    },
  };
}

function sampled(
  own: readonly Factor[],
  { method, points }: Extract<Sampling, { points: number }>,
  rng: Rng,
): Sampler {
  const unit = (k: number, f: number): number => {
    if (method === 'sobolSequence') return sobolUnit(k, f, rng);
    if (method === 'random') return rng.uniform53(k, f);
    // the permutation's streams are the numbers of factors; those of the jitter are negative
    return (permuted(k, points, f, rng) + rng.uniform(k, -1 - f)) / points;
  };
  return {
    points,
    at: (k) => ({
      values: own.map((factor, f) => valueAt(factor, unit(k, f))),
      sample: k,
      role: '',
    }),
  };
}

/**
 * Saltelli's extension: for every base point A and B, and A with each column from B; with second
 * order also B with each column from A. Rows of one base point stand together, so that more points
 * only add rows. Source: Saltelli and others (2010), Computer Physics Communications 181, 259-270.
 */
function saltelli(
  own: readonly Factor[],
  { points, secondOrder }: Extract<Sampling, { method: 'saltelli' }>,
  rng: Rng,
): Sampler {
  const d = own.length;
  const width = secondOrder ? 2 * d + 2 : d + 2;
  return {
    points: points * width,
    at: (k) => {
      const sample = Math.floor(k / width);
      const row = k % width;
      const swapped = row >= 1 && row <= 2 * d && row !== width - 1 ? (row - 1) % d : -1;
      const isB = row === width - 1 || (swapped >= 0 && row > d);
      const values = own.map((factor, f) => {
        const fromB = f === swapped ? !isB : isB;
        return valueAt(factor, sobolUnit(sample, fromB ? d + f : f, rng));
      });
      const role = row === 0 ? 'A' : row === width - 1 ? 'B' : `${isB ? 'BA' : 'AB'} ${swapped}`;
      return { values, sample, role };
    },
  };
}

/**
 * Morris trajectories: from a random base each factor moves once, in random order, by
 * delta = levels / (2 (levels − 1)). Source: Morris (1991), Technometrics 33, 161-174.
 */
function morris(
  own: readonly Factor[],
  { trajectories, levels }: Extract<Sampling, { method: 'morris' }>,
  rng: Rng,
): Sampler {
  const d = own.length;
  const half = levels / 2;
  return {
    points: trajectories * (d + 1),
    at: (k) => {
      const sample = Math.floor(k / (d + 1));
      const step = k % (d + 1);
      const values = own.map((factor, f) => {
        const low = Math.floor(rng.uniform(sample, f, 1) * half);
        const upwards = rng.uniform(sample, f, 2) < 0.5;
        const place = permuted(f, d, d + sample, rng);
        const moved = place < step;
        const level = moved === upwards ? low + half : low;
        return valueOnGrid(factor, level / (levels - 1));
      });
      const moved = own.findIndex((_, f) => permuted(f, d, d + sample, rng) === step - 1);
      return { values, sample, role: step === 0 ? 'start' : own[moved].path };
    },
  };
}

/** The value at a place in [0, 1] with both ends: a whole number is rounded. */
function valueOnGrid(factor: Factor, unit: number): FactorValue {
  const { values } = factor;
  if (values.kind === 'levels') return valueAt(factor, unit);
  const value = values.low + unit * (values.high - values.low);
  return values.integer ? Math.round(value) : value;
}
