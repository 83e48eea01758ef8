/** Simulates a grid through the page's pool, after everything that the page itself wants. */
import type { RunResult } from '../../sim/experiment/experiment.ts';
import { modelHashes } from '../build/facts.ts';
import type { Ticket } from '../engine/pool.ts';
import { theMachine } from '../state/results.ts';
import type { GridCell } from './grid.ts';

const lastRank = 200_000;

/**
 * The value of every run, cell by cell. `signal` stops it, and the promise is then rejected.
 * @throws Error when a run fails or the work was stopped.
 */
export async function sweep(
  cells: readonly GridCell[],
  futures: number,
  roster: string | undefined,
  read: (result: RunResult) => number,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<number[][]> {
  const { pool } = theMachine();
  const values = cells.map(() => new Array<number>(futures).fill(Number.NaN));
  const tickets: Ticket[] = [];
  let done = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('stopped')));
      // one future of all cells after the other: its warm-up is simulated once
      for (let replicate = 0; replicate < futures; replicate++) {
        cells.forEach(({ scenario }, k) => {
          const job = { scenario, replicate, ...(roster === undefined ? {} : { roster }) };
          const ticket = pool.request({
            job,
            modelHash: modelHashes[scenario.model] ?? '',
            rank: lastRank + replicate,
            done: (result) => {
              values[k][replicate] = read(result);
              onProgress(++done);
              if (done === cells.length * futures) resolve();
            },
            failed: (message) => reject(new Error(message)),
          });
          tickets.push(ticket);
        });
      }
    });
    return values;
  } finally {
    for (const ticket of tickets) pool.cancel(ticket);
  }
}
