/** A programme matches its mentees, department by department, and introduces the pairs. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import { homophily } from '../choice.ts';
import { faculty, resident } from '../codes.ts';
import { distanceSquared } from '../fit.ts';
import { logit } from '../logarithms.ts';
import type { Algorithm } from '../matching/algorithms.ts';
import { solve } from '../matching/algorithms.ts';
import type { Objective } from '../matching/assignment.ts';
import type { Market } from '../matching/market.ts';
import type { MentoringWorld } from '../shape.ts';
import type { Terms } from './introduce.ts';
import { introduceMentor, isSeniorTo, roomOf } from './introduce.ts';

/** How matches are made. */
export interface MatchRule {
  readonly algorithm: Algorithm;
  readonly objective: Objective;
  readonly loadCap: number;
  /** The need that the match is to serve, −1 for all. */
  readonly need: number;
  /** Predicted fit of the pair, 0 or more; below 0 when they are not to be matched. */
  fitOf(world: MentoringWorld, mentee: number, mentor: number): number;
}

/** At most so many mentees and mentors are matched at once, so that work grows with their number. */
const mostMentees = 120;
const mostMentors = 240;
/** Draws of the programme's stream. */
const turnDraw = 1;
const luckDraw = 3;
const candidateDraw = 4;

/** Predicted fit by interests, and by experience up to two ranks ahead. */
export function generalFit(world: MentoringWorld, mentee: number, mentor: number): number {
  const { interest, role, rank } = world.people.column;
  const ahead = role[mentee] === resident ? rank[mentor] + 1 : rank[mentor] - rank[mentee];
  return 0.7 * exp(-distanceSquared(interest, mentee, mentor)) + 0.15 * Math.min(2, ahead);
}

/** Matches the mentees and introduces each to the mentor found, if there is one. */
export function matchMentees(
  world: MentoringWorld,
  rng: Rng,
  mentees: readonly number[],
  rule: MatchRule,
  terms: Terms,
): void {
  const { chanceKey, department } = world.people.column;
  const { week } = world;
  const turn = new Map(mentees.map((s) => [s, rng.uniform(chanceKey[s], week, turnDraw)]));
  const inTurn = mentees.toSorted((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0) || a - b);
  const byDepartment = new Map<number, number[]>();
  for (const seat of inTurn) {
    const list = byDepartment.get(department[seat]);
    if (list) list.push(seat);
    else byDepartment.set(department[seat], [seat]);
  }
  for (const [d, all] of byDepartment) {
    for (let from = 0; from < all.length; from += mostMentees) {
      const some = all.slice(from, from + mostMentees);
      const mentors = mentorsWithRoom(world, rng, d, rule.loadCap);
      const matching = solve(
        marketOf(world, rng, some, mentors, rule),
        rule.algorithm,
        rule.objective,
      );
      some.forEach((mentee, i) => {
        if (matching[i] >= 0) {
          introduceMentor(world, rng, mentee, mentors[matching[i]], terms, rule.need);
        }
      });
    }
  }
}

function mentorsWithRoom(world: MentoringWorld, rng: Rng, d: number, cap: number): number[] {
  const { departments, places } = world.tables;
  const { chanceKey, role, external } = world.people.column;
  const { firstPlace, facultyPlaces } = departments.column;
  const found: number[] = [];
  for (let k = firstPlace[d]; k < firstPlace[d] + facultyPlaces[d]; k++) {
    const seat = places.column.seat[k];
    if (role[seat] !== faculty || external[seat] === 1) continue;
    if (roomOf(world, seat, cap) > 0) found.push(seat);
  }
  if (found.length <= mostMentors) return found;
  const luck = new Map(found.map((s) => [s, rng.uniform(chanceKey[s], world.week, candidateDraw)]));
  return found
    .sort((a, b) => (luck.get(a) ?? 0) - (luck.get(b) ?? 0) || a - b)
    .slice(0, mostMentors);
}

function marketOf(
  world: MentoringWorld,
  rng: Rng,
  mentees: readonly number[],
  mentors: readonly number[],
  rule: MatchRule,
): Market {
  const { chanceKey, interest, load } = world.people.column;
  const { fitWeight, reputation } = world.parameter;
  const { log1 } = world.constant;
  const size = mentees.length * mentors.length;
  const market: Market = {
    mentees: mentees.length,
    mentors: mentors.length,
    room: Int32Array.from(mentors, (seat) => roomOf(world, seat, rule.loadCap)),
    fit: new Float64Array(size).fill(-1),
    menteeLikes: new Float64Array(size),
    mentorLikes: new Float64Array(size),
    luck: new Float64Array(size),
  };
  mentees.forEach((mentee, i) => {
    mentors.forEach((mentor, j) => {
      if (!isSeniorTo(world, mentor, mentee)) return;
      if (world.ties.senior.find(mentee, mentor) >= 0) return;
      const at = i * mentors.length + j;
      const u = rng.uniform(chanceKey[mentee], chanceKey[mentor], luckDraw);
      const v = rng.second();
      // both sides see interests and visible identity; mentees also see whom others have chosen
      const liking =
        fitWeight * exp(-distanceSquared(interest, mentee, mentor)) +
        homophily(world, mentee, mentor);
      const fame = reputation * log1[Math.min(load[mentor], log1.length - 1)];
      market.fit[at] = rule.fitOf(world, mentee, mentor);
      market.menteeLikes[at] = liking + fame + logit(u);
      market.mentorLikes[at] = liking + logit(v);
      market.luck[at] = u;
    });
  });
  return market;
}
