/** Meetings: planned by tie, held within the mentor's weekly hours, diluted when they do not fit. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { perMonth, weeksPerYear } from '../../../sim/model/time.ts';
import { charge } from '../ledger.ts';
import { virtualShare } from '../presence.ts';
import type { MentoringWorld } from '../shape.ts';

export const meetings: Step<MentoringWorld> = {
  name: 'meetings',
  doc: 'Cadence by origin and rapport; over the weekly hours fewer meetings happen and each does less.',
  run(world, rng) {
    planHours(world);
    meetMentors(world, rng);
    meetPeers(world, rng);
  },
};

/** Meetings a week that a senior tie plans: a programme's cadence in its first year, else by rapport. */
function plannedMeetings(world: MentoringWorld, tie: number): number {
  const { neverMeets, cadence, rapport, started } = world.ties.senior.column;
  if (neverMeets[tie] === 1) return 0;
  if (cadence[tie] > 0 && world.week - started[tie] < weeksPerYear) return perMonth(cadence[tie]);
  return world.constant.informalMeetings * (0.5 + rapport[tie]);
}

/** Sums what each mentor's ties plan and compares it with the mentor's hours. */
function planHours(world: MentoringWorld): void {
  const { people, ties, parameter, constant } = world;
  const { planned, hours, capacity, dilution, overloadWeeks } = people.column;
  const { target, ended, planned: meetingsPlanned } = ties.senior.column;
  planned.fill(0, 0, people.size);
  for (let t = 0; t < ties.senior.size; t++) {
    if (ended[t] !== 0) continue;
    const often = plannedMeetings(world, t);
    meetingsPlanned[t] = often;
    planned[target[t]] += often * parameter.meetingHours;
  }
  for (let seat = 0; seat < people.size; seat++) {
    hours[seat] = capacity[seat] * constant.hoursPerTie;
    const fits = parameter.dilutionSlack * hours[seat];
    const fit = planned[seat] > fits ? fits / planned[seat] : 1;
    dilution[seat] = fit;
    overloadWeeks[seat] = fit < 1 ? overloadWeeks[seat] + 1 : 0;
  }
}

function meetMentors(world: MentoringWorld, rng: Rng): void {
  const { people, ties, parameter: p, events, week } = world;
  const { chanceKey, dilution, external } = people.column;
  const c = ties.senior.column;
  let hours = 0;
  for (let t = 0; t < ties.senior.size; t++) {
    if (c.ended[t] !== 0) continue;
    const i = c.source[t];
    const j = c.target[t];
    const chance = c.planned[t] * dilution[j];
    if (chance === 0 || rng.uniform(chanceKey[i], chanceKey[j]) >= chance) continue;
    const virtual = virtualShare(world, i, j);
    const worth = c.quality[t] * dilution[j] * (1 - virtual * (1 - p.virtualRapport));
    c.rapport[t] += p.rapportGain * worth * (1 - c.rapport[t]);
    c.meetings[t]++;
    c.lastMet[t] = week;
    if (external[j] === 0) hours += p.meetingHours * (1 - virtual * (1 - p.virtualHours));
    events.meeting.add(i, 1);
  }
  charge(world, 'mentoring', hours, hours * p.hourCost);
}

function meetPeers(world: MentoringWorld, rng: Rng): void {
  const { people, ties, parameter: p, constant, week } = world;
  const { chanceKey } = people.column;
  const c = ties.peer.column;
  for (let t = 0; t < ties.peer.size; t++) {
    if (c.ended[t] !== 0) continue;
    const i = c.source[t];
    const j = c.target[t];
    const chance = constant.peerMeetings * (0.5 + c.rapport[t]);
    if (rng.uniform(chanceKey[i], chanceKey[j], 1) >= chance) continue;
    const worth = c.quality[t] * (1 - virtualShare(world, i, j) * (1 - p.virtualRapport));
    c.rapport[t] += p.rapportGain * worth * (1 - c.rapport[t]);
    c.meetings[t]++;
    c.lastMet[t] = week;
  }
}
