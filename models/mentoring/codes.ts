/** Small codes stored in columns, and the names people see for them. */

export const resident = 0;
export const faculty = 1;

/** Ranks of faculty; a resident's rank is the PGY year less one. */
export const instructor = 0;
export const assistant = 1;
export const associate = 2;
export const full = 3;
export const facultyRanks = ['instructor', 'assistant', 'associate', 'full'] as const;

/** What faculty are hired for, and residents aim at. */
export const tracks = ['clinician', 'educator', 'investigator'] as const;
export const clinician = 0;
export const educator = 1;
export const investigator = 2;

/** The four rings of personhood, in the order of the column. */
export const innate = 0;
export const individual = 1;
export const relational = 2;
export const societal = 3;

export const woman = 0;
export const man = 1;

/** How a tie came about. */
export const origins = [
  'informal',
  'formal',
  'observed',
  'group',
  'introduction',
  'colleague',
] as const;
export const informal = 0;
export const formal = 1;
export const observed = 2;
export const fromGroup = 3;
export const introduced = 4;
export const colleague = 5;

/** What a person may need a partner for. */
export const needs = [
  'research',
  'clinical',
  'career',
  'wellbeing',
  'sponsorship',
  'identity',
] as const;
export const research = 0;
export const clinical = 1;
export const careerNeed = 2;
export const wellbeingNeed = 3;
export const sponsorshipNeed = 4;
export const identityNeed = 5;

/** How two people came across each other this week; the last three by a programme. */
export const channels = [
  'hallway',
  'introduction',
  'search',
  'group',
  'coffee',
  'event',
  'programme',
] as const;
export const hallway = 0;
export const introduction = 1;
export const search = 2;
export const groupSession = 3;
export const coffee = 4;
export const event = 5;
export const programme = 6;
