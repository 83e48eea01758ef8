/** Reads a file of answers: YAML or JSON, all problems at once, each with its place. */
import type { Issue } from '../../../sim/data/issues.ts';
import { ScenarioError } from '../../../sim/data/issues.ts';
import { parseTree } from '../../../sim/model/scenario-syntax.ts';
import { checkKeys, issueAt } from '../../../sim/model/scenario-tree.ts';
import { readDeclared } from '../../../sim/model/scenario-values.ts';
import type { Answers, Question } from './questions.ts';
import { questions } from './questions.ts';

/** Answers from the text of `file`. @throws ScenarioError with all issues. */
export function readAnswers(text: string, file: string): Answers {
  const tree = parseTree(text, file);
  const issues: Issue[] = [];
  const names = Object.keys(questions) as Question[];
  const answers: Record<string, number | string> = {};
  for (const name of names) {
    const node = tree.entries.get(name);
    const value = node && readDeclared(node, questions[name], issues);
    if (value !== undefined) answers[name] = value;
  }
  checkKeys(tree, names, { what: 'a question of the interview', issues });
  if (issues.length === 0) {
    const together = togetherIssue(answers);
    if (together) issues.push(issueAt({ ...tree, key: together.key }, together));
  }
  const byLine = issues.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (byLine.length > 0) throw new ScenarioError(byLine);
  return answers;
}

/** What is wrong with answers that are each allowed: too few people to simulate. */
export function togetherIssue(
  answers: Answers,
): { key: string; expected: string; found: string; remedy: string } | undefined {
  const count = (question: Question): number =>
    Number(answers[question] ?? questions[question].default);
  const faculty = count('instructors') + count('assistants') + count('associates') + count('fulls');
  const people = faculty + count('residents');
  if (faculty >= 4 && people >= smallest) return undefined;
  return {
    key: 'fulls',
    expected: `at least 4 faculty and ${smallest} people in all`,
    found: `${faculty} faculty and ${people} people`,
    remedy: 'Give the numbers of all ranks and of residents',
  };
}

/** The smallest population that is simulated. */
const smallest = 8;
