/** The built-in models, by the name a scenario may use. The one place where their types are erased. */
import type { Model } from '../sim/model/simulation.ts';
import { mentoring } from './mentoring/model.ts';
import { minimal } from './minimal/model.ts';

/** The default comes first. */
export const models: readonly Model[] = [
  mentoring as unknown as Model,
  minimal as unknown as Model,
];
