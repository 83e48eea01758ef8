/** Support: what the ties of the week give, as saturating sums, and the strain that comes with contact. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Step } from '../../../sim/model/model.ts';
import { virtualShare } from '../presence.ts';
import type { MentoringWorld } from '../shape.ts';
import { stages } from '../stages.ts';

const careerByStage = stages.map((stage) => stage.career);
const psychosocialByStage = stages.map((stage) => stage.psychosocial);
/** Psychosocial support of a senior tie, next to 1 for a peer tie. */
const seniorPsychosocial = 0.5;
/** Full support up to so many weeks after a meeting, none after so many. */
const freshWeeks = 8;
const staleWeeks = 52;

export const support: Step<MentoringWorld> = {
  name: 'support',
  doc: 'Saturating sums over ties of rapport × stage × recency × skill; a tie below the quality threshold gives nothing.',
  run(world) {
    const { tables, people } = world;
    const sums = tables.week.column;
    for (const sum of [sums.career, sums.psychosocial, sums.meaning, sums.contact, sums.strain]) {
      sum.fill(0, 0, people.size);
    }
    giveSenior(world);
    givePeer(world);
    receive(world);
  },
};

function recency(weeks: number): number {
  if (weeks <= freshWeeks) return 1;
  return weeks >= staleWeeks ? 0 : (staleWeeks - weeks) / (staleWeeks - freshWeeks);
}

function giveSenior(world: MentoringWorld): void {
  const { people, ties, tables, week } = world;
  const { supportThreshold, virtualCareer } = world.parameter;
  const { skill, burnout } = people.column;
  const { source, target, ended, rapport, lastMet, tieStage } = ties.senior.column;
  const { career, psychosocial, meaning, contact, strain } = tables.week.column;
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
    const virtual = virtualShare(world, i, j);
    const stage = tieStage[t];
    career[i] += flow * skill[j] * careerByStage[stage] * (1 - virtual * (1 - virtualCareer));
    psychosocial[i] += flow * psychosocialByStage[stage] * seniorPsychosocial;
    meaning[j] += flow;
  }
}

function givePeer(world: MentoringWorld): void {
  const { people, ties, tables, week } = world;
  const { supportThreshold, peerPsychosocial, peerCareer } = world.parameter;
  const { burnout } = people.column;
  const { source, target, ended, rapport, lastMet, tieStage } = ties.peer.column;
  const { career, psychosocial, contact, strain } = tables.week.column;
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
    const comfort = flow * psychosocialByStage[stage] * peerPsychosocial;
    const advice = flow * careerByStage[stage] * peerCareer;
    psychosocial[i] += comfort;
    psychosocial[j] += comfort;
    career[i] += advice;
    career[j] += advice;
  }
}

function receive(world: MentoringWorld): void {
  const { people, tables, parameter } = world;
  const { person, career, psychosocial, meaning } = people.column;
  const sums = tables.week.column;
  const gain = parameter.supportGain;
  for (let seat = 0; seat < people.size; seat++) {
    if (person[seat] < 0) continue;
    career[seat] = saturate(gain * sums.career[seat]);
    psychosocial[seat] = saturate(gain * sums.psychosocial[seat]);
    meaning[seat] = saturate(0.5 * sums.meaning[seat]);
  }
}

/** 1 − exp(−x), sparing the common 0. */
function saturate(x: number): number {
  return x === 0 ? 0 : 1 - exp(-x);
}
