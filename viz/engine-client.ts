/** Runs scenarios in a Web Worker, so that the page stays responsive. */
import type { RunAnswer, RunRequest, RunSummary } from './protocol.ts';

interface Waiting {
  readonly resolve: (result: RunSummary) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });
let broken: Error | undefined;
let lastId = 0;

worker.addEventListener('message', ({ data }: MessageEvent<RunAnswer>) => {
  const request = waiting.get(data.id);
  waiting.delete(data.id);
  if ('error' in data) request?.reject(new Error(data.error));
  else request?.resolve(data.result);
});

// a worker that could not be loaded answers nothing: all requests, also later ones, must fail
worker.addEventListener('error', ({ message }) => {
  broken = new Error(`The engine's worker failed: ${message || 'it could not be loaded'}.`);
  for (const { reject } of waiting.values()) reject(broken);
  waiting.clear();
});

/** Runs a scenario by name. Runs asked for at the same time are done one after another. */
export function run(scenario: string, seed: number): Promise<RunSummary> {
  if (broken) return Promise.reject(broken);
  const request: RunRequest = { id: ++lastId, scenario, seed };
  return new Promise((resolve, reject) => {
    waiting.set(request.id, { resolve, reject });
    worker.postMessage(request);
  });
}
