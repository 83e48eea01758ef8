/** What a roster may say about people and ties in a mentoring network. */
import type { RosterVocabulary } from '../../sim/roster/vocabulary.ts';

/**
 * Gender, minority and track may be left empty, which means not observed: such a person is counted in no
 * group of that axis, and whoever sets up the model draws what it needs from population shares. There
 * is no third group called unknown, because results by group would then report on it.
 */
export const rosterVocabulary: RosterVocabulary = {
  roles: [
    { name: 'resident', ranks: ['PGY1', 'PGY2', 'PGY3', 'PGY4'] },
    { name: 'faculty', ranks: ['instructor', 'assistant', 'associate', 'full'] },
  ],
  layers: { upward: 'senior', equal: 'peer' },
  axes: [
    { name: 'gender', groups: ['woman', 'man'] },
    { name: 'minority', groups: ['no', 'yes'] },
    { name: 'track', groups: ['clinician', 'educator', 'investigator'] },
  ],
  numbers: [
    { name: 'onsite', unit: 'share', min: 0, max: 1, doc: 'share of working days on site' },
    { name: 'capacity', unit: 'mentees', min: 0, max: 100, doc: 'mentees the person would accept' },
    {
      name: 'sociability',
      unit: 'share',
      min: 0,
      max: 1,
      doc: 'readiness to meet others: 0 meets nobody by chance',
    },
    { name: 'tenure', unit: 'years', min: 0, max: 60, doc: 'years in the department' },
    { name: 'burnout', unit: 'share', min: 0, max: 1, doc: 'burnout; burned out from 0.5 on' },
    { name: 'satisfaction', unit: 'share', min: 0, max: 1, doc: 'satisfaction with the place' },
    { name: 'publications', unit: 'papers', min: 0, max: 5000, doc: 'papers published so far' },
  ],
  synonyms: {
    headers: {
      gender: ['sex'],
      minority: ['urm', 'uim', 'underrepresented', 'under-represented'],
      onsite: ['on-site share', 'onsite share', 'presence', 'share on site'],
      capacity: ['max mentees', 'mentee capacity', 'mentees wanted'],
      tenure: ['seniority', 'years of service', 'years in post', 'years'],
      track: ['career track', 'academic track', 'pathway'],
      burnout: ['burn-out', 'burnout score'],
      satisfaction: ['job satisfaction'],
      publications: ['papers', 'publication count'],
      rank: ['pgy', 'pgy level', 'academic rank', 'title'],
    },
    values: {
      resident: ['trainee', 'house officer', 'fellow'],
      faculty: ['attending', 'consultant', 'professor'],
      PGY1: ['PGY 1', 'R1', 'intern'],
      PGY2: ['PGY 2', 'R2'],
      PGY3: ['PGY 3', 'R3'],
      PGY4: ['PGY 4', 'R4'],
      instructor: ['lecturer'],
      assistant: ['assistant professor', 'asst', 'asst prof'],
      associate: ['associate professor', 'assoc', 'assoc prof'],
      full: ['professor', 'full professor', 'prof'],
      woman: ['female', 'f', 'w', 'women'],
      man: ['male', 'm', 'men'],
      clinician: ['clinical', 'clinician track'],
      educator: ['clinician-educator', 'clinician educator', 'teaching'],
      investigator: ['researcher', 'research', 'physician-scientist', 'clinician-investigator'],
      yes: ['y', 'true', '1', 'urm', 'uim'],
      no: ['n', 'false', '0'],
    },
  },
};
