/** Where one replicate of the patterns is played: scenarios of a folder, with shared luck and warm-up. */
import { join } from 'node:path';
import { readScenario } from '../cli/read-scenario.ts';
import { mentoring } from '../models/mentoring/model.ts';
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import { models } from '../models/registry.ts';
import type { Sequence } from '../sim/chance/seeds.ts';
import { replicateSeed, runKey, sequential } from '../sim/chance/seeds.ts';
import type { AnyValues } from '../sim/model/parameters.ts';
import { accepts } from '../sim/model/parameters.ts';
import type { Scenario } from '../sim/model/scenario.ts';
import type { Model, RunSettings, Snapshot } from '../sim/model/simulation.ts';
import { Simulation } from '../sim/model/simulation.ts';

export const model = mentoring as unknown as Model;

/** A simulation under way, from week 0 on. */
export interface Run {
  readonly simulation: Simulation;
  readonly world: MentoringWorld;
  /** The same run again from this moment, perhaps under another scenario's parameters and policies. */
  fork(as?: Scenario): Run;
}

/** Warm-ups that replicates of this thread have in common. */
const togetherSeed = 'a history in common';
const histories = new Map<string, Snapshot>();

/** One replicate. Every run of a stage has the same luck; runs of the same people share a warm-up. */
export class Stage {
  readonly seed: string;
  private readonly folder: string;
  private readonly scenarios = new Map<string, Scenario>();
  private readonly warmed = new Map<string, Snapshot>();

  /** @param folder where the scenario files are. */
  constructor(folder: string, seed: string, replicate: number) {
    this.folder = folder;
    this.seed = replicateSeed(seed, replicate);
  }

  /**
   * A scenario file by its name without `.yaml`, perhaps with other parameters. Every replicate has
   * first people of its own: the luck of twenty people must not look like a gap between groups.
   */
  scenario(name: string, parameters: AnyValues = {}): Scenario {
    const read =
      this.scenarios.get(name) ?? readScenario(join(this.folder, `${name}.yaml`), models);
    this.scenarios.set(name, read);
    for (const [key, value] of Object.entries(parameters)) {
      const spec = model.shape.parameters[key];
      if (!spec || !accepts(spec, value)) {
        throw new RangeError(`${name}: the parameter ${key} does not accept ${value}`);
      }
    }
    return {
      ...read,
      populationSeed: `${read.populationSeed} ${this.seed}`,
      parameters: { ...read.parameters, ...parameters },
    };
  }

  /**
   * Begins a scenario at week 0. `warmedAs`: another scenario whose warm-up it takes, so that what
   * differs in parameters begins at week 0.
   */
  begin(scenario: Scenario, warmedAs: Scenario = scenario): Run {
    const { parameters, population, populationSeed, warmUp } = warmedAs;
    const key = JSON.stringify([parameters, population, populationSeed, warmUp]);
    let snapshot = this.warmed.get(key);
    if (!snapshot) {
      const before = this.simulation({ ...warmedAs, policies: [] });
      before.runTo(0);
      snapshot = before.snapshot();
      this.warmed.set(key, snapshot);
    }
    return this.restored(scenario, snapshot);
  }

  /**
   * Begins a scenario at week 0 from one history that all replicates have in common: the same people
   * and ties, and from there luck of their own.
   */
  beginTogether(own: Scenario): Run {
    const scenario = { ...own, populationSeed: togetherSeed };
    const { parameters, population, populationSeed, warmUp } = scenario;
    const key = JSON.stringify([parameters, population, populationSeed, warmUp]);
    let snapshot = histories.get(key);
    if (!snapshot) {
      const before = this.simulation({ ...scenario, policies: [] }, togetherSeed);
      before.runTo(0);
      snapshot = before.snapshot();
      histories.set(key, snapshot);
    }
    return this.restored(scenario, snapshot);
  }

  /** Draws for what is done to a run from outside, or for reading it. */
  draws(name: string): Sequence {
    return sequential(`${this.seed} ${name}`);
  }

  private restored(scenario: Scenario, snapshot: Snapshot): Run {
    const simulation = this.simulation(scenario);
    simulation.restore(snapshot);
    return {
      simulation,
      world: simulation.world as unknown as MentoringWorld,
      fork: (as = scenario) => this.restored(as, simulation.snapshot()),
    };
  }

  private simulation(scenario: Scenario, seed = this.seed): Simulation {
    const settings: RunSettings = {
      parameters: scenario.parameters,
      population: { settings: scenario.population },
      populationKey: runKey(scenario.populationSeed),
      runKey: runKey(seed),
      seed,
      policies: scenario.policies,
      outcomes: [],
      recordEvery: 52,
      firstWeek: -scenario.warmUp,
    };
    return new Simulation(model, settings);
  }
}

/** Runs week by week to `week`; `look` is called after every `every`-th week. */
export function watch(run: Run, week: number, every: number, look: () => void): void {
  while (run.world.week < week) {
    run.simulation.step();
    if (run.world.week % every === 0) look();
  }
}
