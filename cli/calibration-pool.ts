/** Simulates batches of values on worker threads; each takes the next when it is free, and order does not matter. */
import type { Outputs } from '../sim/analysis/abc-smc.ts';
import type { Calibration } from '../sim/analysis/calibration.ts';
import type { Arm } from '../sim/experiment/experiment.ts';
import type { WorkerOf } from '../sim/experiment/runner.ts';
import { threadPool, threadWorker } from './pool.ts';

/** What a worker needs once. */
export interface CalibrationJob {
  readonly calibration: Calibration;
  readonly base: Arm;
  readonly modelFile?: string;
}

/** Values to simulate, with the name that seeds their luck. */
export interface Trial {
  readonly name: string;
  readonly values: readonly number[];
}

export type ToCalibrator =
  | { readonly type: 'begin'; readonly job: CalibrationJob }
  | ({ readonly type: 'run'; readonly index: number } & Trial);

export type FromCalibrator =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly index: number; readonly outputs: Outputs }
  | { readonly type: 'failed'; readonly index: number; readonly reason: string };

/** Threads that wait for batches. */
export interface Calibrators {
  /** Outputs in the order of the trials; null for one that failed. */
  simulate(trials: readonly Trial[]): Promise<Outputs[]>;
  /** Why simulations failed, each reason once. */
  readonly failures: ReadonlySet<string>;
  end(): void;
}

/** Starts `count` threads. A thread that crashes is replaced and its trial counted as failed. */
export function startCalibrators(job: CalibrationJob, count: number): Calibrators {
  const pool = threadPool(count);
  const failures = new Set<string>();
  const idle: Staff[] = [];
  const all = new Set<Staff>();
  let queue: number[] = [];
  let trials: readonly Trial[] = [];
  let outputs: Outputs[] = [];
  let left = 0;
  let settle: (() => void) | undefined;
  interface Staff {
    readonly worker: WorkerOf<ToCalibrator, FromCalibrator>;
    inHand: number;
  }
  const give = (staff: Staff): void => {
    const index = queue.shift();
    if (index === undefined) {
      idle.push(staff);
      return;
    }
    staff.inHand = index;
    staff.worker.post({ type: 'run', index, ...trials[index] });
  };
  const finish = (index: number, own: Outputs): void => {
    outputs[index] = own;
    left--;
    if (left === 0) settle?.();
  };
  const employ = (): void => {
    const staff: Staff = { worker: threadWorker(pool, './calibrate-worker.js'), inHand: -1 };
    all.add(staff);
    staff.worker.listen(
      (message) => {
        const index = staff.inHand;
        staff.inHand = -1;
        if (message.type === 'failed') failures.add(message.reason);
        if (message.type !== 'ready')
          finish(index, message.type === 'done' ? message.outputs : null);
        give(staff);
      },
      (reason) => {
        if (!all.delete(staff)) return;
        failures.add(reason);
        if (staff.inHand < 0) return;
        employ();
        finish(staff.inHand, null);
      },
    );
    staff.worker.post({ type: 'begin', job });
  };
  for (let k = 0; k < count; k++) employ();
  return {
    failures,
    simulate(batch) {
      trials = batch;
      outputs = new Array<Outputs>(batch.length).fill(null);
      left = batch.length;
      queue = [...batch.keys()];
      return new Promise((resolve) => {
        settle = () => resolve(outputs);
        if (left === 0) settle();
        for (const staff of idle.splice(0)) give(staff);
      });
    },
    end() {
      for (const staff of all) {
        all.delete(staff);
        staff.worker.end();
      }
    },
  };
}
