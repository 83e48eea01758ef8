/** The worker's side of an experiment: answers each message, whatever carries it. */
import { replicateSeed } from '../chance/seeds.ts';
import type { Model } from '../model/simulation.ts';
import type { Experiment } from './experiment.ts';
import { runReplicate } from './replicate.ts';
import type { FromWorker, ToWorker } from './runner.ts';

/** Makes a handler of messages; `modelOf` finds the model an experiment names. */
export function createServer(
  modelOf: (experiment: Experiment) => Model | Promise<Model>,
  answer: (message: FromWorker) => void,
): (message: ToWorker) => Promise<void> {
  let experiment: Experiment | undefined;
  let model: Model | undefined;
  return async (message) => {
    if (message.type === 'begin') {
      experiment = message.experiment;
      model = await modelOf(experiment);
      answer({ type: 'ready' });
      return;
    }
    if (!experiment || !model) throw new RangeError('serve: expected `begin` before `run`.');
    const { replicate } = message;
    try {
      answer({ type: 'done', replicate, results: runReplicate(model, experiment, replicate) });
    } catch (error) {
      const seed = replicateSeed(experiment.seed, replicate);
      const reason = error instanceof Error ? error.message : String(error);
      answer({
        type: 'failed',
        replicate,
        failures: [{ arm: -1, replicate, seed, message: reason }],
      });
    }
  };
}
