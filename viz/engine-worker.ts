/** The engine in a Web Worker: takes requests to run a scenario, answers with its fingerprint. */
import { models } from '../models/registry.ts';
import { runReplicate } from '../sim/experiment/replicate.ts';
import type { RunAnswer, RunRequest, RunSummary } from './protocol.ts';
import { shippedScenario } from './scenarios.ts';

/** The first future of a shipped scenario, as `mentorscape run` simulates it. */
function run(name: string, seed: number): RunSummary {
  const scenario = shippedScenario(name);
  const model = models.find((candidate) => candidate.name === scenario.model);
  if (!model) throw new Error(`No model is called ${scenario.model}.`);
  const experiment = { model: model.name, modelHash: '', seed: String(seed), replicates: 1 };
  const [result] = runReplicate(model, { ...experiment, arms: [{ scenario }] }, 0);
  return { digest: result.digest, weeks: scenario.horizon };
}

function answer({ id, scenario, seed }: RunRequest): RunAnswer {
  try {
    return { id, result: run(scenario, seed) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<RunRequest>) => postMessage(answer(data)));
