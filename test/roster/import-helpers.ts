/** Short ways to import small inline tables in tests. */
import { rosterVocabulary } from '../../models/mentoring/roster-vocabulary.ts';
import { IssueList } from '../../sim/data/issue-list.ts';
import { formatIssue, ScenarioError } from '../../sim/data/issues.ts';
import type { TieRuleName } from '../../sim/roster/explanation.ts';
import { importRoster } from '../../sim/roster/import-roster.ts';
import type { Mapping, TieRules } from '../../sim/roster/mapping.ts';
import { emptyMapping, mergeMappings } from '../../sim/roster/mapping.ts';
import { parseMappingFile } from '../../sim/roster/mapping-file.ts';
import { parseMappingOption } from '../../sim/roster/mapping-option.ts';

export interface Given {
  readonly people: string;
  readonly ties?: string;
  /** A mapping file's text, and options that follow it. */
  readonly map?: string;
  readonly options?: readonly string[];
  readonly rules?: Partial<TieRules>;
}

/** Imports tables that are called nodes.csv, edges.csv and map.yaml in messages. */
export function importTables(given: Given) {
  const issues = new IssueList();
  const parts: Mapping[] = [];
  if (given.map !== undefined) {
    const source = { file: 'map.yaml', text: given.map };
    parts.push(parseMappingFile(source, rosterVocabulary, issues));
  }
  for (const option of given.options ?? []) {
    parts.push(parseMappingOption(option, rosterVocabulary, issues));
  }
  parts.push({ ...emptyMapping, rules: given.rules ?? {} });
  return importRoster({
    people: { file: 'nodes.csv', text: given.people },
    ...(given.ties === undefined ? {} : { ties: { file: 'edges.csv', text: given.ties } }),
    mapping: mergeMappings(parts),
    vocabulary: rosterVocabulary,
    issues: issues.list(),
  });
}

/** The messages of an import that must fail. */
export function problems(given: Given): string[] {
  try {
    importTables(given);
  } catch (error) {
    if (error instanceof ScenarioError) return error.issues.map(formatIssue);
    throw error;
  }
  return [];
}

/** The rules that some tie met, with their counts. */
export function countsOf(given: Given): Partial<Record<TieRuleName, number>> {
  const met = importTables(given).explanation.rules.filter(({ count }) => count > 0);
  return Object.fromEntries(met.map(({ rule, count }) => [rule, count]));
}

/** Four residents a–d of PGY1–PGY4, and faculty e–h from instructor to full. */
export const eight = `id,role,rank
a,resident,PGY1
b,resident,PGY2
c,resident,PGY3
d,resident,PGY4
e,faculty,instructor
f,faculty,assistant
g,faculty,associate
h,faculty,full
`;
