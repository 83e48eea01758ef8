/** mentor-min on the engine, set up as the plain loop is, ready to be stepped and timed. */
import { defaultsOf } from '../sim/model/parameters.ts';
import type { Model } from '../sim/model/simulation.ts';
import { Simulation } from '../sim/model/simulation.ts';
import { mentorMin } from './models/mentor-min.ts';

const outcomes = ['burnout', 'ties', 'inequality'];

/** A run with population key (`seed`, 0) and run key (`seed`, 1), recorded every `every` weeks. */
export function engineSimulation(people: number, seed: number, every: number): Simulation {
  return new Simulation(mentorMin as unknown as Model, {
    parameters: defaultsOf(mentorMin.shape.parameters),
    population: { settings: { people } },
    populationKey: { key0: seed, key1: 0 },
    runKey: { key0: seed, key1: 1 },
    seed: String(seed),
    policies: [],
    outcomes,
    recordEvery: every,
    firstWeek: 0,
  });
}

/** The same with the plain loop's interface: rows of mean burnout, ties and Gini coefficient. */
export function engineRun(
  people: number,
  seed: number,
  every: number,
): { runTo(week: number): void; readonly rows: readonly Float64Array[] } {
  const simulation = engineSimulation(people, seed, every);
  const { cells, rows } = simulation.recorder;
  const at = outcomes.map((name) => cells.findIndex(({ outcome }) => outcome === name));
  return {
    runTo: (week) => simulation.runTo(week),
    get rows() {
      return rows.map((row) => Float64Array.from(at, (k) => row[k]));
    },
  };
}
