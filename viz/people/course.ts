/** What only the course of a future shows: where senior ties went within a year, and early-warning signals. */
import { stages } from '../../models/mentoring/stages.ts';
import { earlyWarning } from '../../sim/analysis/early-warning.ts';
import type { Simulation } from '../../sim/model/simulation.ts';
import { type Frame, frameOf, Names, personValue, seniorLayer, tieName } from '../network/frame.ts';

/** Senior ties that went from one place to another; the place after the stages stands for "not there". */
export interface StageFlow {
  readonly from: number;
  readonly to: number;
  readonly ties: number;
}

/** Signals of one series at the end of each window. */
export interface Signal {
  readonly week: number;
  readonly variance: number;
  /** Null where nothing varies. */
  readonly autocorrelation: number | null;
}

export interface Course {
  readonly flows: readonly StageFlow[];
  /** Of mean burnout. */
  readonly signals: readonly Signal[];
}

/** The place of ties that had not begun, or are over. */
export const elsewhere = stages.length;
/** The year that flows are shown of, and the weeks from one look at burnout to the next. */
const flowWeeks = 52;
const every = 4;
/** Looks in a season, and in a window of two years. */
const season = 13;
const window = 2 * season;

/** Runs a simulation from its start to `horizon` and reads its course. */
export function courseOf(simulation: Simulation, horizon: number): Course {
  const { world } = simulation;
  const names = new Names();
  const burnout: number[] = [];
  let before: Frame | undefined;
  for (let week = 0; week < horizon; ) {
    const frame = frameOf(world, names);
    burnout.push(meanBurnout(frame));
    if (before === undefined && week + every > horizon - flowWeeks) before = frame;
    week = Math.min(horizon, week + every);
    simulation.runTo(week);
  }
  const end = frameOf(world, names);
  return { flows: flowsOf(before ?? end, end), signals: signalsOf(burnout) };
}

/** Signals of a series of looks; none where it is shorter than a window. */
export function signalsOf(series: readonly number[]): Signal[] {
  return earlyWarning(series, season, window).map(({ row, variance, autocorrelation }) => ({
    week: row * every,
    variance,
    autocorrelation: Number.isNaN(autocorrelation) ? null : autocorrelation,
  }));
}

function meanBurnout(frame: Frame): number {
  const rows = [...frame.person.keys()];
  return rows.reduce((sum, row) => sum + personValue(frame, 'burnout', row), 0) / rows.length;
}

/** Where every senior tie of either week was and is. */
export function flowsOf(before: Frame, now: Frame): StageFlow[] {
  const [was, is] = [stagesIn(before), stagesIn(now)];
  const counts = new Map<number, number>();
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const key = (was.get(name) ?? elsewhere) * (elsewhere + 1) + (is.get(name) ?? elsewhere);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([key, ties]) => ({
      from: Math.floor(key / (elsewhere + 1)),
      to: key % (elsewhere + 1),
      ties,
    }));
}

function stagesIn(frame: Frame): Map<string, number> {
  const found = new Map<string, number>();
  frame.layer.forEach((layer, k) => {
    if (layer === seniorLayer) found.set(tieName(frame, k), frame.tie.tieStage[k]);
  });
  return found;
}
