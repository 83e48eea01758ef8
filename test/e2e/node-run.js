/**
 * The Node side of the comparison: the built engine in `dist/`, as users run it. As a program,
 * `node node-run.js NAME SEED` prints a run's summary and the portable functions' fingerprints; as a
 * worker thread it posts them.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { minimal } from '../../dist/models/minimal/model.js';
import { runKey } from '../../dist/sim/chance/seeds.js';
import { Simulation } from '../../dist/sim/model/simulation.js';
import { digests } from './portable-digests.js';

/** The same steps as `run` in viz/engine-worker.ts. */
function run(scenario, seed) {
  const key = runKey(seed);
  const simulation = new Simulation(minimal, {
    parameters: { asking: { seldom: 0.05, often: 0.2 }[scenario], fading: 0.02 },
    population: { settings: {} },
    populationKey: key,
    runKey: key,
    seed: String(seed),
    policies: [],
    outcomes: ['ties'],
    recordEvery: 52,
    firstWeek: 0,
  });
  simulation.runTo(520);
  return { digest: simulation.fingerprint(), weeks: 520 };
}

const answer = (scenario, seed) => ({ summary: run(scenario, seed), portable: digests() });

if (isMainThread) {
  const [scenario, seed] = process.argv.slice(2);
  console.log(JSON.stringify(answer(scenario, Number(seed))));
} else {
  parentPort.postMessage(answer(workerData.scenario, workerData.seed));
}
