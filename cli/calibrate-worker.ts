/** A worker thread of a calibration: simulates sets of values and posts what the instruments would show. */
import { parentPort } from 'node:worker_threads';
import { simulateValues } from '../sim/analysis/calibration.ts';
import type { Model } from '../sim/model/simulation.ts';
import type { CalibrationJob, FromCalibrator, ToCalibrator } from './calibration-pool.ts';
import { availableModels } from './models.ts';

const port = parentPort;
if (port) {
  let job: CalibrationJob | undefined;
  let model: Model | undefined;
  const serve = async (message: ToCalibrator): Promise<FromCalibrator> => {
    if (message.type === 'begin') {
      job = message.job;
      const name = job.base.scenario.model;
      model = (await availableModels(job.modelFile)).find((each) => each.name === name);
      return { type: 'ready' };
    }
    if (!job || !model) throw new RangeError('calibrate-worker: expected a model that is known.');
    const { index, values, name } = message;
    try {
      const outputs = simulateValues(model, job.base, job.calibration, values, name);
      return { type: 'done', index, outputs };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { type: 'failed', index, reason };
    }
  };
  port.on('message', (message: ToCalibrator) => {
    void serve(message).then((answer) => port.postMessage(answer));
  });
}
