/** How ties develop: rapport fades, stages follow meetings and rapport, and ties end. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { chanceWithin } from '../../../sim/model/time.ts';
import { ending, starting, working } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

/** A tie works from this many meetings and this much rapport on (stage 3 to 4 of the seven). */
const workingMeetings = 3;
const workingRapport = 0.22;
/** A tie that has worked is ending after half a year without a meeting, or below this rapport. */
const silentWeeks = 26;
const lowRapport = 0.1;
/** Ending ties end this many times as fast. */
const endingFactor = 3;

export const development: Step<MentoringWorld> = {
  name: 'development',
  doc: 'Rapport fades without meetings; weak ties end sooner; an overloaded mentor lets the weakest go.',
  run(world, rng) {
    develop(world, rng, 'senior', world.parameter.rapportFadeSenior);
    develop(world, rng, 'peer', world.parameter.rapportFadePeer);
    letGo(world);
    countTies(world);
  },
};

function develop(world: MentoringWorld, rng: Rng, layer: 'senior' | 'peer', fade: number): void {
  const { people, ties, constant, week, events } = world;
  const key = people.column.chanceKey;
  const store = ties[layer];
  const { source, target, ended, rapport, meetings, lastMet, tieStage } = store.column;
  const draw = layer === 'senior' ? 0 : 1;
  const highest = constant.endingLog + Math.max(0, constant.endingSlope);
  const most = chanceWithin(endingFactor * exp(highest));
  for (let t = 0; t < store.size; t++) {
    if (ended[t] !== 0) continue;
    const r = rapport[t] * (1 - fade);
    rapport[t] = r;
    let stage = tieStage[t];
    if (stage === starting) {
      if (meetings[t] >= workingMeetings && r >= workingRapport) stage = working;
    } else {
      stage = week - lastMet[t] > silentWeeks || r < lowRapport ? ending : working;
    }
    tieStage[t] = stage;
    const u = rng.uniform(key[source[t]], key[target[t]], draw);
    // no tie ends more often than an ending one without rapport
    if (u >= most) continue;
    const hazard =
      exp(constant.endingLog + constant.endingSlope * r) * (stage === ending ? endingFactor : 1);
    if (u >= chanceWithin(hazard)) continue;
    store.end(t);
    if (layer === 'senior') events.tieEnd.add(source[t], 1);
  }
}

/** After weeks of dilution a mentor lets the tie of lowest rapport go. */
function letGo(world: MentoringWorld): void {
  const { people, ties, parameter, events } = world;
  const { overloadWeeks, person } = people.column;
  const { source, target, rapport, ended } = ties.senior.column;
  const { start, tie } = ties.senior.in;
  for (let mentor = 0; mentor < people.size; mentor++) {
    if (person[mentor] < 0 || overloadWeeks[mentor] < parameter.overloadPatience) continue;
    let worst = -1;
    for (let k = start[mentor]; k < start[mentor + 1]; k++) {
      const t = tie[k];
      if (ended[t] === 0 && target[t] === mentor && (worst < 0 || rapport[t] < rapport[worst])) {
        worst = t;
      }
    }
    overloadWeeks[mentor] = 0;
    if (worst < 0) continue;
    ties.senior.end(worst);
    events.tieEnd.add(source[worst], 1);
  }
}

/** Counts each person's ties, for the decisions of the coming week. */
export function countTies(world: MentoringWorld): void {
  const { people, ties } = world;
  const { mentors, metMentors, peers, load } = people.column;
  mentors.fill(0, 0, people.size);
  metMentors.fill(0, 0, people.size);
  peers.fill(0, 0, people.size);
  load.fill(0, 0, people.size);
  const s = ties.senior.column;
  for (let t = 0; t < ties.senior.size; t++) {
    if (s.ended[t] !== 0) continue;
    mentors[s.source[t]]++;
    load[s.target[t]]++;
    if (s.meetings[t] > 0) metMentors[s.source[t]]++;
  }
  const p = ties.peer.column;
  for (let t = 0; t < ties.peer.size; t++) {
    if (p.ended[t] !== 0) continue;
    peers[p.source[t]]++;
    peers[p.target[t]]++;
  }
}
