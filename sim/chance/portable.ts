/** The functions that stand in for those of `Math` that differ in their last bits between engines. */

export { exp, log, sigmoid, tanh } from './portable-exponential.ts';
export { pow } from './portable-power.ts';
export { cos, sin } from './portable-trigonometry.ts';
