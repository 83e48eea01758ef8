/** Replaces the ids of a roster by pseudonyms, in an order that tells nothing of the old one. */
import { digestText } from '../data/digest.ts';
import type { Roster } from './types.ts';

/** A roster under pseudonyms, and who is who: to be kept apart, or not at all. */
export interface Pseudonymised {
  readonly roster: Roster;
  readonly key: readonly { readonly pseudonym: string; readonly id: string }[];
}

/**
 * Names people P001, P002 and so on, and puts people and ties in that order. The order is a shuffle
 * that depends on `salt`, which should be the whole content of the files: the same files give the
 * same pseudonyms, and a list of names alone does not give the order away.
 */
export function pseudonymise(roster: Roster, salt: string): Pseudonymised {
  const secret = digestText(salt);
  const digits = Math.max(3, `${roster.people.length}`.length);
  const shuffled = roster.people
    .map((person) => ({ person, order: digestText(`${secret} ${person.id}`) }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const pseudonyms = new Map<string, string>();
  shuffled.forEach(({ person }, index) => {
    pseudonyms.set(person.id, `P${`${index + 1}`.padStart(digits, '0')}`);
  });
  const people = shuffled.map(({ person }, index) => {
    // line 1 of the written file is its header
    return { ...person, id: pseudonyms.get(person.id)!, line: index + 2 };
  });
  const ties = roster.ties
    .map((tie) => ({ ...tie, from: pseudonyms.get(tie.from)!, to: pseudonyms.get(tie.to)! }))
    .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind))
    .map((tie, index) => ({ ...tie, line: index + 2 }));
  const key = shuffled.map(({ person }) => {
    return { pseudonym: pseudonyms.get(person.id)!, id: person.id };
  });
  return { roster: { people, ties }, key };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
