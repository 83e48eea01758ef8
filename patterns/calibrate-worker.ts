/** A worker thread of the calibration: one baseline run under trial parameters. */
import { parentPort, workerData } from 'node:worker_threads';
import { observePrevalences } from './prevalences.ts';
import { Stage } from './stage.ts';
import type { Answer, Question } from './threads.ts';

/** What a worker is told once. */
export interface CalibrationOrder {
  readonly folder: string;
}

/** A run: a replicate of a seed under parameters. */
export interface Trial {
  readonly seed: string;
  readonly replicate: number;
  readonly parameters: Readonly<Record<string, number>>;
}

const { folder } = workerData as CalibrationOrder;
parentPort?.on('message', ({ index, task }: Question<Trial>) => {
  const stage = new Stage(folder, task.seed, task.replicate);
  const run = stage.begin(stage.scenario('baseline', task.parameters));
  const answer: Answer<unknown> = { index, result: observePrevalences(run) };
  parentPort?.postMessage(answer);
});
