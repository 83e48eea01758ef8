/** Runs a design into a store: what is missing, on worker threads, until it is done or stopped. */
import type { FromSweepWorker, SweepWorker, ToSweepWorker } from '../../sim/experiment/sweep.ts';
import { cellsOf } from '../../sim/experiment/sweep.ts';
import { runSweep as runPlan, type SweepEnd } from '../../sim/experiment/sweep-runner.ts';
import { threadPool, threadWorker } from '../pool.ts';
import { enterPlan } from '../store/plans.ts';
import { Store } from '../store/store.ts';
import { StoreWriter } from '../store/writer.ts';
import type { LoadedDesign } from './design-file.ts';
import { writeProgress } from './progress-file.ts';
import type { Shard } from './shard.ts';
import { slicesOf } from './shard.ts';

/** How a sweep is run. */
export interface SweepRequest {
  readonly store: string;
  readonly workers: number;
  readonly shard: Shard | undefined;
  readonly maxFailures: number;
  readonly retryFailed: boolean;
  /** A fixed number of slices in a chunk, instead of adapting. */
  readonly chunk: number | undefined;
  readonly onProgress: (progress: SweepCounts) => void;
  /** Called once, with what stops the sweep. */
  readonly onStart: (stop: StopHandle) => void;
}

/** What is safe so far. */
export interface SweepCounts {
  readonly planned: number;
  /** Committed before. */
  readonly there: number;
  readonly done: number;
  readonly failed: number;
  readonly runsPerSecond: number;
  readonly secondsLeft: number | undefined;
}

/** Stops a sweep: first after the runs in hand, then without them. */
export interface StopHandle {
  afterRunsInHand(): void;
  now(): void;
}

/** How a sweep ended, with what the store holds of the plan. */
export interface SweepOutcome extends SweepEnd {
  readonly counts: SweepCounts;
  /** Distinct reasons of failures in the store, most frequent first, with one run each. */
  readonly failures: readonly { error: string; runs: number; command: string }[];
}

const commitEvery = 500;
const chunkMilliseconds = 250;
const tellEvery = 1000;

/**
 * Runs what is missing of a design.
 * @throws ScenarioError, and StoreError when the store is busy or the disk refuses.
 */
export async function runDesign(
  { plan, model, job }: LoadedDesign,
  request: SweepRequest,
): Promise<SweepOutcome> {
  const store = await Store.open(request.store, 'write');
  const started = Date.now();
  const clock = performance.now();
  const planned = request.shard ? runsOfShard(plan, request.shard) : plan.runs;
  let counts: SweepCounts = {
    ...{ planned, there: 0, done: 0, failed: 0, runsPerSecond: 0, secondsLeft: undefined },
  };
  const tell = (state: 'running' | 'finished' | 'interrupted' | 'failed'): void =>
    writeProgress(request.store, {
      ...{ state, plan: plan.planId, title: plan.design.title, started },
      ...{ shard: request.shard ? `${request.shard.number}/${request.shard.of}` : '' },
      ...counts,
      secondsLeft: counts.secondsLeft ?? null,
    });
  let teller: NodeJS.Timeout | undefined;
  try {
    if (request.retryFailed) await forgetFailures(store, plan.planId);
    const scenarioId = await enterPlan(store, plan);
    const there = await store.row('SELECT count(*) AS n FROM members WHERE plan_id = ?', [
      plan.planId,
    ]);
    counts = { ...counts, there: Number(there?.['n'] ?? 0) };
    let broken: (error: unknown) => void = () => undefined;
    const breaking = new Promise<never>((_, reject) => {
      broken = reject;
    });
    // it is raced below; until then it must not count as unheard
    breaking.catch(() => undefined);
    const writer = new StoreWriter(store, plan, {
      scenarioId,
      cells: cellsOf(model, plan.base.scenario),
      replay: (runId) => `mentorscape replay ${runId} --store ${quoted(request.store)}`,
      commitEvery,
      committed: ({ done, failed, shared }) => {
        const seconds = (performance.now() - clock) / 1000;
        counts = {
          ...counts,
          there: counts.there + shared,
          done: counts.done + done,
          failed: counts.failed + failed,
        };
        const own = counts.done + counts.failed;
        const runsPerSecond = own / seconds;
        const left = Math.max(0, planned - counts.there - own);
        const secondsLeft = runsPerSecond > 0 ? left / runsPerSecond : undefined;
        counts = { ...counts, runsPerSecond, secondsLeft };
        request.onProgress(counts);
      },
      broken: (error) => broken(error),
    });
    tell('running');
    teller = setInterval(() => tell('running'), tellEvery);
    const count = Math.max(1, Math.min(request.workers, planned));
    const pool = threadPool(count);
    const staff: SweepWorker[] = [];
    const employ = (): SweepWorker => {
      const worker = threadWorker<ToSweepWorker, FromSweepWorker>(pool, './sweep-worker.js');
      staff.push(worker);
      return worker;
    };
    let drop: () => void = () => undefined;
    const dropping = new Promise<SweepEnd>((resolve) => {
      drop = () => resolve({ done: counts.done, failed: counts.failed, stopped: true });
    });
    const afterRunsInHand = (): void => void Atomics.store(job.stop, 0, 1);
    request.onStart({
      afterRunsInHand,
      now: () => {
        afterRunsInHand();
        drop();
      },
    });
    const sweep = runPlan(plan, job, Array.from({ length: count }, employ), writer, {
      slices: slicesOf(plan, request.shard),
      replace: employ,
      maxFailures: request.maxFailures,
      chunkMilliseconds,
      ...(request.chunk === undefined ? {} : { chunkSlices: request.chunk }),
    });
    let end: SweepEnd;
    try {
      end = await Promise.race([sweep, breaking, dropping]);
      await writer.flush();
    } finally {
      Atomics.store(job.stop, 0, 1);
      for (const worker of staff) worker.end();
      await writer.end();
    }
    const failures = await failuresOf(store, plan.planId, [...writer.refused]);
    tell(end.stopped ? 'interrupted' : 'finished');
    return { ...end, counts, failures };
  } catch (error) {
    tell('failed');
    throw error;
  } finally {
    clearInterval(teller);
    await store.close();
  }
}

/** Lets failed runs of a plan be run again. */
async function forgetFailures(store: Store, planId: string): Promise<void> {
  const failed = `SELECT m.run_id FROM members m JOIN runs r USING (run_id)
    WHERE m.plan_id = '${planId}' AND r.status = 'failed'`;
  await store.transaction(async () => {
    await store.run(`CREATE OR REPLACE TEMP TABLE forgotten AS ${failed}`);
    for (const table of ['members', 'failures', 'runs']) {
      await store.run(`DELETE FROM ${table} WHERE run_id IN (SELECT run_id FROM forgotten)`);
    }
  });
}

async function failuresOf(
  store: Store,
  planId: string,
  refused: readonly string[],
): Promise<SweepOutcome['failures']> {
  const others = refused.map((id) => `'${id}'`).join();
  const rows = await store.rows(
    `SELECT replace(f.error, f.seed, '…') AS error, count(*) AS runs, min(f.command) AS command
     FROM failures f WHERE f.run_id IN (SELECT run_id FROM members WHERE plan_id = ?)
       ${others === '' ? '' : `OR f.run_id IN (${others})`}
     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5`,
    [planId],
  );
  return rows.map(({ error, runs, command }) => ({
    ...{ error: `${error}`, runs: Number(runs), command: `${command}` },
  }));
}

function runsOfShard(plan: LoadedDesign['plan'], shard: Shard): number {
  let runs = 0;
  for (const number of slicesOf(plan, shard)) {
    const { from, to } = plan.slice(number);
    runs += to - from;
  }
  return runs;
}

function quoted(word: string): string {
  return /^[\w./:=@-]+$/.test(word) ? word : JSON.stringify(word);
}
