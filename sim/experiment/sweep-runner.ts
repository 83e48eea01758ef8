/** Runs a plan on workers: chunks adapt to the runs, results go to a sink as they come. */
import type { Plan, PlannedRun, Slice } from './plan.ts';
import type { SweepJob, SweepResult, SweepWorker } from './sweep.ts';

/** A run that did not finish. */
export interface SweepFailure {
  readonly index: number;
  readonly message: string;
}

/** Where results go. The sink decides when they are safe, and says so to its own listener. */
export interface SweepSink {
  /** Of the runs of each slice, those that are not there yet. */
  missing(slices: readonly Slice[]): Promise<readonly (readonly PlannedRun[])[]>;
  done(run: PlannedRun, result: SweepResult): void;
  failed(run: PlannedRun, failure: SweepFailure): void;
  /** The same content at a further place of the plan. */
  again(run: PlannedRun): void;
  /** Resolves when there is room for more. */
  room(): Promise<void>;
}

export interface SweepOptions {
  /** Numbers of slices, in the order in which they are run. */
  readonly slices: Iterable<number>;
  readonly replace: () => SweepWorker;
  /** Stops when more runs than this have failed. */
  readonly maxFailures: number;
  /** Milliseconds of work handed to a worker at once. */
  readonly chunkMilliseconds: number;
  /** A fixed number of slices in a chunk, instead of adapting. */
  readonly chunkSlices?: number;
}

/** How a sweep ended: `stopped` when it was asked to, or had too many failures. */
export interface SweepEnd {
  readonly done: number;
  readonly failed: number;
  readonly stopped: boolean;
}

interface Employee {
  readonly worker: SweepWorker;
  /** Runs that are with the worker, in the order in which it runs them. */
  readonly inHand: PlannedRun[];
  /** Messages without their `rest`. */
  messages: number;
  ready: boolean;
}

/** Runs looked up in the sink at once. */
const lookUp = 256;
/** Runs in a chunk, at most. */
const longestChunk = 2048;

/**
 * Runs what is missing of the slices. A worker that crashes is replaced, its run counted as failed,
 * and what it had not begun is handed to others. Rejects when the sink or every worker fails.
 */
export async function runSweep(
  plan: Plan,
  job: SweepJob,
  workers: readonly SweepWorker[],
  sink: SweepSink,
  options: SweepOptions,
): Promise<SweepEnd> {
  if (workers.length === 0) throw new RangeError('runSweep: expected a worker, found none.');
  return new Sweep(plan, job, sink, options).run(workers);
}

class Sweep {
  private readonly plan: Plan;
  private readonly job: SweepJob;
  private readonly sink: SweepSink;
  private readonly options: SweepOptions;
  private readonly slices: Iterator<number>;
  /** Slices looked up and not yet handed out. */
  private readonly queue: PlannedRun[][] = [];
  /** Content that is queued or in hand: the same at another place waits for it. */
  private readonly underWay = new Map<string, PlannedRun[]>();
  private readonly staff = new Set<Employee>();
  private exhausted = false;
  private filling: Promise<void> | undefined;
  private meanMilliseconds = 0;
  private done = 0;
  private failed = 0;
  private settle: { resolve(end: SweepEnd): void; reject(error: unknown): void } | undefined;

  constructor(plan: Plan, job: SweepJob, sink: SweepSink, options: SweepOptions) {
    this.plan = plan;
    this.job = job;
    this.sink = sink;
    this.options = options;
    this.slices = options.slices[Symbol.iterator]();
  }

  run(workers: readonly SweepWorker[]): Promise<SweepEnd> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      for (const worker of workers) this.employ(worker);
    });
  }

  private get stopped(): boolean {
    return Atomics.load(this.job.stop, 0) !== 0;
  }

  private employ(worker: SweepWorker): void {
    const own: Employee = { worker, inHand: [], messages: 0, ready: false };
    this.staff.add(own);
    worker.listen(
      (message) => {
        if (message.type === 'done') this.finish(own, message.result);
        else if (message.type === 'failed') this.fail(own, message);
        else {
          if (message.type === 'rest') own.messages--;
          own.ready = true;
          this.give(own);
        }
      },
      (reason) => this.crashed(own, reason),
    );
    worker.post({ type: 'begin', job: this.job });
  }

  private finish(own: Employee, result: SweepResult): void {
    const run = this.take(own, result.index);
    this.done++;
    // the first runs of a process are slow: later ones count for more
    const weight = this.done === 1 ? 1 : 0.2;
    this.meanMilliseconds += weight * (result.milliseconds - this.meanMilliseconds);
    this.sink.done(run, result);
    this.release(run);
    this.give(own);
  }

  private fail(own: Employee, failure: SweepFailure): void {
    const run = this.take(own, failure.index);
    this.failed++;
    this.sink.failed(run, failure);
    this.release(run);
    if (this.failed > this.options.maxFailures) Atomics.store(this.job.stop, 0, 1);
    this.give(own);
  }

  private take(own: Employee, index: number): PlannedRun {
    const run = own.inHand.shift();
    if (run?.index !== index) {
      throw new RangeError(`sweep: expected run ${run?.index} of a worker, found ${index}.`);
    }
    return run;
  }

  /** The other places of a run that has come to its end. */
  private release(run: PlannedRun): void {
    for (const other of this.underWay.get(run.runId) ?? []) this.sink.again(other);
    this.underWay.delete(run.runId);
  }

  private crashed(own: Employee, reason: string): void {
    if (!this.staff.delete(own)) return;
    const run = own.inHand.shift();
    if (own.inHand.length > 0) this.queue.unshift(own.inHand.splice(0));
    if (run) {
      this.failed++;
      this.sink.failed(run, { index: run.index, message: reason });
      this.release(run);
      if (this.failed > this.options.maxFailures) Atomics.store(this.job.stop, 0, 1);
    } else if (this.staff.size === 0 && !this.stopped) {
      this.settle?.reject(new Error(reason));
      return;
    }
    // one that fails before it has begun anything would fail again
    if (run && !this.stopped) this.employ(this.options.replace());
    else this.endIfOver();
  }

  /** Hands a worker its next chunk, so that it has one to go on with while it works on another. */
  private give(own: Employee): void {
    if (!this.staff.has(own) || !own.ready) return;
    const size = this.chunkSize();
    if (!this.stopped && own.inHand.length > size / 2 && own.messages > 0) return;
    if (this.stopped || own.messages > 1) {
      this.endIfOver();
      return;
    }
    const runs: PlannedRun[] = [];
    let slices = 0;
    while (this.queue.length > 0 && (runs.length === 0 || !this.enough(runs.length, slices))) {
      runs.push(...this.queue.shift()!);
      slices++;
    }
    if (runs.length > 0) {
      own.inHand.push(...runs);
      own.messages++;
      const more = runs.flatMap(({ index, record }) => (record ? [[index, record] as const] : []));
      own.worker.post({
        ...{ type: 'runs', indices: runs.map(({ index }) => index) },
        ...(more.length > 0 ? { records: new Map(more) } : {}),
      });
    }
    this.fill();
    this.endIfOver();
  }

  private chunkSize(): number {
    const { chunkMilliseconds } = this.options;
    if (this.meanMilliseconds === 0) return 1;
    return Math.max(1, Math.min(longestChunk, chunkMilliseconds / this.meanMilliseconds));
  }

  private enough(runs: number, slices: number): boolean {
    const { chunkSlices } = this.options;
    return chunkSlices === undefined ? runs >= this.chunkSize() : slices >= chunkSlices;
  }

  /** Looks up more slices while the queue is short. */
  private fill(): void {
    if (this.filling || this.exhausted || this.stopped) return;
    const queued = this.queue.reduce((sum, slice) => sum + slice.length, 0);
    if (queued > 2 * this.chunkSize() * this.staff.size) return;
    this.filling = this.fillOnce()
      .catch((error) => this.settle?.reject(error))
      .finally(() => {
        this.filling = undefined;
        for (const own of this.staff) this.give(own);
      });
  }

  private async fillOnce(): Promise<void> {
    await this.sink.room();
    const slices: Slice[] = [];
    for (let runs = 0; runs < lookUp; ) {
      const next = this.slices.next();
      if (next.done) {
        this.exhausted = true;
        break;
      }
      const slice = this.plan.slice(next.value);
      runs += slice.to - slice.from;
      slices.push(slice);
    }
    for (const missing of await this.sink.missing(slices)) {
      const own = missing.filter((run) => {
        const others = this.underWay.get(run.runId);
        if (others) others.push(run);
        else this.underWay.set(run.runId, []);
        return others === undefined;
      });
      if (own.length > 0) this.queue.push(own);
    }
  }

  private endIfOver(): void {
    const idle = [...this.staff].every(({ messages }) => messages === 0);
    const over = this.stopped || (this.exhausted && this.queue.length === 0 && !this.filling);
    if (!idle || !over) return;
    for (const { worker } of this.staff) worker.end();
    this.staff.clear();
    this.settle?.resolve({ done: this.done, failed: this.failed, stopped: this.stopped });
  }
}
