/** Raw tables and a mapping to a roster, with an explanation of what was made of them. */
import { parseCsv } from '../data/csv.ts';
import { IssueList } from '../data/issue-list.ts';
import type { Issue } from '../data/issues.ts';
import type { Explanation } from './explanation.ts';
import type { RawTable } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { defaultMissing, defaultTieRules } from './mapping.ts';
import { readRawPeople } from './raw-people.ts';
import { readRawTies } from './raw-ties.ts';
import type { Roster } from './types.ts';
import { rosterLimits } from './types.ts';
import type { RosterVocabulary } from './vocabulary.ts';

/** One file to import: its name for messages and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

export interface ImportRequest {
  readonly people: SourceFile;
  readonly ties?: SourceFile;
  readonly mapping: Mapping;
  readonly vocabulary: RosterVocabulary;
  /** Problems found before, such as in the mapping, to be reported together. */
  readonly issues?: readonly Issue[];
}

/**
 * Imports a roster. Nothing is drawn by chance: what was not observed stays so.
 * @throws ScenarioError with every problem found in the mapping and in both tables.
 */
export function importRoster(request: ImportRequest): { roster: Roster; explanation: Explanation } {
  const { mapping, vocabulary } = request;
  const issues = new IssueList();
  issues.addAll(request.issues ?? []);
  const rules = { ...defaultTieRules, ...mapping.rules };
  const peopleTable = readTable('people', request.people, issues);
  const tiesTable = request.ties && readTable('ties', request.ties, issues);
  // without people, every tie would seem to lead to nobody
  if (!peopleTable) throw stopped(issues);
  const common = { mapping, issues, synonyms: vocabulary.synonyms?.headers ?? {} };
  const people = readRawPeople({ ...common, raw: peopleTable }, vocabulary);
  const ties = tiesTable
    ? readRawTies({ ...common, raw: tiesTable }, people, { vocabulary, rules })
    : undefined;
  issues.throwIfAny();
  const { upward, equal } = vocabulary.layers;
  const ofKind = (kind: string): number =>
    ties?.ties.reduce((sum, tie) => sum + (tie.kind === kind ? 1 : 0), 0) ?? 0;
  const understood = [...people.fields, ...(ties?.fields ?? [])].map((field) => field.report());
  const byName = understood
    .filter(({ how }) => how === 'guessed')
    .map(({ table, field, source }) => {
      const why = source === field ? 'it has the same name' : 'by its name';
      return { table, what: `${field}: column ${source}`, why };
    });
  const explanation: Explanation = {
    settings: rules,
    missing: mapping.missing ?? defaultMissing,
    people: { read: peopleTable.table.rows.length, kept: people.people.length },
    ties: {
      read: tiesTable?.table.rows.length ?? 0,
      upward: ofKind(upward),
      equal: ofKind(equal),
    },
    understood,
    guessed: [...byName, ...people.guessed, ...(ties?.guessed ?? [])],
    dropped: [...people.dropped, ...(ties?.dropped ?? [])],
    rules: ties?.rules ?? [],
  };
  return { roster: { people: people.people, ties: ties?.ties ?? [] }, explanation };
}

function readTable(
  kind: 'people' | 'ties',
  source: SourceFile,
  issues: IssueList,
): RawTable | undefined {
  const { table, issues: found } = parseCsv({ ...source, maxRows: rosterLimits[kind] });
  issues.addAll(found);
  return found.length > 0 ? undefined : { kind, file: source.file, table };
}

function stopped(issues: IssueList): Error {
  issues.throwIfAny();
  return new RangeError('import: stopped without an issue.');
}
