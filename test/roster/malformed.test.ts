/** Bad rosters: each is refused with the file, the line, the key, and what would be right. */
import { describe, expect, test } from 'vitest';
import { rosterVocabulary } from '../../models/mentoring/roster-vocabulary.ts';
import { formatIssue, type Issue, ScenarioError } from '../../sim/data/issues.ts';
import { readRoster } from '../../sim/roster/roster.ts';
import { allGood, malformed, people, ties } from './malformed-cases.ts';

function issuesOf(peopleCsv: string, tiesCsv?: string): readonly Issue[] {
  try {
    readRoster(peopleCsv, tiesCsv, rosterVocabulary, { people: 'people.csv', ties: 'ties.csv' });
  } catch (error) {
    if (error instanceof ScenarioError) return error.issues;
    throw error;
  }
  return [];
}

describe('malformed rosters', () => {
  test('the rows they are made from are good', () => {
    expect(issuesOf(allGood, ties('p1,p5,senior,0.5', 'p1,p2,peer,1', 'p5,p6,senior,'))).toEqual(
      [],
    );
  });

  test.each(malformed)('$name', (bad) => {
    const found = issuesOf(bad.people ?? allGood, bad.ties);
    const issue = found.find((one) => one.key === bad.key);
    expect(issue).toMatchObject({ file: bad.file, key: bad.key });
    expect(issue?.line).toBe(bad.line);
    const place = bad.line === undefined ? bad.file : `${bad.file}:${bad.line}`;
    expect(formatIssue(issue!)).toBe(`${place}: ${bad.key}: ${bad.message}`);
    // one slip, one message, but for a table whose columns are wrong
    if (bad.line !== 1) expect(found).toHaveLength(1);
  });

  test('all problems of both files are said at once', () => {
    const text = people('p2,residant,PGY9,,main,no,x,,2,,').replace('p4', 'p1');
    const found = issuesOf(text, ties('p1,nobody,senior,7', 'p3,p3,pear,1'));
    expect(found.map(({ file, line, key }) => `${file}:${line}:${key}`)).toEqual([
      'people.csv:3:department',
      'people.csv:3:role',
      'people.csv:3:rank',
      'people.csv:3:gender',
      'people.csv:3:onsite',
      'people.csv:5:id',
      'ties.csv:2:to',
      'ties.csv:2:weight',
      'ties.csv:3:kind',
      'ties.csv:3:to',
    ]);
  });

  test('one slip on many lines is one message with its lines', () => {
    const text = allGood.replaceAll('Medicine,main,no,woman', 'Medicine,main,no,female');
    expect(issuesOf(text).map(formatIssue)).toEqual([
      'people.csv:2: gender: expected woman or man, or an empty cell for not observed, found "female" (also on lines 3, 4, 5, 6, 7 and 2 more).',
    ]);
  });
});
