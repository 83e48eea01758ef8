/** Who comes across whom this week: in the hallway, by introduction, or by searching. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Index } from '../../../sim/data/ties.ts';
import type { Step } from '../../../sim/model/model.ts';
import { hallway, introduction, resident, search } from '../codes.ts';
import { addContact } from '../contacts.ts';
import type { MentoringWorld } from '../shape.ts';

/** At most so many chance contacts a person-week. */
const mostContacts = 60;
/** Draw for free time, beyond those of chance contacts. */
const freeTimeDraw = mostContacts + 1;

export const encounters: Step<MentoringWorld> = {
  name: 'encounters',
  doc: 'Chance contacts need both people on site on the same day; introductions and searches use any medium. They join the contacts that policies have brought about.',
  run(world, rng) {
    const { people, tables } = world;
    const { contacts, channels } = tables;
    const { person, isolated, spaceForPeers } = people.column;
    for (let ego = 0; ego < people.size; ego++) {
      if (person[ego] < 0 || isolated[ego] === 1) continue;
      const u = rng.uniform(people.column.chanceKey[ego]);
      const introduced = rng.second() < world.constant.introduction;
      meetInHallway(world, rng, ego, u);
      if (spaceForPeers[ego] > 0) meetInFreeTime(world, rng, ego);
      if (introduced) beIntroduced(world, rng, ego);
      searchMentor(world, rng, ego);
    }
    const { channel } = contacts.column;
    for (let k = 0; k < contacts.size; k++) channels.column.contacts[channel[k]]++;
  },
};

/**
 * With independent days a pair's rate is proportional to the product of their presences, with
 * common anchor days to the smaller. Candidates come from a fixed list of seats, so that a vacant
 * seat is a missed contact and nobody else's luck moves.
 */
function meetInHallway(world: MentoringWorld, rng: Rng, ego: number, u0: number): void {
  const { people, tables, constant, parameter } = world;
  const { chanceKey, department, site, onsite, anchored, sociability, person } = people.column;
  const key = chanceKey[ego];
  const presence = onsite[ego];
  const rate = constant.contacts * presence * sociability[ego];
  if (rate === 0) return;
  const n = Math.min(mostContacts, Math.floor(rate + u0));
  const across = parameter.encounterAcross;
  const seats = tables.places.column.seat;
  const all = tables.places.size;
  const d = department[ego];
  const first = tables.departments.column.firstPlace[d];
  const own = tables.departments.column.allPlaces[d];
  for (let k = 1; k <= n; k++) {
    const u = rng.uniform(key, 0, k);
    const place =
      u < across
        ? Math.floor((u / across) * all)
        : first + Math.floor(((u - across) / (1 - across)) * own);
    const alter = seats[place];
    // people of another site are a missed contact: they meet by introduction or search only
    if (alter === ego || person[alter] < 0 || site[alter] !== site[ego]) continue;
    const together =
      anchored[ego] === 1 && anchored[alter] === 1
        ? Math.min(1, onsite[alter] / presence)
        : onsite[alter];
    if (rng.second() < together * sociability[alter]) addContact(world, ego, alter, hallway);
  }
}

/** Where time and space are given, people of one role and department who are there get to talk. */
function meetInFreeTime(world: MentoringWorld, rng: Rng, ego: number): void {
  const { people, tables, constant } = world;
  const { chanceKey, department, site, onsite, spaceForPeers, person, role } = people.column;
  const chance = constant.freeTime * spaceForPeers[ego] * onsite[ego];
  if (rng.uniform(chanceKey[ego], 0, freeTimeDraw) >= chance) return;
  const { firstPlace, facultyPlaces, allPlaces } = tables.departments.column;
  const d = department[ego];
  const isResident = role[ego] === resident;
  const first = firstPlace[d] + (isResident ? facultyPlaces[d] : 0);
  const peers = isResident ? allPlaces[d] - facultyPlaces[d] : facultyPlaces[d];
  const alter = tables.places.column.seat[first + Math.floor(rng.second() * peers)];
  if (peers === 0 || alter === ego || person[alter] < 0 || site[alter] !== site[ego]) return;
  const there = rng.uniform(chanceKey[ego], chanceKey[alter], freeTimeDraw);
  if (there < spaceForPeers[alter] * onsite[alter]) addContact(world, ego, alter, hallway);
}

/** A contact of a contact, both chosen by the pair's own luck. */
function beIntroduced(world: MentoringWorld, rng: Rng, ego: number): void {
  const key = world.people.column.chanceKey[ego];
  const friend = luckiestContact(world, rng, ego, key, 2, ego);
  if (friend < 0) return;
  const alter = luckiestContact(world, rng, friend, key, 3, ego);
  if (alter >= 0) addContact(world, ego, alter, introduction);
}

/** The contact of `of`, other than `not`, with the highest draw under `key`; −1 when there is none. */
function luckiestContact(
  world: MentoringWorld,
  rng: Rng,
  of: number,
  key: number,
  draw: number,
  not: number,
): number {
  const { senior, peer } = world.ties;
  const chanceKey = world.people.column.chanceKey;
  let best = -1;
  let highest = -1;
  const lists: readonly (readonly [Index, Int32Array])[] = [
    [senior.out, senior.column.target],
    [senior.in, senior.column.source],
    [peer.out, peer.column.target],
    [peer.in, peer.column.source],
  ];
  for (const [{ start, tie }, end] of lists) {
    for (let k = start[of]; k < start[of + 1]; k++) {
      const alter = end[tie[k]];
      const u = rng.uniform(key, chanceKey[alter], draw);
      if (alter !== not && u > highest) {
        highest = u;
        best = alter;
      }
    }
  }
  return best;
}

/** People with unmet need look for a mentor, at a rate that rises with need, motivation and initiative. */
function searchMentor(world: MentoringWorld, rng: Rng, ego: number): void {
  const { people, tables, constant, parameter } = world;
  const { chanceKey, department, seeks, mentors, initiative, role, rank, person } = people.column;
  const { motivation, uncovered } = people.column;
  if (seeks[ego] === 0) return;
  const wanted = constant.wanted[role[ego] === resident ? 0 : rank[ego] + 1] * initiative[ego];
  if (mentors[ego] >= wanted) return;
  const unmet = 1 - mentors[ego] / wanted;
  const drive = (0.5 + motivation[ego]) * (0.5 + uncovered[ego]);
  const key = chanceKey[ego];
  if (rng.uniform(key, 4) >= constant.search * initiative[ego] * unmet * drive) return;
  const u = rng.second();
  const across = parameter.encounterAcross;
  const seats = tables.places.column.seat;
  const d = department[ego];
  const { firstPlace, facultyPlaces } = tables.departments.column;
  const place =
    u < across
      ? Math.floor((u / across) * tables.places.size)
      : firstPlace[d] + Math.floor(((u - across) / (1 - across)) * facultyPlaces[d]);
  const alter = seats[place];
  if (place < tables.places.size && alter !== ego && person[alter] >= 0) {
    addContact(world, ego, alter, search);
  }
}
