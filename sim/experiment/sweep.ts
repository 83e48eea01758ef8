/** A sweep's messages between the main thread and its workers, and the worker's side of it. */
import { RunError } from '../data/issues.ts';
import { GroupSlots } from '../model/groups.ts';
import type { Cell } from '../model/recorder.ts';
import { Recorder } from '../model/recorder.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Model, Snapshot } from '../model/simulation.ts';
import type { Design, Recording } from './design.ts';
import { endsOf } from './design-record.ts';
import type { Arm, RunResult } from './experiment.ts';
import type { Plan } from './plan.ts';
import { createPlan } from './plan.ts';
import { runScenario } from './replicate.ts';
import { rosterDigest } from './run-id.ts';
import type { WorkerOf } from './runner.ts';

/** What a worker needs to make the same plan as the main thread: plain data. */
export interface SweepJob {
  readonly model: string;
  /** A user's own model file, when the user typed one. */
  readonly modelFile?: string;
  readonly modelHash: string;
  readonly design: Design;
  readonly base: Arm;
  /** Element 0 becomes 1 when no further run shall begin. */
  readonly stop: Int32Array;
}

/** What one run leaves. */
export interface SweepResult {
  readonly index: number;
  readonly digest: string;
  /** The kept cells of the kept periods, period by period. */
  readonly series: Float64Array<ArrayBuffer>;
  /** What an answer reads of the kept cells. */
  readonly final: Float64Array<ArrayBuffer>;
  /** Week and network as JSON. */
  readonly networks: readonly (readonly [number, string])[];
  readonly milliseconds: number;
}

/** Main thread to worker. */
export type ToSweepWorker =
  | { readonly type: 'begin'; readonly job: SweepJob }
  | {
      readonly type: 'runs';
      readonly indices: readonly number[];
      /** What to keep of runs of which that is more than the design asks, by their number. */
      readonly records?: ReadonlyMap<number, Recording>;
    };

/** Worker to main thread: an answer for every run in order, or none after a stop; then `rest`. */
export type FromSweepWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly result: SweepResult }
  | { readonly type: 'failed'; readonly index: number; readonly message: string }
  /** All runs of one message are answered, or were left when the sweep stopped. */
  | { readonly type: 'rest' };

export type SweepWorker = WorkerOf<ToSweepWorker, FromSweepWorker>;

/** Warm-ups held at once: neighbours in a plan share theirs. */
const mostWarmUps = 2;

/** What a worker thread brings to a sweep: how models are found, time, and how an answer is read. */
export interface SweepTools {
  modelOf(job: SweepJob): Model | Promise<Model>;
  /** Milliseconds from some beginning; never turned back. */
  now(): number;
  /** The part of a run's cell that an answer reads. */
  readFinal(
    model: Model,
    run: Pick<RunResult, 'rows' | 'weeks'>,
    cell: number,
    of: Cell,
    every: number,
  ): number;
  answer(message: FromSweepWorker, transfer: readonly ArrayBuffer[]): void;
}

/** Makes a handler of messages. Runs of one message are answered one by one. */
export function createSweepServer(tools: SweepTools): (message: ToSweepWorker) => Promise<void> {
  let job: SweepJob | undefined;
  let model: Model | undefined;
  let plan: Plan | undefined;
  let digestOfRoster = '';
  const warmed = new Map<string, Snapshot>();
  return async (message) => {
    if (message.type === 'begin') {
      job = message.job;
      model = await tools.modelOf(job);
      plan = createPlan(model, job.modelHash, job.design, job.base);
      digestOfRoster = rosterDigest(job.base.roster);
      tools.answer({ type: 'ready' }, []);
      return;
    }
    if (!job || !model || !plan) throw new RangeError('sweep: expected `begin` before `runs`.');
    for (const index of message.indices) {
      if (Atomics.load(job.stop, 0) !== 0) break;
      try {
        const record = message.records?.get(index) ?? plan.design.record;
        const result = runOne(tools, { model, plan, warmed, digestOfRoster }, index, record);
        tools.answer({ type: 'done', result }, [result.series.buffer, result.final.buffer]);
      } catch (error) {
        tools.answer({ type: 'failed', index, message: reasonOf(error) }, []);
      }
      for (const key of warmed.keys()) if (warmed.size > mostWarmUps) warmed.delete(key);
    }
    tools.answer({ type: 'rest' }, []);
  };
}

interface Bench {
  readonly model: Model;
  readonly plan: Plan;
  readonly warmed: Map<string, Snapshot>;
  readonly digestOfRoster: string;
}

function runOne(tools: SweepTools, bench: Bench, index: number, record: Recording): SweepResult {
  const { model, plan, warmed, digestOfRoster } = bench;
  const { scenario, seed } = plan.settings(index);
  const started = tools.now();
  const context = { seed, snapshots: record.snapshots, digestOfRoster, warmed };
  const run = runScenario(model, { ...plan.base, scenario }, context);
  const kept = keptCells(run.cells, record);
  const periods = keptPeriods(scenario.horizon, scenario.record.every, record);
  const series = new Float64Array(periods.length * kept.length);
  periods.forEach(({ row }, p) => {
    kept.forEach((cell, k) => {
      series[p * kept.length + k] = run.rows[row][cell];
    });
  });
  return {
    index,
    digest: run.digest,
    series,
    final: Float64Array.from(kept, (cell) =>
      tools.readFinal(model, run, cell, run.cells[cell], scenario.record.every),
    ),
    networks: run.networks.map((network) => [network.week, JSON.stringify(network)]),
    milliseconds: tools.now() - started,
  };
}

/** Numbers of the cells that are kept. */
export function keptCells(cells: readonly Cell[], record: Recording): number[] {
  return cells.flatMap(({ group }, k) => (record.groups.includes(group) ? [k] : []));
}

/** All cells of a scenario's record, in the recorder's order. */
export function cellsOf(model: Model, { record }: Scenario): readonly Cell[] {
  const outcomes = record.outcomes.map((name) => [name, model.outcomes[name]] as const);
  return new Recorder(outcomes, new GroupSlots(model.groupings), {}, record.every).cells;
}

/** Rows of the record that are kept, with the weeks in which they end. */
export function keptPeriods(
  horizon: number,
  every: number,
  record: Recording,
): { row: number; week: number }[] {
  const all = endsOf(horizon, every).map((week, row) => ({ row, week }));
  const { weeks } = record;
  return weeks === 'all' ? all : all.filter(({ week }) => weeks.includes(week));
}

function reasonOf(error: unknown): string {
  if (error instanceof RunError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
