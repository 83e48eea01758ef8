/** What an import understood, what it guessed, what it dropped, and its ties counted by rule. */
import type { TieRules } from './mapping.ts';

/** One field of the roster and where its values came from. */
export interface FieldReport {
  readonly table: 'people' | 'ties';
  readonly field: string;
  /** The column or the expression, or a constant that stands in for one. */
  readonly source: string;
  readonly how: 'mapped' | 'guessed';
  readonly observed: number;
  readonly missing: number;
  /** Counts by value of a text field with few values, or the range of a number. */
  readonly values: string;
}

/** Something that was taken without having been told. */
export interface Guess {
  readonly table: 'people' | 'ties';
  readonly what: string;
  readonly why: string;
}

/** Something in the files that the roster does not contain. */
export interface Dropped {
  readonly table: 'people' | 'ties';
  readonly what: string;
  readonly why: string;
}

/** How many raw ties met one rule. Every raw tie meets exactly one. */
export interface RuleCount {
  readonly rule: TieRuleName;
  readonly outcome: 'kept' | 'joined' | 'dropped';
  readonly count: number;
  readonly meaning: string;
}

export interface Explanation {
  /** The rules in force, from the mapping, the command line and the defaults. */
  readonly settings: TieRules;
  /** Cells that mean not observed, besides empty ones. */
  readonly missing: readonly string[];
  readonly people: { readonly read: number; readonly kept: number };
  readonly ties: { readonly read: number; readonly upward: number; readonly equal: number };
  readonly understood: readonly FieldReport[];
  readonly guessed: readonly Guess[];
  readonly dropped: readonly Dropped[];
  readonly rules: readonly RuleCount[];
}

export const tieRuleNames = [
  'upward',
  'reversed',
  'equal',
  'sameUpward',
  'sameEqual',
  'downward',
  'notUpward',
  'notEqual',
  'oneSided',
  'relation',
  'self',
  'duplicate',
  'unknown',
  'leftOut',
  'keep',
  'noWeight',
] as const;

/** What may happen to a raw tie. */
export type TieRuleName = (typeof tieRuleNames)[number];

/** The rules in words, for a vocabulary's kinds of tie. */
export function tieRuleMeanings(
  layers: { readonly upward: string; readonly equal: string },
  peerGap: number | undefined,
): Record<TieRuleName, { outcome: RuleCount['outcome']; meaning: string }> {
  const { upward, equal } = layers;
  const equals =
    peerGap === undefined
      ? `of one rank, or of one role for a relation that is used as equal`
      : `of one role and at most ${peerGap} ${peerGap === 1 ? 'rank' : 'ranks'} apart`;
  return {
    upward: { outcome: 'kept', meaning: `upward in rank: ${upward}` },
    reversed: { outcome: 'kept', meaning: `downward in rank, reversed: ${upward}` },
    equal: { outcome: 'kept', meaning: `between equals (${equals}): ${equal}` },
    sameUpward: { outcome: 'joined', meaning: `says a ${upward} tie that is there already` },
    sameEqual: { outcome: 'joined', meaning: `says a ${equal} tie that is there already` },
    downward: { outcome: 'dropped', meaning: 'downward in rank' },
    notUpward: {
      outcome: 'dropped',
      meaning: `its relation is for ${upward} ties only, and it joins people of one rank`,
    },
    notEqual: {
      outcome: 'dropped',
      meaning: `its relation is for ${equal} ties only, and it does not join equals`,
    },
    oneSided: { outcome: 'dropped', meaning: `${equal}, but only one of the two named the other` },
    relation: { outcome: 'dropped', meaning: 'its relation is not used' },
    self: { outcome: 'dropped', meaning: 'to oneself' },
    duplicate: { outcome: 'dropped', meaning: 'the same people and relation again' },
    unknown: { outcome: 'dropped', meaning: 'to or from somebody who is not among the people' },
    leftOut: { outcome: 'dropped', meaning: 'to or from somebody whom keep left out' },
    keep: { outcome: 'dropped', meaning: 'keep left it out' },
    noWeight: { outcome: 'dropped', meaning: 'its weight is 0' },
  };
}
