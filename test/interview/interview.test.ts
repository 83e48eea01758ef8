/** The interview: answers, instruments, and the fit of a department to what its chair knows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { departmentOf, freeParameters } from '../../models/mentoring/interview/department.ts';
import type { DepartmentFit } from '../../models/mentoring/interview/fit.ts';
import { fitDefaults, fitDepartment } from '../../models/mentoring/interview/fit.ts';
import { asMeasured, asSymptomShare } from '../../models/mentoring/interview/instruments.ts';
import type { Answers } from '../../models/mentoring/interview/questions.ts';
import { questions } from '../../models/mentoring/interview/questions.ts';
import { readAnswers } from '../../models/mentoring/interview/read-answers.ts';
import { fittedScenarioText } from '../../models/mentoring/interview/scenario-text.ts';
import { mentoringParameters } from '../../models/mentoring/parameters/index.ts';
import { models } from '../../models/registry.ts';
import { ScenarioError } from '../../sim/data/issues.ts';
import { defaultsOf } from '../../sim/model/parameters.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';

/** A small department, and few futures: the mechanics, not the precision. */
const quick = { replicates: 6, checks: 12, learning: 6, refining: 10, warmUpYears: 5 };
const small: Answers = {
  ...{ instructors: 3, assistants: 20, associates: 9, fulls: 8, residents: 32, divisions: 3 },
};

function fit(answers: Answers): DepartmentFit {
  const fitting = fitDepartment(answers, quick);
  let next = fitting.next();
  while (!next.done) next = fitting.next();
  return next.value;
}

function problems(text: string): string[] {
  try {
    readAnswers(text, 'answers.yaml');
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('answers', () => {
  it('are read from the example file, which answers every question', () => {
    const text = readFileSync('scenarios/interviews/example.yaml', 'utf8');
    expect(Object.keys(readAnswers(text, 'example.yaml')).sort()).toEqual(
      Object.keys(questions).sort(),
    );
  });

  it('are refused all at once, each with its line', () => {
    expect(problems('womn: 0.4\nminority: 12%\nresidents: 2.5\nmentorWording: sure\n')).toEqual([
      expect.stringMatching(/^answers.yaml:1: womn: .* Did you mean women\.$/),
      expect.stringMatching(/^answers.yaml:2: minority: expected a number .* Write a share of 1/),
      expect.stringMatching(/^answers.yaml:3: residents: expected a whole number/),
      expect.stringMatching(
        /^answers.yaml:4: mentorWording: expected one of caring, good, onPaper/,
      ),
    ]);
  });

  it('are refused when they leave too few people', () => {
    const none = 'instructors: 0\nassistants: 0\nassociates: 0\nfulls: 1\nresidents: 3\n';
    expect(problems(none)).toEqual([
      'answers.yaml:1: fulls: expected at least 4 faculty and 8 people in all, found 1 faculty and 4 people. Give the numbers of all ranks and of residents.',
    ]);
  });
});

describe('instruments', () => {
  it('put another measure of burnout higher as one symptom, and back', () => {
    // 35.7 % by the strict definition were 47.3 % by one symptom, of the same people (evidence 46)
    expect(asSymptomShare(0.357, 'strict')).toBeCloseTo(0.473, 12);
    expect(asSymptomShare(0.29, 'standpoint')).toBeCloseTo(0.439, 12);
    expect(asSymptomShare(0.4, 'symptom')).toBeCloseTo(0.4, 12);
    expect(asMeasured(asSymptomShare(0.31, 'strict'), 'strict')).toBeCloseTo(0.31, 12);
  });
});

describe('a department', () => {
  it('takes numbers as they are and leaves defaults where nothing was said', () => {
    const { population, parameters } = departmentOf({ ...small, daysOnSite: 3, protectedHours: 1 });
    expect(population).toEqual({ faculty: 40, residents: 32, departments: 3 });
    expect(parameters).toMatchObject({ onsiteShare: 0.6, protectedToday: 1, womenShare: 0.42 });
  });

  it('solves only for what was answered', () => {
    const names = (answers: Answers): string[] =>
      freeParameters(answers).map(({ parameter }) => parameter);
    expect(names({})).toEqual([]);
    expect(names({ burnedOutFaculty: 0.4 })).toEqual(['strainFaculty']);
    expect(names(small)).toEqual(['instructorShare', 'promotable']);
    expect(names({ residents: 0, burnedOutResidents: 0.4 })).toEqual([]);
  });
});

describe('the fit', () => {
  const answers: Answers = { ...small, burnedOutResidents: 0.3, facultyLeaving: 0.1 };
  const fitted = fit(answers);

  it('moves burnout and leaving to what was asked', () => {
    for (const { asked, reached, meanLow, meanHigh, met } of fitted.figures.slice(0, 2)) {
      expect(met).toBe(true);
      expect(Math.abs(reached - asked)).toBeLessThanOrEqual(Math.max(0.03, meanHigh - meanLow));
    }
    const { strainResidents, exitFaculty } = fitted.parameters;
    const usual = defaultsOf(mentoringParameters);
    expect(Number(strainResidents)).toBeLessThan(usual.strainResidents);
    expect(Number(exitFaculty)).toBeGreaterThan(usual.exitFaculty);
  });

  it('is the same every time', () => {
    expect(fit(answers)).toEqual(fitted);
  });

  it('says aloud what could not be met', () => {
    const { figures } = fit({
      residents: 20,
      instructors: 4,
      assistants: 0,
      associates: 0,
      fulls: 0,
      mentoredFaculty: 0.99,
    });
    const figure = figures.find(({ title }) => title === 'Faculty with a mentor');
    expect(figure).toMatchObject({ asked: 0.99, met: false });
    expect(figure?.note).toMatch(/limit|pull against/);
  });

  it('writes a scenario that is valid and holds the fitted values', () => {
    const text = fittedScenarioText(fitted);
    const scenario = parseScenario(text, 'ours.yaml', models, () => '');
    expect(scenario.parameters).toEqual(fitted.parameters);
    expect(scenario.population).toEqual(fitted.population);
    expect(scenario.question).toBe('What is our department like today?');
  });

  it('yields before each future, so that a page can stop it', () => {
    const fitting = fitDepartment(answers);
    const { replicates, learning, refining, checks } = fitDefaults;
    expect(fitting.next().value).toEqual({
      done: 0,
      total: replicates * (learning + refining) + checks,
    });
  });
});
