/** Parts of the choice of mentors and peers: what each adds to the utility, in log-odds. */
import { exp } from '../../sim/chance/portable.ts';
import type { Index } from '../../sim/data/ties.ts';
import type { MentoringWorld } from './shape.ts';

/** Most that shared ties can add, relative to the weight of closure. */
export const closureShape = 0.7;

/** Mean skill of mentors, at which visible quality is neutral. */
export const usualSkill = 0.6;
/** Burnout at which strain is neutral in a choice. */
export const usualStrain = 0.4;
/** Similarity of peers that is liked best, and the cost of distance from it. */
export const bestLikeness = 0.6;
export const likenessCost = 4;

/** Homophily of two people: the sum over identity axes of the weights of those they share. */
export function homophily(world: MentoringWorld, i: number, j: number): number {
  const { gender, minority } = world.people.column;
  const p = world.parameter;
  return (
    (gender[i] === gender[j] ? p.genderHomophily : 0) +
    (minority[i] === minority[j] ? p.minorityHomophily : 0)
  );
}

/** What an invitation adds for a mentor with room: nothing at capacity. */
export function invitation(world: MentoringWorld, mentor: number): number {
  const { invited, load, capacity } = world.people.column;
  if (invited[mentor] === 0 || capacity[mentor] <= 0) return 0;
  const room = Math.max(0, 1 - load[mentor] / capacity[mentor]);
  return world.parameter.invitation * invited[mentor] * room;
}

/** What another tie is worth: `need` times the share unmet, or a cost for each tie beyond the wish. */
export function wantedUtility(
  need: number,
  crowding: number,
  held: number,
  wanted: number,
): number {
  if (held < wanted) return need * (1 - held / wanted);
  return -crowding * (held - wanted);
}

/** Shared contacts over both layers, saturating: weight × 0.7 (1 − exp(−0.7 shared)). */
export function closure(world: MentoringWorld, i: number, j: number): number {
  const { senior, peer } = world.ties;
  const mark = world.tables.week.column.mark;
  const stamp = i + 1;
  markContacts(senior.out, senior.column.target, i, mark, stamp);
  markContacts(senior.in, senior.column.source, i, mark, stamp);
  markContacts(peer.out, peer.column.target, i, mark, stamp);
  markContacts(peer.in, peer.column.source, i, mark, stamp);
  const shared =
    takeMarked(senior.out, senior.column.target, j, mark, stamp) +
    takeMarked(senior.in, senior.column.source, j, mark, stamp) +
    takeMarked(peer.out, peer.column.target, j, mark, stamp) +
    takeMarked(peer.in, peer.column.source, j, mark, stamp);
  unmark(senior.out, senior.column.target, i, mark);
  unmark(senior.in, senior.column.source, i, mark);
  unmark(peer.out, peer.column.target, i, mark);
  unmark(peer.in, peer.column.source, i, mark);
  if (shared === 0) return 0;
  return world.parameter.triadicClosure * closureShape * (1 - exp(-0.7 * shared));
}

function markContacts(
  index: Index,
  end: Int32Array,
  of: number,
  mark: Int32Array,
  stamp: number,
): void {
  for (let k = index.start[of]; k < index.start[of + 1]; k++) mark[end[index.tie[k]]] = stamp;
}

function unmark(index: Index, end: Int32Array, of: number, mark: Int32Array): void {
  markContacts(index, end, of, mark, 0);
}

/** Counts marked contacts and unmarks them, so that a contact in two layers counts once. */
function takeMarked(
  index: Index,
  end: Int32Array,
  of: number,
  mark: Int32Array,
  stamp: number,
): number {
  let n = 0;
  for (let k = index.start[of]; k < index.start[of + 1]; k++) {
    const alter = end[index.tie[k]];
    if (mark[alter] === stamp) {
      n++;
      mark[alter] = 0;
    }
  }
  return n;
}
