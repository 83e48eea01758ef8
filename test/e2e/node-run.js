/**
 * The Node side of the comparison: the built engine in `dist/`, as users run it. As a program,
 * `node node-run.js NAME SEED` prints a run's summary and the portable functions' fingerprints; as a
 * worker thread it posts them.
 */
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { readScenario } from '../../dist/cli/read-scenario.js';
import { models } from '../../dist/models/registry.js';
import { runReplicate } from '../../dist/sim/experiment/replicate.js';
import { digests } from './portable-digests.js';

const scenarios = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** The same steps as `run` in viz/engine-worker.ts. */
function run(name, seed) {
  const scenario = readScenario(`${scenarios}${name}.yaml`, models);
  const [model] = models;
  const experiment = { model: model.name, modelHash: '', seed: String(seed), replicates: 1 };
  const [result] = runReplicate(model, { ...experiment, arms: [{ scenario }] }, 0);
  return { digest: result.digest, weeks: scenario.horizon };
}

const answer = (scenario, seed) => ({ summary: run(scenario, seed), portable: digests() });

if (isMainThread) {
  const [scenario, seed] = process.argv.slice(2);
  console.log(JSON.stringify(answer(scenario, Number(seed))));
} else {
  parentPort.postMessage(answer(workerData.scenario, workerData.seed));
}
