/** Named scenarios kept in this browser, as the text of links; read as carefully as any link. */

import type { Doc } from './document.ts';
import { decodeDocument, encodeDocument } from './link.ts';
import { recall, remember } from './storage.ts';

/** Something kept. */
export interface Kept {
  readonly name: string;
  readonly packed: string;
}

const entry = 'kept';
const mostKept = 50;
const longestName = 80;

/** What is kept, the newest first. What cannot be read is left out. */
export function listKept(): Kept[] {
  let list: unknown;
  try {
    list = JSON.parse(recall(entry) ?? '[]');
  } catch {
    return [];
  }
  return Array.isArray(list) ? list.filter(isKept).slice(0, mostKept) : [];
}

/** Keeps a document under a name; one of the same name is replaced. False where there is no room. */
export async function keepDocument(name: string, doc: Doc): Promise<boolean> {
  const own = { name: name.trim().slice(0, longestName), packed: await encodeDocument(doc) };
  const others = listKept().filter((kept) => kept.name !== own.name);
  return remember(entry, JSON.stringify([own, ...others].slice(0, mostKept)));
}

/** Drops one. */
export function dropKept(name: string): void {
  remember(entry, JSON.stringify(listKept().filter((kept) => kept.name !== name)));
}

/** Reads one. @throws LinkError where it cannot be used. */
export function openKept({ packed }: Kept): Promise<Doc> {
  return decodeDocument(packed);
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  return (
    typeof Reflect.get(value, 'name') === 'string' &&
    typeof Reflect.get(value, 'packed') === 'string'
  );
}
