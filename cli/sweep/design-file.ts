/** A design file with its base scenario, people and plan. */

import type { Design } from '../../sim/experiment/design.ts';
import { parseDesign } from '../../sim/experiment/design-parse.ts';
import type { Arm } from '../../sim/experiment/experiment.ts';
import type { Plan } from '../../sim/experiment/plan.ts';
import { createPlan } from '../../sim/experiment/plan.ts';
import type { SweepJob } from '../../sim/experiment/sweep.ts';
import type { RosterRecords } from '../../sim/model/model.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import type { Model } from '../../sim/model/simulation.ts';
import { loadRoster } from '../arms.ts';
import { availableModels, modelHash } from '../models.ts';
import { readScenario, readText, rosterFiles } from '../read-scenario.ts';

/** A design that is ready to run. */
export interface LoadedDesign {
  readonly plan: Plan;
  readonly model: Model;
  readonly job: SweepJob;
}

/** Reads a design and all it names. @throws ScenarioError with all problems. */
export async function loadDesign(path: string, modelFile?: string): Promise<LoadedDesign> {
  const models = await availableModels(modelFile);
  const file = path.replaceAll('\\', '/');
  const { design, base } = parseDesign(readText(file), file, models, {
    scenario: (name) => readScenario(name, models),
    text: readText,
  });
  return planOf(design, base, models, modelFile);
}

/** The plan of a design, with the people of its base scenario. */
export function planOf(
  design: Design,
  base: Scenario,
  models: readonly Model[],
  modelFile?: string,
): LoadedDesign {
  const model = models.find(({ name }) => name === base.model);
  if (!model) throw new RangeError(`no model is called ${base.model}`);
  const files = rosterFiles(base);
  const roster: RosterRecords | undefined = files && loadRoster(files);
  const arm: Arm = { scenario: base, ...(roster ? { roster } : {}) };
  const hash = modelHash(model, modelFile);
  const ownFile = modelFile !== undefined && model === models[0];
  const job: SweepJob = {
    ...{ model: model.name, modelHash: hash, design, base: arm },
    ...(ownFile ? { modelFile } : {}),
    stop: new Int32Array(new SharedArrayBuffer(4)),
  };
  return { plan: createPlan(model, hash, design, arm), model, job };
}
