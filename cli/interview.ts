/** The interview of `init`: questions at a terminal or a file of answers, then the fit. */
import { createInterface } from 'node:readline/promises';
import type { DepartmentFit } from '../models/mentoring/interview/fit.ts';
import { fitDepartment } from '../models/mentoring/interview/fit.ts';
import type { Answers, Question } from '../models/mentoring/interview/questions.ts';
import { questions } from '../models/mentoring/interview/questions.ts';
import { readAnswers, togetherIssue } from '../models/mentoring/interview/read-answers.ts';
import { IssueList } from '../sim/data/issue-list.ts';
import { ScenarioError } from '../sim/data/issues.ts';
import type { ParameterSpec } from '../sim/model/parameters.ts';
import { accepts, allowedText, isChoice } from '../sim/model/parameters.ts';
import { maxScenarioSize } from '../sim/model/scenario.ts';
import { progressLine } from './progress.ts';
import { readTextFile } from './roster-files.ts';

/** Answers from a file, or from the person at the terminal. @throws ScenarioError. */
export async function answersFrom(file: string | undefined): Promise<Answers> {
  if (file === undefined) return ask();
  const issues = new IssueList();
  const text = readTextFile(file, { option: '--answers', limit: maxScenarioSize }, issues);
  issues.throwIfAny();
  return readAnswers(text ?? '', file);
}

/** Runs the fit with a line of progress. */
export function fitWithProgress(answers: Answers): DepartmentFit {
  const progress = progressLine('futures');
  const fit = fitDepartment(answers);
  let next = fit.next();
  while (!next.done) {
    progress.show({ ...next.value, failed: 0 });
    next = fit.next();
  }
  progress.close();
  return next.value;
}

/** Asks every question; an empty line leaves it out. */
async function ask(): Promise<Answers> {
  if (!process.stdin.isTTY) {
    throw new ScenarioError([
      {
        key: '--interview',
        expected: 'a terminal to ask at, or --answers FILE',
        found: 'neither',
        remedy: 'See scenarios/interviews/example.yaml for such a file',
      },
    ]);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  console.error(
    'About your department. An empty line leaves a question out; shares are from 0 to 1.\n',
  );
  const answers: Record<string, number | string> = {};
  try {
    for (const name of Object.keys(questions) as Question[]) {
      const answer = await askOne(terminal, questions[name]);
      if (answer !== undefined) answers[name] = answer;
    }
  } finally {
    terminal.close();
  }
  const wrong = togetherIssue(answers);
  if (wrong) throw new ScenarioError([wrong]);
  return answers;
}

/** One question, again until the answer is allowed. */
async function askOne(
  terminal: ReturnType<typeof createInterface>,
  spec: ParameterSpec,
): Promise<number | string | undefined> {
  for (;;) {
    const text = (await terminal.question(`${spec.doc} [${spec.default}] `)).trim();
    if (text === '') return undefined;
    const value = isChoice(spec) ? text : Number(text.replace(',', '.'));
    if (accepts(spec, value)) return value;
    console.error(`  Expected ${allowedText(spec)}, found ${text}.`);
  }
}
