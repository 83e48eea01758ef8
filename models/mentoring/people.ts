/** Newcomers: how a person's traits are drawn when a seat is taken, and what a vacated seat leaves. */
import { logNormal } from '../../sim/chance/distributions.ts';
import { exp } from '../../sim/chance/portable.ts';
import type { Rng } from '../../sim/chance/threefry.ts';
import { processId } from '../../sim/chance/threefry.ts';
import { clinician, educator, investigator, man, resident, woman } from './codes.ts';
import { drawRelationshipTraits, resetRelationships } from './relationship-traits.ts';
import { spreadOf } from './rings.ts';
import type { MentoringWorld } from './shape.ts';
import { endSeniorOf } from './tie-histories.ts';

const traitStream = processId('traits');

/** Distance scale of interests within and between departments. */
const interestSpread = 0.18;

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/**
 * Selects the stream of traits, which has no week: a person is the same whenever a post is filled.
 * Call it after all other draws of a process.
 */
export function selectTraits(rng: Rng): void {
  rng.select(traitStream, 0);
}

/** Draws the traits of the person who has just taken `seat`; `selectTraits` comes first. */
export function drawTraits(world: MentoringWorld, seat: number, rng: Rng): void {
  const { people, parameter: p, tables } = world;
  const c = people.column;
  const key = c.chanceKey[seat];
  const centre = tables.departments.column.centre;
  const department = c.department[seat];
  const young = c.role[seat] === resident;
  const womenShare = young ? p.womenShareResidents : p.womenShare;
  const minorityShare = young ? p.minorityShareResidents : p.minorityShare;
  c.gender[seat] = rng.uniform(key, 0) < womenShare ? woman : man;
  c.minority[seat] = rng.uniform(key, 1) < minorityShare ? 1 : 0;
  for (let k = 0; k < 4; k++) {
    c.interest[seat * 4 + k] = centre[department * 4 + k] + interestSpread * rng.normal(key, 2, k);
  }
  const isolated = c.isolated[seat] === 1;
  c.onsiteBase[seat] = within(p.onsiteShare + 0.1 * rng.normal(key, 3), 0, 1);
  c.sociability[seat] = isolated
    ? 0
    : within(p.sociabilityMean + 0.15 * rng.normal(key, 4), 0.05, 1);
  setInitiative(world, seat, p.initiativeSpread * rng.normal(key, 5));
  c.seeks[seat] = isolated || rng.uniform(key, 6) < p.neverSeekShare ? 0 : 1;
  c.skill[seat] = within(p.skillMean + 0.15 * rng.normal(key, 7), 0, 1);
  const generativity = p.generativityMean + p.generativitySpread * rng.normal(key, 8);
  c.generativity[seat] = within(generativity, 0, 1);
  c.menteeQuality[seat] = rng.normal(key, 9);
  c.strainTrait[seat] = rng.normal(key, 10);
  c.capacityBase[seat] = isolated
    ? 0
    : logNormal(rng.uniform(key, 11), p.capacityMedian, p.capacitySpread);
  c.promotable[seat] = rng.uniform(key, 12) < p.promotable ? 1 : 0;
  // draws 13 and 14 belong to hiring
  c.track[seat] = trackAt(rng.uniform(key, 15), p.educatorShare, p.investigatorShare);
  c.aptitude[seat] = rng.normal(key, 16);
  for (let ring = 0; ring < 4; ring++) {
    const start = p.ringStart + p.ringSpread * rng.normal(key, 17, ring);
    c.rings[seat * 4 + ring] = within(start, 0, 1);
  }
  c.dissonance[seat] = spreadOf(c.rings, seat);
  drawRelationshipTraits(world, seat, rng);
}

/**
 * Thins senior women and under-represented seniors out, as a synthetic department begins with fewer
 * of them: the same draw meets a lower threshold. `selectTraits` comes first.
 */
export function redrawSeniorGroups(world: MentoringWorld, seat: number, rng: Rng): void {
  const { people, parameter: p } = world;
  const { gender, minority, chanceKey } = people.column;
  const key = chanceKey[seat];
  gender[seat] = rng.uniform(key, 0) < p.womenShare * p.womenSeniorRatio ? woman : man;
  minority[seat] = rng.uniform(key, 1) < p.minorityShare * p.minoritySeniorRatio ? 1 : 0;
}

/** The track on which a uniform falls: investigators at the top, clinicians at the bottom. */
function trackAt(u: number, educators: number, investigators: number): number {
  if (u >= 1 - investigators) return investigator;
  return u >= 1 - investigators - educators ? educator : clinician;
}

/** Sets ln initiative and the ratio by which it scales wishes. */
export function setInitiative(world: MentoringWorld, seat: number, lnInitiative: number): void {
  const c = world.people.column;
  c.lnInitiative[seat] = lnInitiative;
  c.initiative[seat] = Math.min(3, exp(lnInitiative));
}

/** Puts the state of a seat's new holder at its beginning. */
export function resetState(world: MentoringWorld, seat: number): void {
  const c = world.people.column;
  c.tenure[seat] = 0;
  c.inRank[seat] = 0;
  c.retiresAt[seat] = -1;
  c.burnout[seat] = 0.42;
  c.careerMemory[seat] = 0.4;
  c.satisfaction[seat] = 0.5;
  c.competence[seat] = c.role[seat] === resident ? world.parameter.competenceStart : 1;
  c.motivation[seat] = 0.5;
  c.coping[seat] = 0;
  c.careerCapital[seat] = 0;
  c.publications[seat] = 0;
  c.unrecognisedHours[seat] = 0;
  c.unmentoredWeeks[seat] = 0;
  c.onsite[seat] = c.onsiteBase[seat];
  resetRelationships(world, seat);
}

/** Empties a seat: the person's ties end in every layer, and a group loses a member. */
export function vacateSeat(world: MentoringWorld, seat: number): void {
  const { people, ties, tables } = world;
  endSeniorOf(world, seat);
  ties.peer.endAllOf(seat);
  const group = people.column.group[seat];
  if (group >= 0) tables.groups.column.members[group]--;
  people.column.group[seat] = -1;
  people.vacate(seat);
}
