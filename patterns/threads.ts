/** Shares tasks among worker threads; results come back in the order of the tasks. */
import { Worker } from 'node:worker_threads';

/** What a worker thread answers to task `index`. */
export interface Answer<R> {
  readonly index: number;
  readonly result: R;
}

/** What a worker thread is asked. */
export interface Question<T> {
  readonly index: number;
  readonly task: T;
}

/**
 * Results of all tasks, which do not depend on the number of workers. `order` is told to each worker
 * once. @throws what a task throws.
 */
export async function shareOut<T, R>(
  file: URL,
  order: unknown,
  tasks: readonly T[],
  workers: number,
  onDone: (done: number) => void = () => {},
): Promise<R[]> {
  const results: R[] = new Array(tasks.length);
  let next = 0;
  let done = 0;
  const employ = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData: order });
      const give = (): void => {
        if (next >= tasks.length) {
          void worker.terminate().then(() => resolve());
          return;
        }
        const question: Question<T> = { index: next, task: tasks[next] };
        next++;
        worker.postMessage(question);
      };
      worker.on('error', reject);
      worker.on('message', ({ index, result }: Answer<R>) => {
        results[index] = result;
        onDone(++done);
        give();
      });
      give();
    });
  await Promise.all(Array.from({ length: Math.min(workers, tasks.length) }, employ));
  return results;
}
