/** A worker thread of the verification: plays replicates as they are asked for. */
import { parentPort, workerData } from 'node:worker_threads';
import { patterns } from './index.ts';
import type { Answer, Question } from './threads.ts';
import { playReplicate } from './verification.ts';

/** What a worker is told once. */
export interface PatternOrder {
  readonly ids: readonly string[];
  readonly folder: string;
  readonly quick: boolean;
}

const { ids, folder, quick } = workerData as PatternOrder;
const own = patterns.filter(({ id }) => ids.includes(id));
parentPort?.on('message', ({ index, task }: Question<number>) => {
  const answer: Answer<unknown> = { index, result: playReplicate(own, folder, task, quick) };
  parentPort?.postMessage(answer);
});
