/** Runs an experiment on workers that pull replicates; results do not depend on how many there are. */
import { replicateSeed } from '../chance/seeds.ts';
import type { Experiment, RunFailure, RunResult } from './experiment.ts';

/** Main thread to worker. */
export type ToWorker =
  | { readonly type: 'begin'; readonly experiment: Experiment }
  | { readonly type: 'run'; readonly replicate: number };

/** Worker to main thread. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly replicate: number; readonly results: readonly RunResult[] }
  | {
      readonly type: 'failed';
      readonly replicate: number;
      readonly failures: readonly RunFailure[];
    };

/** A worker, whatever it runs on. `crashed` tells that it ended without being asked to. */
export interface WorkerOf<To, From> {
  post(message: To): void;
  listen(handler: (message: From) => void, crashed: (reason: string) => void): void;
  end(): void;
}

/** A worker of an experiment. */
export type WorkerLike = WorkerOf<ToWorker, FromWorker>;

/** What is finished, for a progress line. */
export interface Progress {
  readonly done: number;
  readonly failed: number;
  readonly total: number;
}

export interface ExperimentResult {
  /** By arm, then by replicate; a failed replicate is missing from every arm. */
  readonly arms: readonly (readonly RunResult[])[];
  readonly failures: readonly RunFailure[];
}

/**
 * Runs every replicate of every arm. Each worker takes the next replicate when it is free; a worker
 * that crashes is replaced by `replace`, its replicate counted as failed, and the rest goes on.
 * Rejects when no worker is left for what remains to be run.
 */
export function runExperiment(
  experiment: Experiment,
  workers: readonly WorkerLike[],
  options: {
    readonly onProgress?: (progress: Progress) => void;
    readonly replace?: () => WorkerLike;
  } = {},
): Promise<ExperimentResult> {
  const total = experiment.replicates;
  const byReplicate: (readonly RunResult[] | undefined)[] = new Array(total);
  const failures: RunFailure[] = [];
  let next = 0;
  let done = 0;
  let failed = 0;
  let live = 0;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      options.onProgress?.({ done, failed, total });
      if (done + failed === total) {
        resolve({ arms: byArm(experiment, byReplicate), failures: sortFailures(failures) });
      }
    };
    const employ = (worker: WorkerLike): void => {
      let inHand = -1;
      live++;
      const more = (): void => {
        if (next < total) {
          inHand = next++;
          worker.post({ type: 'run', replicate: inHand });
        } else {
          inHand = -1;
          worker.end();
        }
      };
      const fail = (failuresNow: readonly RunFailure[]): void => {
        failures.push(...failuresNow);
        failed++;
      };
      worker.listen(
        (message) => {
          if (message.type === 'done') {
            byReplicate[message.replicate] = message.results;
            done++;
            settle();
          } else if (message.type === 'failed') {
            fail(message.failures);
            settle();
          }
          more();
        },
        (reason) => {
          live--;
          if (inHand < 0) {
            if (live === 0 && done + failed < total) reject(new Error(reason));
            return;
          }
          const seed = replicateSeed(experiment.seed, inHand);
          fail([{ arm: -1, replicate: inHand, seed, message: reason }]);
          if (next < total && options.replace) employ(options.replace());
          else if (next < total && live === 0) reject(new Error(reason));
          settle();
        },
      );
      worker.post({ type: 'begin', experiment });
    };
    if (workers.length === 0)
      reject(new RangeError('runExperiment: expected a worker, found none.'));
    for (const worker of workers) employ(worker);
  });
}

function byArm(
  experiment: Experiment,
  byReplicate: readonly (readonly RunResult[] | undefined)[],
): RunResult[][] {
  const complete = byReplicate.filter((results) => results !== undefined);
  return experiment.arms.map((_, arm) => complete.map((results) => results[arm]));
}

function sortFailures(failures: RunFailure[]): RunFailure[] {
  return failures.sort((a, b) => a.replicate - b.replicate || a.arm - b.arm);
}
