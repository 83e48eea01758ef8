/** Structures of futures, asked of a worker that lives as long as the page is looked at. */
import { useEffect, useRef, useState } from 'react';
import type { Future } from '../network/protocol.ts';
import type { FromPeople, ToPeople } from './people-worker.ts';

/** The answer; undefined while it is computed. */
export function useStructures(futures: readonly Future[]): FromPeople | undefined {
  const worker = useRef<Worker>(undefined);
  const [found, setFound] = useState<FromPeople>();
  const last = useRef(0);
  const key = JSON.stringify(futures);
  useEffect(() => () => worker.current?.terminate(), []);
  useEffect(() => {
    setFound(undefined);
    // a lever that is dragged would keep the worker busy with what nobody looks at
    const timer = setTimeout(() => {
      worker.current?.terminate();
      const own = new Worker(new URL('./people-worker.ts', import.meta.url), { type: 'module' });
      worker.current = own;
      const id = ++last.current;
      own.addEventListener('message', ({ data }: MessageEvent<FromPeople>) => {
        if (data.id === last.current) setFound(data);
      });
      own.addEventListener('error', ({ message }) => setFound({ id, error: message }));
      own.postMessage({ id, futures } satisfies ToPeople);
    }, 300);
    return () => clearTimeout(timer);
    // the key stands for the futures
  }, [key]);
  return found;
}
