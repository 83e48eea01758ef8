/** Mentors who become colleagues: a senior tie goes on as a peer tie, with all that grew in it. */
import { beginTie } from './begin-tie.ts';
import { colleague } from './codes.ts';
import type { MentoringWorld } from './shape.ts';
import { lastStage } from './stages.ts';

/** From guided work on, a tie outlasts a graduate's move to a post of the same place. */
const lastingStage = 3;

/** What goes on between two people when one layer's tie ends and the other's begins. */
interface Bond {
  readonly mentor: number;
  readonly rapport: number;
  readonly quality: number;
  readonly meetings: number;
  readonly lastMet: number;
}

/** What a senior tie would leave between the two. */
export function bondOf(world: MentoringWorld, t: number): Bond {
  const c = world.ties.senior.column;
  return {
    mentor: c.target[t],
    rapport: c.rapport[t],
    quality: c.quality[t],
    meetings: c.meetings[t],
    lastMet: c.lastMet[t],
  };
}

/** Ends the senior ties of somebody about to change seats that will outlast the move; what is left of them. */
export function takeLastingBonds(world: MentoringWorld, seat: number): Bond[] {
  const { out, column } = world.ties.senior;
  const bonds: Bond[] = [];
  for (let k = out.start[seat]; k < out.start[seat + 1]; k++) {
    const t = out.tie[k];
    if (column.ended[t] !== 0 || column.tieStage[t] < lastingStage) continue;
    bonds.push(bondOf(world, t));
    world.ties.senior.end(t);
  }
  return bonds;
}

/** The person in `seat` and a former mentor go on as peers; a peer tie they have is left as it is. */
export function joinAsColleagues(world: MentoringWorld, seat: number, bond: Bond): void {
  const { peer } = world.ties;
  const { mentor } = bond;
  world.events.colleague.add(seat, 1);
  if (peer.find(seat, mentor) >= 0 || peer.find(mentor, seat) >= 0) return;
  const tie = beginTie(world, 'peer', seat, mentor, bond.rapport, colleague);
  const c = peer.column;
  c.quality[tie] = bond.quality;
  c.meetings[tie] = bond.meetings;
  c.lastMet[tie] = bond.lastMet;
  c.tieStage[tie] = lastStage;
  c.furthest[tie] = lastStage;
}
