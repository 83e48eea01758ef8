/** States of people that a story tells of: burned out, in a peer group, without a mentor. */
import type { Spell } from '../../sim/model/model.ts';
import type { MentoringWorld } from './shape.ts';

/** Burnout at which somebody counts as burned out, and below which it is over: noise is no story. */
const burnedOutFrom = 0.5;
const recoveredBelow = 0.45;

export const spells: Readonly<Record<string, Spell<MentoringWorld>>> = {
  burnedOut: {
    begins: 'is burned out',
    ends: 'is no longer burned out',
    isOn: ({ people }, seat) => people.column.burnout[seat] >= burnedOutFrom,
    isOver: ({ people }, seat) => people.column.burnout[seat] < recoveredBelow,
  },
  peerGroup: {
    begins: 'joins a peer group',
    ends: 'is no longer in a peer group',
    isOn: ({ people }, seat) => people.column.group[seat] >= 0,
    isOver: ({ people }, seat) => people.column.group[seat] < 0,
  },
  mentored: {
    begins: 'has a mentor',
    ends: 'has no mentor any more',
    isOn: ({ people }, seat) => people.column.metMentors[seat] > 0,
    isOver: ({ people }, seat) => people.column.metMentors[seat] === 0,
  },
};
