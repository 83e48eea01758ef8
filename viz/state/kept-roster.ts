/** A roster kept in this browser, only because somebody asked for it. */
import type { LoadedRoster } from './roster.ts';
import { forget, recall, remember } from './storage.ts';

const entry = 'roster';

/** The kept files, as text; they are read and checked anew before use. */
export function recallRoster(): { people: string; ties: string } | undefined {
  try {
    const kept: unknown = JSON.parse(recall(entry) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const [people, ties] = [Reflect.get(kept, 'people'), Reflect.get(kept, 'ties')];
    return typeof people === 'string' && typeof ties === 'string' ? { people, ties } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a roster; false where the browser has no room. */
export function keepRoster({ people, ties }: LoadedRoster): boolean {
  return remember(entry, JSON.stringify({ people, ties }));
}

/** Drops it. */
export function forgetRoster(): void {
  forget(entry);
}
