/** Usual levels: effects are centred on them, so that a stronger effect does not move the mean. */

/** Mean burnout of the people around one, and of a population at its base rates of leaving. */
export const usualBurnout = 0.42;
/** Mean career and psychosocial support of people with an ordinary network. */
export const usualCareer = 0.4;
export const usualPsychosocial = 0.6;
/** Mean sponsorship of faculty who wait for a promotion. */
export const usualSponsorship = 0.25;
/** Mean coping of people with an ordinary network. */
export const usualCoping = 0.3;
/** Share of faculty posts that stand vacant at base rates. */
export const usualVacancy = 0.04;
/** Spread between the rings of an ordinary identity. */
export const usualDissonance = 0.07;
/** Say over one's own work, half way. */
export const usualAutonomy = 0.5;
/** Mentees of a mentor (Luckhaupt et al. 2005: median 5). */
export const usualMentees = 5;
