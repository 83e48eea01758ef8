/** The worker of the place "People": the structure of a future, today and with a plan. */
import { models } from '../../models/registry.ts';
import type { Snapshot } from '../../sim/model/simulation.ts';
import type { Future } from '../network/protocol.ts';
import type { Course } from './course.ts';
import { type Structure, structuresOf } from './structure.ts';

/** Page to worker: futures of which start and end are wanted. */
export interface ToPeople {
  readonly id: number;
  readonly futures: readonly Future[];
}

/** Worker to page. */
export type FromPeople =
  | {
      readonly id: number;
      readonly structures: readonly (readonly [start: Structure, end: Structure, course: Course])[];
    }
  | { readonly id: number; readonly error: string };

const warmed = new Map<string, Snapshot>();

function answer({ id, futures }: ToPeople): FromPeople {
  try {
    while (warmed.size > 2) warmed.delete(warmed.keys().next().value as string);
    const structures = futures.map((future) => {
      const model = models.find(({ name }) => name === future.scenario.model);
      if (!model) throw new RangeError(`no model is called ${future.scenario.model}`);
      return structuresOf(model, future, warmed);
    });
    return { id, structures };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<ToPeople>) => postMessage(answer(data)));
