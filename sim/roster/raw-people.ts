/** Rows of a raw table to people of a roster, by a mapping and by guesses that are told. */
import type { CsvRow } from '../data/csv.ts';
import { isNumeric } from '../data/csv.ts';
import type { IssueList } from '../data/issue-list.ts';
import { listNames, suggesting } from '../data/issue-list.ts';
import { showFound } from '../data/issues.ts';
import type { Dropped, Guess } from './explanation.ts';
import type { Binding, BoundField } from './fields.ts';
import { bindFields, unusedColumns } from './fields.ts';
import { recognise } from './guess.ts';
import { peopleFields } from './mapping.ts';
import type { RosterPerson } from './types.ts';
import { rosterLimits } from './types.ts';
import type { RosterNumber, RosterVocabulary } from './vocabulary.ts';
import { externalSite } from './vocabulary.ts';

/** What stands in a department or site that was not observed. */
const notObserved = 'unknown';

export interface PeopleResult {
  readonly people: readonly RosterPerson[];
  /** Ids of those whom `keep` left out. */
  readonly leftOut: ReadonlySet<string>;
  readonly fields: readonly BoundField[];
  readonly guessed: readonly Guess[];
  readonly dropped: readonly Dropped[];
}

/** Reads everybody; what is wrong is added to the binding's issues. */
export function readRawPeople(binding: Binding, vocabulary: RosterVocabulary): PeopleResult {
  return new PeopleReader(binding, vocabulary).run();
}

class PeopleReader {
  private readonly binding: Binding;
  private readonly vocabulary: RosterVocabulary;
  private readonly issues: IssueList;
  private readonly fields: Map<string, BoundField>;
  private readonly roles: readonly string[];
  private readonly guesses = new Map<string, Guess>();
  private readonly words = new Map<string, { field: string; as: string; count: number }>();
  private readonly dropped: Dropped[] = [];
  private sitesReplaced = 0;

  constructor(binding: Binding, vocabulary: RosterVocabulary) {
    this.binding = binding;
    this.vocabulary = vocabulary;
    this.issues = binding.issues;
    this.roles = vocabulary.roles.map((role) => role.name);
    this.fields = bindFields(peopleFields(vocabulary), binding);
  }

  run(): PeopleResult {
    this.dropUnfitGuesses();
    this.checkRequired();
    const { raw } = this.binding;
    const people: RosterPerson[] = [];
    const leftOut = new Set<string>();
    const firstLine = new Map<string, number>();
    const keep = this.fields.get('keep');
    for (const row of raw.table.rows) {
      const id = this.fields.get('id')?.read(row, this.issues) ?? '';
      this.checkId(id, row, firstLine);
      if (keep && keep.test(row, this.issues) !== true) leftOut.add(id);
      else people.push(this.person(id, row));
    }
    this.checkCount(people.length, leftOut.size);
    this.tellDropped(leftOut.size, keep);
    const order = peopleFields(this.vocabulary);
    const words = [...this.words.values()];
    words.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
    for (const { field, as, count } of words) {
      this.guess(`${field}: ${as}`, `${count} ${count === 1 ? 'cell' : 'cells'}, by a synonym`);
    }
    const fields = [...this.fields.values()].filter((field) => field !== keep);
    return { people, leftOut, fields, guessed: [...this.guesses.values()], dropped: this.dropped };
  }

  private person(id: string, row: CsvRow): RosterPerson {
    const groups: Record<string, string> = {};
    for (const axis of this.vocabulary.axes) {
      const group = this.word(axis.name, axis.groups, row);
      if (group) groups[axis.name] = group;
    }
    const numbers: Record<string, number> = {};
    for (const spec of this.vocabulary.numbers) {
      const value = this.number(spec, row);
      if (value !== null) numbers[spec.name] = value;
    }
    this.fields.get('id')?.count(id === '' ? null : id);
    const { role, rank } = this.standing(row);
    const department = this.place('department', row);
    const place = this.place('site', row);
    const external = this.word('external', ['yes', 'no'], row) === 'yes' || place === externalSite;
    if (external && place !== externalSite && this.fields.has('site')) this.sitesReplaced++;
    const site = external ? externalSite : place;
    return { id, role, rank, department, site, external, groups, numbers, line: row.line };
  }

  /** Role and rank; a role that no column gives follows from the rank. */
  private standing(row: CsvRow): { role: string; rank: string } {
    const { roles } = this.vocabulary;
    const known = this.required('role', this.roles, row);
    const allowed = roles.filter((one) => known === '' || one.name === known);
    const rank = this.required(
      'rank',
      allowed.flatMap((one) => one.ranks),
      row,
    );
    if (known !== '' || this.fields.has('role')) return { role: known, rank };
    return { role: roles.find((one) => one.ranks.includes(rank))?.name ?? '', rank };
  }

  /** A word that every person must have; empty, with an issue, where it is missing or unknown. */
  private required(name: string, allowed: readonly string[], row: CsvRow): string {
    const field = this.fields.get(name);
    if (!field) return '';
    const found = this.word(name, allowed, row);
    if (found === null) {
      const remedy = `Give a default for ${name}, or leave such people out with keep`;
      const expected = listNames(allowed);
      this.issue(name, row, { expected, found: 'nothing observed', remedy });
    }
    return found ?? '';
  }

  /** One of the allowed words; null when not observed, undefined with an issue when unknown. */
  private word(name: string, allowed: readonly string[], row: CsvRow): string | null | undefined {
    const field = this.fields.get(name);
    if (!field) return null;
    const text = field.read(row, this.issues);
    if (text === undefined) return undefined;
    if (text === null) {
      field.count(null);
      return null;
    }
    const meant = recognise(text, allowed, this.vocabulary.synonyms?.values);
    if (meant === undefined) {
      const remedy = `Say what it means in a recode of ${name}`;
      const issue = { expected: listNames(allowed), found: this.shown(text, field), remedy };
      this.issue(name, row, suggesting(issue, text, allowed));
      return undefined;
    }
    field.count(meant);
    if (meant !== text) {
      const as = `${showFound(text)} is ${meant}`;
      const known = this.words.get(`${name} ${as}`);
      if (known) known.count++;
      else this.words.set(`${name} ${as}`, { field: name, as, count: 1 });
    }
    return meant;
  }

  private number(spec: RosterNumber, row: CsvRow): number | null {
    const field = this.fields.get(spec.name);
    const text = field?.read(row, this.issues) ?? null;
    field?.count(text);
    if (!field || text === null) return null;
    const value = Number(text);
    if (isNumeric(text) && value >= spec.min && value <= spec.max) return value + 0;
    const expected = `a number from ${spec.min} to ${spec.max} (${spec.unit})`;
    const remedy = /^\d+,\d+$/.test(text)
      ? 'Write a point, not a comma'
      : `Turn it into ${spec.unit} by an expression, or list a code for no answer as missing`;
    this.issue(spec.name, row, { expected, found: this.shown(text, field), remedy });
    return null;
  }

  private place(name: 'department' | 'site', row: CsvRow): string {
    const field = this.fields.get(name);
    if (!field) {
      const only = name === 'site' ? 'main' : 'all';
      this.guess(`${name}: ${only} for everybody`, 'no column is mapped or looks like it');
      return only;
    }
    const text = field.read(row, this.issues) ?? null;
    field.count(text);
    if (text === null)
      this.guess(`${name}: ${notObserved} where it is not observed`, 'empty cells');
    return text ?? notObserved;
  }

  private shown(text: string, field: BoundField): string {
    const { column, source } = field.expression;
    const from = column === undefined ? source.trim() : `column ${column}`;
    return `${showFound(text)} from ${from}`;
  }

  private guess(what: string, why: string): void {
    if (!this.guesses.has(what)) this.guesses.set(what, { table: 'people', what, why });
  }

  private issue(
    key: string,
    row: CsvRow,
    issue: { expected: string; found: string; remedy?: string },
  ): void {
    this.issues.add({ file: this.binding.raw.file, line: row.line, key, ...issue });
  }

  private checkId(id: string, row: CsvRow, firstLine: Map<string, number>): void {
    if (!this.fields.has('id')) return;
    const before = firstLine.get(id);
    if (id === '') {
      this.issue('id', row, { expected: 'an id for each person', found: 'an empty cell' });
    } else if (before !== undefined) {
      const found = `${showFound(id)} again, first on line ${before}`;
      this.issue('id', row, { expected: 'an id of their own for each person', found });
    } else {
      firstLine.set(id, row.line);
    }
  }

  /** A guessed column whose cells do not fit is left out, unless the field is required. */
  private dropUnfitGuesses(): void {
    const { axes, numbers, synonyms } = this.vocabulary;
    const fits = new Map<string, (text: string) => boolean>();
    for (const { name, groups } of [...axes, { name: 'external', groups: ['yes', 'no'] }]) {
      fits.set(name, (text) => recognise(text, groups, synonyms?.values) !== undefined);
    }
    for (const { name, min, max } of numbers) {
      fits.set(name, (text) => isNumeric(text) && Number(text) >= min && Number(text) <= max);
    }
    for (const [name, fit] of fits) {
      const field = this.fields.get(name);
      if (field?.how !== 'guessed') continue;
      for (const row of this.binding.raw.table.rows) {
        const text = field.read(row, this.issues);
        if (text === null || text === undefined || fit(text)) continue;
        this.fields.delete(name);
        const what = `column ${field.expression.column}`;
        const why = `looks like ${name}, but holds ${showFound(text)} (line ${row.line}): map it`;
        this.dropped.push({ table: 'people', what, why });
        break;
      }
    }
  }

  private checkRequired(): void {
    const { file, table } = this.binding.raw;
    const { people } = this.binding.mapping;
    const byRank = this.fields.has('rank') && !people.has('role');
    for (const key of byRank ? ['id', 'rank'] : ['id', 'role', 'rank']) {
      // a mapped one that could not be read has its own issue
      if (this.fields.has(key) || people.get(key)) continue;
      const example = key === 'id' ? 'id=COLUMN' : `${key}=COLUMN or an expression over columns`;
      this.issues.add({
        file,
        line: table.headerLine,
        key,
        expected: `a column for ${key}`,
        found: `only ${listNames(table.header, 20)}`,
        remedy: `Say where it is: --map ${example}`,
      });
    }
    if (byRank && !this.fields.has('role')) {
      this.guess('role: the one its rank belongs to', 'no column is mapped or looks like it');
    }
  }

  private checkCount(kept: number, leftOut: number): void {
    if (kept >= rosterLimits.smallest) return;
    const expected = `at least ${rosterLimits.smallest} people`;
    const found = leftOut > 0 ? `${kept}, with ${leftOut} left out by keep` : `${kept}`;
    this.issues.add({ file: this.binding.raw.file, key: 'rows', expected, found });
  }

  private tellDropped(leftOut: number, keep: BoundField | undefined): void {
    const table = 'people';
    if (keep && leftOut > 0) {
      const what = `${leftOut} ${leftOut === 1 ? 'person' : 'people'}`;
      this.dropped.push({ table, what, why: `not kept: ${keep.expression.source.trim()}` });
    }
    if (this.sitesReplaced > 0) {
      const what = `the site of ${this.sitesReplaced} external people`;
      this.dropped.push({ table, what, why: `replaced by ${externalSite}` });
    }
    const told = new Set(this.dropped.map((one) => one.what));
    for (const column of unusedColumns(this.binding.raw, this.fields.values())) {
      if (told.has(`column ${column}`)) continue;
      this.dropped.push({ table, what: `column ${column}`, why: 'no field is read from it' });
    }
  }
}
