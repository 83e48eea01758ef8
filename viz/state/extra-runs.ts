/** Comparisons beside the one on screen, such as an assumption moved: run when the page's own are done. */

import type { Scenario } from '../../sim/model/scenario.ts';
import { modelHashes } from '../build/facts.ts';
import type { Brief, Question, Side } from '../desk/protocol.ts';
import { keyOf } from '../engine/conductor.ts';
import type { Ticket } from '../engine/pool.ts';
import { theMachine } from './results.ts';
import { rosterOf } from './roster.ts';
import { useStudio } from './studio.ts';

/** After everything that the page itself wants. */
const lastRank = 100_000;

/** What is compared. */
export interface Extra {
  readonly baseline: Scenario;
  readonly arms: readonly Scenario[];
  readonly replicates: number;
}

/**
 * Simulates and compares. `signal` stops it, and the promise is then rejected.
 * @throws Error when a run fails or the work was stopped.
 */
export async function compareBeside(
  extra: Extra,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Brief> {
  const { pool, desk } = theMachine();
  // names of their own, so that forgetting them takes nothing from the page
  const loaded = rosterOf(useStudio.getState().doc);
  const roster = loaded === 'missing' ? undefined : loaded?.digest;
  const side = (scenario: Scenario): Side => ({
    key: `beside ${keyOf(scenario, roster)}`,
    scenario,
  });
  const sides = [extra.baseline, ...extra.arms].map(side);
  const tickets: Ticket[] = [];
  let done = 0;
  const total = sides.length * extra.replicates;
  try {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('stopped')));
      for (let replicate = 0; replicate < extra.replicates; replicate++) {
        for (const { key, scenario } of sides) {
          const ticket = pool.request({
            job: roster === undefined ? { scenario, replicate } : { scenario, replicate, roster },
            modelHash: modelHashes[scenario.model] ?? '',
            rank: lastRank + replicate,
            done: (result) => {
              desk.keep(key, result);
              onProgress(++done, total);
              if (done === total) resolve();
            },
            failed: (message) => reject(new Error(message)),
          });
          tickets.push(ticket);
        }
      }
    });
    const [baseline, ...arms] = sides;
    const question: Question = { baseline, arms, replicates: extra.replicates, courses: [] };
    return await desk.brief(question);
  } finally {
    for (const ticket of tickets) pool.cancel(ticket);
    for (const { key } of sides) desk.forget(key);
  }
}
