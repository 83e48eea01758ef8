/** A worker thread of a sweep: runs what it is handed and posts each result. */
import { parentPort } from 'node:worker_threads';
import { readValue } from '../sim/analysis/summary.ts';
import type { ToSweepWorker } from '../sim/experiment/sweep.ts';
import { createSweepServer } from '../sim/experiment/sweep.ts';
import { peopleCount } from '../sim/model/recorder.ts';
import { availableModels } from './models.ts';

const port = parentPort;
if (port) {
  const serve = createSweepServer({
    modelOf: async ({ model, modelFile }) => {
      const found = (await availableModels(modelFile)).find(({ name }) => name === model);
      if (!found) throw new RangeError(`worker: no model is called ${model}`);
      return found;
    },
    now: () => performance.now(),
    readFinal: (model, run, cell, { outcome }, every) => {
      const over = outcome === peopleCount ? 'lastYear' : model.outcomes[outcome].over;
      return readValue(run, cell, over, every);
    },
    answer: (message, transfer) => port.postMessage(message, transfer),
  });
  port.on('message', (message: ToSweepWorker) => void serve(message));
}
