/** Money over time: what programmes cost, the losses they avoid, both together, and when they break even. */
import type { RunResult } from '../experiment/experiment.ts';
import { everybody } from '../model/groups.ts';
import { peopleCount } from '../model/recorder.ts';
import { weeksPerYear } from '../model/time.ts';
import { meanOf } from './statistics.ts';
import { cellOf } from './summary.ts';

/** The outcomes to read, all of everybody: two rates of money a year, and leavers a person-year. */
export interface MoneyOutcomes {
  readonly programmes: string;
  readonly losses: string;
  readonly leaving: string;
}

/** A scenario against the baseline over the whole run: means of pairs. */
export interface MoneyAnswer {
  readonly scenario: string;
  /** Pairs of futures. */
  readonly replicates: number;
  readonly years: number;
  /** Cost of programmes beyond the baseline's, before any saving. */
  readonly gross: number;
  /** Losses that the baseline has and the scenario has not. */
  readonly avoided: number;
  /** Gross less avoided: below 0 it pays. */
  readonly net: number;
  /** Year from whose end on the mean net stays at or below 0; null when it does not by the end. */
  readonly breakEvenYear: number | null;
  /** Share of futures that have broken even by the end. */
  readonly futuresBrokenEven: number;
  /** People who stayed and would have left. */
  readonly retained: number;
  /** Gross cost for each of them; null when nobody was retained. */
  readonly costPerRetained: number | null;
}

interface Flow {
  readonly gross: number[];
  readonly avoided: number[];
  readonly retained: number;
}

/** The money of a scenario; undefined when its outcomes were not recorded or nothing was paired. */
export function moneyOf(
  scenario: string,
  baseline: readonly RunResult[],
  runs: readonly RunResult[],
  every: number,
  names: MoneyOutcomes,
): MoneyAnswer | undefined {
  const byReplicate = new Map(baseline.map((run) => [run.replicate, run]));
  const flows = runs.flatMap((run) => {
    const before = byReplicate.get(run.replicate);
    return (before && flowOf(before, run, every, names)) ?? [];
  });
  if (flows.length === 0) return undefined;
  const gross = meanOf(flows.map((flow) => last(flow.gross)));
  const avoided = meanOf(flows.map((flow) => last(flow.avoided)));
  const retained = meanOf(flows.map((flow) => flow.retained));
  const nets = flows.map((flow) => flow.gross.map((cost, k) => cost - flow.avoided[k]));
  const mean = nets[0].map((_, k) => meanOf(nets.map((net) => net[k])));
  return {
    scenario,
    replicates: flows.length,
    years: runs[0].weeks / weeksPerYear,
    gross,
    avoided,
    net: gross - avoided,
    breakEvenYear: gross === 0 ? null : breakEvenYear(mean, every, runs[0].weeks),
    futuresBrokenEven: meanOf(nets.map((net) => (last(net) <= 0 ? 1 : 0))),
    retained,
    costPerRetained: retained > 0 ? gross / retained : null,
  };
}

/** The year from whose end on a cumulative net cost stays at or below 0; null when it does not. */
export function breakEvenYear(net: readonly number[], every: number, weeks: number): number | null {
  let from = net.length;
  while (from > 0 && net[from - 1] <= 0) from--;
  if (from === net.length) return null;
  return Math.ceil(Math.min((from + 1) * every, weeks) / weeksPerYear);
}

/** Cumulative money of one pair at the end of each period. */
function flowOf(
  before: RunResult,
  after: RunResult,
  every: number,
  names: MoneyOutcomes,
): Flow | undefined {
  const cell = (name: string): number => cellOf(after.cells, name, everybody);
  const [programmes, losses, leaving, people] = [
    cell(names.programmes),
    cell(names.losses),
    cell(names.leaving),
    cell(peopleCount),
  ];
  if (Math.min(programmes, losses, leaving, people) < 0) return undefined;
  const gross: number[] = [];
  const avoided: number[] = [];
  let spent = 0;
  let saved = 0;
  let retained = 0;
  after.rows.forEach((row, k) => {
    const other = before.rows[k];
    const years = (Math.min((k + 1) * every, after.weeks) - k * every) / weeksPerYear;
    spent += years * (row[programmes] - other[programmes]);
    saved += years * (other[losses] - row[losses]);
    retained += years * (other[leaving] * other[people] - row[leaving] * row[people]);
    gross.push(spent);
    avoided.push(saved);
  });
  return { gross, avoided, retained };
}

function last(values: readonly number[]): number {
  return values[values.length - 1];
}
