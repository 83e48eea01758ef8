/** Paired runs of levers: one warm-up a future, from which every arm goes on with the same luck. */
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import { replicateSeed, runKey } from '../../sim/chance/seeds.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import type { Snapshot } from '../../sim/model/simulation.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import { arm, model } from '../behaviour/department.ts';

/** Something that is read from the world. */
export type Reading = (world: MentoringWorld) => number;

/** Weeks between two readings. */
const every = 13;
const place = 'population: { faculty: 60, residents: 40, departments: 4 }\nwarmUp: 8 years\n';

/** Each future after its warm-up. */
const warm = new Map<number, Snapshot>();

/** Simulates the policies in a future for so many weeks: the mean of a reading from `from` on. */
export function read(
  policies: string,
  reading: Reading,
  replicate: number,
  { from = 26, weeks = 130 } = {},
): number {
  const simulation = start(arm(place + policies).scenario, replicate);
  const values: number[] = [];
  for (let week = every; week <= weeks; week += every) {
    simulation.runTo(week);
    if (week >= from) values.push(reading(simulation.world as unknown as MentoringWorld));
  }
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function start(scenario: Scenario, replicate: number): Simulation {
  const seed = replicateSeed('levers', replicate);
  const simulation = new Simulation(model, {
    parameters: scenario.parameters,
    population: { settings: scenario.population },
    populationKey: runKey('levers'),
    runKey: runKey(seed),
    seed,
    policies: scenario.policies,
    outcomes: [],
    recordEvery: 52,
    firstWeek: -scenario.warmUp,
  });
  const known = warm.get(replicate);
  if (known) simulation.restore(known);
  else {
    // no policy starts before week 0, so that every arm shares the warm-up
    simulation.runTo(0);
    warm.set(replicate, simulation.snapshot());
  }
  return simulation;
}

/** Mean and standard error of paired differences. */
export function pairedDifference(before: readonly number[], after: readonly number[]) {
  const d = after.map((value, k) => value - before[k]);
  const mean = d.reduce((sum, value) => sum + value, 0) / d.length;
  const squares = d.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (d.length - 1) / d.length) };
}
