/** The numbers of runs on their way into `series` and `final`: staged first, then inserted and counted. */
import type { Recording } from '../../sim/experiment/design.ts';
import { canonical } from '../../sim/experiment/run-id.ts';
import type { SweepResult } from '../../sim/experiment/sweep.ts';
import { keptCells, keptPeriods } from '../../sim/experiment/sweep.ts';
import type { Cell } from '../../sim/model/recorder.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { appendNumbers, appendRows } from './rows.ts';
import type { Store } from './store.ts';

/** What a run left, by what was kept of it; `before` is what the store has of it already. */
export interface RunNumbers {
  readonly runId: string;
  readonly result: SweepResult;
  readonly record: Recording;
  readonly before?: Recording;
}

/** Runs of which the same is kept, and scratch tables of their own. */
interface Batch {
  readonly suffix: number;
  readonly periods: readonly { readonly week: number }[];
  readonly cells: readonly Cell[];
  /** Rows of one run that the store has already. */
  readonly before: { readonly series: number; readonly final: number } | undefined;
  readonly runs: RunNumbers[];
}

/** Writes numbers for one sweep. */
export class ResultRows {
  private readonly store: Store;
  private readonly scenario: Scenario;
  /** All cells of the record, in the workers' order. */
  private readonly cells: readonly Cell[];
  private readonly shapes = new Map<string, Omit<Batch, 'runs'>>();
  private staged: Batch[] = [];

  constructor(store: Store, scenario: Scenario, cells: readonly Cell[]) {
    this.store = store;
    this.scenario = scenario;
    this.cells = cells;
  }

  /**
   * Puts the numbers of runs into scratch tables, where their row ids count from 0: in the transaction
   * they would not. DuckDB then says what they are of, which is far quicker than to append it.
   */
  async stage(runs: readonly RunNumbers[]): Promise<void> {
    const batches = new Map<string, Batch>();
    for (const run of runs) {
      const key = canonical([run.record, run.before ?? null]);
      const shape = this.shapes.get(key) ?? (await this.shape(run.record, run.before));
      this.shapes.set(key, shape);
      const batch = batches.get(key) ?? { ...shape, runs: [] };
      batches.set(key, batch);
      batch.runs.push(run);
    }
    this.staged = [...batches.values()];
    const { connection } = this.store;
    for (const { suffix: k, runs } of this.staged) {
      await this.store.run(`
        CREATE OR REPLACE TEMP TABLE batch${k} (position INTEGER, run_id VARCHAR);
        CREATE OR REPLACE TEMP TABLE number${k} (value DOUBLE);
        CREATE OR REPLACE TEMP TABLE answer${k} (value DOUBLE);`);
      const ids = runs.map(({ runId }, position) => [position, runId]);
      await appendRows(connection, `batch${k}`, 'is', ids);
      const numbers = (of: 'series' | 'final'): Promise<void> =>
        appendNumbers(
          connection,
          of === 'series' ? `number${k}` : `answer${k}`,
          runs.map(({ result }) => result[of]),
        );
      await numbers('series');
      await numbers('final');
    }
  }

  /** Inserts what was staged. @throws RangeError when a row was dropped on the way. */
  async insert(): Promise<void> {
    for (const batch of this.staged) {
      const { suffix: k, cells, periods, before, runs } = batch;
      const perRun = periods.length * cells.length;
      const value = 'CASE WHEN isnan(n.value) THEN NULL ELSE n.value END';
      const lacking = (table: string, week: string): string =>
        before === undefined
          ? ''
          : `WHERE NOT EXISTS (FROM ${table} t WHERE t.run_id = b.run_id ${week}
               AND t.outcome = c.outcome AND t."group" = c."group")`;
      await this.count(
        `INSERT INTO series SELECT b.run_id, c.week, c.outcome, c."group", ${value}
         FROM number${k} n JOIN batch${k} b ON b.position = n.rowid // ${perRun}
         JOIN cell${k} c ON c.position = n.rowid % ${perRun} ${lacking('series', 'AND t.week = c.week')}`,
        (perRun - (before?.series ?? 0)) * runs.length,
      );
      await this.count(
        `INSERT INTO final SELECT b.run_id, c.outcome, c."group", ${value}
         FROM answer${k} n JOIN batch${k} b ON b.position = n.rowid // ${cells.length}
         JOIN cell${k} c ON c.position = n.rowid % ${cells.length} ${lacking('final', '')}`,
        (cells.length - (before?.final ?? 0)) * runs.length,
      );
    }
  }

  private async shape(
    record: Recording,
    before: Recording | undefined,
  ): Promise<Omit<Batch, 'runs'>> {
    const suffix = this.shapes.size;
    const { horizon, record: base } = this.scenario;
    const periodsOf = (of: Recording) => keptPeriods(horizon, base.every, of);
    const periods = periodsOf(record);
    const cells = keptCells(this.cells, record).map((k) => this.cells[k]);
    await this.store.run(`CREATE OR REPLACE TEMP TABLE cell${suffix}
      (position INTEGER, week INTEGER, outcome VARCHAR, "group" VARCHAR)`);
    const rows = periods.flatMap(({ week }, p) =>
      cells.map(({ outcome, group }, c) => [p * cells.length + c, week, outcome, group]),
    );
    await appendRows(this.store.connection, `cell${suffix}`, 'iiss', rows);
    const final = before ? keptCells(this.cells, before).length : 0;
    const there = before && { series: final * periodsOf(before).length, final };
    return { suffix, periods, cells, before: there };
  }

  private async count(sql: string, expected: number): Promise<void> {
    const { rowsChanged } = await this.store.connection.run(sql);
    if (rowsChanged === expected) return;
    throw new RangeError(`store: expected ${expected} rows to be inserted, found ${rowsChanged}.`);
  }
}
