/** What a chair is asked about a department: declared once, for prompts, forms and answer files. */
import { parameters } from '../../../sim/model/parameters.ts';
import { sources } from '../parameters/sources.ts';

const own = 'what you know of your department';

const people = {
  unit: 'people',
  range: [0, 20_000],
  plausible: [0, 500],
  integer: true,
  grade: 'B',
  source: own,
} as const;

const share = {
  unit: 'share',
  range: [0.01, 0.99],
  grade: 'B',
  source: own,
} as const;

/** Every question may be left out; the default is then what the model assumes, and is not fitted. */
export const questions = parameters({
  instructors: { ...people, title: 'Instructors', doc: 'How many instructors?', default: 12 },
  assistants: {
    ...people,
    title: 'Assistant professors',
    doc: 'How many assistant professors?',
    default: 54,
  },
  associates: {
    ...people,
    title: 'Associate professors',
    doc: 'How many associate professors?',
    default: 25,
  },
  fulls: { ...people, title: 'Full professors', doc: 'How many full professors?', default: 29 },
  residents: { ...people, title: 'Residents', doc: 'How many residents and fellows?', default: 80 },
  residencyYears: {
    title: 'Years of residency',
    doc: 'How many years does the residency last?',
    unit: 'years',
    default: 4,
    range: [1, 8],
    plausible: [3, 5],
    integer: true,
    grade: 'B',
    source: own,
  },
  divisions: {
    title: 'Divisions',
    doc: 'How many divisions or departments share corridors and searches?',
    unit: 'departments',
    default: 8,
    range: [1, 2000],
    plausible: [1, 20],
    integer: true,
    grade: 'B',
    source: own,
  },
  women: {
    ...share,
    title: 'Women',
    doc: 'What share of the people who join are women?',
    default: 0.42,
    plausible: [0.3, 0.6],
  },
  minority: {
    ...share,
    title: 'Under-represented in medicine',
    doc: 'What share of the people who join are from groups under-represented in medicine?',
    default: 0.1,
    plausible: [0.03, 0.3],
  },
  mentoredResidents: {
    ...share,
    title: 'Residents with a mentor',
    doc: 'What share of residents have a mentor?',
    default: 0.67,
    plausible: [0.4, 0.9],
  },
  mentoredFaculty: {
    ...share,
    title: 'Faculty with a mentor',
    doc: 'What share of faculty have a mentor?',
    default: 0.6,
    plausible: [0.3, 0.8],
  },
  mentorWording: {
    title: 'How that was asked',
    doc: 'caring: somebody who cares about me and my career, and whom I have met; good: a mentor I would rate well; onPaper: a mentor named or assigned, met or not.',
    options: ['caring', 'good', 'onPaper'],
    default: 'caring',
    grade: 'B',
    source: 'surveys give 20 to 97 % by wording; "genuinely cares" gives 67 % (key: 5)',
  },
  burnedOutResidents: {
    ...share,
    title: 'Residents burned out',
    doc: 'What share of residents are burned out?',
    default: 0.47,
    plausible: [0.3, 0.6],
  },
  burnedOutFaculty: {
    ...share,
    title: 'Faculty burned out',
    doc: 'What share of faculty are burned out?',
    default: 0.35,
    plausible: [0.2, 0.55],
  },
  burnoutInstrument: {
    title: 'How that was measured',
    doc: 'symptom: at least one symptom of the Maslach inventory weekly; strict: exhaustion together with another symptom; standpoint: one question, as in the AAMC StandPoint survey.',
    options: ['symptom', 'strict', 'standpoint'],
    default: 'symptom',
    grade: 'B',
    source: sources.burnoutResidents,
  },
  facultyLeaving: {
    ...share,
    range: [0.001, 0.5],
    title: 'Faculty who leave in a year',
    doc: 'What share of faculty leave in a usual year, retirement included?',
    default: 0.067,
    plausible: [0.03, 0.12],
  },
  residentsLeaving: {
    ...share,
    range: [0.001, 0.5],
    title: 'Residents who leave in a year',
    doc: 'What share of residents leave in a usual year before they graduate?',
    default: 0.012,
    plausible: [0.005, 0.04],
  },
  daysOnSite: {
    title: 'Days on site',
    doc: 'On how many of five working days is a person on site?',
    unit: 'days/week',
    default: 4,
    range: [0, 5],
    plausible: [2, 5],
    grade: 'B',
    source: own,
  },
  protectedHours: {
    title: 'Protected hours',
    doc: 'How many hours a week are protected today for each faculty member to mentor?',
    unit: 'h/week',
    default: 0,
    range: [0, 20],
    plausible: [0, 2],
    grade: 'B',
    source: own,
  },
});

export type Question = keyof typeof questions;

/** Answers by question; what was not answered is missing. */
export type Answers = { readonly [Q in Question]?: number | string };
