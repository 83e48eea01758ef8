/** Runs made up for the analysis: one outcome, recorded yearly, for everybody and two teams. */
import type { RunResult } from '../../sim/experiment/experiment.ts';
import { handModel } from '../model/hand-model.ts';

/** Its outcome `score` is read over the last year, and more is better. */
export const model = handModel;

export const groups = ['everybody', 'red', 'blue'] as const;

/** A run of replicate `replicate`: the score of each group, and how many people each has. */
export function run(
  replicate: number,
  scores: readonly number[],
  people: readonly number[] = [40, 20, 20],
): RunResult {
  return runOf(replicate, [[...people, ...scores]], 52);
}

/** A run of several rows of [people of each group, score of each group], over `weeks` weeks. */
export function runOf(
  replicate: number,
  rows: readonly (readonly number[])[],
  weeks: number,
): RunResult {
  return {
    ...{ arm: 0, replicate, runId: `${replicate}`, seed: `${replicate}`, digest: '', weeks },
    cells: ['people', 'score'].flatMap((outcome) => groups.map((group) => ({ outcome, group }))),
    rows: rows.map((row) => Float64Array.from(row)),
    networks: [],
  };
}
