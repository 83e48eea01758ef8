/** A design: which settings a sweep varies, how it samples them, how often it repeats, what it keeps. */
import type { PolicyInForce } from '../model/simulation.ts';

/** The version of the design format written as `design: 1` at the head of a file. */
export const designVersion = 1;

/** What a factor may be set to. */
export type FactorValue = number | string | boolean;

/** The setting of a scenario that a factor changes. */
export type FactorTarget =
  | { readonly of: 'parameter'; readonly name: string }
  | { readonly of: 'population'; readonly name: string }
  | { readonly of: 'populationSeed' }
  /** A lever, or the start, end or ramp, of every stage of a policy; it is put in force if absent. */
  | { readonly of: 'lever'; readonly policy: string; readonly name: string }
  | { readonly of: 'date'; readonly policy: string; readonly name: 'start' | 'end' | 'ramp' }
  /** Whether a policy is in force at all. */
  | { readonly of: 'present'; readonly policy: string }
  /** All policies of another scenario, by its file name; `none` for no policy. */
  | {
      readonly of: 'policies';
      readonly bundles: Readonly<Record<string, readonly PolicyInForce[]>>;
    };

/** The values of a factor: named ones in order, or a range that is sampled. */
export type FactorValues =
  | { readonly kind: 'levels'; readonly levels: readonly FactorValue[] }
  | {
      readonly kind: 'range';
      readonly low: number;
      readonly high: number;
      readonly integer: boolean;
      /** Evenly spaced values in a grid. */
      readonly steps: number;
    };

/** A lever is ours to set; an uncertainty is not known. */
export type FactorKind = 'lever' | 'uncertainty';

/** One setting that varies. */
export interface Factor {
  /** As written in the file: `parameters.causalShare`, `policies.peerGroups.groupSize`. */
  readonly path: string;
  readonly kind: FactorKind;
  readonly title: string;
  readonly unit: string;
  readonly target: FactorTarget;
  readonly values: FactorValues;
  /** What the base scenario says. */
  readonly base: FactorValue;
}

/** How the factors of one block are sampled. */
export type Sampling =
  | { readonly method: 'grid' }
  | { readonly method: 'oneAtATime' }
  | { readonly method: 'random' | 'latinHypercube' | 'sobolSequence'; readonly points: number }
  /** Saltelli's extension of a Sobol sequence of `points` base points. */
  | { readonly method: 'saltelli'; readonly points: number; readonly secondOrder: boolean }
  | { readonly method: 'morris'; readonly trajectories: number; readonly levels: number }
  /** Rows of values in the order of the factors. */
  | { readonly method: 'table'; readonly rows: readonly (readonly FactorValue[])[] };

/**
 * A part of a design: every point of `outer` is crossed with every point of `inner`. Levers that are
 * sampled apart from uncertainties are inner, so that they meet in one world.
 */
export interface DesignPart {
  readonly outer: Block;
  readonly inner: Block;
}

/** Factors that are sampled together; `factors` are numbers in `Design.factors`. */
export interface Block {
  readonly factors: readonly number[];
  readonly sampling: Sampling;
}

/** What is kept of a run. The outcomes and the length of periods are those of the base scenario. */
export interface Recording {
  /** Labels of groups. */
  readonly groups: readonly string[];
  /** Ends of the periods kept in `series`, in weeks, ascending; `all` keeps every period. */
  readonly weeks: 'all' | readonly number[];
  /** Weeks at the beginning of which the network is kept. */
  readonly snapshots: readonly number[];
}

/** A checked design, as plain data. */
export interface Design {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly factors: readonly Factor[];
  /** A union: a run that several parts ask for is run once. */
  readonly parts: readonly DesignPart[];
  readonly seed: string;
  readonly replicates: number;
  /** Common: replicate r has the same luck in every point. Independent: every point has its own. */
  readonly seeds: 'common' | 'independent';
  readonly record: Recording;
}
