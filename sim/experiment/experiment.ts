/** An experiment: scenarios × replicates of one model, as plain data that can be posted to a worker. */

import type { RosterRecords } from '../model/model.ts';
import type { Cell } from '../model/recorder.ts';
import type { Scenario } from '../model/scenario.ts';
import type { NetworkSnapshot } from '../network/snapshot.ts';

/** A scenario with the people it names. */
export interface Arm {
  readonly scenario: Scenario;
  readonly roster?: RosterRecords;
}

/** All arms share replicate seeds: replicate r of every arm has the same luck. */
export interface Experiment {
  readonly model: string;
  /** A user's own model file, when the user typed one. */
  readonly modelFile?: string;
  readonly modelHash: string;
  readonly seed: string;
  readonly replicates: number;
  readonly arms: readonly Arm[];
  /** Keep the network at the start and the end of the first replicate. */
  readonly networks?: boolean;
}

/** What one run gives. `rows` are recorded periods of `cells`, in the order of the recorder. */
export interface RunResult {
  readonly arm: number;
  readonly replicate: number;
  readonly runId: string;
  readonly seed: string;
  readonly digest: string;
  /** Weeks recorded: the horizon. The last period is shorter than the others where it ends first. */
  readonly weeks: number;
  readonly cells: readonly Cell[];
  readonly rows: readonly Float64Array[];
  readonly networks: readonly NetworkSnapshot[];
}

/** A run that did not finish. */
export interface RunFailure {
  /** −1 where it is not known which arm of the replicate failed. */
  readonly arm: number;
  readonly replicate: number;
  readonly seed: string;
  readonly message: string;
}
