/** Reels: films as they arrive from the network's worker, and stories asked of it. */
import { useEffect, useState } from 'react';
import { theMachine } from '../state/results.ts';
import type { Frame } from './frame.ts';
import { placeAt, placeMap } from './layout.ts';
import type { FromFilm, Future, StoryLine, ToFilm } from './protocol.ts';
import { stretch } from './protocol.ts';

type Point = readonly [x: number, y: number];

/** What of a film has arrived; a new object with every stretch. */
export interface Reel {
  /** Frames by future. */
  readonly films: readonly (readonly Frame[])[];
  readonly places: readonly ReadonlyMap<number, Point>[];
  /** The runs' digests, once they are whole. */
  readonly digests: readonly string[] | undefined;
  readonly error: string | undefined;
}

const emptyReel: Reel = { films: [], places: [], digests: undefined, error: undefined };

type Handler = (message: FromFilm) => void;

let worker: Worker | undefined;
let lastId = 0;
const handlers = new Map<number, Handler>();

function theWorker(): Worker {
  if (worker) return worker;
  const started = new Worker(new URL('./film-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<FromFilm>) =>
    handlers.get(data.id)?.(data),
  );
  started.addEventListener('error', ({ message }) => {
    for (const [id, handle] of handlers) {
      handle({ type: 'failed', id, message: message || 'The worker of the network stopped.' });
    }
    handlers.clear();
    worker = undefined;
  });
  worker = started;
  return started;
}

function send(handler: Handler, message: (id: number) => ToFilm): number {
  const id = ++lastId;
  handlers.set(id, handler);
  theWorker().postMessage(message(id));
  return id;
}

/** The films of futures, as far as they have come. `name` tells the reels of one page apart. */
export function useReel(name: string, futures: readonly Future[]): Reel {
  const [reel, setReel] = useState(emptyReel);
  const key = JSON.stringify(futures);
  useEffect(() => {
    setReel(emptyReel);
    if (futures.length === 0) return;
    // what is looked at comes before futures that will be looked at later
    const release = theMachine().pool.hold();
    const id = send(
      (message) => {
        if (message.type !== 'stretch') release();
        setReel((before) => extended(before, message));
      },
      (own) => ({ type: 'film', id: own, reel: name, futures }),
    );
    return () => {
      release();
      handlers.delete(id);
      worker?.postMessage({ type: 'stop', reel: name } satisfies ToFilm);
    };
    // the key stands for the futures
  }, [name, key]);
  return reel;
}

function extended(before: Reel, message: FromFilm): Reel {
  if (message.type === 'stretch') {
    return {
      ...before,
      films: message.frames.map((frames, k) => [...(before.films[k] ?? []), ...frames]),
      places: [...before.places, placeMap(message.places)],
    };
  }
  if (message.type === 'end') return { ...before, digests: message.digests };
  if (message.type === 'failed') return { ...before, error: message.message };
  return before;
}

/** The story of a person; undefined while it is read. */
export interface Story {
  readonly lines: readonly StoryLine[] | undefined;
  readonly error: string | undefined;
}

/** Asks for the story of a person. */
export function useStory(future: Future, person: number): Story {
  const [story, setStory] = useState<Story>({ lines: undefined, error: undefined });
  const key = JSON.stringify(future);
  useEffect(() => {
    setStory({ lines: undefined, error: undefined });
    const id = send(
      (message) => {
        if (message.type === 'story') setStory({ lines: message.lines, error: undefined });
        if (message.type === 'failed') setStory({ lines: undefined, error: message.message });
      },
      (own) => ({ type: 'story', id: own, future, person }),
    );
    return () => void handlers.delete(id);
    // the key stands for the future
  }, [key, person]);
  return story;
}

/** The frame of a future at a week, or the last one before it; undefined while none has arrived. */
export function frameAt({ films }: Reel, week: number, side = 0): Frame | undefined {
  const frames = films[side] ?? [];
  if (frames.length === 0) return undefined;
  const step = frames.length > 1 ? frames[1].week - frames[0].week : 1;
  return frames[Math.min(frames.length - 1, Math.max(0, Math.floor(week / step)))];
}

/** Where people stand in a week. */
export function placesIn({ places }: Reel, week: number): (who: number) => Point | undefined {
  const k = Math.min(places.length - 1, Math.floor(week / stretch));
  const now = places[k];
  return (who) => {
    if (now === undefined) return undefined;
    return placeAt(places[k - 1], now, who, week - k * stretch) ?? places[k - 1]?.get(who);
  };
}
