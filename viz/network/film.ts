/** Films futures side by side: the engine's own runs, looked at every week, with places for their people. */

import { replicateSeed } from '../../sim/chance/seeds.ts';
import { settingsOf, warmUp } from '../../sim/experiment/replicate.ts';
import type { Model, Snapshot } from '../../sim/model/simulation.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import type { Frame } from './frame.ts';
import { frameOf, Names } from './frame.ts';
import type { Places } from './layout.ts';
import { Layout } from './layout.ts';
import type { Future } from './protocol.ts';
import { armOf, mostPlaced, stretch } from './protocol.ts';

/** Frames of some weeks by future, and where their people stand: at one place in all of them. */
export interface Stretch {
  readonly frames: readonly (readonly Frame[])[];
  readonly places: Places;
}

/** Above so many people a frame is kept every four weeks. */
const weeklyUpTo = 800;

/**
 * Runs futures to their horizon, which is the same, and yields them stretch by stretch. Looking
 * changes nothing: the digests it returns are those of the runs. `warmed` keeps warm-ups by future.
 */
export function* filmOf(
  model: Model,
  futures: readonly Future[],
  warmed: Map<string, Snapshot>,
): Generator<Stretch, string[]> {
  const { horizon } = futures[0].scenario;
  const reels = futures.map((future) => {
    const simulation = openFuture(model, future, warmed);
    const names = new Names();
    return { simulation, names, frames: [frameOf(simulation.world, names)] };
  });
  const size = Math.max(...reels.map(({ simulation }) => simulation.world.people.size));
  const step = size > weeklyUpTo ? 4 : 1;
  const layout = size > mostPlaced ? undefined : new Layout();
  const taken = (): Stretch => {
    const frames = reels.map((reel) => reel.frames);
    for (const reel of reels) reel.frames = [];
    return { frames, places: layout?.next(frames.flat()) ?? nowhere };
  };
  for (let week = 0; week < horizon; ) {
    week = Math.min(horizon, week + step);
    for (const { simulation } of reels) simulation.runTo(week);
    if (week % stretch < step && reels[0].frames.length > 0) yield taken();
    for (const { simulation, names, frames } of reels)
      frames.push(frameOf(simulation.world, names));
  }
  yield taken();
  return reels.map(({ simulation }) => {
    simulation.finish();
    return simulation.fingerprint();
  });
}

const nowhere: Places = { who: new Uint32Array(), at: new Float32Array() };

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
