/** How the defaults were calibrated: which parameters were free, which targets, what was held out. */

/** A parameter that calibration may move, from where it starts, within its plausible range. */
export interface FreeParameter {
  readonly name: string;
  readonly start: number;
  /** Digits after the point of the shipped default. */
  readonly decimals: number;
  /** How far a trial step goes when the effect of the parameter is measured. */
  readonly step: number;
}

/**
 * Starting values: set B of the prototype's report, with fewer chance contacts, since the norm of the
 * department makes more mentors willing, and a fast market closes every gap in access.
 */
export const freeParameters: readonly FreeParameter[] = [
  { name: 'contactsPerMonth', start: 4, decimals: 1, step: 0.8 },
  { name: 'answerConstant', start: -0.6, decimals: 2, step: 0.4 },
  { name: 'wantedByResidents', start: 5.5, decimals: 1, step: 1 },
  { name: 'wantedByJunior', start: 7, decimals: 1, step: 1 },
  { name: 'minorityHomophily', start: 1, decimals: 2, step: 0.2 },
  { name: 'rapportFadeSenior', start: 0.024, decimals: 4, step: 0.003 },
  { name: 'strainResidents', start: 0.45, decimals: 2, step: 0.15 },
  { name: 'strainFaculty', start: 0.6, decimals: 2, step: 0.15 },
  { name: 'exitFaculty', start: 0.047, decimals: 4, step: 0.006 },
  { name: 'promotionRate', start: 0.35, decimals: 2, step: 0.08 },
];

/** What the means of the tuning seeds should come near: a place inside the band of `prevalences`. */
export const targets: Readonly<Record<string, number>> = {
  residents: 0.72,
  faculty: 0.63,
  internGap: -0.21,
  lowQuality: 0.2,
  medianLoad: 4.5,
  access: 0.7,
  burnedOutResidents: 0.47,
  burnedOutFaculty: 0.35,
  exit: 0.066,
  promoted: 0.37,
};

/** Bands that took no part: they are looked at when the parameters are settled. */
export const heldOut: readonly string[] = [
  'loadGini',
  'clusteringRatio',
  'stay',
  'stayOfNewcomers',
  'promotion',
];

/** Seed of tuning; verification and tests use others. */
export const calibrationSeed = 'calibration';
/** Seed of the check at the end, which is neither that of tuning nor that of the verification. */
export const checkSeed = 'calibration, held out';
