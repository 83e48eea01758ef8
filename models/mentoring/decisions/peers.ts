/** Why two people of the same standing became peers, or did not, and why they parted. */
import { exp } from '../../../sim/chance/portable.ts';
import type { DecisionSpec } from '../../../sim/model/trace.ts';
import { bestLikeness, closure, homophily, likenessCost, wantedUtility } from '../choice.ts';
import { distanceSquared } from '../fit.ts';
import type { MentoringWorld } from '../shape.ts';

export const peerAsk: DecisionSpec<MentoringWorld> = {
  title: 'wants a peer tie',
  unit: 'log-odds',
  words: {
    density: 'what every peer tie costs',
    need: 'unmet wish for peers, or more than wanted',
    identity: 'shared identity',
    department: 'the same department',
    likeness: 'too alike, or too different',
    closure: 'shared ties',
  },
  terms(world, i, j) {
    const { people, parameter: p } = world;
    const c = people.column;
    const likeness = exp(-distanceSquared(c.interest, i, j)) - bestLikeness;
    const wanted = p.wantedPeers * c.initiative[i];
    return [
      { name: 'density', value: p.peerDensity },
      { name: 'need', value: wantedUtility(p.need, p.crowding, c.peers[i], wanted) },
      { name: 'identity', value: homophily(world, i, j) },
      { name: 'department', value: c.department[i] === c.department[j] ? p.sameDepartment : 0 },
      { name: 'likeness', value: -likenessCost * likeness * likeness },
      { name: 'closure', value: closure(world, i, j) },
    ];
  },
};

export const peerAnswer: DecisionSpec<MentoringWorld> = {
  title: 'answers a peer',
  unit: 'log-odds',
  words: { constant: 'readiness to agree', need: 'unmet wish for peers, or more than wanted' },
  terms({ people, parameter: p }, j) {
    const wanted = p.wantedPeers * people.column.initiative[j];
    const held = people.column.peers[j];
    return [
      { name: 'constant', value: 1 },
      { name: 'need', value: wantedUtility(p.need, p.crowding, held, wanted) },
    ];
  },
};
