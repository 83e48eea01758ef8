/** The sweep that is open on the page: its worker, what it holds, and slices of it. */
import { useEffect, useRef, useState } from 'react';
import { text } from '../text/explore.ts';
import type { SliceCell, SliceQuery } from './slice.ts';
import type { FromSweep, SweepFacts, ToSweep } from './sweep-worker.ts';

/** A file that takes longer than this is not what it says it is. */
const patience = 90_000;

/** What is open, and what went wrong. */
export interface OpenSweep {
  readonly facts: SweepFacts | undefined;
  readonly busy: boolean;
  readonly error: string | undefined;
  open(files: readonly File[]): void;
  fail(reason: string): void;
  close(): void;
  ask(query: SliceQuery): Promise<readonly SliceCell[]>;
}

/** The sweep of this page; it is forgotten with it. */
export function useSweep(): OpenSweep {
  const worker = useRef<Worker>(undefined);
  const lastId = useRef(0);
  const [state, setState] = useState<{ facts?: SweepFacts; busy?: boolean; error?: string }>({});
  const end = (): void => {
    worker.current?.terminate();
    worker.current = undefined;
  };
  useEffect(() => end, []);
  const tell = (message: (id: number) => ToSweep): Promise<FromSweep> =>
    new Promise((resolve, reject) => {
      const id = ++lastId.current;
      const own = worker.current;
      if (!own) return reject(new Error(text.open.stopped));
      const timer = setTimeout(() => {
        end();
        reject(new Error(text.open.stopped));
      }, patience);
      const hear = ({ data }: MessageEvent<FromSweep>): void => {
        if (data.id !== id) return;
        clearTimeout(timer);
        own.removeEventListener('message', hear);
        resolve(data);
      };
      own.addEventListener('message', hear);
      own.addEventListener('error', () => reject(new Error(text.open.stopped)), { once: true });
      own.postMessage(message(id));
    });
  return {
    facts: state.facts,
    busy: state.busy === true,
    error: state.error,
    open: (files) => {
      end();
      worker.current = new Worker(new URL('./sweep-worker.ts', import.meta.url), {
        type: 'module',
      });
      setState({ busy: true });
      tell((id) => ({ id, files })).then(
        (found) => {
          if ('facts' in found) setState({ facts: found.facts });
          else if ('error' in found) setState({ error: found.error });
        },
        (error: Error) => setState({ error: error.message }),
      );
    },
    fail: (reason) => setState({ error: reason }),
    close: () => {
      end();
      setState({});
    },
    ask: async (query) => {
      const found = await tell((id) => ({ id, query }));
      if ('error' in found) throw new Error(found.error);
      return 'cells' in found ? found.cells : [];
    },
  };
}
