/** Writes a sweep's runs to a store: whole runs, in transactions that are grouped by time. */
import { DuckDBTimestampValue } from '@duckdb/node-api';
import type { Recording } from '../../sim/experiment/design.ts';
import type { Plan, PlannedRun, Slice } from '../../sim/experiment/plan.ts';
import { covers, joined } from '../../sim/experiment/recording.ts';
import { canonical } from '../../sim/experiment/run-id.ts';
import type { SweepResult } from '../../sim/experiment/sweep.ts';
import type { SweepFailure, SweepSink } from '../../sim/experiment/sweep-runner.ts';
import type { Cell } from '../../sim/model/recorder.ts';
import { ResultRows } from './result-rows.ts';
import { appendRows } from './rows.ts';
import { placeOf, runRow } from './run-rows.ts';
import type { Store } from './store.ts';

/** What the writer is told, and whom it tells. */
export interface WriterOptions {
  readonly scenarioId: string;
  /** All cells of the record, in the order of the workers' numbers. */
  readonly cells: readonly Cell[];
  /** The command that replays a run. */
  readonly replay: (runId: string) => string;
  /** Milliseconds between two commits. */
  readonly commitEvery: number;
  /** Called when runs are safe, with how many of each kind. */
  readonly committed: (counts: Committed) => void;
  /** Called when the store refuses; nothing is written after that. */
  readonly broken: (error: unknown) => void;
}

/** Runs of one commit. */
export interface Committed {
  readonly done: number;
  readonly failed: number;
  /** Runs of other plans that belong to this one too. */
  readonly shared: number;
}

interface Finished {
  readonly run: PlannedRun;
  readonly result: SweepResult;
  readonly ended: bigint;
  readonly stored: Stored | undefined;
}
interface Failed {
  readonly run: PlannedRun;
  readonly failure: SweepFailure;
  readonly ended: bigint;
  readonly stored: Stored | undefined;
}
/** A run that the store has. */
interface Stored {
  readonly failed: boolean;
  readonly digest: string;
  readonly recording: Recording;
}

/** Values in hand from which a commit is made at once, and beyond which no more runs are handed out. */
const manyValues = 100_000;
const tooManyValues = 400_000;

/** The sink of one sweep. */
export class StoreWriter implements SweepSink {
  private readonly store: Store;
  private readonly plan: Plan;
  private readonly options: WriterOptions;
  private readonly rows: ResultRows;
  /** Labels of all groups, in the model's order. */
  private readonly groups: readonly string[];
  private finished: Finished[] = [];
  private failures: Failed[] = [];
  private places: PlannedRun[] = [];
  private values = 0;
  /** Runs that wait for a commit. */
  private readonly waiting = new Set<string>();
  /** Runs that are run again because the store keeps less of them than is asked. */
  private readonly partial = new Map<string, Stored>();
  /** Of these, the ones that came out otherwise or failed: the store keeps what it had. */
  readonly refused = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private committing: Promise<void> | undefined;
  private error: unknown;

  constructor(store: Store, plan: Plan, options: WriterOptions) {
    this.store = store;
    this.plan = plan;
    this.options = options;
    this.rows = new ResultRows(store, plan.base.scenario, options.cells);
    this.groups = [...new Set(options.cells.map(({ group }) => group))];
  }

  /**
   * Runs without a place in this plan; those that are there for another plan are given theirs, or are
   * run again where too little is kept of them.
   */
  async missing(slices: readonly Slice[]): Promise<readonly (readonly PlannedRun[])[]> {
    if (slices.length === 0) return [];
    const { planId } = this.plan;
    const from = slices[0].from;
    const to = Math.max(...slices.map((slice) => slice.to));
    const rows = await this.store.rows(
      'SELECT position FROM members WHERE plan_id = ? AND position >= ? AND position < ?',
      [planId, from, to],
    );
    const there = new Set(rows.map(({ position }) => Number(position)));
    const wanted = slices.map((slice) => {
      const runs: PlannedRun[] = [];
      for (let k = slice.from; k < slice.to; k++) if (!there.has(k)) runs.push(this.plan.run(k));
      return runs;
    });
    // a commit may end while the store is asked: what waits now counts as known
    const waiting = new Set(this.waiting);
    const known = await this.known(wanted.flat().map(({ runId }) => runId));
    return wanted.map((runs) =>
      runs.flatMap((run) => {
        const { runId } = run;
        if (waiting.has(runId) || this.waiting.has(runId)) {
          this.again(run);
          return [];
        }
        const stored = known.get(runId);
        return stored ? this.lacking(run, stored) : [run];
      }),
    );
  }

  /** A run that the store has: placed, or to be run again for what is not kept of it. */
  private lacking(run: PlannedRun, stored: Stored): PlannedRun[] {
    const { record } = this.plan.design;
    if (this.refused.has(run.runId)) return [];
    if (stored.failed || covers(stored.recording, record)) {
      this.again(run);
      return [];
    }
    this.partial.set(run.runId, stored);
    return [{ ...run, record: joined(stored.recording, record, this.groups) }];
  }

  done(run: PlannedRun, result: SweepResult): void {
    const stored = this.partial.get(run.runId);
    this.values += result.series.length + result.final.length;
    if (stored && stored.digest !== result.digest) {
      const message = `run again to keep more of it: expected the digest ${stored.digest}, found ${result.digest}`;
      this.failed(run, { index: run.index, message });
      return;
    }
    this.finished.push({ run, result, ended: now(), stored });
    this.places.push(run);
    this.waiting.add(run.runId);
    this.schedule();
  }

  failed(run: PlannedRun, failure: SweepFailure): void {
    const stored = this.partial.get(run.runId);
    this.failures.push({ run, failure, ended: now(), stored });
    if (stored) this.refused.add(run.runId);
    else this.places.push(run);
    this.waiting.add(run.runId);
    this.schedule();
  }

  again(run: PlannedRun): void {
    if (this.refused.has(run.runId)) return;
    this.places.push(run);
    this.schedule();
  }

  async room(): Promise<void> {
    while (this.values > tooManyValues && this.error === undefined) await this.flush();
  }

  /** Commits what is in hand. @throws what the store threw. */
  async flush(): Promise<void> {
    while (this.committing) await this.committing;
    if (this.error !== undefined) throw this.error;
    if (this.places.length === 0 && this.failures.length === 0) return;
    this.committing = this.commit().finally(() => {
      this.committing = undefined;
    });
    await this.committing;
    if (this.error !== undefined) throw this.error;
  }

  /** Waits for a commit under way and makes no further one. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    this.error ??= new Error('The sweep has ended.');
    await this.committing;
  }

  private schedule(): void {
    if (this.error !== undefined) return;
    if (this.values >= manyValues) void this.flush().catch(() => undefined);
    else if (!this.timer) {
      this.timer = setTimeout(
        () => void this.flush().catch(() => undefined),
        this.options.commitEvery,
      );
    }
  }

  private async commit(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { finished, failures, places } = this;
    this.finished = [];
    this.failures = [];
    this.places = [];
    this.values = 0;
    try {
      await this.rows.stage(
        finished.map(({ run, result, stored }) => ({
          ...{ runId: run.runId, result, record: run.record ?? this.plan.design.record },
          ...(stored ? { before: stored.recording } : {}),
        })),
      );
      await this.store.transaction(() => this.write(finished, failures, places));
    } catch (error) {
      this.error = error;
      this.options.broken(error);
      return;
    }
    for (const { run } of [...finished, ...failures]) {
      this.waiting.delete(run.runId);
      this.partial.delete(run.runId);
    }
    const [done, failed] = [finished.length, failures.length];
    const placed = done + failures.filter(({ stored }) => !stored).length;
    this.options.committed({ done, failed, shared: places.length - placed });
  }

  private async write(
    finished: readonly Finished[],
    failures: readonly Failed[],
    places: readonly PlannedRun[],
  ): Promise<void> {
    const { connection } = this.store;
    const { plan } = this;
    const of = { plan, scenarioId: this.options.scenarioId };
    await appendRows(
      connection,
      'members',
      'sbsiiiiisiss',
      places.map((run) => placeOf(plan, run)),
    );
    await appendRows(connection, 'runs', 'sssssssstd', [
      ...finished.flatMap(({ run, result, ended, stored }) =>
        stored ? [] : [runRow(of, run, ended, result)],
      ),
      ...failures.flatMap(({ run, ended, stored }) =>
        stored ? [] : [runRow(of, run, ended, undefined)],
      ),
    ]);
    await this.extend(finished, failures);
    const recorded = failures.map(({ run, failure, ended }) => [
      ...[run.runId, run.seed, failure.message, this.options.replay(run.runId)],
      new DuckDBTimestampValue(ended),
    ]);
    await appendRows(connection, 'failures', 'sssst', recorded);
    const networks = finished.flatMap(({ run, result, stored }) =>
      result.networks.flatMap(([week, network]) =>
        stored?.recording.snapshots.includes(week) ? [] : [[run.runId, week, network]],
      ),
    );
    await appendRows(connection, 'snapshots', 'sis', networks);
    await this.rows.insert();
  }

  /** Says of runs that were run again what is kept now, and forgets how an earlier try failed. */
  private async extend(finished: readonly Finished[], failures: readonly Failed[]): Promise<void> {
    const again = [...finished, ...failures].filter(({ stored }) => stored);
    if (again.length === 0) return;
    const ids = again.map(({ run }) => `'${run.runId}'`).join();
    await this.store.run(`DELETE FROM failures WHERE run_id IN (${ids})`);
    for (const { run, stored } of finished) {
      if (!stored) continue;
      await this.store.run('UPDATE runs SET recording = ? WHERE run_id = ?', [
        ...[canonical(run.record), run.runId],
      ]);
    }
  }

  /** Which of these runs the store has. */
  private async known(ids: readonly string[]): Promise<Map<string, Stored>> {
    if (ids.length === 0) return new Map();
    const list = ids.map((id) => `'${id}'`).join();
    const rows = await this.store.rows(
      `SELECT run_id, status, digest, recording FROM runs WHERE run_id IN (${list})`,
    );
    return new Map(
      rows.map(({ run_id, status, digest, recording }) => [
        `${run_id}`,
        {
          failed: status === 'failed',
          digest: `${digest}`,
          recording: JSON.parse(`${recording}`),
        },
      ]),
    );
  }
}

/** Microseconds since 1970, for people; nothing is timed by it. */
function now(): bigint {
  return BigInt(Date.now()) * 1000n;
}
