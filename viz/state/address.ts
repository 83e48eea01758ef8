/** The address of the page and the store, kept the same: place, view, and the document in short. */
import { linkEntry } from '../../sim/model/scenario-link.ts';
import { text } from '../text/shell.ts';
import type { Doc } from './document.ts';
import { decodeDocument, encodeDocument, LinkError } from './link.ts';
import { useStudio } from './studio.ts';

/** Entries of the view that are taken from an address: short words only. */
const viewName = /^[a-z][a-zA-Z]{0,23}$/;
const longestView = 200;
const mostEntries = 30;

/** Place and view of an address; the document's text is not unpacked here. */
export function readAddress(hash: string): {
  place: string;
  view: Record<string, string>;
  packed: string | undefined;
} {
  const [, path = '', query = ''] = /^#\/([^?]*)(?:\?(.*))?$/s.exec(hash) ?? [];
  const place = /^[a-z-]{1,30}$/.test(path) ? path : '';
  const view: Record<string, string> = {};
  let packed: string | undefined;
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === linkEntry) packed = value;
    else if (
      viewName.test(name) &&
      value.length <= longestView &&
      Object.keys(view).length < mostEntries
    ) {
      view[name] = value;
    }
  }
  return { place, view, packed };
}

/** The address of a place, a view and a document. */
export function writeAddress(
  place: string,
  view: Readonly<Record<string, string>>,
  packed: string,
): string {
  const query = new URLSearchParams(view);
  if (packed !== '') query.set(linkEntry, packed);
  const tail = query.toString();
  return `#/${place}${tail === '' ? '' : `?${tail}`}`;
}

/** Reads the address, follows it, and writes it whenever the store changes. */
export async function followAddress(): Promise<void> {
  let packedDoc: Doc | undefined;
  let packed = '';
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function write(): Promise<void> {
    const { doc, place } = useStudio.getState();
    if (doc !== packedDoc) {
      packed = await encodeDocument(doc);
      packedDoc = doc;
    }
    const now = useStudio.getState();
    if (now.doc !== doc) return;
    const next = writeAddress(now.place, now.view, packed);
    if (next === location.hash) return;
    // another place is a step to come back from; a changed view or document is not
    const samePlace = place === readAddress(location.hash).place;
    history[samePlace || location.hash === '' ? 'replaceState' : 'pushState'](null, '', next);
  }

  async function read(hash: string): Promise<void> {
    // what was to be written belongs to the address before
    clearTimeout(waiting);
    const found = readAddress(hash);
    const { doc, view } = useStudio.getState();
    // a link from place to place names no document: what was looked at stays
    const next = found.packed === undefined ? { ...view, ...found.view } : found.view;
    useStudio.setState({ place: found.place || 'what-if', view: next });
    if (found.packed === undefined || found.packed === packed) return;
    try {
      const opened = await decodeDocument(found.packed);
      packed = found.packed;
      packedDoc = opened;
      useStudio.getState().change(() => opened);
    } catch (error) {
      const reason = error instanceof LinkError ? error.message : text.link.broken;
      useStudio.getState().say({ tone: 'error', text: reason });
      packedDoc = doc;
    }
  }

  await read(location.hash);
  addEventListener('hashchange', ({ newURL }) => void read(new URL(newURL).hash));
  useStudio.subscribe(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void write(), 60);
  });
  await write();
}
