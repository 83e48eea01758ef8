/** Runs jobs on a few workers: the most wanted first, and nothing that nobody wants any more. */
import type { RunResult } from '../../sim/experiment/experiment.ts';
import type { RosterRecords } from '../../sim/model/model.ts';
import type { EngineWorker, Job } from './protocol.ts';

/** A run that was asked for. */
export interface Request {
  readonly job: Job;
  readonly modelHash: string;
  /** Lower runs sooner. */
  readonly rank: number;
  done(result: RunResult, milliseconds: number): void;
  failed(message: string): void;
}

interface Slot {
  readonly worker: EngineWorker;
  /** The job in hand, if any. */
  id: number;
  broken: boolean;
}

/** What stands for a request, to cancel it by. */
export type Ticket = number;

/**
 * A pool. Replicate r always goes to the same worker, which remembers its warm-up; a warm-up costs
 * twice as much as a run, so that an idle worker would gain nothing by helping out.
 */
export class EnginePool {
  private readonly slots: readonly Slot[];
  private readonly waiting = new Map<Ticket, Request>();
  private readonly running = new Map<Ticket, Request>();
  private last = 0;
  /** How many ask for the cores. */
  private holds = 0;

  constructor(workers: readonly EngineWorker[]) {
    this.slots = workers.map((worker) => ({ worker, id: 0, broken: false }));
    this.slots.forEach((slot, k) => {
      slot.worker.listen(
        (message) => {
          // a cancelled job may end while the next one is in hand
          if (message.id !== slot.id) return;
          const request = this.running.get(message.id);
          this.running.delete(message.id);
          slot.id = 0;
          if (message.type === 'done') request?.done(message.result, message.milliseconds);
          else if (message.type === 'failed') request?.failed(message.message);
          this.next(k);
        },
        (reason) => this.breakDown(slot, reason),
      );
    });
  }

  /** How many workers there are. */
  get size(): number {
    return this.slots.length;
  }

  /** Makes a roster known to all workers; the one before is forgotten. */
  useRoster(name: string, records: RosterRecords): void {
    for (const { worker } of this.slots) worker.post({ type: 'roster', name, records });
  }

  /**
   * Begins no further job until what is returned is called: somebody looks at something else that
   * is being simulated. Jobs in hand go on.
   */
  hold(): () => void {
    this.holds++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.holds--;
      this.slots.forEach((_, k) => void this.next(k));
    };
  }

  /** Asks for a run. */
  request(request: Request): Ticket {
    const ticket = ++this.last;
    this.waiting.set(ticket, request);
    this.next(request.job.replicate % this.slots.length);
    return ticket;
  }

  /**
   * Takes a request back, also when it is being worked on. It is not answered. The worker is given
   * another job without waiting for its word, which may come while the page is busy drawing.
   */
  cancel(ticket: Ticket): void {
    this.waiting.delete(ticket);
    if (!this.running.delete(ticket)) return;
    const k = this.slots.findIndex(({ id }) => id === ticket);
    const slot = this.slots[k];
    slot.worker.post({ type: 'cancel', id: ticket });
    slot.id = 0;
    // others may be taken back in the same breath, and better ones asked for
    queueMicrotask(() => this.next(k));
  }

  private next(k: number): void {
    const slot = this.slots[k];
    if (slot.id !== 0 || this.holds > 0) return;
    let best: [Ticket, Request] | undefined;
    for (const entry of this.waiting) {
      if (entry[1].job.replicate % this.slots.length !== k) continue;
      if (best === undefined || entry[1].rank < best[1].rank) best = entry;
    }
    if (best === undefined) return;
    const [ticket, request] = best;
    this.waiting.delete(ticket);
    if (slot.broken) {
      request.failed('The simulation cannot be started in this browser.');
      this.next(k);
      return;
    }
    slot.id = ticket;
    this.running.set(ticket, request);
    slot.worker.post({
      type: 'run',
      id: ticket,
      job: request.job,
      modelHash: request.modelHash,
    });
  }

  private breakDown(slot: Slot, reason: string): void {
    slot.broken = true;
    const request = this.running.get(slot.id);
    this.running.delete(slot.id);
    slot.id = 0;
    request?.failed(reason);
    this.next(this.slots.indexOf(slot));
  }
}
