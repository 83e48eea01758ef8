/** Worker threads for an experiment: `worker-threads-pool` holds the slots, each worker lives long. */
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import Pool from 'worker-threads-pool';
import type { Experiment } from '../sim/experiment/experiment.ts';
import type {
  ExperimentResult,
  FromWorker,
  Progress,
  ToWorker,
  WorkerLike,
  WorkerOf,
} from '../sim/experiment/runner.ts';
import { runExperiment } from '../sim/experiment/runner.ts';

/**
 * Runs an experiment on `workers` threads. The pool makes a new thread for every acquire, so each
 * slot is acquired once and its worker pulls replicates until none is left.
 */
export async function runOnThreads(
  experiment: Experiment,
  workers: number,
  onProgress?: (progress: Progress) => void,
): Promise<ExperimentResult> {
  const count = Math.max(1, Math.min(workers, experiment.replicates));
  const pool = threadPool(count);
  const employ = (): WorkerLike => threadWorker<ToWorker, FromWorker>(pool, './worker.js');
  const options = onProgress ? { onProgress, replace: employ } : { replace: employ };
  return runExperiment(experiment, Array.from({ length: count }, employ), options);
}

/** A pool for `count` threads that live long. */
export function threadPool(count: number): Pool {
  // a crashed worker's slot is free again only after its exit: one more lets the replacement start
  return new Pool({ max: count + 1 });
}

/** A thread of the pool that runs a built file beside this one, such as `./worker.js`. */
export function threadWorker<To, From>(pool: Pool, name: string): WorkerOf<To, From> {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const acquired = new Promise<Worker>((resolve, reject) => {
    pool.acquire(file, {}, (error, worker) => {
      if (error || !worker) reject(error ?? new Error('no worker'));
      else resolve(worker);
    });
  });
  return {
    post: (message) => void acquired.then((worker) => worker.postMessage(message)),
    end: () => void acquired.then((worker) => worker.terminate()),
    listen: (handler, crashed) => {
      let over = false;
      const crash = (reason: string): void => {
        if (!over) crashed(reason);
        over = true;
      };
      acquired.then(
        (worker) => {
          worker.on('message', (message: From) => handler(message));
          worker.on('error', (error) => crash(error.message));
          worker.on('exit', (code) => crash(`worker ended with code ${code}`));
        },
        (error: Error) => crash(error.message),
      );
    },
  };
}
