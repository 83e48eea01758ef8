/** One run of one model: stepping week by week, snapshot and restore, and the trajectory's digest. */
import { processId, Rng } from '../chance/threefry.ts';
import { settled } from '../data/columns.ts';
import { Digest } from '../data/digest.ts';
import { RunError } from '../data/issues.ts';
import type { TableState } from '../data/table.ts';
import { GroupSlots } from './groups.ts';
import { inForceAt } from './in-force.ts';
import type { ModelDefinition, Policy, PopulationInput, Step } from './model.ts';
import type { AnyValues } from './parameters.ts';
import type { RecorderState } from './recorder.ts';
import { digestRows, Recorder } from './recorder.ts';
import type { World } from './world.ts';
import { createStores } from './world.ts';

/** A model whose own types do not matter here. */
export type Model = ModelDefinition;

/** A policy with its levers and dates, as a scenario sets it. */
export interface PolicyInForce {
  readonly policy: string;
  readonly levers: AnyValues;
  /** First week in force. */
  readonly start: number;
  /** First week after the end; Infinity when it stays. */
  readonly end: number;
  /** Weeks over which strength rises to 1. */
  readonly ramp: number;
}

/** Everything that determines a run. */
export interface RunSettings {
  readonly parameters: AnyValues;
  readonly population: PopulationInput;
  readonly populationKey: { readonly key0: number; readonly key1: number };
  readonly runKey: { readonly key0: number; readonly key1: number };
  /** The seed as text, for error messages. */
  readonly seed: string;
  readonly policies: readonly PolicyInForce[];
  /** Outcomes to record, by name. */
  readonly outcomes: readonly string[];
  /** Weeks between recorded rows. */
  readonly recordEvery: number;
  /** First week; negative when warming up. */
  readonly firstWeek: number;
}

/** A whole simulation at one moment, as plain data. */
export interface Snapshot {
  readonly week: number;
  readonly stores: readonly TableState[];
  readonly recorder: RecorderState;
  readonly digest: Int32Array;
}

/** Weeks between two additions of all columns to the digest. */
const digestEvery = 13;

/** A running model. Week t turns state t into state t + 1; row 0 is the state after set-up. */
export class Simulation {
  readonly model: Model;
  readonly world: World;
  readonly recorder: Recorder;
  private readonly settings: RunSettings;
  private readonly rng: Rng;
  private readonly policies: readonly { id: number; policy: Policy<World>; set: PolicyInForce }[];
  private readonly ids: Int32Array;
  private readonly digest = new Digest();
  private readonly groups: GroupSlots;
  private readonly beforePolicies: ((world: World) => void) | undefined;
  private readonly layers: readonly World['ties'][string][];

  /**
   * Sets up the population. `beforePolicies` may write condition columns each week, once they are
   * at their base values: an experiment's own hand. @throws RunError when the model's set-up fails.
   */
  constructor(model: Model, settings: RunSettings, beforePolicies?: (world: World) => void) {
    this.model = model;
    this.beforePolicies = beforePolicies;
    this.settings = settings;
    this.groups = new GroupSlots(model.groupings);
    const counters = Recorder.counters(Object.keys(model.shape.events), this.groups);
    // named one by one: V8 gives every object made by a spread here a hidden class of its own, so
    // that each new simulation would throw away the compiled processes
    const { people, ties, tables } = createStores(model.shape);
    this.world = {
      people,
      ties,
      tables,
      events: counters,
      parameter: settled(settings.parameters),
      constant: model.derive(settings.parameters),
      week: settings.firstWeek,
      trace: undefined,
    };
    this.layers = Object.values(ties);
    this.groups.attach(this.world);
    this.recorder = new Recorder(
      settings.outcomes.map((name) => [name, model.outcomes[name]] as const),
      this.groups,
      counters,
      settings.recordEvery,
    );
    this.policies = settings.policies.map((set) => ({
      id: processId(`policy ${set.policy}`),
      policy: model.policies[set.policy],
      set,
    }));
    this.ids = Int32Array.from(model.schedule, (step) =>
      step === 'policies' ? 0 : processId(step.name),
    );
    this.rng = new Rng(settings.runKey.key0, settings.runKey.key1);
    const setupRng = new Rng(settings.populationKey.key0, settings.populationKey.key1);
    setupRng.select(processId('setup'), 0);
    this.guard('setup', () => model.setup(this.world, settings.population, setupRng));
    this.compact();
    this.beginRecord();
  }

  /** Starts the record and the digest afresh at the current state. */
  beginRecord(): void {
    this.recorder.begin(this.world);
    this.digest.restore(new Digest().capture());
  }

  /** Simulates one week. @throws RunError naming the process that failed. */
  step(): void {
    const { world, rng } = this;
    const { schedule } = this.model;
    for (let k = 0; k < schedule.length; k++) {
      const step = schedule[k];
      this.groups.forget();
      if (step === 'policies') this.applyPolicies();
      else {
        rng.select(this.ids[k], world.week);
        this.runStep(step);
      }
    }
    // outcomes, digest and snapshots see the same rows, and indexes of the ties there are now
    this.compact();
    world.week++;
    // what was before is not recorded
    if (world.week === 0) this.beginRecord();
    if (world.week <= 0) return;
    this.recorder.afterWeek(world);
    if (world.week % digestEvery === 0) this.digestColumns();
  }

  /** Simulates until the given week. */
  runTo(week: number): void {
    while (this.world.week < week) this.step();
  }

  /** Ends the record: a last period shorter than the others is closed. */
  finish(): void {
    this.compact();
    this.recorder.finish(this.world);
  }

  /** A copy of the whole state. */
  snapshot(): Snapshot {
    this.compact();
    return {
      week: this.world.week,
      stores: this.stores().map((store) => store.capture()),
      recorder: this.recorder.capture(),
      digest: this.digest.capture(),
    };
  }

  /** Returns to a snapshot of a simulation with the same model and population. */
  restore(snapshot: Snapshot): void {
    this.world.week = snapshot.week;
    this.stores().forEach((store, k) => {
      store.restore(snapshot.stores[k]);
    });
    this.recorder.restore(snapshot.recorder);
    this.digest.restore(snapshot.digest);
    this.compact();
  }

  /** The fingerprint of the trajectory so far: columns every 13th week and now, and the record. */
  fingerprint(): string {
    this.compact();
    const digest = new Digest();
    digest.restore(this.digest.capture());
    this.digestColumns(digest);
    digestRows(this.recorder.rows, digest);
    return digest.hex();
  }

  private applyPolicies(): void {
    const { world, rng } = this;
    this.model.baseConditions?.(world);
    this.beforePolicies?.(world);
    const inForce = inForceAt(this.policies, world.week);
    for (const hook of ['conditions', 'introduces', 'cost'] as const) {
      this.policies.forEach(({ id, policy, set }, k) => {
        if (inForce[k].strength === 0) return;
        // week 0 throughout: who is covered must not change from week to week
        rng.select(id, 0);
        this.guard(`policy ${set.policy}`, () =>
          policy[hook]?.(world, set.levers, inForce[k], rng),
        );
      });
    }
  }

  private runStep(step: Step<World>): void {
    try {
      step.run(this.world, this.rng);
    } catch (cause) {
      throw this.failure(step.name, cause);
    }
  }

  private guard(name: string, act: () => void): void {
    try {
      act();
    } catch (cause) {
      throw this.failure(name, cause);
    }
  }

  private failure(process: string, cause: unknown): RunError {
    const where = { model: this.model.name, process, week: this.world.week };
    return new RunError({ ...where, seed: this.settings.seed }, cause);
  }

  private compact(): void {
    const seats = this.world.people.size;
    for (const layer of this.layers) layer.compact(seats);
  }

  /** The stores that make up the state, in a fixed order: scratch tables are left out. */
  private stores(): World['people'][] {
    const { people, ties, tables } = this.world;
    const kept = Object.entries(tables).filter(
      ([name]) => !this.model.shape.tables[name].transient,
    );
    const all = [people, ...Object.values(ties), ...kept.map(([, table]) => table)];
    return all as unknown as World['people'][];
  }

  private digestColumns(into: Digest = this.digest): void {
    into.word(this.world.week);
    for (const store of this.stores()) store.digestInto(into);
  }
}
