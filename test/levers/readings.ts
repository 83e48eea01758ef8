/** What direction tests read from the world. */

import { homophily } from '../../models/mentoring/choice.ts';
import { faculty, formal, informal, needs, resident, woman } from '../../models/mentoring/codes.ts';
import { similarity } from '../../models/mentoring/fit.ts';
import { generalFit } from '../../models/mentoring/policies/match-mentees.ts';
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import type { Reading } from './runs.ts';

type Test = (world: MentoringWorld, seat: number) => boolean;
type Value = (world: MentoringWorld, seat: number) => number;

function mean(value: Value, of: Test): Reading {
  return (world) => {
    let sum = 0;
    let n = 0;
    for (let seat = 0; seat < world.people.size; seat++) {
      if (world.people.column.person[seat] < 0 || !of(world, seat)) continue;
      sum += value(world, seat);
      n++;
    }
    return n === 0 ? 0 : sum / n;
  };
}

/** The column of people, as their mean over those for whom `of` holds. */
export function column(name: keyof MentoringWorld['people']['column'], of: Test): Reading {
  return mean((world, seat) => Number(world.people.column[name][seat]), of);
}

export const everyone: Test = () => true;
export const residents: Test = (world, seat) => world.people.column.role[seat] === resident;
export const interns: Test = (world, seat) =>
  residents(world, seat) && world.people.column.rank[seat] === 0;
export const faculties: Test = (world, seat) => world.people.column.role[seat] === faculty;
export const women: Test = (world, seat) => world.people.column.gender[seat] === woman;
export const juniors: Test = (world, seat) =>
  faculties(world, seat) && world.people.column.rank[seat] <= 1;
/** Women below the rank of full professor: whom sponsorship for women is for. */
export const proteges: Test = (world, seat) =>
  women(world, seat) && !(faculties(world, seat) && world.people.column.rank[seat] === 3);

/** Share with a mentor they have met. */
export const mentored = (of: Test): Reading =>
  mean((world, seat) => (world.people.column.metMentors[seat] > 0 ? 1 : 0), of);

/** Means over senior or peer ties. */
export function ofTies(
  layer: 'senior' | 'peer',
  value: (world: MentoringWorld, tie: number) => number,
  of: (world: MentoringWorld, tie: number) => boolean,
  share = true,
): Reading {
  return (world) => {
    const store = world.ties[layer];
    let sum = 0;
    let n = 0;
    for (let t = 0; t < store.size; t++) {
      if (store.column.ended[t] !== 0 || !of(world, t)) continue;
      sum += value(world, t);
      n++;
    }
    return share ? (n === 0 ? 0 : sum / n) : sum;
  };
}

export const isFormal =
  (layer: 'senior' | 'peer') =>
  (world: MentoringWorld, tie: number): boolean =>
    world.ties[layer].column.origin[tie] === formal;

export const formalTies = (layer: 'senior' | 'peer'): Reading =>
  ofTies(layer, () => 1, isFormal(layer), false);

export const formalMeetings = (layer: 'senior' | 'peer'): Reading =>
  ofTies(layer, (world, t) => world.ties[layer].column.meetings[t], isFormal(layer));

/** Likeness of interests of the pairs that a programme introduced. */
export const formalLikeness = (layer: 'senior' | 'peer'): Reading =>
  ofTies(
    layer,
    ({ ties, people }, t) => {
      const { source, target } = ties[layer].column;
      return similarity(people.column.interest, source[t], target[t]);
    },
    isFormal(layer),
  );

/** How well mentors introduced for a need serve it. */
export const strengthForNeed: Reading = ofTies(
  'senior',
  ({ ties, people }, t) => {
    const { target, need } = ties.senior.column;
    return people.column.strength[target[t] * needs.length + need[t]];
  },
  ({ ties }, t) => ties.senior.column.need[t] >= 0,
);

/** The largest load of a mentor. */
export const largestLoad: Reading = ({ people }) => {
  let most = 0;
  for (let seat = 0; seat < people.size; seat++) most = Math.max(most, people.column.load[seat]);
  return most;
};
/** Share of faculty without mentees. */
export const idle: Reading = mean(
  (world, seat) => (world.people.column.load[seat] === 0 ? 1 : 0),
  faculties,
);

/** Contacts through a channel so far. */
export const contacts =
  (channel: number): Reading =>
  ({ tables }) =>
    tables.channels.column.contacts[channel];

/** Hours and money of an account so far. */
export const hoursOf =
  (account: string): Reading =>
  ({ tables, constant }) =>
    tables.ledger.column.hours[constant.accounts[account]];
export const moneyOf =
  (account: string): Reading =>
  ({ tables, constant }) =>
    tables.ledger.column.money[constant.accounts[account]];

/** Share of people in a peer group, and means over the groups that meet. */
export const inGroup = (of: Test): Reading =>
  mean((world, seat) => (world.people.column.group[seat] >= 0 ? 1 : 0), of);
export function ofGroups(name: 'balance' | 'cohesion' | 'members'): Reading {
  return ({ tables: { groups } }) => {
    let sum = 0;
    let n = 0;
    for (let g = 0; g < groups.size; g++) {
      if (groups.column.active[g] === 0) continue;
      sum += groups.column[name][g];
      n++;
    }
    return n === 0 ? 0 : sum / n;
  };
}

/** Standing vacancies of faculty. */
export const vacancies: Reading = ({ tables: { departments } }) =>
  departments.column.vacant.subarray(0, departments.size).reduce((sum, n) => sum + n, 0);

/** Lasting need (strain, little initiative) of those who hold a mentor by a programme. */
export const needOfMatched: Reading = ofTies(
  'senior',
  ({ ties, people, parameter }, t) => {
    const seat = ties.senior.column.source[t];
    const { strainTrait, lnInitiative } = people.column;
    return strainTrait[seat] - lnInitiative[seat] / parameter.initiativeSpread;
  },
  isFormal('senior'),
);

/** Lasting need of a person, standard normal in a population. */
const needOf: Value = (world, seat) => {
  const { strainTrait, lnInitiative } = world.people.column;
  return strainTrait[seat] - lnInitiative[seat] / world.parameter.initiativeSpread;
};

/** Lasting need of those whom a condition reaches. */
export const needWhere = (name: keyof MentoringWorld['people']['column']): Reading =>
  mean(needOf, (world, seat) => Number(world.people.column[name][seat]) > 0);
export const needOnSite = mean(needOf, (world, seat) => {
  const { onsite, onsiteBase } = world.people.column;
  return onsite[seat] === onsiteBase[seat];
});
export const needOfGrouped = mean(needOf, (world, seat) => world.people.column.group[seat] >= 0);
export const needOfSkilled = mean(needOf, (world, seat) => {
  const { skill, skillBase } = world.people.column;
  return faculties(world, seat) && skill[seat] - skillBase[seat] > 0.04;
});
export const needOfBuddied: Reading = ofTies(
  'peer',
  (world, t) => needOf(world, world.ties.peer.column.source[t]),
  isFormal('peer'),
);
/** Interns whom a buddy looks after, among buddies. */
export const internsOfBuddy: Reading = ({ ties }) => {
  const buddies = new Set<number>();
  let pairs = 0;
  const { target, origin, ended } = ties.peer.column;
  for (let t = 0; t < ties.peer.size; t++) {
    if (ended[t] !== 0 || origin[t] !== formal) continue;
    buddies.add(target[t]);
    pairs++;
  }
  return buddies.size === 0 ? 0 : pairs / buddies.size;
};
/** Ties of the half of people who need them most. */
export const tiesOfNeedy = mean(
  (world, seat) => world.people.column.mentors[seat] + world.people.column.peers[seat],
  (world, seat) => needOf(world, seat) > 0,
);

export const rapport = ofTies(
  'senior',
  ({ ties }, t) => ties.senior.column.rapport[t],
  () => true,
);
export const formalFit = ofTies(
  'senior',
  (world, t) => {
    const { source, target } = world.ties.senior.column;
    return generalFit(world, source[t], target[t]);
  },
  isFormal('senior'),
);
/** Skill, before training and practice, of mentors whom mentees chose since the policy began. */
export const skillOfChosen = ofTies(
  'senior',
  ({ ties, people }, t) => people.column.skillBase[ties.senior.column.target[t]],
  ({ ties }, t) => ties.senior.column.origin[t] === informal && ties.senior.column.started[t] >= 0,
);
/** Ties between departments, in both layers. */
export const tiesAcross: Reading = (world) => {
  const { department } = world.people.column;
  let n = 0;
  for (const store of [world.ties.senior, world.ties.peer]) {
    for (let t = 0; t < store.size; t++) {
      const { ended, source, target } = store.column;
      if (ended[t] === 0 && department[source[t]] !== department[target[t]]) n++;
    }
  }
  return n;
};
/** How far departments' mean presence differs: its range. */
export const presenceSpread: Reading = (world) => {
  const { department, onsite, person } = world.people.column;
  const sums = new Map<number, [number, number]>();
  for (let seat = 0; seat < world.people.size; seat++) {
    if (person[seat] < 0) continue;
    const [sum, n] = sums.get(department[seat]) ?? [0, 0];
    sums.set(department[seat], [sum + onsite[seat], n + 1]);
  }
  const means = [...sums.values()].map(([sum, n]) => sum / n);
  return Math.max(...means) - Math.min(...means);
};
/** What mentees see in the mentors they were matched with: interests and shared identity. */
export const formalLiking = ofTies(
  'senior',
  (world, t) => {
    const { source, target } = world.ties.senior.column;
    const { interest } = world.people.column;
    const alike = similarity(interest, source[t], target[t]);
    return world.parameter.fitWeight * alike + homophily(world, source[t], target[t]);
  },
  isFormal('senior'),
);
/** The innate ring of identity, first of the four. */
export const innateRing = (of: Test): Reading =>
  mean((world, seat) => world.people.column.rings[seat * 4], of);
