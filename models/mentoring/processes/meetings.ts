/** Meetings: planned by tie, held within the mentor's weekly hours, diluted when they do not fit. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { perMonth } from '../../../sim/model/time.ts';
import { charge } from '../ledger.ts';
import { closenessLeft, virtualShare } from '../presence.ts';
import type { MentoringWorld } from '../shape.ts';
import { stages } from '../stages.ts';

/** Cadence at this share of needs not met is the usual one. */
const usualUncovered = 0.5;

const cadenceByStage = stages.map((stage) => stage.cadence);

export const meetings: Step<MentoringWorld> = {
  name: 'meetings',
  doc: 'Cadence by origin, stage, rapport and need; over the weekly hours fewer meetings happen and each does less; at a distance they cost less and bring people less close.',
  run(world, rng) {
    planHours(world);
    meetMentors(world, rng);
    meetPeers(world, rng);
  },
};

/**
 * Meetings a week that each senior tie plans (a programme's cadence during its term, else by stage,
 * rapport and need), summed to hours for each mentor and compared with the mentor's hours.
 */
function planHours(world: MentoringWorld): void {
  const { people, ties, parameter, constant, week } = world;
  const { planned, hours, capacity, dilution, overloadWeeks, uncovered } = people.column;
  const { unrecognisedHours } = people.column;
  const { source, target, ended, neverMeets, cadence, termEnds, rapport, tieStage } =
    ties.senior.column;
  const meetingsPlanned = ties.senior.column.planned;
  const { dilutionSlack, needCadence } = parameter;
  const hoursEach = parameter.meetingHours * parameter.hoursAsked;
  const { informalMeetings, hoursPerTie } = constant;
  // hours that count for nothing come first
  planned.set(unrecognisedHours.subarray(0, people.size));
  for (let t = 0; t < ties.senior.size; t++) {
    if (ended[t] !== 0) continue;
    let often: number;
    if (neverMeets[t] === 1) often = 0;
    else if (cadence[t] > 0 && week < termEnds[t]) often = perMonth(cadence[t]);
    else {
      const wish = 1 + needCadence * (uncovered[source[t]] - usualUncovered);
      often = informalMeetings * (0.5 + rapport[t]) * cadenceByStage[tieStage[t]] * wish;
    }
    meetingsPlanned[t] = often;
    planned[target[t]] += often * hoursEach;
  }
  for (let seat = 0; seat < people.size; seat++) {
    hours[seat] = capacity[seat] * hoursPerTie;
    const fits = dilutionSlack * hours[seat];
    const fit = planned[seat] > fits ? fits / planned[seat] : 1;
    dilution[seat] = fit;
    overloadWeeks[seat] = fit < 1 ? overloadWeeks[seat] + 1 : 0;
  }
}

function meetMentors(world: MentoringWorld, rng: Rng): void {
  const { people, ties, events, week } = world;
  const { rapportGain, virtualHours, hourCost, meetingsKept, virtualAttendance } = world.parameter;
  const hoursEach = world.parameter.meetingHours * world.parameter.hoursAsked;
  const { chanceKey, dilution, external, structured, skill, skillBase } = people.column;
  const { menteeGain } = people.column;
  const { source, target, ended, planned, quality, rapport, meetings, lastMet } =
    ties.senior.column;
  let hours = 0;
  for (let t = 0; t < ties.senior.size; t++) {
    if (ended[t] !== 0) continue;
    const i = source[t];
    const j = target[t];
    const fits = planned[t] * dilution[j];
    if (fits === 0) continue;
    const u = rng.uniform(chanceKey[i], chanceKey[j]);
    if (u >= fits) continue;
    const virtual = virtualShare(world, i, j);
    // of the meetings missed, clear expectations save a part, and so does meeting at a distance
    const missed = (1 - meetingsKept) * (1 - structured[i]) * (1 - virtualAttendance * virtual);
    if (u >= fits * (1 - missed)) continue;
    // quality holds what the two bring of their own; training and practice come on top
    const taught = 1 + skill[j] - skillBase[j] + menteeGain[i];
    const left = virtual > 0 ? closenessLeft(world, i, j, virtual) : 1;
    const worth = Math.min(1, quality[t] * taught) * dilution[j] * left;
    rapport[t] += rapportGain * worth * (1 - rapport[t]);
    meetings[t]++;
    lastMet[t] = week;
    if (external[j] === 0) hours += hoursEach * (1 - virtual * (1 - virtualHours));
    events.meeting.add(i, 1);
    if (virtual > 0) events.virtualMeeting.add(i, virtual);
  }
  charge(world, 'mentoring', hours, hours * hourCost);
}

function meetPeers(world: MentoringWorld, rng: Rng): void {
  const { people, ties, events, week } = world;
  const { rapportGain } = world.parameter;
  const often = world.constant.peerMeetings;
  const { chanceKey } = people.column;
  const { source, target, ended, quality, cadence, termEnds, neverMeets } = ties.peer.column;
  const { rapport, meetings, lastMet } = ties.peer.column;
  for (let t = 0; t < ties.peer.size; t++) {
    if (ended[t] !== 0 || neverMeets[t] === 1) continue;
    const i = source[t];
    const j = target[t];
    const chance =
      cadence[t] > 0 && week < termEnds[t] ? perMonth(cadence[t]) : often * (0.5 + rapport[t]);
    if (rng.uniform(chanceKey[i], chanceKey[j], 1) >= chance) continue;
    const virtual = virtualShare(world, i, j);
    const worth = quality[t] * (virtual > 0 ? closenessLeft(world, i, j, virtual) : 1);
    rapport[t] += rapportGain * worth * (1 - rapport[t]);
    meetings[t]++;
    lastMet[t] = week;
    events.peerMeeting.add(i, 1);
  }
}
