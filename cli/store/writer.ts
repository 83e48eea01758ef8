/** Writes a sweep's runs to a store: whole runs, in transactions that are grouped by time. */
import { DuckDBTimestampValue } from '@duckdb/node-api';
import { ScenarioError, showFound } from '../../sim/data/issues.ts';
import type { Recording } from '../../sim/experiment/design.ts';
import type { Plan, PlannedRun, Slice } from '../../sim/experiment/plan.ts';
import { canonical, engineVersion } from '../../sim/experiment/run-id.ts';
import type { SweepResult } from '../../sim/experiment/sweep.ts';
import { keptPeriods } from '../../sim/experiment/sweep.ts';
import type { SweepFailure, SweepSink } from '../../sim/experiment/sweep-runner.ts';
import type { Cell } from '../../sim/model/recorder.ts';
import { appendNumbers, appendRows } from './rows.ts';
import type { Store } from './store.ts';

/** What the writer is told, and whom it tells. */
export interface WriterOptions {
  readonly scenarioId: string;
  /** The cells that are kept, in the order of the workers' numbers. */
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
}
interface Failed {
  readonly run: PlannedRun;
  readonly failure: SweepFailure;
  readonly ended: bigint;
}

/** Values in hand from which a commit is made at once, and beyond which no more runs are handed out. */
const manyValues = 100_000;
const tooManyValues = 400_000;

/** The sink of one sweep. */
export class StoreWriter implements SweepSink {
  private readonly store: Store;
  private readonly plan: Plan;
  private readonly options: WriterOptions;
  private readonly recording: string;
  private finished: Finished[] = [];
  private failures: Failed[] = [];
  private places: PlannedRun[] = [];
  private values = 0;
  /** Runs that wait for a commit. */
  private readonly waiting = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private committing: Promise<void> | undefined;
  private error: unknown;

  private constructor(store: Store, plan: Plan, options: WriterOptions) {
    this.store = store;
    this.plan = plan;
    this.options = options;
    this.recording = canonical(plan.design.record);
  }

  /** Makes the scratch tables of a writer. */
  static async create(store: Store, plan: Plan, options: WriterOptions): Promise<StoreWriter> {
    const { horizon, record } = plan.base.scenario;
    const periods = keptPeriods(horizon, record.every, plan.design.record);
    await store.run(`
      CREATE OR REPLACE TEMP TABLE cell (position INTEGER, week INTEGER, outcome VARCHAR, "group" VARCHAR);`);
    const cells = periods.flatMap(({ week }, p) =>
      options.cells.map(({ outcome, group }, k) => [
        ...[p * options.cells.length + k, week, outcome, group],
      ]),
    );
    await appendRows(store.connection, 'cell', 'iiss', cells);
    return new StoreWriter(store, plan, options);
  }

  /** Runs without a place in this plan; those that are there for another plan are given theirs. */
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
      runs.filter((run) => {
        const there = known.has(run.runId) || waiting.has(run.runId) || this.waiting.has(run.runId);
        if (there) this.again(run);
        return !there;
      }),
    );
  }

  done(run: PlannedRun, result: SweepResult): void {
    this.finished.push({ run, result, ended: now() });
    this.places.push(run);
    this.waiting.add(run.runId);
    this.values += result.series.length + result.final.length;
    this.schedule();
  }

  failed(run: PlannedRun, failure: SweepFailure): void {
    this.failures.push({ run, failure, ended: now() });
    this.places.push(run);
    this.waiting.add(run.runId);
    this.schedule();
  }

  again(run: PlannedRun): void {
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
    if (this.places.length === 0) return;
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
      await this.stage(finished);
      await this.store.transaction(() => this.write(finished, failures, places));
    } catch (error) {
      this.error = error;
      this.options.broken(error);
      return;
    }
    for (const { run } of [...finished, ...failures]) this.waiting.delete(run.runId);
    const [done, failed] = [finished.length, failures.length];
    this.options.committed({ done, failed, shared: places.length - done - failed });
  }

  private async write(
    finished: readonly Finished[],
    failures: readonly Failed[],
    places: readonly PlannedRun[],
  ): Promise<void> {
    const { connection } = this.store;
    const { cells } = this.options;
    await appendRows(
      connection,
      'members',
      'sbsiiiiisiss',
      places.map((run) => this.place(run)),
    );
    await appendRows(connection, 'runs', 'sssssssstd', [
      ...finished.map(({ run, result, ended }) =>
        this.row(run, 'done', result.digest, ended, result.milliseconds),
      ),
      ...failures.map(({ run, ended }) => this.row(run, 'failed', null, ended, 0)),
    ]);
    const recorded = failures.map(({ run, failure, ended }) => [
      ...[run.runId, run.seed, failure.message, this.options.replay(run.runId)],
      new DuckDBTimestampValue(ended),
    ]);
    await appendRows(connection, 'failures', 'sssst', recorded);
    if (finished.length === 0) return;
    const networks = finished.flatMap(({ run, result }) =>
      result.networks.map(([week, network]) => [run.runId, week, network]),
    );
    await appendRows(connection, 'snapshots', 'sis', networks);
    const perRun = finished[0].result.series.length;
    await this.insert(
      `INSERT INTO series SELECT b.run_id, c.week, c.outcome, c."group",
         CASE WHEN isnan(n.value) THEN NULL ELSE n.value END
       FROM number n JOIN batch b ON b.position = n.rowid // ${perRun}
       JOIN cell c ON c.position = n.rowid % ${perRun}`,
      perRun * finished.length,
    );
    await this.insert(
      `INSERT INTO final SELECT b.run_id, c.outcome, c."group",
         CASE WHEN isnan(a.value) THEN NULL ELSE a.value END
       FROM answer a JOIN batch b ON b.position = a.rowid // ${cells.length}
       JOIN cell c ON c.position = a.rowid % ${cells.length}`,
      cells.length * finished.length,
    );
  }

  /**
   * Puts the numbers of runs into scratch tables, where their row ids count from 0: in the transaction
   * they would not. DuckDB then says what they are of, which is far quicker than to append it.
   */
  private async stage(finished: readonly Finished[]): Promise<void> {
    if (finished.length === 0) return;
    const { connection } = this.store;
    await this.store.run(`
      CREATE OR REPLACE TEMP TABLE batch (position INTEGER, run_id VARCHAR);
      CREATE OR REPLACE TEMP TABLE number (value DOUBLE);
      CREATE OR REPLACE TEMP TABLE answer (value DOUBLE);`);
    const ids = finished.map(({ run }, k) => [k, run.runId]);
    await appendRows(connection, 'batch', 'is', ids);
    await appendNumbers(
      connection,
      'number',
      finished.map(({ result }) => result.series),
    );
    await appendNumbers(
      connection,
      'answer',
      finished.map(({ result }) => result.final),
    );
  }

  /** Inserts rows and counts them: none may be dropped on the way. */
  private async insert(sql: string, expected: number): Promise<void> {
    const { rowsChanged } = await this.store.connection.run(sql);
    if (rowsChanged === expected) return;
    throw new RangeError(`store: expected ${expected} rows to be inserted, found ${rowsChanged}.`);
  }

  private place(run: PlannedRun): (string | number | bigint)[] {
    const { factors } = this.plan.design;
    const settings = Object.fromEntries(
      factors.flatMap(({ path }, f) => (run.values[f] === null ? [] : [[path, run.values[f]]])),
    );
    return [
      ...[this.plan.planId, BigInt(run.index), run.runId, run.part, run.world, run.arm],
      ...[run.replicate, run.outer.sample, run.outer.role, run.inner.sample, run.inner.role],
      JSON.stringify(settings),
    ];
  }

  private row(
    run: PlannedRun,
    status: 'done' | 'failed',
    digest: string | null,
    ended: bigint,
    milliseconds: number,
  ): (string | number | null | DuckDBTimestampValue)[] {
    const { model } = this.plan;
    const started = ended - BigInt(Math.round(milliseconds * 1000));
    return [
      ...[run.runId, this.options.scenarioId, this.changes(run), run.seed],
      ...[canonical([engineVersion, model.name, model.version, model.hash]), status, digest],
      ...[this.recording, new DuckDBTimestampValue(started), milliseconds],
    ];
  }

  /** What the run's scenario has other than the base, as a JSON merge patch. */
  private changes({ scenario }: PlannedRun): string {
    const { scenario: base } = this.plan.base;
    const differing = (of: 'parameters' | 'population'): object => {
      if (scenario[of] === base[of]) return {};
      const entries = Object.entries(scenario[of]).filter(
        ([key, value]) => base[of][key] !== value,
      );
      return entries.length === 0 ? {} : { [of]: Object.fromEntries(entries) };
    };
    const policies = canonical(scenario.policies);
    return canonical({
      ...differing('parameters'),
      ...differing('population'),
      ...(scenario.populationSeed === base.populationSeed
        ? {}
        : { populationSeed: scenario.populationSeed }),
      ...(policies === canonical(base.policies) ? {} : { policies: scenario.policies }),
    });
  }

  /** Which of these runs the store has. @throws ScenarioError when it keeps too little of one. */
  private async known(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const list = ids.map((id) => `'${id}'`).join();
    const rows = await this.store.rows(
      `SELECT run_id, recording FROM runs WHERE run_id IN (${list})`,
    );
    for (const { run_id, recording } of rows) {
      if (
        recording === this.recording ||
        covers(JSON.parse(`${recording}`), this.plan.design.record)
      ) {
        continue;
      }
      const expected = `what the store keeps of run ${run_id}, ${recording}`;
      const remedy = 'Record the same, or choose another store';
      const found = showFound(this.recording);
      throw new ScenarioError([
        { file: this.plan.design.name, key: 'record', expected, found, remedy },
      ]);
    }
    return new Set(rows.map(({ run_id }) => `${run_id}`));
  }
}

function covers(kept: Recording, asked: Recording): boolean {
  const has = <T>(all: readonly T[], some: readonly T[]): boolean =>
    some.every((each) => all.includes(each));
  const weeks = kept.weeks === 'all' || (asked.weeks !== 'all' && has(kept.weeks, asked.weeks));
  return weeks && has(kept.groups, asked.groups) && has(kept.snapshots, asked.snapshots);
}

/** Microseconds since 1970, for people; nothing is timed by it. */
function now(): bigint {
  return BigInt(Date.now()) * 1000n;
}
