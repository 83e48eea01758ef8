/** Directions of the policies that change conditions: time, skill, presence, caps, workload, money. */
import { hallway, programme } from '../../models/mentoring/codes.ts';
import type { Direction } from './direction.ts';
import {
  burnout,
  chancy,
  contacts,
  coverage,
  hours,
  mentors,
  money,
  rapport,
  rows,
  selection,
  uncovered,
} from './direction.ts';
import * as r from './readings.ts';

const skill = chancy('skill of faculty', r.column('skill', r.faculties));
const idle = chancy('faculty without mentees', r.idle);
const covered = (name: Parameters<typeof r.needWhere>[0]) =>
  chancy('need of those covered', r.needWhere(name));
const everyone = 'who: everyone';
const distant = '  - { policy: hybridWork, daysAtHome: 4 }\n';
const matching = '  - { policy: formalMatching, who: everyone }\n';

export const conditions: readonly Direction[] = [
  ...rows('budgetCut', [
    ['keeps', 0, 1, 1, money('formalMatching'), 'cuts: all', matching],
    ['cuts', 'all', 'nearPeer', 1, money('formalMatching'), 'keeps: 0', matching],
  ]),
  ...rows('fairDistribution', [
    ['cap', 4, 12, 1, chancy('largest load', r.largestLoad)],
    ['invitation', 0, 1, -1, idle, 'cap: 60, waitingList: no'],
    ['waitingList', 'no', 'yes', 1, contacts(programme), 'cap: 60'],
    ['coordinators', 0.05, 1, 1, money('fairDistribution')],
  ]),
  ...rows('hiringFreeze', [['freeze', 0, 1, 1, chancy('vacancies', r.vacancies)]]),
  ...rows('retirements', [
    ['people', 0, 5, -1, mentors],
    ['which', 'mostMentees', 'random', 1, mentors, 'people: 5, notice: 0'],
    ['notice', 1, 36, 1, mentors, 'people: 8'],
    ['succession', 'no', 'yes', 1, contacts(programme)],
  ]),
  ...rows('hybridWork', [
    ['daysAtHome', 0, 3, -1, chancy('peers of residents', r.column('peers', r.residents))],
    ['daysAtHome', 0, 3, -1, contacts(hallway)],
    ['coverage', 0.3, 1, -1, contacts(hallway)],
    ['schedule', 'random', 'anchor', 1, contacts(hallway), 'daysAtHome: 3'],
    ['betweenDepartments', 0, 2, 1, chancy('spread of presence', r.presenceSpread)],
    ['who', 'everyone', 'residents', 1, contacts(hallway)],
    ...selection(chancy('need of those on site', r.needOnSite), 'coverage: 0.5', 1),
  ]),
  ...rows('mentorProfiles', [
    coverage('mentorProfiles'),
    ['shown', 0, 1, 1, chancy('skill of chosen mentors', r.skillOfChosen)],
    ['coordinators', 0.05, 1, 1, money('mentorProfiles')],
    ['who', 'residents', 'everyone', 1, money('mentorProfiles')],
    ...selection(covered('qualityShown')),
  ]),
  ...rows('mentorTraining', [
    coverage('mentorTraining'),
    ['coverage', 0.1, 0.9, 1, skill],
    ['yearly', 0.05, 0.6, 1, skill],
    ['hours', 1, 8, 1, skill],
    ['effect', 0, 2, 1, skill],
    ['effect', 0, 3, 1, rapport, 'yearly: 0.9, coverage: 1'],
    ['effect', 0, 3, 1, rapport, 'who: residents, yearly: 0.9, coverage: 1'],
    ['who', 'faculty', 'everyone', 1, money('mentorTraining')],
    ['refresher', 0, 1, 1, skill, 'yearly: 0.9'],
    ...selection(
      chancy('need of the trained', r.needOfSkilled),
      'coverage: 0.5, yearly: 0.9, effect: 3',
    ),
  ]),
  ...rows('protectedTime', [
    coverage('protectedTime'),
    ['hoursPerWeek', 0, 2, 1, mentors],
    ['coverage', 0, 1, 1, mentors],
    ...selection(covered('protectedHours')),
  ]),
  ...rows('recognition', [
    ['credit', 0, 1, -1, { ...idle, futures: 16 }],
    ['credit', 0, 1, 1, mentors],
    ['stipend', 0, 15_000, 1, mentors, 'credit: 0'],
    ['stipend', 1000, 10_000, 1, money('recognition')],
    ['coverage', 0, 1, 1, mentors, 'credit: 1'],
    ...selection(covered('recognition')),
  ]),
  ...rows('spaceForPeers', [
    coverage('spaceForPeers'),
    ['hoursPerWeek', 0, 2, 1, chancy('peers of residents', r.column('peers', r.residents))],
    ['who', 'residents', 'everyone', 1, hours('spaceForPeers')],
    ...selection(covered('spaceForPeers')),
  ]),
  ...rows('structuredProgramme', [
    coverage('structuredProgramme'),
    ['structure', 0, 1, 1, rapport, everyone],
    ['assessment', 0, 1, 1, rapport, everyone],
    ['personalisation', 0, 1, -1, uncovered, everyone],
    ['coverage', 0, 1, -1, uncovered],
    ['coordinators', 0.1, 1, 1, money('structuredProgramme')],
    ['who', 'residents', 'everyone', 1, money('structuredProgramme')],
    ...selection(covered('structured')),
  ]),
  ...rows('virtualMentoring', [
    coverage('virtualMentoring'),
    ['agendas', 0, 1, 1, rapport, 'coverage: 1', distant],
    ['informalHours', 0, 1, 1, rapport, 'coverage: 1', distant],
    ['who', 'residents', 'everyone', 1, hours('virtualMentoring')],
    ...selection(covered('deliberate')),
  ]),
  ...rows('workloadRelief', [
    coverage('workloadRelief'),
    ['hoursOff', 0, 4, -1, burnout(r.everyone)],
    ['reliefEach', 0, 0.5, -1, burnout(r.everyone)],
    ['fasterHiring', 0, 3, -1, chancy('vacancies', r.vacancies), 'hoursOff: 0'],
    ['who', 'residents', 'everyone', 1, hours('workloadRelief')],
    ...selection(covered('relief')),
  ]),
];
