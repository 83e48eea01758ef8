/** Small codes stored in columns, and the names people see for them. */

export const resident = 0;
export const faculty = 1;

/** Ranks of faculty; a resident's rank is the PGY year less one. */
export const instructor = 0;
export const assistant = 1;
export const associate = 2;
export const full = 3;
export const facultyRanks = ['instructor', 'assistant', 'associate', 'full'] as const;

export const woman = 0;
export const man = 1;

/** How a tie came about. */
export const informal = 0;
export const formal = 1;
export const observed = 2;

/** Stages of a tie in this version; the full model has seven. */
export const starting = 0;
export const working = 1;
export const ending = 2;

/** How two people came across each other this week. */
export const channels = ['hallway', 'introduction', 'search', 'group'] as const;
export const hallway = 0;
export const introduction = 1;
export const search = 2;
export const groupSession = 3;
