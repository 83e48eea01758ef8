/** Rows of a normalised ties file to ties, with every problem in them. */
import type { CsvTable } from '../data/csv.ts';
import { isNumeric } from '../data/csv.ts';
import type { IssueList } from '../data/issue-list.ts';
import { suggester, suggesting } from '../data/issue-list.ts';
import type { Issue } from '../data/issues.ts';
import { showFound } from '../data/issues.ts';
import { cellReader } from './people-rows.ts';
import type { RosterPerson, RosterTie } from './types.ts';
import type { RosterVocabulary } from './vocabulary.ts';
import { standingKey, standings } from './vocabulary.ts';

interface Context {
  readonly vocabulary: RosterVocabulary;
  readonly file: string;
  readonly issues: IssueList;
}

type Report = (issue: Omit<Issue, 'file' | 'line'>) => void;

/** The ties of a table whose columns were checked, among `people`. */
export function readTies(
  table: CsvTable,
  people: readonly RosterPerson[],
  context: Context,
): RosterTie[] {
  const { vocabulary, file, issues } = context;
  const readCell = cellReader(table);
  const byId = new Map(people.map((person) => [person.id, person]));
  const ends: Ends = { byId, suggest: suggester([...byId.keys()]) };
  const levels = standings(vocabulary);
  const firstLine = new Map<string, number>();
  return table.rows.map(({ line, cells }) => {
    const report: Report = (issue) => issues.add({ file, line, ...issue });
    const tie: RosterTie = {
      from: readEnd(readCell(cells, 'from'), 'from', ends, report),
      to: readEnd(readCell(cells, 'to'), 'to', ends, report),
      kind: readKind(readCell(cells, 'kind'), vocabulary, report),
      weight: readWeight(readCell(cells, 'weight'), report),
      line,
    };
    checkPair(tie, vocabulary, firstLine, report);
    const from = byId.get(tie.from);
    const to = byId.get(tie.to);
    if (from && to && tie.kind === vocabulary.layers.upward) checkUpward(from, to, levels, report);
    return tie;
  });
}

interface Ends {
  readonly byId: ReadonlyMap<string, RosterPerson>;
  readonly suggest: ReturnType<typeof suggester>;
}

function readEnd(id: string, key: 'from' | 'to', ends: Ends, report: Report): string {
  if (ends.byId.has(id) && id !== '') return id;
  const expected = 'the id of a person in the people file';
  if (id === '') {
    report({ key, expected, found: 'an empty cell' });
    return id;
  }
  const issue = { key, expected, found: showFound(id) };
  report(ends.suggest(issue, id));
  return id;
}

function readKind(kind: string, vocabulary: RosterVocabulary, report: Report): string {
  const { upward, equal } = vocabulary.layers;
  if (kind === upward || kind === equal) return kind;
  const found = kind === '' ? 'an empty cell' : showFound(kind);
  const issue = { key: 'kind', expected: `${upward} or ${equal}`, found };
  report(suggesting(issue, kind, [upward, equal]));
  return kind;
}

function readWeight(text: string, report: Report): number {
  if (text === '') return 1;
  const weight = Number(text);
  if (isNumeric(text) && weight > 0 && weight <= 1) return weight;
  const expected = 'a number over 0 up to 1, or an empty cell for 1';
  report({ key: 'weight', expected, found: showFound(text) });
  return 1;
}

function checkPair(
  tie: RosterTie,
  vocabulary: RosterVocabulary,
  firstLine: Map<string, number>,
  report: Report,
): void {
  const { from, to, kind } = tie;
  if (from === to) {
    const expected = 'two different people';
    report({ key: 'to', expected, found: `${showFound(to)} on both sides` });
    return;
  }
  const mutual = kind === vocabulary.layers.equal;
  const ends = mutual && to < from ? [to, from] : [from, to];
  const key = `${kind}\u0000${ends[0]}\u0000${ends[1]}`;
  const before = firstLine.get(key);
  if (before === undefined) {
    firstLine.set(key, tie.line);
    return;
  }
  const expected = mutual
    ? `each ${kind} tie once, in one direction`
    : `each ${kind} tie from one person to another once`;
  const found = `${showFound(from)} to ${showFound(to)} again, first on line ${before}`;
  report({ key: 'to', expected, found, remedy: 'Delete one of the rows' });
}

/** An upward tie may join equals, as a formal mentor may be, but never runs downward. */
function checkUpward(
  from: RosterPerson,
  to: RosterPerson,
  levels: ReadonlyMap<string, { level: number }>,
  report: Report,
): void {
  const below = levels.get(standingKey(from.role, from.rank))?.level;
  const above = levels.get(standingKey(to.role, to.rank))?.level;
  if (below === undefined || above === undefined || below <= above) return;
  report({
    key: 'to',
    expected: 'a tie from the junior to the senior person',
    found: `one from ${from.role} ${from.rank} down to ${to.role} ${to.rank}`,
    remedy: 'Swap from and to',
  });
}
