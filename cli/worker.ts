/** A worker thread: runs replicates of an experiment and posts their results. */
import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '../sim/experiment/runner.ts';
import { createServer } from '../sim/experiment/serve.ts';
import { availableModels } from './models.ts';

const port = parentPort;
if (port) {
  const serve = createServer(
    async ({ model, modelFile }) => {
      const found = (await availableModels(modelFile)).find(({ name }) => name === model);
      if (!found) throw new RangeError(`worker: no model is called ${model}`);
      return found;
    },
    (message: FromWorker) => port.postMessage(message),
  );
  port.on('message', (message: ToWorker) => void serve(message));
}
