/** A mapping: which columns of raw tables give which fields of a roster, and by which rules. */
import type { Issue } from '../data/issues.ts';
import type { RosterVocabulary } from './vocabulary.ts';

/** Where in a mapping something was said, for messages. */
export type Origin = Pick<Issue, 'file' | 'line' | 'key'>;

/** Where one field's values come from. */
export interface FieldRule {
  /** A column's name or an expression over columns. */
  readonly source: string;
  /** `source` is a column's name and nothing else. */
  readonly exact: boolean;
  /** New values by old ones; an old value that is not listed stays as it is. */
  readonly recode?: ReadonlyMap<string, string>;
  /** Cells that mean not observed, in place of the mapping's general ones. */
  readonly missing?: readonly string[];
  /** The value where nothing was observed. */
  readonly default?: string;
  /** What a weight is divided by: its largest value, nothing, or a number over 0. */
  readonly scale?: number | 'max' | 'none';
  readonly origin: Origin;
}

/** What ties of a relation may become: upward ones, equal ones, either by rank, or none. */
export type RelationUse = 'upward' | 'equal' | 'any' | 'drop';

export const relationUses: readonly RelationUse[] = ['upward', 'equal', 'any', 'drop'];

/** How raw ties become ties of the roster. */
export interface TieRules {
  /** A tie downward in rank is dropped, or turned to run upward. */
  readonly downward: 'drop' | 'reverse';
  /** A tie between equals needs one of the two to name the other, or both. */
  readonly symmetrise: 'any' | 'both';
  /**
   * Ranks apart, within a role, that still count as equal. Without it, a relation used as `equal`
   * takes any two of one role as equals, and a relation used as `any` only two of one rank.
   */
  readonly peerGap?: number;
  /** Ties to people who are not in the table are dropped instead of refused. */
  readonly ignoreUnknown: boolean;
}

export const defaultTieRules: TieRules = {
  downward: 'drop',
  symmetrise: 'any',
  ignoreUnknown: false,
};

/** A mapping or a part of one. A field that maps to null is left out and not guessed either. */
export interface Mapping {
  readonly people: ReadonlyMap<string, FieldRule | null>;
  readonly ties: ReadonlyMap<string, FieldRule | null>;
  readonly relations: ReadonlyMap<string, { readonly use: RelationUse; readonly origin: Origin }>;
  /** Cells that mean not observed, in every column but ids. */
  readonly missing?: readonly string[];
  readonly rules: Partial<TieRules>;
}

/** Cells that mean not observed when a mapping does not say; empty cells always do. */
export const defaultMissing: readonly string[] = ['NA', 'N/A'];

export const emptyMapping: Mapping = {
  people: new Map(),
  ties: new Map(),
  relations: new Map(),
  rules: {},
};

/** Parts put together; where two speak of the same thing, the later one holds. */
export function mergeMappings(parts: readonly Mapping[]): Mapping {
  return parts.reduce((before, part) => {
    const missing = part.missing ?? before.missing;
    return {
      people: new Map([...before.people, ...part.people]),
      ties: new Map([...before.ties, ...part.ties]),
      relations: new Map([...before.relations, ...part.relations]),
      rules: { ...before.rules, ...part.rules },
      ...(missing === undefined ? {} : { missing }),
    };
  }, emptyMapping);
}

/** Fields a mapping may give for people. `keep` is a condition: others are left out. */
export function peopleFields(vocabulary: RosterVocabulary): string[] {
  const axes = vocabulary.axes.map((axis) => axis.name);
  const numbers = vocabulary.numbers.map((number) => number.name);
  return ['id', 'role', 'rank', 'department', 'site', 'external', ...axes, ...numbers, 'keep'];
}

/** Fields a mapping may give for ties. */
export const tieFields = ['from', 'to', 'relation', 'weight', 'keep'] as const;
