/** What the page asks of the desk: the worker that keeps results, compares them and draws charts. */
import type { TopLevelSpec } from 'vega-lite';
import type { Answer } from '../../report/answer.ts';
import type { Harm } from '../../report/harm.ts';
import type { MoneyAnswer } from '../../sim/analysis/money.ts';
import type { Comparison } from '../../sim/analysis/paired.ts';
import type { TrajectoryPoint } from '../../sim/analysis/trajectory.ts';
import type { RunResult } from '../../sim/experiment/experiment.ts';
import type { Scenario } from '../../sim/model/scenario.ts';

/** Runs of one scenario, by the key under which they were kept. */
export interface Side {
  readonly key: string;
  readonly scenario: Scenario;
}

/** A comparison to be made from kept results. */
export interface Question {
  readonly baseline: Side;
  readonly arms: readonly Side[];
  /** Replicates 0 to this number, where they are there. */
  readonly replicates: number;
  /** Outcomes and groups of which the course over the years is wanted. */
  readonly courses: readonly Course[];
}

export interface Course {
  readonly outcome: string;
  readonly group: string;
}

/** One scenario's part of an answer. */
export interface ArmBrief {
  readonly name: string;
  readonly title: string;
  readonly answer: Answer;
  readonly harms: readonly Harm[];
  /** Outcome and group of the clear changes worth saying first. */
  readonly leading: readonly Course[];
  /** By `outcome/group`. */
  readonly courses: Readonly<Record<string, readonly TrajectoryPoint[]>>;
  readonly differences: Readonly<Record<string, readonly TrajectoryPoint[]>>;
  /** Money over the whole run, where costs are recorded. */
  readonly money: MoneyAnswer | undefined;
  readonly digest: string;
}

/** What can be said so far. */
export interface Brief {
  readonly pairs: number;
  readonly comparisons: readonly Comparison[];
  readonly baseline: {
    readonly courses: Readonly<Record<string, readonly TrajectoryPoint[]>>;
    readonly digest: string;
    readonly runs: number;
  };
  readonly arms: readonly ArmBrief[];
}

export interface ReportWish {
  readonly question: Question;
  readonly version: string;
  readonly command: string;
  readonly modelHash: string;
  readonly rosterDigest: string;
}

/** Page to desk. Others than `keep` and `forget` are answered under their id. */
export type ToDesk =
  | { readonly type: 'keep'; readonly key: string; readonly result: RunResult }
  | { readonly type: 'forget'; readonly key: string }
  | { readonly type: 'brief'; readonly id: number; readonly question: Question }
  | { readonly type: 'draw'; readonly id: number; readonly drawing: Drawing }
  | { readonly type: 'report'; readonly id: number; readonly wish: ReportWish };

/** A chart to be drawn as SVG. */
export interface Drawing {
  readonly spec: TopLevelSpec;
  readonly title: string;
  readonly description: string;
}

/** Desk to page. */
export type FromDesk =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };
