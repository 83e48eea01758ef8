/** Paired runs of levers: one warm-up a future, from which every arm goes on with the same luck. */
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import { replicateSeed, runKey } from '../../sim/chance/seeds.ts';
import type { PolicyInForce, Snapshot } from '../../sim/model/simulation.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import { arm, model } from '../behaviour/department.ts';

/** Something that is read from the world. */
export type Reading = (world: MentoringWorld) => number;

/** Weeks simulated; readings are means over the quarters after the first year. */
const weeks = 156;
const firstRead = 52;
const every = 13;

/** A department of the size of the examples, once a future, after its warm-up. */
const warm = new Map<string, Snapshot>();

/** Simulates the policies in a future and returns each reading. */
export function read(
  policies: string,
  readings: readonly Reading[],
  replicate: number,
  population = 'population: { faculty: 60, residents: 40, departments: 4 }',
): number[] {
  const { scenario } = arm(`${population}\nwarmUp: 8 years\n${policies}`);
  const simulation = start(scenario.policies, population, replicate);
  const sums = readings.map(() => 0);
  let n = 0;
  for (let week = every; week <= weeks; week += every) {
    simulation.runTo(week);
    if (week < firstRead) continue;
    n++;
    readings.forEach((reading, k) => {
      sums[k] += reading(simulation.world as unknown as MentoringWorld);
    });
  }
  return sums.map((sum) => sum / n);
}

function start(
  policies: readonly PolicyInForce[],
  population: string,
  replicate: number,
): Simulation {
  const { scenario } = arm(`${population}\nwarmUp: 8 years\n`);
  const seed = replicateSeed('levers', replicate);
  const simulation = new Simulation(model, {
    parameters: scenario.parameters,
    population: { settings: scenario.population },
    populationKey: runKey('levers'),
    runKey: runKey(seed),
    seed,
    policies,
    outcomes: [],
    recordEvery: 52,
    firstWeek: -scenario.warmUp,
  });
  const place = `${population} ${replicate}`;
  const known = warm.get(place);
  if (known) simulation.restore(known);
  else {
    simulation.runTo(0);
    warm.set(place, simulation.snapshot());
  }
  simulation.beginRecord();
  return simulation;
}

/** Mean and standard error of paired differences. */
export function pairedDifference(before: readonly number[], after: readonly number[]) {
  const d = after.map((value, k) => value - before[k]);
  const mean = d.reduce((sum, value) => sum + value, 0) / d.length;
  const squares = d.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (d.length - 1) / d.length) };
}
