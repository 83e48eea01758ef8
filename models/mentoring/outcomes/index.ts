/** The outcomes of the mentoring model, by the name a scenario uses. */
export * from './access.ts';
export * from './encounters.ts';
export * from './experience.ts';
export * from './institution.ts';
export * from './people.ts';
