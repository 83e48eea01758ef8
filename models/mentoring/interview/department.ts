/** From answers to a department: what is set straight away, and what has to be solved for. */
import { exp, log, sigmoid } from '../../../sim/chance/portable.ts';
import type { AnyValues, NumberSpec } from '../../../sim/model/parameters.ts';
import { defaultsOf } from '../../../sim/model/parameters.ts';
import { mentoringParameters } from '../parameters/index.ts';
import { populationSettings } from '../parameters/population.ts';
import { logOdds } from './instruments.ts';
import type { Answers, Question } from './questions.ts';
import { questions } from './questions.ts';
import type { Quantity } from './reading.ts';

/** Settings of a scenario that follow from the answers without any fitting. */
export interface Department {
  readonly population: AnyValues;
  readonly parameters: AnyValues;
}

const workingDays = 5;

/** The answer to a question, or its default. */
function answerTo(answers: Answers, question: Question): number {
  return Number(answers[question] ?? questions[question].default);
}

/** Population and parameters as the answers give them; free intercepts are at their defaults. */
export function departmentOf(answers: Answers): Department {
  const number = (question: Question): number => answerTo(answers, question);
  const { instructors, assistants, associates, fulls } = {
    instructors: number('instructors'),
    assistants: number('assistants'),
    associates: number('associates'),
    fulls: number('fulls'),
  };
  const asked = ranks.some((rank) => answers[rank] !== undefined);
  const faculty = instructors + assistants + associates + fulls;
  return {
    population: {
      ...defaultsOf(populationSettings),
      ...(asked ? { faculty: Math.max(populationSettings.faculty.range[0], faculty) } : {}),
      residents: number('residents'),
      departments: Math.min(number('divisions'), Math.max(1, Math.floor(faculty / 2))),
    },
    parameters: {
      ...defaultsOf(mentoringParameters),
      residencyYears: number('residencyYears'),
      womenShare: number('women'),
      minorityShare: number('minority'),
      onsiteShare: number('daysOnSite') / workingDays,
      protectedToday: number('protectedHours'),
    },
  };
}

const ranks = ['instructors', 'assistants', 'associates', 'fulls'] as const;

/** A parameter that is solved for, and the quantity that it mostly moves. */
export interface Free {
  readonly quantity: Quantity;
  readonly title: string;
  readonly parameter: keyof typeof mentoringParameters;
  /** The share that the answers give. */
  readonly asked: number;
  /** Differences that nobody would mind, in shares. */
  readonly tolerance: number;
  /** Log-odds that the quantity moves for one unit of the parameter on its scale; a first guess. */
  readonly slope: number;
  readonly scale: Scale;
}

/** To the solver's scale, on which steps are alike everywhere, and back. */
export interface Scale {
  readonly to: (value: number) => number;
  readonly from: (x: number) => number;
}

const linear: Scale = { to: (value) => value, from: (x) => x };
const ratio: Scale = { to: (value) => log(Math.max(value, 1e-6)), from: exp };
const odds: Scale = {
  to: (value) => logOdds(Math.min(0.999, Math.max(0.001, value))),
  from: sigmoid,
};

/** What has to be solved for: one parameter for each quantity that was answered. */
export function freeParameters(answers: Answers): Free[] {
  const free: Free[] = [];
  const add = (question: Question, rest: Omit<Free, 'asked' | 'title'>): void => {
    const answer = answers[question];
    if (answer === undefined) return;
    free.push({ ...rest, asked: Number(answer), title: questions[question].title });
  };
  const residents = answerTo(answers, 'residents') > 0;
  if (residents) {
    add('mentoredResidents', {
      ...{ quantity: 'mentoredResidents', parameter: 'askResidents', scale: linear },
      ...{ slope: 0.3, tolerance: 0.03 },
    });
    add('burnedOutResidents', {
      ...{ quantity: 'burnedOutResidents', parameter: 'strainResidents', scale: linear },
      ...{ slope: 2, tolerance: 0.03 },
    });
    add('residentsLeaving', {
      ...{ quantity: 'residentsLeaving', parameter: 'exitResidents', scale: ratio },
      ...{ slope: 1, tolerance: 0.002 },
    });
  }
  add('mentoredFaculty', {
    ...{ quantity: 'mentoredFaculty', parameter: 'askFaculty', scale: linear },
    ...{ slope: 0.3, tolerance: 0.03 },
  });
  add('burnedOutFaculty', {
    ...{ quantity: 'burnedOutFaculty', parameter: 'strainFaculty', scale: linear },
    ...{ slope: 2, tolerance: 0.03 },
  });
  add('facultyLeaving', {
    ...{ quantity: 'facultyLeaving', parameter: 'exitFaculty', scale: ratio },
    ...{ slope: 1, tolerance: 0.005 },
  });
  return [...free, ...rankParameters(answers)];
}

/** Shares of ranks follow from hiring and promotion; they are fitted when all four are known. */
function rankParameters(answers: Answers): Free[] {
  const counts = rankCounts(answers);
  if (!counts) return [];
  const { instructors, associates, fulls, faculty } = counts;
  const free: Free[] = [];
  if (instructors > 0 && instructors < faculty) {
    free.push({
      ...{ quantity: 'instructorShare', title: 'Instructors among faculty' },
      ...{ parameter: 'instructorShare', scale: odds, asked: instructors / faculty },
      ...{ slope: 0.9, tolerance: 0.02 },
    });
  }
  if (associates + fulls > 0 && associates + fulls < faculty) {
    free.push({
      ...{ quantity: 'seniorShare', title: 'Associate and full professors among faculty' },
      ...{ parameter: 'promotable', scale: odds, asked: (associates + fulls) / faculty },
      ...{ slope: 0.5, tolerance: 0.03 },
    });
  }
  return free;
}

/** Faculty by rank, when all four numbers were given; undefined otherwise. */
export function rankCounts(answers: Answers):
  | {
      readonly instructors: number;
      readonly associates: number;
      readonly fulls: number;
      readonly faculty: number;
    }
  | undefined {
  if (ranks.some((rank) => answers[rank] === undefined)) return undefined;
  const [instructors, assistants, associates, fulls] = ranks.map((rank) => Number(answers[rank]));
  const faculty = instructors + assistants + associates + fulls;
  return faculty === 0 ? undefined : { instructors, associates, fulls, faculty };
}

/** The declaration of a free parameter. */
export function specOf(free: Free): NumberSpec {
  return mentoringParameters[free.parameter] as NumberSpec;
}
