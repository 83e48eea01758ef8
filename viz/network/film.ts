/** Films one future: the engine's own run, looked at every week, with places for its people. */

import { replicateSeed } from '../../sim/chance/seeds.ts';
import { settingsOf, warmUp } from '../../sim/experiment/replicate.ts';
import type { Model, Snapshot } from '../../sim/model/simulation.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import type { Frame } from './frame.ts';
import { frameOf } from './frame.ts';
import type { Places } from './layout.ts';
import { Layout } from './layout.ts';
import type { Future } from './protocol.ts';
import { armOf, stretch } from './protocol.ts';

/** Frames of some weeks, and where their people stand. */
export interface Stretch {
  readonly frames: readonly Frame[];
  readonly places: Places;
}

/** Above so many people a frame is kept every four weeks. */
const weeklyUpTo = 800;

/**
 * Runs a future to its horizon and yields it stretch by stretch. Looking changes nothing: the digest
 * it returns is that of the run. `warmed` keeps warm-ups by future.
 */
export function* filmOf(
  model: Model,
  future: Future,
  warmed: Map<string, Snapshot>,
): Generator<Stretch, string> {
  const simulation = openFuture(model, future, warmed);
  const { scenario } = future;
  const { world } = simulation;
  const layout = new Layout();
  const step = world.people.size > weeklyUpTo ? 4 : 1;
  let frames = [frameOf(world)];
  while (world.week < scenario.horizon) {
    simulation.runTo(Math.min(scenario.horizon, world.week + step));
    if (world.week % stretch < step && frames.length > 0) {
      yield { frames, places: layout.next(frames) };
      frames = [];
    }
    frames.push(frameOf(world));
  }
  yield { frames, places: layout.next(frames) };
  simulation.finish();
  return simulation.fingerprint();
}

/** A future at its week 0, warmed up, its record begun. */
export function openFuture(
  model: Model,
  future: Future,
  warmed: Map<string, Snapshot>,
): Simulation {
  const { scenario, replicate } = future;
  const arm = armOf(future);
  const seed = replicateSeed(scenario.seed, replicate);
  const simulation = new Simulation(model, settingsOf(arm, seed));
  // a roster is never warmed up: its people are as they were observed
  if (scenario.warmUp > 0) {
    const { parameters, population, populationSeed, record } = scenario;
    const parts = [
      model.name,
      seed,
      parameters,
      population,
      populationSeed,
      scenario.warmUp,
      record,
    ];
    const key = JSON.stringify(parts);
    const start = warmed.get(key) ?? warmUp(model, arm, seed);
    warmed.set(key, start);
    simulation.restore(start);
  }
  simulation.beginRecord();
  return simulation;
}
