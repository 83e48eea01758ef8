/** What the page and the engine's workers say to each other: one job is one run of one arm. */
import type { RunResult } from '../../sim/experiment/experiment.ts';
import type { RosterRecords } from '../../sim/model/model.ts';
import type { Scenario } from '../../sim/model/scenario.ts';

/** One run: a scenario, and which of its futures. */
export interface Job {
  readonly scenario: Scenario;
  /** Name of a roster posted before, for a scenario that begins with observed people. */
  readonly roster?: string;
  readonly replicate: number;
}

/** Page to worker. */
export type ToEngine =
  | { readonly type: 'roster'; readonly name: string; readonly records: RosterRecords }
  | { readonly type: 'run'; readonly id: number; readonly job: Job; readonly modelHash: string }
  | { readonly type: 'cancel'; readonly id: number };

/** Worker to page. Every `run` has one answer. */
export type FromEngine =
  | {
      readonly type: 'done';
      readonly id: number;
      readonly result: RunResult;
      readonly milliseconds: number;
    }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | { readonly type: 'cancelled'; readonly id: number };

/** Whatever carries jobs: a Web Worker in the page, a stand-in in tests. */
export interface EngineWorker {
  post(message: ToEngine): void;
  listen(handler: (message: FromEngine) => void, broke: (reason: string) => void): void;
}
