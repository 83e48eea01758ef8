/** The rules that turn raw ties into upward and equal ones, by where people stand. */
import type { TieRuleName } from './explanation.ts';
import type { RelationUse, TieRules } from './mapping.ts';
import type { Standing } from './vocabulary.ts';

/** A raw tie between two different people, by their numbers. */
export interface RawTie {
  readonly from: number;
  readonly to: number;
  readonly relation: number;
  /** Over 0 up to 1. */
  readonly weight: number;
  readonly line: number;
}

/** A tie of the roster, by the people's numbers. */
export interface SortedTie {
  readonly from: number;
  readonly to: number;
  readonly upward: boolean;
  weight: number;
  readonly line: number;
}

/** What a raw tie is by rank alone. */
type ByRank = 'upward' | 'reversed' | 'equal' | 'downward' | 'notUpward' | 'notEqual';

/** Sorts raw ties among people whose standings are given by their numbers. */
export class TieSorter {
  private readonly standings: readonly Standing[];
  private readonly rules: TieRules;

  constructor(standings: readonly Standing[], rules: TieRules) {
    this.standings = standings;
    this.rules = rules;
  }

  /**
   * The ties, in the order in which they are first said, and for each raw tie the rule it met. Where
   * several raw ties say one tie, it has the largest of their weights.
   */
  sort(
    raw: readonly RawTie[],
    useOf: (relation: number) => RelationUse,
  ): { ties: SortedTie[]; rules: TieRuleName[] } {
    const seen = new Set<number>();
    const first = raw.map((tie): ByRank | 'duplicate' => {
      const key = this.key(tie.relation, tie.from, tie.to);
      if (seen.has(key)) return 'duplicate';
      seen.add(key);
      return this.byRank(tie, useOf(tie.relation));
    });
    const ties: SortedTie[] = [];
    const said = new Map<number, SortedTie>();
    const rules = raw.map((tie, index): TieRuleName => {
      const rule = first[index]!;
      if (rule !== 'upward' && rule !== 'reversed' && rule !== 'equal') return rule;
      if (rule === 'equal' && this.rules.symmetrise === 'both') {
        if (!seen.has(this.key(tie.relation, tie.to, tie.from))) return 'oneSided';
      }
      return this.say(tie, rule, { said, ties });
    });
    return { ties, rules };
  }

  /** Adds the tie that a raw tie says, unless it is there. */
  private say(
    tie: RawTie,
    rule: 'upward' | 'reversed' | 'equal',
    found: { said: Map<number, SortedTie>; ties: SortedTie[] },
  ): TieRuleName {
    const turned = rule === 'reversed';
    const from = turned ? tie.to : tie.from;
    const to = turned ? tie.from : tie.to;
    const upward = rule !== 'equal';
    // one key for both directions of an equal tie
    const key = upward
      ? this.key(0, from, to)
      : this.key(1, Math.min(from, to), Math.max(from, to));
    const known = found.said.get(key);
    if (known) {
      known.weight = Math.max(known.weight, tie.weight);
      return upward ? 'sameUpward' : 'sameEqual';
    }
    const { weight, line } = tie;
    const added: SortedTie = { from, to, upward, weight, line };
    found.said.set(key, added);
    found.ties.push(added);
    return rule;
  }

  private byRank(tie: RawTie, use: RelationUse): ByRank {
    const from = this.standings[tie.from]!;
    const to = this.standings[tie.to]!;
    const gap = to.level - from.level;
    if (use !== 'upward' && this.areEqual(from, to, use)) return 'equal';
    if (use === 'equal') return 'notEqual';
    if (gap > 0) return 'upward';
    if (gap === 0) return 'notUpward';
    return this.rules.downward === 'reverse' ? 'reversed' : 'downward';
  }

  private areEqual(from: Standing, to: Standing, use: RelationUse): boolean {
    if (from.role !== to.role) return false;
    const { peerGap } = this.rules;
    const apart = Math.abs(to.level - from.level);
    if (peerGap !== undefined) return apart <= peerGap;
    return use === 'equal' || apart === 0;
  }

  /** A number of its own for each relation and ordered pair of people. */
  private key(relation: number, from: number, to: number): number {
    const people = this.standings.length;
    return (relation * people + from) * people + to;
  }
}
