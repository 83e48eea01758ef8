/** Support: career, psychosocial and sponsorship flows of the week's ties, and the needs they cover. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Step } from '../../../sim/model/model.ts';
import {
  careerNeed,
  clinical,
  identityNeed,
  needs,
  research,
  sponsorshipNeed,
  wellbeingNeed,
} from '../codes.ts';
import { uncoveredShare } from '../needs.ts';
import { closenessLeft } from '../presence.ts';
import type { MentoringWorld } from '../shape.ts';
import { sponsorReach } from '../sponsorship.ts';
import { stages } from '../stages.ts';

const careerByStage = stages.map((stage) => stage.career);
const psychosocialByStage = stages.map((stage) => stage.psychosocial);
const sponsorshipByStage = stages.map((stage) => stage.sponsorship);
/** Psychosocial support of a senior tie, next to 1 for a peer tie. */
const seniorPsychosocial = 0.5;
/** Full support up to so many weeks after a meeting, none after so many. */
const freshWeeks = 8;
const staleWeeks = 52;
/** What a need is given when half of it is met: about two good ties with somebody fit for it. */
const halfCovered = 0.4;
/** What a match meant for one need gives to it beyond another tie. */
const matchGain = 0.5;
/** Weeks between two readings of what partners cover. */
const coverEvery = 4;
const n = needs.length;

export const support: Step<MentoringWorld> = {
  name: 'support',
  doc: 'Career, psychosocial and sponsorship support as saturating sums over ties of rapport × stage × recency × skill; a tie below the quality threshold gives nothing; partners cover needs by their strengths.',
  run(world) {
    const { tables, people } = world;
    const sums = tables.week.column;
    for (const sum of [sums.career, sums.psychosocial, sums.sponsorship, sums.meaning]) {
      sum.fill(0, 0, people.size);
    }
    sums.contact.fill(0, 0, people.size);
    sums.strain.fill(0, 0, people.size);
    // what ties do for each need changes slowly: it is read when outcomes are sampled
    const serving = (world.week + 1) % coverEvery === 0;
    if (serving) sums.served.fill(0, 0, people.size * n);
    giveSenior(world, serving);
    givePeer(world, serving);
    giveGroups(world, serving);
    receive(world);
    if (serving) coverNeeds(world);
  },
};

/** Share of its support that a tie still gives so many weeks after a meeting. */
export function recency(weeks: number): number {
  if (weeks <= freshWeeks) return 1;
  return weeks >= staleWeeks ? 0 : (staleWeeks - weeks) / (staleWeeks - freshWeeks);
}

function giveSenior(world: MentoringWorld, serving: boolean): void {
  const { people, ties, tables, week } = world;
  const { supportThreshold, virtualCareer, personalisedGain } = world.parameter;
  const { skill, burnout, personalised, strength, onsite, site } = people.column;
  const { source, target, ended, rapport, lastMet, tieStage, need } = ties.senior.column;
  const { career, psychosocial, sponsorship, meaning, contact, strain, served } =
    tables.week.column;
  for (let t = 0; t < ties.senior.size; t++) {
    if (ended[t] !== 0) continue;
    const i = source[t];
    const j = target[t];
    const r = rapport[t];
    contact[i] += r;
    contact[j] += r;
    strain[i] += r * burnout[j];
    strain[j] += r * burnout[i];
    if (r < supportThreshold) continue;
    const flow = r * recency(week - lastMet[t]);
    const virtual = site[i] === site[j] ? 1 - Math.min(onsite[i], onsite[j]) : 1;
    const stage = tieStage[t];
    const advice = flow * skill[j] * careerByStage[stage] * (1 - virtual * (1 - virtualCareer));
    let comfort = flow * psychosocialByStage[stage] * seniorPsychosocial;
    if (virtual > 0) comfort *= closenessLeft(world, i, j, virtual);
    const backing = flow * sponsorshipByStage[stage] * sponsorReach(world, i, j);
    career[i] += advice;
    psychosocial[i] += comfort;
    sponsorship[i] += backing;
    meaning[j] += flow;
    if (!serving) continue;
    const fitted = 1 + personalisedGain * personalised[i];
    const to = i * n;
    const from = j * n;
    served[to + research] += fitted * advice * strength[from + research];
    served[to + clinical] += fitted * advice * strength[from + clinical];
    served[to + careerNeed] += fitted * advice * strength[from + careerNeed];
    served[to + wellbeingNeed] += fitted * comfort * strength[from + wellbeingNeed];
    served[to + sponsorshipNeed] += fitted * backing * strength[from + sponsorshipNeed];
    served[to + identityNeed] += fitted * comfort * strength[from + identityNeed];
    const meant = need[t];
    if (meant >= 0) served[to + meant] += matchGain * flow * strength[from + meant];
  }
}

function givePeer(world: MentoringWorld, serving: boolean): void {
  const { people, ties, tables, week } = world;
  const { supportThreshold, peerPsychosocial, peerCareer } = world.parameter;
  const { burnout, strength, onsite, site } = people.column;
  const { source, target, ended, rapport, lastMet, tieStage } = ties.peer.column;
  const { career, psychosocial, contact, strain, served } = tables.week.column;
  for (let t = 0; t < ties.peer.size; t++) {
    if (ended[t] !== 0) continue;
    const i = source[t];
    const j = target[t];
    const r = rapport[t];
    contact[i] += r;
    contact[j] += r;
    strain[i] += r * burnout[j];
    strain[j] += r * burnout[i];
    if (r < supportThreshold) continue;
    const flow = r * recency(week - lastMet[t]);
    const stage = tieStage[t];
    const virtual = site[i] === site[j] ? 1 - Math.min(onsite[i], onsite[j]) : 1;
    let comfort = flow * psychosocialByStage[stage] * peerPsychosocial;
    if (virtual > 0) comfort *= closenessLeft(world, i, j, virtual);
    const advice = flow * careerByStage[stage] * peerCareer;
    psychosocial[i] += comfort;
    psychosocial[j] += comfort;
    career[i] += advice;
    career[j] += advice;
    if (!serving) continue;
    serveByPeer(served, strength, i, j, comfort, advice);
    serveByPeer(served, strength, j, i, comfort, advice);
  }
}

/** Peers inform, comfort and are company; they do not sponsor. */
function serveByPeer(
  served: Float64Array,
  strength: Float64Array,
  i: number,
  j: number,
  comfort: number,
  advice: number,
): void {
  const to = i * n;
  const from = j * n;
  served[to + research] += advice * strength[from + research];
  served[to + clinical] += advice * strength[from + clinical];
  served[to + careerNeed] += advice * strength[from + careerNeed];
  served[to + wellbeingNeed] += comfort * strength[from + wellbeingNeed];
  served[to + identityNeed] += comfort * strength[from + identityNeed];
}

/**
 * A peer group informs by its curriculum and covers wellbeing and identity by its cohesion. What it
 * does against burnout is a term of its own there, since a saturating sum would hide it.
 */
function giveGroups(world: MentoringWorld, serving: boolean): void {
  const { people, tables, parameter } = world;
  if (tables.groups.size === 0) return;
  const { group } = people.column;
  const { cohesion, curriculum } = tables.groups.column;
  const { career, served } = tables.week.column;
  for (let seat = 0; seat < people.size; seat++) {
    const g = group[seat];
    if (g < 0) continue;
    const advice = parameter.groupCareer * cohesion[g] * (1 + curriculum[g]);
    career[seat] += advice;
    if (!serving) continue;
    served[seat * n + careerNeed] += advice;
    served[seat * n + research] += advice * curriculum[g];
    served[seat * n + wellbeingNeed] += halfCovered * cohesion[g];
    served[seat * n + identityNeed] += halfCovered * cohesion[g];
  }
}

function receive(world: MentoringWorld): void {
  const { people, tables, parameter } = world;
  const { person, career, psychosocial, sponsorship, meaning, sponsorAccess } = people.column;
  const sums = tables.week.column;
  const gain = parameter.supportGain;
  const assigned = parameter.assignedSponsorship;
  for (let seat = 0; seat < people.size; seat++) {
    sums.sponsorship[seat] += assigned * sponsorAccess[seat];
  }
  saturate(gain, sums.career, person, people.size, career);
  saturate(gain, sums.psychosocial, person, people.size, psychosocial);
  saturate(gain, sums.sponsorship, person, people.size, sponsorship);
  saturate(0.5, sums.meaning, person, people.size, meaning);
}

/** Covers needs by what ties, groups and assigned sponsors do for each. */
function coverNeeds(world: MentoringWorld): void {
  const { people, tables, parameter } = world;
  const { person, sponsorAccess, need, cover, uncovered } = people.column;
  const { served } = tables.week.column;
  for (let seat = 0; seat < people.size; seat++) {
    if (person[seat] < 0) continue;
    const first = seat * n;
    served[first + sponsorshipNeed] += parameter.assignedSponsorship * sponsorAccess[seat];
    for (let k = first; k < first + n; k++) {
      const given = served[k];
      cover[k] = given === 0 ? 0 : given / (given + halfCovered);
    }
    uncovered[seat] = uncoveredShare(need, cover, seat);
  }
}

/** What each person receives of a sum: 1 − exp(−gain × sum), sparing the common 0. */
function saturate(
  gain: number,
  sum: Float64Array,
  person: Int32Array,
  seats: number,
  received: Float64Array,
): void {
  for (let seat = 0; seat < seats; seat++) {
    if (person[seat] < 0) continue;
    const x = gain * sum[seat];
    received[seat] = x === 0 ? 0 : 1 - exp(-x);
  }
}
