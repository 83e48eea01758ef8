/** What becomes of senior ties, added up: arrivals in stages, endings by stage, all ties started. */
import { rowOfStart } from './begin-tie.ts';
import { origins } from './codes.ts';
import type { MentoringWorld } from './shape.ts';
import { arrivalBins, cohortAges, weeksPerBin } from './stages.ts';

/** What was read fades by this share a week, so that an outcome follows the last year or so. */
const kept = 1 - 1 / 52;
/** Arrivals and endings are rarer: they are remembered for some five years, and fade four-weekly. */
const stagesKept = 1 - 4 / 260;

/** Notes that a tie reaches a stage for the first time. */
export function arrive(world: MentoringWorld, t: number, stage: number): void {
  const { furthest, started } = world.ties.senior.column;
  furthest[t] = stage;
  const bin = Math.min(arrivalBins - 1, Math.floor((world.week - started[t]) / weeksPerBin));
  world.tables.stages.column.arrivals[stage * arrivalBins + bin]++;
}

/** Ends a senior tie by itself, not by a person's leaving, and counts it in its stage. */
export function endSenior(world: MentoringWorld, t: number): void {
  const { senior } = world.ties;
  const { ended, life } = world.tables.stages.column;
  const stage = senior.column.tieStage[t];
  ended[stage]++;
  life[stage] += world.week - senior.column.started[t];
  world.events.tieEnd.add(senior.column.source[t], 1);
  senior.end(t);
}

/** Ends all senior ties of somebody who leaves the seat, and counts them. */
export function endSeniorOf(world: MentoringWorld, seat: number): void {
  const { senior } = world.ties;
  const { source, target, ended } = senior.column;
  const count = (t: number): void => {
    if (ended[t] === 0) world.events.tieLeft.add(source[t], 1);
  };
  for (const { start, tie } of [senior.out, senior.in]) {
    for (let k = start[seat]; k < start[seat + 1]; k++) count(tie[k]);
  }
  for (let t = senior.indexed; t < senior.size; t++) {
    if (source[t] === seat || target[t] === seat) count(t);
  }
  senior.endAllOf(seat);
}

/**
 * Reads the ties that are of a set age this week: how many were started then, how many of them last,
 * and their rapport. Ended ties count with rapport 0, since those that last are a selection.
 */
export function readCohorts(world: MentoringWorld): void {
  const { ties, tables, week } = world;
  if (week % weeksPerBin === 0) fadeStages(world);
  const { due, kept: lasting, rapport: sum } = tables.cohorts.column;
  const { begun } = tables.starts.column;
  const n = origins.length;
  for (let row = 0; row < tables.cohorts.size; row++) {
    due[row] *= kept;
    lasting[row] *= kept;
    sum[row] *= kept;
  }
  for (let a = 0; a < cohortAges.length; a++) {
    const first = rowOfStart(week - cohortAges[a]) * n;
    for (let k = 0; k < n; k++) due[a * n + k] += begun[first + k];
  }
  const { started, ended, origin, rapport } = ties.senior.column;
  const [first, second, third] = cohortAges;
  for (let t = 0; t < ties.senior.size; t++) {
    const age = week - started[t];
    if ((age !== first && age !== second && age !== third) || ended[t] !== 0) continue;
    const a = age === first ? 0 : age === second ? 1 : 2;
    lasting[a * n + origin[t]]++;
    sum[a * n + origin[t]] += rapport[t];
  }
  const next = rowOfStart(week + 1) * n;
  begun.fill(0, next, next + n);
}

function fadeStages(world: MentoringWorld): void {
  const { stages } = world.tables;
  const { arrivals, ended, life } = stages.column;
  for (let k = 0; k < stages.size * arrivalBins; k++) arrivals[k] *= stagesKept;
  for (let stage = 0; stage < stages.size; stage++) {
    ended[stage] *= stagesKept;
    life[stage] *= stagesKept;
  }
}

/** Weeks within which a share of the arrivals in a stage happened; NaN when there were none. */
export function weeksToStage(world: MentoringWorld, stage: number, share: number): number {
  const { arrivals } = world.tables.stages.column;
  const first = stage * arrivalBins;
  let all = 0;
  for (let k = first; k < first + arrivalBins; k++) all += arrivals[k];
  if (all === 0) return Number.NaN;
  let before = 0;
  for (let bin = 0; bin < arrivalBins; bin++) {
    const here = arrivals[first + bin];
    // within a bin arrivals are taken to be spread evenly
    if (here > 0 && before + here >= share * all) {
      return (bin + (share * all - before) / here) * weeksPerBin;
    }
    before += here;
  }
  return arrivalBins * weeksPerBin;
}

/** Mean rapport at an age of all senior ties started, ended ones as 0; NaN when none was started. */
export function startedRapport(world: MentoringWorld, age: number, origin: number): number {
  const { due, rapport } = world.tables.cohorts.column;
  const row = cohortAges.indexOf(age as (typeof cohortAges)[number]) * origins.length + origin;
  return due[row] > 0 ? rapport[row] / due[row] : Number.NaN;
}
