/** What behaviour tests share: arms of the mentoring model from scenario text. */
import { mentoring } from '../../models/mentoring/model.ts';
import { models } from '../../models/registry.ts';
import type { Arm, Experiment, RunResult } from '../../sim/experiment/experiment.ts';
import { runReplicate } from '../../sim/experiment/replicate.ts';
import type { RosterRecords } from '../../sim/model/model.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import type { Model } from '../../sim/model/simulation.ts';

export const model = mentoring as unknown as Model;

/** An arm from the keys of a scenario file, without its head. */
export function arm(text: string, roster?: RosterRecords): Arm {
  const scenario = parseScenario(`mentorscape: 1\n${text}`, 'test.yaml', models, () => '');
  return roster ? { scenario, roster } : { scenario };
}

/** All arms of replicates 0 to `replicates` − 1. */
export function runAll(arms: readonly Arm[], seed: string, replicates: number): RunResult[][] {
  const experiment: Experiment = { model: model.name, modelHash: '', seed, replicates, arms };
  return Array.from({ length: replicates }, (_, r) => runReplicate(model, experiment, r));
}

/** The number of a recorded cell. */
export function cell(run: RunResult, outcome: string, group: string): number {
  const at = run.cells.findIndex((c) => c.outcome === outcome && c.group === group);
  if (at < 0) throw new RangeError(`cell: ${outcome} of ${group} is not recorded`);
  return at;
}
