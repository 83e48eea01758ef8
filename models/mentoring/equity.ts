/** How identity acts: each mechanism by name, and the values at which all of them are neutral. */
import type { Values } from '../../sim/model/parameters.ts';
import { associate, faculty, woman } from './codes.ts';
import type { mentoringParameters } from './parameters/index.ts';
import type { MentoringWorld } from './shape.ts';

/** Hazard ratio of promotion that belongs to the person's groups and that nothing else explains. */
export function promotionRatio(world: MentoringWorld, seat: number): number {
  const { gender, minority } = world.people.column;
  const p = world.parameter;
  return (
    (gender[seat] === woman ? p.promotionWomen : 1) *
    (minority[seat] === 1 ? p.promotionMinority : 1)
  );
}

/** Mentoring asked of a senior person for being of a group, relative to that of any mentor. */
export function extraMentoring(world: MentoringWorld, seat: number): number {
  const { role, rank, gender, minority, person, external } = world.people.column;
  if (role[seat] !== faculty || rank[seat] < associate) return 0;
  if (person[seat] < 0 || external[seat] === 1) return 0;
  const p = world.parameter;
  return (
    (gender[seat] === woman ? p.womenTax - 1 : 0) + (minority[seat] === 1 ? p.minorityTax - 1 : 0)
  );
}

/** What "identity neutral" sets: every mechanism through which gender and representation act. */
export const neutralIdentity = {
  genderHomophily: 0,
  minorityHomophily: 0,
  askMinority: 0,
  concordance: 0,
  womenSeniorRatio: 1,
  minoritySeniorRatio: 1,
  minorityTax: 1,
  womenTax: 1,
  sponsorshipBiasMinority: 0,
  sponsorshipBiasWomen: 0,
  promotionWomen: 1,
  promotionMinority: 1,
} as const;

/**
 * The neutral values, with groups of the same size among residents as among faculty: a gap over all
 * people would otherwise only say that residents and faculty differ.
 */
export function identityNeutral(
  parameter: Pick<Values<typeof mentoringParameters>, 'womenShare' | 'minorityShare'>,
): Readonly<Record<string, number>> {
  return {
    ...neutralIdentity,
    womenShareResidents: parameter.womenShare,
    minorityShareResidents: parameter.minorityShare,
  };
}
