/** The worker's side: runs jobs in slices, so that a cancelled one stops soon and gives way to the next. */
import { models } from '../../models/registry.ts';
import { armInSlices } from '../../sim/experiment/replicate.ts';
import type { RosterRecords } from '../../sim/model/model.ts';
import type { Snapshot } from '../../sim/model/simulation.ts';
import type { FromEngine, Job, ToEngine } from './protocol.ts';

/** Weeks simulated between two looks at the letter box. */
const slice = 20;
/** Replicates whose warm-ups are kept; a department of 200 takes about half a megabyte each. */
const keptWarmUps = 120;

/** Makes a handler of messages. `pause` lets waiting messages in; `now` is a clock in milliseconds. */
export function createEngine(
  answer: (message: FromEngine) => void,
  pause: () => Promise<void>,
  now: () => number,
): (message: ToEngine) => void {
  const rosters = new Map<string, RosterRecords>();
  const warmUps = new Map<number, Map<string, Snapshot>>();
  const cancelled = new Set<number>();

  async function run(id: number, job: Job, modelHash: string): Promise<void> {
    const begin = now();
    const { scenario, replicate } = job;
    const model = models.find(({ name }) => name === scenario.model);
    if (!model) throw new RangeError(`no model is called ${scenario.model}`);
    const roster = job.roster === undefined ? undefined : rosters.get(job.roster);
    const experiment = {
      model: model.name,
      modelHash,
      seed: scenario.seed,
      replicates: replicate + 1,
      arms: [roster ? { scenario, roster } : { scenario }],
      networks: true,
    };
    const slices = armInSlices(model, experiment, 0, replicate, warmUpsOf(replicate), slice);
    for (;;) {
      const step = slices.next();
      if (step.done) {
        answer({ type: 'done', id, result: step.value, milliseconds: now() - begin });
        return;
      }
      await pause();
      if (cancelled.delete(id)) {
        answer({ type: 'cancelled', id });
        return;
      }
    }
  }

  function warmUpsOf(replicate: number): Map<string, Snapshot> {
    const found = warmUps.get(replicate) ?? new Map<string, Snapshot>();
    // other people or parameters need other warm-ups; the last two are worth keeping
    while (found.size > 2) found.delete(found.keys().next().value as string);
    warmUps.delete(replicate);
    warmUps.set(replicate, found);
    while (warmUps.size > keptWarmUps) warmUps.delete(warmUps.keys().next().value as number);
    return found;
  }

  return (message) => {
    if (message.type === 'roster') {
      rosters.clear();
      rosters.set(message.name, message.records);
    } else if (message.type === 'cancel') cancelled.add(message.id);
    else {
      const { id, job, modelHash } = message;
      run(id, job, modelHash).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        answer({ type: 'failed', id, message: reason });
      });
    }
  };
}
