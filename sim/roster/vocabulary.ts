/** The words a model understands in a roster: roles and ranks, kinds of tie, identity axes, numbers. */

/** An optional numeric attribute of a person. */
export interface RosterNumber {
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly doc: string;
}

/** Supplied by the model; everything else in `sim/roster` is generic. */
export interface RosterVocabulary {
  /** Roles in ascending order of seniority, ranks ascending within. */
  readonly roles: readonly { readonly name: string; readonly ranks: readonly string[] }[];
  /** The kinds of tie: upward in rank, and between equals. */
  readonly layers: { readonly upward: string; readonly equal: string };
  /** Identity axes and their groups. */
  readonly axes: readonly { readonly name: string; readonly groups: readonly string[] }[];
  readonly numbers: readonly RosterNumber[];
  /** Other ways people write these words, for the import to recognise. */
  readonly synonyms?: {
    /** Column headers by field, such as sex for gender; best first. */
    readonly headers?: Readonly<Record<string, readonly string[]>>;
    /** Cell values by role, rank or group name, such as F for woman. */
    readonly values?: Readonly<Record<string, readonly string[]>>;
  };
}

/** The site of people outside the institution. */
export const externalSite = 'external';

/** Where a rank stands: its role's place among roles, and its place among all ranks. */
export interface Standing {
  readonly role: number;
  readonly level: number;
}

/** A key under which no role and rank clash with another pair. */
export function standingKey(role: string, rank: string): string {
  return `${role}\u0000${rank}`;
}

/** Every role and rank with its standing, by `standingKey`. */
export function standings(vocabulary: RosterVocabulary): Map<string, Standing> {
  const found = new Map<string, Standing>();
  let level = 0;
  vocabulary.roles.forEach(({ name, ranks }, role) => {
    for (const rank of ranks) found.set(standingKey(name, rank), { role, level: level++ });
  });
  return found;
}

/** The columns of a normalised people file, in order. */
export function peopleColumns(vocabulary: RosterVocabulary): string[] {
  const axes = vocabulary.axes.map((axis) => axis.name);
  const numbers = vocabulary.numbers.map((number) => number.name);
  return ['id', 'role', 'rank', 'department', 'site', 'external', ...axes, ...numbers];
}

/** The columns of a normalised ties file, in order. */
export const tieColumns = ['from', 'to', 'kind', 'weight'] as const;
