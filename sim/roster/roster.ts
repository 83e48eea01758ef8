/** A roster in its normalised form, read from and written to CSV text. */
import type { CsvTable } from '../data/csv.ts';
import { parseCsv, writeCsv } from '../data/csv.ts';
import { IssueList, listNames, suggesting } from '../data/issue-list.ts';
import { showFound } from '../data/issues.ts';
import { readPeople } from './people-rows.ts';
import { readTies } from './tie-rows.ts';
import type { Roster, RosterPerson, RosterTie } from './types.ts';
import { rosterLimits } from './types.ts';
import type { RosterVocabulary } from './vocabulary.ts';
import { peopleColumns, tieColumns } from './vocabulary.ts';

export type { Roster, RosterPerson, RosterTie } from './types.ts';
export { rosterLimits } from './types.ts';
export type { RosterNumber, RosterVocabulary } from './vocabulary.ts';

/** Names of the two files, for messages. */
export interface RosterFiles {
  readonly people: string;
  readonly ties?: string;
}

/**
 * Reads a normalised roster.
 * @throws ScenarioError with every problem in both files.
 */
export function readRoster(
  peopleCsv: string,
  tiesCsv: string | undefined,
  vocabulary: RosterVocabulary,
  files: RosterFiles,
): Roster {
  const issues = new IssueList();
  const peopleTable = readTable(peopleCsv, issues, {
    file: files.people,
    maxRows: rosterLimits.people,
    known: peopleColumns(vocabulary),
    required: 5,
  });
  let people: RosterPerson[] = [];
  if (peopleTable) people = readPeople(peopleTable, vocabulary, files.people, issues);
  let ties: RosterTie[] = [];
  if (tiesCsv !== undefined) {
    const file = files.ties ?? 'ties';
    const tiesTable = readTable(tiesCsv, issues, {
      file,
      maxRows: rosterLimits.ties,
      known: tieColumns,
      required: 3,
    });
    // without the people, every tie would seem to lead to nobody
    if (tiesTable && peopleTable) ties = readTies(tiesTable, people, { vocabulary, file, issues });
  }
  issues.throwIfAny();
  return { people, ties };
}

interface TableRules {
  readonly file: string;
  readonly maxRows: number;
  /** Allowed columns, of which the first `required` must be there. */
  readonly known: readonly string[];
  readonly required: number;
}

/** The table when its rows can be read, with or without issues in the list. */
function readTable(text: string, issues: IssueList, rules: TableRules): CsvTable | undefined {
  const { file, maxRows, known, required } = rules;
  const { table, issues: found } = parseCsv({ file, text, maxRows });
  issues.addAll(found);
  const { header, headerLine: line } = table;
  if (header.length === 0) return undefined;
  for (const key of header) {
    if (key === '' || known.includes(key)) continue;
    const expected = `a column named ${listNames(known, 20)}`;
    const issue = { file, line, key, expected, found: showFound(key), remedy: 'Delete the column' };
    issues.add(suggesting(issue, key, known));
  }
  const missing = known.slice(0, required).filter((name) => !header.includes(name));
  for (const key of missing) {
    const expected = `a column named ${key}`;
    const found = `only ${listNames(header, 20)}`;
    const remedy = 'Turn other tables into a roster with mentorscape import';
    issues.add({ file, line, key, expected, found, remedy });
  }
  return missing.length === 0 && found.length === 0 ? table : undefined;
}

/**
 * The roster as CSV text, which `readRoster` reads back; an empty cell is: not observed. Without a
 * vocabulary, only the attributes that somebody has get a column.
 */
export function writeRoster(
  roster: Roster,
  vocabulary?: RosterVocabulary,
): { people: string; ties: string } {
  const namesOf = (declared: readonly { name: string }[] | undefined, kind: 'groups' | 'numbers') =>
    declared?.map((one) => one.name) ?? [
      ...new Set(roster.people.flatMap((person) => Object.keys(person[kind]))),
    ];
  const axes = namesOf(vocabulary?.axes, 'groups');
  const numbers = namesOf(vocabulary?.numbers, 'numbers');
  const people = roster.people.map((person) => [
    person.id,
    person.role,
    person.rank,
    person.department,
    person.site,
    person.external ? 'yes' : 'no',
    ...axes.map((axis) => person.groups[axis] ?? ''),
    ...numbers.map((number) => `${person.numbers[number] ?? ''}`),
  ]);
  const ties = roster.ties.map((tie) => [tie.from, tie.to, tie.kind, `${tie.weight}`]);
  const header = ['id', 'role', 'rank', 'department', 'site', 'external', ...axes, ...numbers];
  return { people: writeCsv(header, people), ties: writeCsv(tieColumns, ties) };
}
