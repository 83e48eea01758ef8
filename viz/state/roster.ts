/** The roster in use: people and ties that stay in this page, and are kept only when asked. */
import { create } from 'zustand';
import type { RosterRecords } from '../../sim/model/model.ts';
import type { Doc } from './document.ts';

/** A roster with its fingerprint, which is all that links and reports name. */
export interface LoadedRoster {
  readonly digest: string;
  readonly records: RosterRecords;
  /** The normalised files, as the command line reads them. */
  readonly people: string;
  readonly ties: string;
}

export interface RosterStore {
  readonly loaded: LoadedRoster | undefined;
}

export const useRoster = create<RosterStore>()(() => ({ loaded: undefined }));

/** Names of a roster's files: the fingerprint is in them, so that a link says which one it is. */
export function rosterFileNames(digest: string): { people: string; ties: string } {
  const stem = `roster-${digest.slice(0, 12)}`;
  return { people: `${stem}.people.csv`, ties: `${stem}.ties.csv` };
}

/** The roster that a document begins with; `missing` where it has not been brought along. */
export function rosterOf(doc: Doc): LoadedRoster | 'missing' | undefined {
  const { roster } = doc.base;
  if (!roster) return undefined;
  const { loaded } = useRoster.getState();
  const same = loaded && rosterFileNames(loaded.digest).people === roster.people;
  return same ? loaded : 'missing';
}

/** A document that begins with a roster: nothing of it is warmed up. */
export function withRoster(doc: Doc, digest: string): Doc {
  return { ...doc, base: { ...doc.base, roster: rosterFileNames(digest), warmUp: 0 } };
}

/** A document that begins with a made-up department again. */
export function withoutRoster(doc: Doc, warmUp: number): Doc {
  const { roster: _, ...base } = doc.base;
  return { ...doc, base: { ...base, warmUp } };
}
