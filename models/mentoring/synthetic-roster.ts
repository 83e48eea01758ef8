/** A made-up roster of the published composition: no person in it exists. */
import type { Sequence } from '../../sim/chance/seeds.ts';
import type { Roster, RosterPerson, RosterTie } from '../../sim/roster/types.ts';
import { facultyRanks } from './codes.ts';
import {
  capacities,
  composition,
  coverageByRank,
  departmentNames,
  onsiteShares,
  tenures,
  tieRule,
} from './synthetic-figures.ts';

/** How large a roster to make. */
export interface SyntheticSize {
  /** From 1 up. */
  readonly faculty: number;
  /** From 0 up. */
  readonly residents: number;
  /** From 1 up to the number of faculty. */
  readonly departments: number;
}

/** Makes the people and ties of a roster; the draws come from `chance` in a fixed order. */
export function synthesiseRoster(size: SyntheticSize, chance: Sequence): Roster {
  const people = [...makeFaculty(size, chance), ...makeResidents(size, chance)];
  const digits = Math.max(3, `${people.length}`.length);
  const named = people.map((person, index) => {
    const id = `P${`${index + 1}`.padStart(digits, '0')}`;
    return { ...person, id, line: index + 2 };
  });
  return { people: named, ties: new TieMaker(named, chance).make() };
}

/** Whole parts of `total` in proportion to `weights`, by largest remainders; they add up. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map((part) => Math.floor(part));
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = total - parts.reduce((a, b) => a + b, 0);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    parts[index]!++;
    left--;
  }
  return parts;
}

/** `total` labels in the shares given, in random order. */
function deal<T>(
  total: number,
  shares: readonly { readonly label: T; readonly share: number }[],
  chance: Sequence,
): T[] {
  const counts = apportion(
    total,
    shares.map(({ share }) => share),
  );
  const labels = shares.flatMap(({ label }, index) => new Array<T>(counts[index]!).fill(label));
  return chance.shuffle(labels);
}

function yesNo(share: number): { label: 'yes' | 'no'; share: number }[] {
  return [
    { label: 'yes', share },
    { label: 'no', share: 1 - share },
  ];
}

/** Departments of falling size, each with at least one person of `total` where there are enough. */
function placeInDepartments(total: number, departments: number): string[] {
  const weights = Array.from({ length: departments }, (_, index) => 1 / (1 + 0.35 * index));
  const spare = Math.max(0, total - departments);
  const base = total >= departments ? 1 : 0;
  const extra = apportion(base === 1 ? spare : total, weights);
  return extra.flatMap((count, index) => {
    return new Array<string>(count + base).fill(
      departmentNames[index] ?? `Department ${index + 1}`,
    );
  });
}

type Draft = Omit<RosterPerson, 'id' | 'line'>;

function makeFaculty(size: SyntheticSize, chance: Sequence): Draft[] {
  const { faculty: total } = size;
  const departments = placeInDepartments(total, size.departments);
  const ranks = deal(
    total,
    facultyRanks.map((label) => ({ label, share: composition.ranks[label] })),
    chance,
  );
  const women = womenByRank(ranks, chance);
  const minority = deal(total, yesNo(composition.minority.faculty), chance);
  const onsite = deal(total, onsiteShares, chance);
  const capacity = deal(
    total,
    capacities.map((label) => ({ label, share: 1 })),
    chance,
  );
  return ranks.map((rank, index) => {
    const [least, most] = tenures[rank];
    return {
      role: 'faculty',
      rank,
      department: departments[index]!,
      site: 'main',
      external: false,
      groups: { gender: women[index] ? 'woman' : 'man', minority: minority[index]! },
      numbers: {
        onsite: onsite[index]!,
        capacity: capacity[index]!,
        tenure: least + chance.int(most - least + 1),
      },
    };
  });
}

/** Who is a woman: their share of full professors is lower, and their share of all as published. */
function womenByRank(ranks: readonly string[], chance: Sequence): boolean[] {
  const full = ranks.flatMap((rank, index) => (rank === 'full' ? [index] : []));
  const others = ranks.flatMap((rank, index) => (rank === 'full' ? [] : [index]));
  const all = Math.round(composition.women.faculty * ranks.length);
  const amongFull = Math.min(all, Math.round(composition.women.fullProfessors * full.length));
  const amongOthers = Math.min(others.length, all - amongFull);
  const women = new Array<boolean>(ranks.length).fill(false);
  for (const index of chance.shuffle(full).slice(0, amongFull)) women[index] = true;
  for (const index of chance.shuffle(others).slice(0, amongOthers)) women[index] = true;
  return women;
}

function makeResidents(size: SyntheticSize, chance: Sequence): Draft[] {
  const { residents: total } = size;
  const departments = placeInDepartments(total, size.departments);
  const gender = deal(total, yesNo(composition.women.residents), chance);
  const minority = deal(total, yesNo(composition.minority.residents), chance);
  const onsite = deal(total, onsiteShares, chance);
  return departments.map((department, index) => {
    // years in turn, so that each department has its share of interns
    const year = index % 4;
    return {
      role: 'resident',
      rank: `PGY${year + 1}`,
      department,
      site: 'main',
      external: false,
      groups: { gender: gender[index] === 'yes' ? 'woman' : 'man', minority: minority[index]! },
      numbers: { onsite: onsite[index]!, tenure: year },
    };
  });
}

const levels = ['PGY1', 'PGY2', 'PGY3', 'PGY4', ...facultyRanks];

/** Draws ties by the rule that the roster's README states. */
class TieMaker {
  private readonly people: readonly RosterPerson[];
  private readonly chance: Sequence;
  private readonly ties: Omit<RosterTie, 'line'>[] = [];
  private readonly pairs = new Set<string>();
  private readonly mentors: ReadonlyMap<string, readonly RosterPerson[]>;
  private readonly colleagues: ReadonlyMap<string, readonly RosterPerson[]>;
  private readonly load = new Map<string, number>();

  constructor(people: readonly RosterPerson[], chance: Sequence) {
    this.people = people;
    this.chance = chance;
    const willing = people.filter(
      (person) => person.role === 'faculty' && chance.next() < tieRule.shareMentoring,
    );
    this.mentors = byDepartment(willing);
    this.colleagues = byDepartment(people);
  }

  make(): RosterTie[] {
    const covered = this.chooseCovered();
    for (const person of this.people) if (covered.has(person.id)) this.seekMentors(person);
    for (const person of this.people) this.seekPeers(person);
    return this.ties.map((tie, index) => ({ ...tie, line: index + 2 }));
  }

  /** The share of each rank that has mentors, as nearly as whole people allow. */
  private chooseCovered(): Set<string> {
    const ids = levels.flatMap((rank) => {
      const holders = this.people.filter((person) => person.rank === rank);
      const count = Math.round(coverageByRank(rank) * holders.length);
      return this.chance.shuffle(holders).slice(0, count);
    });
    return new Set(ids.map((person) => person.id));
  }

  private seekMentors(person: RosterPerson): void {
    const { chance } = this;
    const wanted = chance.next() < tieRule.shareWithTwo ? 2 : 1;
    for (let count = 0; count < wanted; count++) {
      const mentor = this.pick(this.mentors, person, (other) => {
        const above = levels.indexOf(other.rank) > levels.indexOf(person.rank);
        const load = this.load.get(other.id) ?? 0;
        if (!above || load >= (other.numbers['capacity'] ?? 0)) return 0;
        const same = other.groups['gender'] === person.groups['gender'];
        return (1 + load) * (same ? tieRule.sameGenderOdds : 1);
      });
      if (!mentor) continue;
      this.load.set(mentor.id, (this.load.get(mentor.id) ?? 0) + 1);
      const poor = chance.next() < tieRule.poorShare;
      const weight = poor ? tieRule.poorWeight : (5 + chance.int(6)) / 10;
      this.add({ from: person.id, to: mentor.id, kind: 'senior', weight });
    }
  }

  private seekPeers(person: RosterPerson): void {
    const { chance } = this;
    const wanted = 1 + chance.int(2);
    for (let count = 0; count < wanted; count++) {
      const peer = this.pick(this.colleagues, person, (other) => {
        const apart = Math.abs(levels.indexOf(other.rank) - levels.indexOf(person.rank));
        if (other.role !== person.role || apart > 1) return 0;
        return other.groups['gender'] === person.groups['gender'] ? tieRule.sameGenderOdds : 1;
      });
      if (!peer) continue;
      const weight = (4 + chance.int(7)) / 10;
      this.add({ from: person.id, to: peer.id, kind: 'peer', weight });
    }
  }

  /** Somebody not yet tied to, mostly of the same department, in proportion to `weigh`. */
  private pick(
    groups: ReadonlyMap<string, readonly RosterPerson[]>,
    person: RosterPerson,
    weigh: (other: RosterPerson) => number,
  ): RosterPerson | undefined {
    const { chance } = this;
    const elsewhere = [...groups.keys()].filter((name) => name !== person.department);
    const away = chance.shuffle(elsewhere);
    const near = chance.next() < tieRule.sameDepartment;
    // where nobody fits in the first choice, the next one is tried
    for (const name of near ? [person.department, ...away] : [...away, person.department]) {
      const found = this.pickAmong(groups.get(name) ?? [], person, weigh);
      if (found) return found;
    }
    return undefined;
  }

  private pickAmong(
    others: readonly RosterPerson[],
    person: RosterPerson,
    weigh: (other: RosterPerson) => number,
  ): RosterPerson | undefined {
    const weights = others.map((other) => {
      const known = other.id === person.id || this.pairs.has(pairKey(person.id, other.id));
      return known ? 0 : weigh(other);
    });
    const total = weights.reduce((a, b) => a + b, 0);
    let rest = this.chance.next() * total;
    for (let i = 0; i < others.length; i++) {
      rest -= weights[i]!;
      if (weights[i]! > 0 && rest < 0) return others[i];
    }
    return undefined;
  }

  private add(tie: Omit<RosterTie, 'line'>): void {
    this.pairs.add(pairKey(tie.from, tie.to));
    this.ties.push(tie);
  }
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function byDepartment(people: readonly RosterPerson[]): Map<string, RosterPerson[]> {
  const groups = new Map<string, RosterPerson[]>();
  for (const person of people) {
    const group = groups.get(person.department) ?? [];
    group.push(person);
    groups.set(person.department, group);
  }
  return groups;
}
