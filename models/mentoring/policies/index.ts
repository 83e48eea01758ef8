/** The policies of the mentoring model, by the name a scenario uses; each has an account of its own. */
export { formalMatching } from './formal-matching.ts';
export { hybridWork } from './hybrid-work.ts';
export { peerGroups } from './peer-groups.ts';
export { protectedTime } from './protected-time.ts';
