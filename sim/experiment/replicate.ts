/** Runs all arms of one replicate; arms with the same people and parameters share one warm-up. */
import { replicateSeed, runKey } from '../chance/seeds.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Model, RunSettings, Snapshot } from '../model/simulation.ts';
import { Simulation } from '../model/simulation.ts';
import type { NetworkSnapshot } from '../network/snapshot.ts';
import { takeNetwork } from '../network/snapshot.ts';
import type { Arm, Experiment, RunResult } from './experiment.ts';
import { rosterDigest, runId } from './run-id.ts';

/** Columns kept of a network, where a model has them. */
const peopleColumns = ['role', 'rank', 'department', 'minority', 'gender', 'burnout', 'metMentors'];
const tieColumns = ['rapport', 'origin'];

/**
 * Replicate `replicate` of every arm, in the order of the arms.
 * @throws RunError when a process fails.
 */
export function runReplicate(model: Model, experiment: Experiment, replicate: number): RunResult[] {
  const warmed = new Map<string, Snapshot>();
  return experiment.arms.map((_, arm) => runArm(model, experiment, arm, replicate, warmed));
}

/** One arm of one replicate; `warmed` holds the warm-ups already simulated for this replicate. */
export function runArm(
  model: Model,
  experiment: Experiment,
  arm: number,
  replicate: number,
  warmed: Map<string, Snapshot>,
): RunResult {
  return atOnce(armInSlices(model, experiment, arm, replicate, warmed, Number.POSITIVE_INFINITY));
}

/**
 * The same in slices of at most `slice` weeks, so that a worker can hear in between that nobody
 * wants the result any more. Yields the week reached, which is negative while warming up.
 */
export function* armInSlices(
  model: Model,
  experiment: Experiment,
  arm: number,
  replicate: number,
  warmed: Map<string, Snapshot>,
  slice: number,
): Generator<number, RunResult> {
  const own = experiment.arms[arm];
  const seed = replicateSeed(experiment.seed, replicate);
  const digestOfRoster = rosterDigest(own.roster);
  const keep = experiment.networks === true && replicate === 0;
  const snapshots = keep ? [0, own.scenario.horizon] : [];
  const context = { seed, snapshots, digestOfRoster, warmed };
  const run = yield* scenarioInSlices(model, own, context, slice);
  const identity = { name: model.name, version: model.version, hash: experiment.modelHash };
  return {
    arm,
    replicate,
    runId: runId(identity, own.scenario, digestOfRoster, seed),
    seed,
    ...run,
  };
}

/** What a run is given beside its scenario. */
export interface RunContext {
  readonly seed: string;
  /** Weeks from 0 to the horizon at whose beginning the network is kept, ascending. */
  readonly snapshots: readonly number[];
  readonly digestOfRoster: string;
  /** Warm-ups simulated before: those of other seeds, people and parameters do no harm. */
  readonly warmed: Map<string, Snapshot>;
}

/** What a run gives, wherever it stands in an experiment. */
export type ScenarioResult = Pick<RunResult, 'digest' | 'weeks' | 'cells' | 'rows' | 'networks'>;

/** Runs one scenario with one seed. @throws RunError when a process fails. */
export function runScenario(model: Model, arm: Arm, context: RunContext): ScenarioResult {
  return atOnce(scenarioInSlices(model, arm, context, Number.POSITIVE_INFINITY));
}

function* scenarioInSlices(
  model: Model,
  arm: Arm,
  { seed, snapshots, digestOfRoster, warmed }: RunContext,
  slice: number,
): Generator<number, ScenarioResult> {
  const { scenario } = arm;
  const simulation = new Simulation(model, settingsOf(arm, seed));
  if (scenario.warmUp > 0) {
    const key = JSON.stringify([
      seed,
      scenario.parameters,
      scenario.population,
      scenario.populationSeed,
      scenario.warmUp,
      scenario.record,
      digestOfRoster,
    ]);
    let snapshot = warmed.get(key);
    if (!snapshot) {
      const warmUp = new Simulation(model, { ...settingsOf(arm, seed), policies: [] });
      yield* inSlices(warmUp, 0, slice);
      snapshot = warmUp.snapshot();
      warmed.set(key, snapshot);
    }
    simulation.restore(snapshot);
  }
  simulation.beginRecord();
  const networks: NetworkSnapshot[] = [];
  for (const week of snapshots.filter((each) => each < scenario.horizon)) {
    yield* inSlices(simulation, week, slice);
    networks.push(networkOf(simulation));
  }
  yield* inSlices(simulation, scenario.horizon, slice);
  simulation.finish();
  if (snapshots.includes(scenario.horizon)) networks.push(networkOf(simulation));
  return {
    digest: simulation.fingerprint(),
    weeks: scenario.horizon,
    cells: simulation.recorder.cells,
    rows: simulation.recorder.rows,
    networks,
  };
}

/** The state at week 0 without any policy. */
export function warmUp(model: Model, arm: Arm, seed: string): Snapshot {
  const simulation = new Simulation(model, { ...settingsOf(arm, seed), policies: [] });
  simulation.runTo(0);
  return simulation.snapshot();
}

function atOnce<T>(slices: Generator<number, T>): T {
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

function* inSlices(simulation: Simulation, until: number, slice: number): Generator<number> {
  const { world } = simulation;
  while (world.week < until) {
    simulation.runTo(Math.min(until, world.week + slice));
    if (world.week < until) yield world.week;
  }
}

/** The settings of one run of an arm. */
export function settingsOf({ scenario, roster }: Arm, seed: string): RunSettings {
  return {
    parameters: scenario.parameters,
    population: roster
      ? { settings: scenario.population, roster }
      : { settings: scenario.population },
    populationKey: runKey(scenario.populationSeed),
    runKey: runKey(seed),
    seed,
    policies: scenario.policies,
    outcomes: scenario.record.outcomes,
    recordEvery: scenario.record.every,
    firstWeek: -scenario.warmUp,
  };
}

function networkOf({ world }: Simulation): NetworkSnapshot {
  return takeNetwork(world.week, world.people, world.ties, peopleColumns, tieColumns);
}

/** Whether two scenarios can be compared pair by pair: the same luck, horizon and record. */
export function comparable(a: Scenario, b: Scenario): boolean {
  return (
    a.model === b.model &&
    a.horizon === b.horizon &&
    a.record.every === b.record.every &&
    JSON.stringify(a.record.outcomes) === JSON.stringify(b.record.outcomes)
  );
}
