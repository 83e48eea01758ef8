/** The engine in a Web Worker: takes requests to run a scenario, answers with its fingerprint. */
import { minimal } from '../models/minimal/model.ts';
import { runKey } from '../sim/chance/seeds.ts';
import { type Model, Simulation } from '../sim/model/simulation.ts';
import type { RunAnswer, RunRequest, RunSummary } from './protocol.ts';

const weeks = 520;
const asking: Readonly<Record<string, number>> = { seldom: 0.05, often: 0.2 };

/** Until scenarios can be loaded: the smallest model, the same steps as in test/e2e/node-run.js. */
function run(scenario: string, seed: number): RunSummary {
  const chance = asking[scenario];
  if (chance === undefined) throw new Error(`No scenario is called ${scenario}.`);
  const key = runKey(seed);
  const simulation = new Simulation(minimal as unknown as Model, {
    parameters: { asking: chance, fading: 0.02 },
    population: { settings: {} },
    populationKey: key,
    runKey: key,
    seed: String(seed),
    policies: [],
    outcomes: ['ties'],
    recordEvery: 52,
    firstWeek: 0,
  });
  simulation.runTo(weeks);
  return { digest: simulation.fingerprint(), weeks };
}

function answer({ id, scenario, seed }: RunRequest): RunAnswer {
  try {
    return { id, result: run(scenario, seed) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<RunRequest>) => postMessage(answer(data)));
