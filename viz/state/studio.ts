/** The one store: the document with its history, and the view. Everything else is derived. */
import { create } from 'zustand';
import type { Doc } from './document.ts';
import { documentOf } from './document.ts';
import { firstPreset, presetScenario } from './presets.ts';

/** Documents that can be gone back to. */
const longestHistory = 200;
/** Changes of the same kind within this time are one step back: a lever that is dragged. */
const oneGesture = 1200;

/** What is looked at, never what is simulated: short texts by name, checked by whoever reads them. */
export type View = Readonly<Record<string, string>>;

/** A message to the reader, such as why a link was refused. */
export interface Notice {
  readonly tone: 'error' | 'done';
  readonly text: string;
}

export interface Studio {
  readonly doc: Doc;
  readonly past: readonly Doc[];
  readonly future: readonly Doc[];
  readonly place: string;
  readonly view: View;
  readonly notice: Notice | undefined;
  /** Replaces the document; `gesture` joins quick changes of one kind into one step of undo. */
  change(edit: (doc: Doc) => Doc, gesture?: string): void;
  undo(): void;
  redo(): void;
  go(place: string): void;
  /** Sets or, by undefined, removes entries of the view. */
  look(change: Readonly<Record<string, string | undefined>>): void;
  say(notice: Notice | undefined): void;
}

let lastGesture = '';
let lastTime = 0;

export const useStudio = create<Studio>()((set) => ({
  doc: documentOf(presetScenario(firstPreset)),
  past: [],
  future: [],
  place: 'what-if',
  view: {},
  notice: undefined,
  change: (edit, gesture = '') =>
    set(({ doc, past }) => {
      const next = edit(doc);
      if (next === doc) return {};
      const now = performance.now();
      const joined = gesture !== '' && gesture === lastGesture && now - lastTime < oneGesture;
      lastGesture = gesture;
      lastTime = now;
      if (joined) return { doc: next, future: [] };
      return { doc: next, past: [...past.slice(1 - longestHistory), doc], future: [] };
    }),
  undo: () =>
    set(({ doc, past, future }) => {
      const before = past.at(-1);
      lastGesture = '';
      return before ? { doc: before, past: past.slice(0, -1), future: [doc, ...future] } : {};
    }),
  redo: () =>
    set(({ doc, past, future }) => {
      const [next, ...rest] = future;
      lastGesture = '';
      return next ? { doc: next, past: [...past, doc], future: rest } : {};
    }),
  go: (place) => set({ place }),
  look: (change) =>
    set(({ view }) => {
      const entries = Object.entries({ ...view, ...change });
      const kept = entries.filter((entry): entry is [string, string] => entry[1] !== undefined);
      return { view: Object.fromEntries(kept) };
    }),
  say: (notice) => set({ notice }),
}));
