/** Workers without threads: each event waits until a test lets it happen, in any order it likes. */
import type { Experiment, RunResult } from '../../sim/experiment/experiment.ts';
import type { FromWorker, ToWorker, WorkerLike } from '../../sim/experiment/runner.ts';

/** What a worker does with a message. */
export type Deed = 'well' | 'failed' | 'crash';

/** A message that a worker has not yet answered, or the exit that follows the end of a thread. */
interface Event {
  readonly worker: FakeWorker;
  readonly message: ToWorker | 'exit';
}

/** The workers of one experiment and their unanswered messages. */
export class FakeWorkers {
  readonly all: FakeWorker[] = [];
  readonly waiting: Event[] = [];

  hire(): FakeWorker {
    const worker = new FakeWorker(this.waiting);
    this.all.push(worker);
    return worker;
  }

  /** Lets event number `which` (modulo how many wait) happen. */
  happen(which: number, deed: Deed): void {
    const [event] = this.waiting.splice(which % this.waiting.length, 1);
    event.worker.react(event.message, deed);
  }
}

/** One worker. Its results tell only what they are results of. */
export class FakeWorker implements WorkerLike {
  crashes = 0;
  ends = 0;
  /** Messages that came after a crash or an end. */
  late = 0;
  private readonly waiting: Event[];
  private experiment: Experiment | undefined;
  private handler: (message: FromWorker) => void = () => {};
  private crashed: (reason: string) => void = () => {};

  constructor(waiting: Event[]) {
    this.waiting = waiting;
  }

  post(message: ToWorker): void {
    if (this.crashes + this.ends > 0) this.late++;
    this.waiting.push({ worker: this, message });
  }

  listen(handler: (message: FromWorker) => void, crashed: (reason: string) => void): void {
    this.handler = handler;
    this.crashed = crashed;
  }

  end(): void {
    this.ends++;
    // a thread that is told to end reports its exit, as one that crashes does
    this.waiting.push({ worker: this, message: 'exit' });
  }

  react(message: ToWorker | 'exit', deed: Deed): void {
    if (message === 'exit') this.crashed('worker ended with code 1');
    else if (deed === 'crash') {
      this.crashes++;
      this.crashed('out of memory');
    } else if (message.type === 'begin') {
      this.experiment = message.experiment;
      this.handler({ type: 'ready' });
    } else {
      const { replicate } = message;
      if (deed === 'well')
        this.handler({ type: 'done', replicate, results: this.results(replicate) });
      else {
        const failures = [{ arm: 1, replicate, seed: 's', message: 'bad luck' }];
        this.handler({ type: 'failed', replicate, failures });
      }
    }
  }

  private results(replicate: number): RunResult[] {
    return (this.experiment?.arms ?? []).map((_, arm) => ({
      ...{ arm, replicate, runId: `${arm}/${replicate}`, seed: 's', digest: '', weeks: 52 },
      ...{ cells: [], rows: [], networks: [] },
    }));
  }
}
