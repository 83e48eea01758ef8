/** Decisions that can be explained, by the kind under which processes announce them. */
export { answer, ask, room } from './asking.ts';
export { exit, promotion } from './careers.ts';
export { ending, peerEnding } from './endings.ts';
export { peerAnswer, peerAsk } from './peers.ts';
