/** One number for each run, outcome and group: the part of the record that an answer reads. */
import type { RunResult } from '../experiment/experiment.ts';
import type { Outcome } from '../model/outcomes.ts';
import type { Cell } from '../model/recorder.ts';
import { weeksPerYear } from '../model/time.ts';

/**
 * The value of cell `cell` of a run, read as the outcome says; NaN when it never applied. A period
 * weighs in a mean as much of it as lies in the year or years that are read.
 */
export function readValue(
  run: Pick<RunResult, 'rows' | 'weeks'>,
  cell: number,
  over: Outcome<never>['over'],
  recordEvery: number,
): number {
  const from = over === 'lastYear' ? run.weeks - weeksPerYear : 0;
  let sum = 0;
  let weights = 0;
  run.rows.forEach((row, k) => {
    const end = Math.min((k + 1) * recordEvery, run.weeks);
    const inside = (end - Math.max(k * recordEvery, from)) / recordEvery;
    if (inside <= 0 || Number.isNaN(row[cell])) return;
    const weight = over === 'total' ? 1 : inside;
    sum += row[cell] * weight;
    weights += weight;
  });
  if (weights === 0) return Number.NaN;
  return over === 'total' ? sum : sum / weights;
}

/** The number of a cell, or −1. */
export function cellOf(cells: readonly Cell[], outcome: string, group: string): number {
  return cells.findIndex((cell) => cell.outcome === outcome && cell.group === group);
}
