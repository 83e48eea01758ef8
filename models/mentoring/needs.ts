/** What people need from partners, by career stage and track, in the order of `needs`. */
import { clinician, investigator, needs, research, resident } from './codes.ts';

/**
 * Weight of each need: research, clinical, career, wellbeing, sponsorship, identity. Residents need
 * clinical and personal support first and career advice before they leave; faculty need research
 * support and sponsorship until they are full professors. The six are those of distributed and
 * precision mentoring (Harper et al. 2024, 10.36834/cmej.79339; grade C); their weights are
 * assumptions (grade D).
 */
const profiles: readonly (readonly number[])[] = [
  [0.3, 1, 0.4, 0.9, 0.2, 0.8], // interns
  [0.5, 0.9, 0.6, 0.8, 0.4, 0.7], // residents between
  [0.6, 0.6, 1, 0.7, 0.8, 0.6], // the last year of residency
  [0.8, 0.5, 0.9, 0.6, 0.6, 0.6], // instructors
  [0.9, 0.3, 0.9, 0.6, 0.8, 0.5], // assistant professors
  [0.7, 0.2, 0.7, 0.5, 0.9, 0.4], // associate professors
  [0.4, 0.1, 0.3, 0.4, 0.4, 0.3], // full professors
];

/** Need of research support of investigators and of clinicians, relative to educators. */
const investigatorResearch = 1.3;
const clinicianResearch = 0.6;

/** Weight of need `k` of somebody of this role, rank and track; own differences come on top. */
export function usualNeed(
  role: number,
  rank: number,
  track: number,
  residencyYears: number,
  k: number,
): number {
  if (role === resident) {
    const stage = rank + 1 >= residencyYears ? 2 : rank === 0 ? 0 : 1;
    return profiles[stage][k];
  }
  const weight = profiles[3 + rank][k];
  if (k !== research) return weight;
  if (track === investigator) return weight * investigatorResearch;
  return track === clinician ? weight * clinicianResearch : weight;
}

/** Share of needs that is not met, weighted; `need` and `cover` hold a value for each need and seat. */
export function uncoveredShare(need: Float64Array, cover: Float64Array, seat: number): number {
  const n = needs.length;
  let missing = 0;
  let all = 0;
  for (let k = seat * n; k < (seat + 1) * n; k++) {
    missing += need[k] * (1 - cover[k]);
    all += need[k];
  }
  return all === 0 ? 0 : missing / all;
}
