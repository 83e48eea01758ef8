/** Meetings: planned by tie, held within the mentor's weekly hours, diluted when they do not fit. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { perMonth } from '../../../sim/model/time.ts';
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

/**
 * Meetings a week that each senior tie plans (a programme's cadence during its term, else by
 * rapport), summed to hours for each mentor and compared with the mentor's hours.
 */
function planHours(world: MentoringWorld): void {
  const { people, ties, parameter, constant, week } = world;
  const { planned, hours, capacity, dilution, overloadWeeks } = people.column;
  const { target, ended, neverMeets, cadence, termEnds, rapport } = ties.senior.column;
  const meetingsPlanned = ties.senior.column.planned;
  const { meetingHours, dilutionSlack } = parameter;
  const { informalMeetings, hoursPerTie } = constant;
  planned.fill(0, 0, people.size);
  for (let t = 0; t < ties.senior.size; t++) {
    if (ended[t] !== 0) continue;
    let often = informalMeetings * (0.5 + rapport[t]);
    if (neverMeets[t] === 1) often = 0;
    else if (cadence[t] > 0 && week < termEnds[t]) often = perMonth(cadence[t]);
    meetingsPlanned[t] = often;
    planned[target[t]] += often * meetingHours;
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
  const { rapportGain, virtualRapport, meetingHours, virtualHours, hourCost } = world.parameter;
  const { chanceKey, dilution, external } = people.column;
  const { source, target, ended, planned, quality, rapport, meetings, lastMet } =
    ties.senior.column;
  let hours = 0;
  for (let t = 0; t < ties.senior.size; t++) {
    if (ended[t] !== 0) continue;
    const i = source[t];
    const j = target[t];
    const chance = planned[t] * dilution[j];
    if (chance === 0 || rng.uniform(chanceKey[i], chanceKey[j]) >= chance) continue;
    const virtual = virtualShare(world, i, j);
    const worth = quality[t] * dilution[j] * (1 - virtual * (1 - virtualRapport));
    rapport[t] += rapportGain * worth * (1 - rapport[t]);
    meetings[t]++;
    lastMet[t] = week;
    if (external[j] === 0) hours += meetingHours * (1 - virtual * (1 - virtualHours));
    events.meeting.add(i, 1);
  }
  charge(world, 'mentoring', hours, hours * hourCost);
}

function meetPeers(world: MentoringWorld, rng: Rng): void {
  const { people, ties, week } = world;
  const { rapportGain, virtualRapport } = world.parameter;
  const often = world.constant.peerMeetings;
  const { chanceKey } = people.column;
  const { source, target, ended, quality, cadence, termEnds, rapport, meetings, lastMet } =
    ties.peer.column;
  for (let t = 0; t < ties.peer.size; t++) {
    if (ended[t] !== 0) continue;
    const i = source[t];
    const j = target[t];
    const chance =
      cadence[t] > 0 && week < termEnds[t] ? perMonth(cadence[t]) : often * (0.5 + rapport[t]);
    if (rng.uniform(chanceKey[i], chanceKey[j], 1) >= chance) continue;
    const worth = quality[t] * (1 - virtualShare(world, i, j) * (1 - virtualRapport));
    rapport[t] += rapportGain * worth * (1 - rapport[t]);
    meetings[t]++;
    lastMet[t] = week;
  }
}
