/** The seven developmental stages of a mentoring relationship: what each asks and what it gives. */

/**
 * The labels are this project's own: the source counts seven stages without naming them in its
 * abstract. They are mapped to the four phases of Kram (1983).
 */
export interface Stage {
  readonly name: string;
  readonly phase: 'initiation' | 'cultivation' | 'separation' | 'redefinition';
  /** Meetings and rapport needed to enter. */
  readonly meetings: number;
  readonly rapport: number;
  /** Competence that a resident needs to enter, where the gate is enforced in full. */
  readonly competence: number;
  /** What a tie in this stage gives, as shares of what a tie at its best gives. */
  readonly career: number;
  readonly psychosocial: number;
  readonly sponsorship: number;
  /** Meetings planned, relative to the usual cadence. */
  readonly cadence: number;
}

/**
 * Meetings and rapport: tuned so that stages 2 to 7 come after a median of about 2, 6, 11, 20, 33
 * and 52 months (grade D), next to 6–12 months of initiation and 2–5 years of cultivation in Kram
 * 1983. Early stages inform, middle ones coach and sponsor, late ones are shared work and mutual
 * support (Venktaramana et al. 2023, 10.1186/s12909-023-04021-w; the figures are assumptions).
 * Competence runs along residency, 0.08 on arrival and 0.9 after four years.
 */
export const stages: readonly Stage[] = [
  {
    name: 'orientation',
    phase: 'initiation',
    meetings: 0,
    rapport: 0,
    competence: 0,
    career: 0.5,
    psychosocial: 0.6,
    sponsorship: 0,
    cadence: 1.1,
  },
  {
    name: 'expectations',
    phase: 'initiation',
    meetings: 1,
    rapport: 0.1,
    competence: 0,
    career: 0.6,
    psychosocial: 0.7,
    sponsorship: 0,
    cadence: 1.05,
  },
  {
    name: 'first trust',
    phase: 'initiation',
    meetings: 3,
    rapport: 0.22,
    competence: 0.15,
    career: 0.8,
    psychosocial: 0.8,
    sponsorship: 0.2,
    cadence: 1,
  },
  {
    name: 'guided work',
    phase: 'cultivation',
    meetings: 6,
    rapport: 0.33,
    competence: 0.3,
    career: 1,
    psychosocial: 0.9,
    sponsorship: 0.6,
    cadence: 1,
  },
  {
    name: 'growing autonomy',
    phase: 'cultivation',
    meetings: 12,
    rapport: 0.42,
    competence: 0.55,
    career: 1,
    psychosocial: 1,
    sponsorship: 1,
    cadence: 1,
  },
  {
    name: 'near-peer work',
    phase: 'separation',
    meetings: 22,
    rapport: 0.5,
    competence: 0.75,
    career: 1,
    psychosocial: 1,
    sponsorship: 1,
    cadence: 0.95,
  },
  {
    name: 'transition',
    phase: 'redefinition',
    meetings: 36,
    rapport: 0.55,
    competence: 0.85,
    career: 0.9,
    psychosocial: 1,
    sponsorship: 0.8,
    cadence: 0.9,
  },
];

export const firstStage = 0;
export const lastStage = stages.length - 1;

/** Bins of four weeks in which the time from the start of a tie to a stage is counted. */
export const arrivalBins = 130;
export const weeksPerBin = 4;

/** Ages, in weeks, at which all ties started are read, ended ones as rapport 0. */
export const cohortAges = [26, 52, 104] as const;
