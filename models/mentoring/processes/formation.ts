/** Tie formation: a person who comes across another may ask; the other may say yes. */
import { exp, sigmoid } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { decide, watcher } from '../../../sim/model/trace.ts';
import { beginTie } from '../begin-tie.ts';
import {
  bestLikeness,
  closure,
  closureShape,
  homophily,
  invitation,
  likenessCost,
  usualSkill,
  usualStrain,
  wantedUtility,
} from '../choice.ts';
import {
  faculty,
  fromGroup,
  full,
  groupSession,
  informal,
  introduced,
  resident,
  search,
} from '../codes.ts';
import { distanceSquared } from '../fit.ts';
import { logit, lowestLogit } from '../logarithms.ts';
import type { MentoringWorld } from '../shape.ts';

interface Ask {
  readonly ego: number;
  readonly alter: number;
  readonly fit: number;
  readonly same: number;
  readonly origin: number;
  /** Keyed priority: scarce capacity never goes by row order. */
  readonly priority: number;
}

export const formation: Step<MentoringWorld> = {
  name: 'formation',
  doc: 'Random-utility choice of whom to ask, and the answer; a mentor at capacity refuses.',
  run(world, rng) {
    keepWaiting(world);
    const asks: Ask[] = [];
    const { contacts } = world.tables;
    const { ego, alter, channel } = contacts.column;
    const { role, rank, seeks } = world.people.column;
    for (let k = 0; k < contacts.size; k++) {
      const i = ego[k];
      const j = alter[k];
      const upward = role[j] === faculty && (role[i] === resident || rank[j] > rank[i]);
      if (upward && seeks[i] === 1 && considerMentor(world, rng, i, j, channel[k], asks)) continue;
      const gap = rank[i] - rank[j];
      if (role[i] === role[j] && gap >= -1 && gap <= 1) considerPeer(world, rng, i, j, channel[k]);
    }
    answer(world, rng, asks);
  },
};

/** A tie by choice is informal, but for those who met in a group or were brought together. */
function originOf(channel: number): number {
  if (channel === groupSession) return fromGroup;
  return channel > groupSession ? introduced : informal;
}

/** Whether `i` asks `j` to be a mentor; the ask joins the list. */
function considerMentor(
  world: MentoringWorld,
  rng: Rng,
  i: number,
  j: number,
  channel: number,
  asks: Ask[],
): boolean {
  const p = world.parameter;
  const c = world.people.column;
  const { wanted: byRank, reputation } = world.constant;
  const wanted = byRank[c.role[i] === resident ? 0 : c.rank[i] + 1] * c.initiative[i];
  const same = homophily(world, i, j);
  // where quality is seen it counts, and takes the place of identity
  const seen = c.visibility[j] < p.informationQuality + c.qualityShown[i];
  const liking = seen
    ? same * (1 - p.informationEffect) + p.qualityWeight * (c.skill[j] - usualSkill)
    : same;
  const utility =
    p.density +
    (c.role[i] === resident ? p.askResidents : p.askFaculty) +
    (c.minority[i] === 1 ? p.askMinority : 0) +
    c.lnInitiative[i] +
    wantedUtility(p.need * (0.5 + c.uncovered[i]), p.crowding, c.mentors[i], wanted) +
    (c.department[i] === c.department[j] ? p.sameDepartment : 0) +
    liking +
    invitation(world, j) +
    reputation[Math.min(c.load[j], reputation.length - 1)] -
    p.ownStrain * (c.burnout[i] - usualStrain) +
    (channel === search ? p.searchResolve : 0);
  const u = rng.uniform(c.chanceKey[i], c.chanceKey[j]);
  // asks when u < σ(utility), that is when the utility passes ln(u / (1 − u)); bounds come first
  const mostFit = 0.5 * p.fitWeight;
  const trace = watcher(world, i, j);
  if (!trace && utility + mostFit + p.triadicClosure * closureShape < lowestLogit(u)) return false;
  const priority = rng.second();
  if (world.ties.senior.find(i, j) >= 0) return false;
  const threshold = logit(u);
  const withClosure = utility + closure(world, i, j);
  if (!trace && withClosure + mostFit < threshold) return false;
  const fit = p.fitWeight * (exp(-distanceSquared(c.interest, i, j)) - 0.5);
  const decided = decide(trace, 'ask', i, j, withClosure + fit, threshold, channel);
  if (decided <= threshold) return false;
  asks.push({ ego: i, alter: j, fit, same, origin: originOf(channel), priority });
  return true;
}

/** Mentors answer in the order of priority, and refuse beyond capacity. */
function answer(world: MentoringWorld, rng: Rng, asks: Ask[]): void {
  const { people, parameter: p, ties, events } = world;
  const c = people.column;
  asks.sort((a, b) => a.priority - b.priority || a.ego - b.ego);
  for (const { ego, alter, fit, same, origin } of asks) {
    if (ties.senior.find(ego, alter) >= 0) continue;
    const trace = watcher(world, ego, alter);
    const room = Math.min(c.capacity[alter], c.loadCap[alter]) - (c.load[alter] + 0.5);
    if (decide(trace, 'room', alter, ego, room, 0) < 0) {
      refuse(world, ego);
      continue;
    }
    const utility =
      p.answerConstant +
      p.answerGenerativity * (c.generativity[alter] - 0.5) +
      fit +
      same +
      invitation(world, alter) +
      p.recognitionAnswer * c.recognition[alter] -
      p.answerStrain * (c.burnout[alter] - usualStrain);
    const u = rng.uniform(c.chanceKey[ego], c.chanceKey[alter], 1);
    const decided = trace ? decide(trace, 'answer', alter, ego, utility, logit(u)) : utility;
    if (u >= sigmoid(decided)) {
      refuse(world, ego);
      continue;
    }
    beginTie(world, 'senior', ego, alter, p.rapportInformal, origin);
    // counted at once, so that the next answer this week sees it
    c.load[alter]++;
    events.seniorTie.add(ego, 1);
  }
}

/** Notes a refusal: whoever has no mentor waits from this week on. */
function refuse(world: MentoringWorld, ego: number): void {
  const { waiting, mentors } = world.people.column;
  world.events.refusal.add(ego, 1);
  if (waiting[ego] === 0 && mentors[ego] === 0) waiting[ego] = 1;
}

/** Another week for those who were refused, still have no mentor and want one. */
function keepWaiting(world: MentoringWorld): void {
  const { waiting, mentors, role, rank } = world.people.column;
  for (let seat = 0; seat < world.people.size; seat++) {
    if (waiting[seat] === 0) continue;
    const wants = role[seat] === resident || rank[seat] < full;
    waiting[seat] = wants && mentors[seat] === 0 ? waiting[seat] + 1 : 0;
  }
}

/** Both must want a peer tie; liking is greatest at a similarity below 1. */
function considerPeer(
  world: MentoringWorld,
  rng: Rng,
  i: number,
  j: number,
  channel: number,
): void {
  const { people, parameter: p, ties, events } = world;
  const c = people.column;
  const utility =
    p.peerDensity +
    wantedUtility(p.need, p.crowding, c.peers[i], p.wantedPeers * c.initiative[i]) +
    homophily(world, i, j) +
    (c.department[i] === c.department[j] ? p.sameDepartment : 0);
  const u = rng.uniform(c.chanceKey[i], c.chanceKey[j], 2);
  const trace = watcher(world, i, j);
  if (!trace && utility + p.triadicClosure * closureShape < lowestLogit(u)) return;
  const other = rng.second();
  if (ties.peer.find(i, j) >= 0 || ties.peer.find(j, i) >= 0) return;
  const likeness = exp(-distanceSquared(c.interest, i, j)) - bestLikeness;
  const liking = utility - likenessCost * likeness * likeness + closure(world, i, j);
  const threshold = logit(u);
  if (decide(trace, 'peerAsk', i, j, liking, threshold) <= threshold) return;
  const wantedJ = p.wantedPeers * c.initiative[j];
  const answer = 1 + wantedUtility(p.need, p.crowding, c.peers[j], wantedJ);
  const decided = trace ? decide(trace, 'peerAnswer', j, i, answer, logit(other)) : answer;
  if (other >= sigmoid(decided)) return;
  beginTie(world, 'peer', i, j, p.rapportInformal, originOf(channel));
  events.peerTie.add(i, 1);
}
