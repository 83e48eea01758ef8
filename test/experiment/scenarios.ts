/** Small scenarios of the mentoring model as arms of an experiment. */
import { mentoring } from '../../models/mentoring/model.ts';
import { models } from '../../models/registry.ts';
import type { Arm, Experiment, RunResult } from '../../sim/experiment/experiment.ts';
import { runReplicate } from '../../sim/experiment/replicate.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import type { Model } from '../../sim/model/simulation.ts';

export const model = mentoring as unknown as Model;

const small = `mentorscape: 1
population: { faculty: 16, residents: 8, departments: 2 }
horizon: 1 year
warmUp: 26 weeks
`;

/** A small department; `more` are further lines of the file. */
export function scenario(more = '', base = small): Scenario {
  return parseScenario(base + more, 'small.yaml', models, () => '');
}

/** An experiment of some small departments. */
export function experiment(
  scenarios: readonly Scenario[],
  more: Partial<Experiment> = {},
): Experiment {
  const arms: Arm[] = scenarios.map((each) => ({ scenario: each }));
  return { model: model.name, modelHash: 'hash', seed: '1', replicates: 2, arms, ...more };
}

/** Replicate r of all arms. */
export function runAll(scenarios: readonly Scenario[], replicate = 0, seed = '1'): RunResult[] {
  return runReplicate(model, experiment(scenarios, { seed }), replicate);
}
