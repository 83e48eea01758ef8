/** What a comparison report is made from: plain data that the command line or the viewer gathers. */
import type { MoneyAnswer } from '../sim/analysis/money.ts';
import type { Comparison } from '../sim/analysis/paired.ts';
import type { TrajectoryPoint } from '../sim/analysis/trajectory.ts';
import type { RunFailure } from '../sim/experiment/experiment.ts';
import type { Scenario } from '../sim/model/scenario.ts';
import type { Model } from '../sim/model/simulation.ts';
import type { NetworkSnapshot } from '../sim/network/snapshot.ts';

/** One scenario's side of a report. The baseline comes first. */
export interface ReportArm {
  readonly scenario: Scenario;
  readonly runIds: readonly string[];
  /** The first replicate's network at the start and at the end. */
  readonly networks: readonly NetworkSnapshot[];
  /** Keyed `outcome/group`. */
  readonly trajectories: Readonly<Record<string, readonly TrajectoryPoint[]>>;
}

export interface ReportInput {
  readonly model: Model;
  readonly arms: readonly ReportArm[];
  readonly comparisons: readonly Comparison[];
  /** Money of the scenarios over the whole run, where costs were recorded. */
  readonly money?: readonly MoneyAnswer[];
  /** Groups too small to show in some future; left out, means over time decide. */
  readonly hiddenGroups?: readonly string[];
  readonly failures: readonly RunFailure[];
  readonly replicates: number;
  readonly seed: string;
  /** The version of Mentorscape, and the command that made the report. */
  readonly version: string;
  readonly command: string;
  readonly modelHash: string;
  /** Fingerprint of the roster, '' for a synthetic population. */
  readonly rosterDigest: string;
}
