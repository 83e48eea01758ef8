/** The outcomes of the mentoring model, by the name a scenario uses. */
export * from './access.ts';
export * from './careers.ts';
export * from './encounters.ts';
export * from './equity.ts';
export * from './experience.ts';
export * from './groups.ts';
export * from './growth.ts';
export * from './institution.ts';
export * from './needs.ts';
export * from './people.ts';
export { priorityScore } from './priorities.ts';
export * from './stages.ts';
