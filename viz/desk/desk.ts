/** The page's side of the desk: questions as promises. */
import type { RunResult } from '../../sim/experiment/experiment.ts';
import { startWorkerNamed } from '../engine/web-workers.ts';
import type { Brief, Drawing, FromDesk, Question, ReportWish, ToDesk } from './protocol.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** A desk. */
export interface Desk {
  keep(key: string, result: RunResult): void;
  /** Drops all runs of a scenario. */
  forget(key: string): void;
  brief(question: Question): Promise<Brief>;
  /** SVG text of a chart. */
  draw(drawing: Drawing): Promise<string>;
  /** HTML text of a report. */
  report(wish: ReportWish): Promise<string>;
}

/** Starts the desk's worker; another one draws, so that no answer waits for a chart. */
export function openDesk(): Desk {
  const answers = openWorker();
  let drawings: ReturnType<typeof openWorker> | undefined;
  return {
    keep: (key, result) => {
      const buffers = result.rows.map((row) => row.buffer as ArrayBuffer);
      answers.post({ type: 'keep', key, result }, buffers);
    },
    forget: (key) => answers.post({ type: 'forget', key }),
    brief: (question) => answers.ask((id) => ({ type: 'brief', id, question })),
    draw: (drawing) => {
      drawings ??= openWorker();
      return drawings.ask((id) => ({ type: 'draw', id, drawing }));
    },
    report: (wish) => answers.ask((id) => ({ type: 'report', id, wish })),
  };
}

function openWorker() {
  const worker = startWorkerNamed('desk');
  const waiting = new Map<number, Waiting>();
  let broken: Error | undefined;
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<FromDesk>) => {
    const request = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) request?.reject(new Error(data.error));
    else request?.resolve(data.value as never);
  });
  worker.addEventListener('error', ({ message }) => {
    broken = new Error(message || 'The worker for answers and charts stopped.');
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  });
  return {
    post: (message: ToDesk, transfer: Transferable[] = []) =>
      worker.postMessage(message, { transfer }),
    ask: <T>(message: (id: number) => ToDesk): Promise<T> => {
      if (broken) return Promise.reject(broken);
      const id = ++last;
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, { resolve: resolve as (value: never) => void, reject });
        worker.postMessage(message(id));
      });
    },
  };
}
