/** What a model is: declarations, set-up, an ordered list of processes, policies, groupings and outcomes. */
import type { Rng } from '../chance/threefry.ts';
import type { OddText } from './odd.ts';
import type { Outcome } from './outcomes.ts';
import type { AnyValues, ParameterSpecs, Values } from './parameters.ts';
import type { DecisionSpec } from './trace.ts';
import type { World, WorldShape } from './world.ts';

/** One line of the weekly schedule. */
export interface Step<W> {
  readonly name: string;
  readonly doc: string;
  run(world: W, rng: Rng): void;
}

/** How long and how strongly a policy is in force. */
export interface InForce {
  /** First week and first week after the end. */
  readonly start: number;
  readonly end: number;
  /** Weeks over which strength rises to 1. */
  readonly ramp: number;
  /** 0 to 1: rises over the ramp, and is scaled by what other policies leave. */
  readonly strength: number;
  /** 0 to 1: the share of full strength that other policies leave; 1 when none scales this one. */
  readonly left: number;
}

/**
 * Conditions that change and people who are introduced. A policy never sets rapport and never
 * removes a tie; processes read the conditions and never ask which policy is on.
 *
 * Each hook is called every week in force, with `rng` on the policy's own stream, which has no
 * week: who is covered stays covered. A draw that should differ from week to week names the week.
 */
export interface Policy<W, L extends ParameterSpecs = ParameterSpecs> {
  readonly title: string;
  readonly doc: string;
  /** Where the programme is described. */
  readonly source: string;
  /** Programmes of one kind stand together on screens: `Matching`. */
  readonly group?: string;
  readonly levers: L;
  /**
   * The share of their strength that this policy leaves to other policies, by name (a budget cut);
   * 1 leaves a policy alone. Policies with this hook are not scaled themselves.
   */
  scales?(lever: Values<L>, inForce: InForce, policy: string): number;
  /** Changes condition columns, which are at their base values when this is called. */
  conditions?(world: W, lever: Values<L>, inForce: InForce, rng: Rng): void;
  /** Introduces people to each other: ties at low rapport, or groups. */
  introduces?(world: W, lever: Values<L>, inForce: InForce, rng: Rng): void;
  /** Charges the week's hours and money to the ledger. */
  cost?(world: W, lever: Values<L>, inForce: InForce, rng: Rng): void;
}

/** A way to split people into labelled groups. */
export interface Grouping<W> {
  readonly title: string;
  readonly doc: string;
  readonly labels: readonly string[];
  /** The number of the person's label, or −1 for none. */
  of(world: W, seat: number): number;
}

/** A framework of programme evaluation: the questions it asks, and the outcomes that answer them. */
export interface Evaluation {
  readonly title: string;
  readonly doc: string;
  readonly source: string;
  readonly levels: readonly {
    readonly title: string;
    readonly question: string;
    /** Names of outcomes of the model. */
    readonly outcomes: readonly string[];
  }[];
}

/** A person as a roster gives it, with what was not observed left out. */
export interface PersonRecord {
  readonly id: string;
  readonly role: string;
  readonly rank: string;
  readonly department: string;
  readonly site: string;
  readonly external: boolean;
  readonly groups: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, number>>;
}

/** A tie as a roster gives it: people by id, weight in (0, 1]. */
export interface TieRecord {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly weight: number;
}

/** Observed people and ties to start from. */
export interface RosterRecords {
  readonly people: readonly PersonRecord[];
  readonly ties: readonly TieRecord[];
}

/** Whom to simulate: a synthetic population by its settings, or a roster. */
export interface PopulationInput {
  readonly settings: AnyValues;
  readonly roster?: RosterRecords;
}

/** A state that somebody is in for a while. Between its two limits it stays what it was. */
export interface Spell<W> {
  /** What is said when it begins, and when it ends. */
  readonly begins: string;
  readonly ends: string;
  isOn(world: W, seat: number): boolean;
  isOver(world: W, seat: number): boolean;
}

/**
 * A model. `S` declares its world, `C` is what it derives once from its parameters. Output changes
 * are announced by a new `version`, which is part of every run's id.
 */
export interface ModelDefinition<
  S extends WorldShape = WorldShape,
  C = unknown,
  P extends ParameterSpecs = ParameterSpecs,
> {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly doc: string;
  readonly shape: S;
  /** Settings of a synthetic population. */
  readonly population: P;
  /** Years simulated and discarded before week 0 for a synthetic population. */
  readonly warmUpYears: number;
  derive(parameter: Values<S['parameters']>): C;
  /** Fills an empty world. `rng` is keyed by the population's own seed. */
  setup(world: World<S, C>, input: PopulationInput, rng: Rng): void;
  /** Puts condition columns back to their base values, before policies change them. */
  baseConditions?(world: World<S, C>): void;
  /** Ways to evaluate a programme, by name. */
  readonly evaluations?: Readonly<Record<string, Evaluation>>;
  /** Decisions that can be explained, by kind. */
  readonly decisions?: Readonly<Record<string, DecisionSpec<World<S, C>>>>;
  /** States of people whose beginnings and ends a story tells, by name. */
  readonly spells?: Readonly<Record<string, Spell<World<S, C>>>>;
  /** Columns of people for virtual trials: 1 where programmes are withheld, and the cluster. */
  readonly trial?: { readonly withheld: string; readonly cluster: string };
  /** The week's order; `'policies'` marks where policies act. */
  readonly schedule: readonly (Step<World<S, C>> | 'policies')[];
  readonly policies: Readonly<Record<string, Policy<World<S, C>>>>;
  readonly groupings: Readonly<Record<string, Grouping<World<S, C>>>>;
  readonly outcomes: Readonly<Record<string, Outcome<World<S, C>>>>;
  /** What an ODD description says beside the declarations. */
  readonly odd?: OddText;
}

/** Declares a model and keeps its exact types. */
export function defineModel<
  S extends WorldShape,
  C = unknown,
  P extends ParameterSpecs = ParameterSpecs,
>(model: ModelDefinition<S, C, P>): ModelDefinition<S, C, P> {
  return model;
}

/**
 * The exports of a module as declarations in the order of their names: how a module lists its names
 * differs between Node and bundlers, and a digest must not depend on it.
 */
export function inOrderOfNames<T>(exported: Readonly<Record<string, T>>): Record<string, T> {
  const names = Object.keys(exported).sort();
  return Object.fromEntries(names.map((name) => [name, exported[name]]));
}

/** A helper that types a policy's levers: `policyFor<MyWorld>()({ levers: {…}, … })`. */
export function policyFor<W>(): <const L extends ParameterSpecs>(
  policy: Policy<W, L>,
) => Policy<W> {
  return (policy) => policy as unknown as Policy<W>;
}
