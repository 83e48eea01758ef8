/** Introductions by a programme: a tie at low rapport with a cadence for a term; the rest is theirs. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { beginTie } from '../begin-tie.ts';
import { faculty, formal, resident } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

/** What a programme sets when it introduces two people. */
export interface Terms {
  readonly meetingsPerMonth: number;
  readonly termWeeks: number;
  /** Share of matches that never meet. */
  readonly neverMeets: number;
}

/** Draw of a programme's stream that says whether a pair never meets. */
const neverMeetsDraw = 2;

/** Introduces a mentee to a mentor, to serve one need or (−1) all. */
export function introduceMentor(
  world: MentoringWorld,
  rng: Rng,
  mentee: number,
  mentor: number,
  terms: Terms,
  need = -1,
): void {
  introduce(world, rng, 'senior', mentee, mentor, terms, need);
  const { mentors, load } = world.people.column;
  // counted at once, so that the next match this week sees it
  mentors[mentee]++;
  load[mentor]++;
  world.events.seniorTie.add(mentee, 1);
}

/** Introduces two peers, unless they have a tie. Returns whether it did. */
export function introducePeers(
  world: MentoringWorld,
  rng: Rng,
  a: number,
  b: number,
  terms: Terms,
  need = -1,
): boolean {
  const { peer } = world.ties;
  if (peer.find(a, b) >= 0 || peer.find(b, a) >= 0) return false;
  introduce(world, rng, 'peer', a, b, terms, need);
  const { peers } = world.people.column;
  peers[a]++;
  peers[b]++;
  world.events.peerTie.add(a, 1);
  return true;
}

function introduce(
  world: MentoringWorld,
  rng: Rng,
  layer: 'senior' | 'peer',
  ego: number,
  alter: number,
  terms: Terms,
  need: number,
): void {
  const tie = beginTie(world, layer, ego, alter, world.parameter.rapportFormal, formal);
  const { chanceKey } = world.people.column;
  const { cadence, termEnds, neverMeets, need: served } = world.ties[layer].column;
  const u = rng.uniform(chanceKey[ego], chanceKey[alter], neverMeetsDraw);
  cadence[tie] = terms.meetingsPerMonth;
  termEnds[tie] = world.week + terms.termWeeks;
  neverMeets[tie] = u < terms.neverMeets ? 1 : 0;
  served[tie] = need;
}

/** Whether the person is senior enough to mentor the other. */
export function isSeniorTo(world: MentoringWorld, mentor: number, mentee: number): boolean {
  const { role, rank } = world.people.column;
  if (role[mentor] !== faculty || mentor === mentee) return false;
  return role[mentee] === resident || rank[mentor] > rank[mentee];
}

/** Mentees the person can still take: within a programme's cap, everyone's cap and own capacity. */
export function roomOf(world: MentoringWorld, seat: number, cap: number): number {
  const { capacity, load, loadCap, person } = world.people.column;
  if (person[seat] < 0) return 0;
  // who has room for half a mentee more takes one
  const most = Math.min(cap, loadCap[seat], capacity[seat] + 0.5);
  return Math.max(0, Math.floor(most - load[seat]));
}

/** Whether a programme's tie of the person goes on that has met within so many weeks. */
export function hasMatch(
  world: MentoringWorld,
  mentee: number,
  metWithin = Number.POSITIVE_INFINITY,
  need = -1,
): boolean {
  const { out, column: c } = world.ties.senior;
  for (let k = out.start[mentee]; k < out.start[mentee + 1]; k++) {
    const t = out.tie[k];
    if (c.origin[t] !== formal || c.ended[t] !== 0) continue;
    if (need >= 0 && c.need[t] !== need) continue;
    if (world.week - c.lastMet[t] <= metWithin) return true;
  }
  return false;
}
