/** Rows of a normalised people file to people, with every problem in them. */
import type { CsvTable } from '../data/csv.ts';
import { isNumeric, unguarded } from '../data/csv.ts';
import type { IssueList } from '../data/issue-list.ts';
import { listNames, suggesting } from '../data/issue-list.ts';
import type { Issue } from '../data/issues.ts';
import { showFound } from '../data/issues.ts';
import type { RosterPerson } from './types.ts';
import { rosterLimits } from './types.ts';
import type { RosterNumber, RosterVocabulary } from './vocabulary.ts';
import { externalSite } from './vocabulary.ts';

/** Reports a problem of one cell of one row. */
type Report = (issue: Omit<Issue, 'file' | 'line'>) => void;

/** The trimmed text of a row's cell by column name; empty when there is no such column. */
export type ReadCell = (cells: readonly string[], column: string) => string;

/** Reads cells of a table by column name. */
export function cellReader(table: CsvTable): ReadCell {
  const places = new Map(table.header.map((name, index) => [name, index]));
  return (cells, column) => {
    const index = places.get(column);
    return index === undefined ? '' : unguarded((cells[index] ?? '').trim());
  };
}

/** The people of a table whose columns were checked. */
export function readPeople(
  table: CsvTable,
  vocabulary: RosterVocabulary,
  file: string,
  issues: IssueList,
): RosterPerson[] {
  const readCell = cellReader(table);
  const firstLine = new Map<string, number>();
  const people = table.rows.map(({ line, cells }) => {
    const report: Report = (issue) => issues.add({ file, line, ...issue });
    const person = readPerson((column) => readCell(cells, column), vocabulary, { line, report });
    const before = firstLine.get(person.id);
    if (before === undefined) firstLine.set(person.id, line);
    else if (person.id !== '') {
      const found = `${showFound(person.id)} again, first on line ${before}`;
      report({ key: 'id', expected: 'an id of their own for each person', found });
    }
    return person;
  });
  if (people.length < rosterLimits.smallest) {
    const expected = `at least ${rosterLimits.smallest} people`;
    issues.add({ file, key: 'rows', expected, found: `${people.length}` });
  }
  return people;
}

function readPerson(
  read: (column: string) => string,
  vocabulary: RosterVocabulary,
  at: { readonly line: number; readonly report: Report },
): RosterPerson {
  const { line, report } = at;
  const some = (key: string): string => {
    const text = read(key);
    if (text === '') {
      const article = key === 'id' ? 'an' : 'a';
      report({ key, expected: `${article} ${key} for each person`, found: 'an empty cell' });
    }
    return text;
  };
  const id = some('id');
  const department = some('department');
  const site = some('site');
  const { role, rank } = readStanding(read, vocabulary, report);
  const groups: Record<string, string> = {};
  for (const { name, groups: allowed } of vocabulary.axes) {
    const text = read(name);
    if (text !== '' && isOneOf(text, allowed, { key: name, empty: true }, report)) {
      groups[name] = text;
    }
  }
  const numbers: Record<string, number> = {};
  for (const spec of vocabulary.numbers) {
    const text = read(spec.name);
    const value = text === '' ? undefined : readNumber(text, spec, report);
    if (value !== undefined) numbers[spec.name] = value;
  }
  const external = readExternal(read('external'), site, report);
  return { id, role, rank, department, site, external, groups, numbers, line };
}

/** Whether the text is an allowed name; reports it when not. */
function isOneOf(
  text: string,
  allowed: readonly string[],
  field: { readonly key: string; readonly empty?: boolean },
  report: Report,
): boolean {
  if (allowed.includes(text)) return true;
  const or = field.empty ? ', or an empty cell for not observed' : '';
  const found = text === '' ? 'an empty cell' : showFound(text);
  const issue = { key: field.key, expected: `${listNames(allowed)}${or}`, found };
  report(suggesting(issue, text, allowed));
  return false;
}

function readStanding(
  read: (column: string) => string,
  vocabulary: RosterVocabulary,
  report: Report,
): { role: string; rank: string } {
  const role = read('role');
  const rank = read('rank');
  const names = vocabulary.roles.map((one) => one.name);
  const known = isOneOf(role, names, { key: 'role' }, report);
  const ranks = vocabulary.roles
    .filter((one) => !known || one.name === role)
    .flatMap((one) => one.ranks);
  if (!ranks.includes(rank)) {
    const owner = vocabulary.roles.find((one) => one.ranks.includes(rank));
    if (known && owner) {
      const expected = `a rank of ${role}: ${listNames(ranks)}`;
      const found = `${showFound(rank)}, a rank of ${owner.name}`;
      report({ key: 'rank', expected, found, remedy: 'Change the role or the rank' });
    } else {
      isOneOf(rank, ranks, { key: 'rank' }, report);
    }
  }
  return { role, rank };
}

function readNumber(text: string, spec: RosterNumber, report: Report): number | undefined {
  const { name: key, min, max, unit } = spec;
  const value = Number(text);
  if (isNumeric(text) && value >= min && value <= max) return value + 0;
  const expected = `a number from ${min} to ${max} (${unit}), or an empty cell for not observed`;
  const issue = { key, expected, found: showFound(text) };
  report(/^\d+,\d+$/.test(text) ? { ...issue, remedy: 'Write a point, not a comma' } : issue);
  return undefined;
}

function readExternal(text: string, site: string, report: Report): boolean {
  if (text === '') return site === externalSite;
  if (!isOneOf(text, ['yes', 'no'], { key: 'external' }, report)) return false;
  const external = text === 'yes';
  if (external !== (site === externalSite) && site !== '') {
    const expected = external
      ? `the site ${externalSite} for a person whose external is yes`
      : `another site than ${externalSite} for a person whose external is no`;
    report({ key: 'site', expected, found: showFound(site) });
  }
  return external;
}
