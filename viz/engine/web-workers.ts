/** Engine workers of the browser: as many as there are cores but one, at least two. */
import type { EngineWorker, FromEngine } from './protocol.ts';

const cores = navigator.hardwareConcurrency || 2;

/** So few that two engines leave none for the page itself. */
export const fewCores = cores <= 2;

/** Starts the workers. */
export function startWorkers(): EngineWorker[] {
  return Array.from({ length: Math.min(8, Math.max(2, cores - 1)) }, startWorker);
}

function startWorker(): EngineWorker {
  const worker = startWorkerNamed('engine');
  return {
    post: (message) => worker.postMessage(message),
    listen: (handler, broke) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => handler(data));
      worker.addEventListener('error', ({ message }) => broke(message || 'A worker stopped.'));
    },
  };
}

/** Starts a worker under the name that says what it does. */
export function startWorkerNamed(name: 'engine' | 'desk'): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
}
