/** The academic year turns in week 0: residents move up or graduate, a new cohort arrives. */
import type { Step } from '../../../sim/model/model.ts';
import { weekOfYear, yearOf } from '../../../sim/model/time.ts';
import { assistant, resident } from '../codes.ts';
import { joinAsColleagues, takeLastingBonds } from '../colleagues.ts';
import { drawTraits, resetState, selectTraits, vacateSeat } from '../people.ts';
import { carriedPartnerTraits, carryStrengths } from '../relationship-traits.ts';
import { meanRing } from '../rings.ts';
import type { MentoringWorld } from '../shape.ts';
import { endSeniorOf } from '../tie-histories.ts';

export const calendar: Step<MentoringWorld> = {
  name: 'calendar',
  doc: 'Each 1 July residents move up a PGY; graduates may be hired, the others leave; a cohort arrives.',
  run(world, rng) {
    if (weekOfYear(world.week) !== 0) return;
    const { people, parameter: p } = world;
    const c = people.column;
    for (let seat = 0; seat < people.size; seat++) {
      if (c.role[seat] !== resident || c.person[seat] < 0 || c.external[seat] === 1) continue;
      if (c.inRank[seat] === 0) continue;
      if (c.rank[seat] + 1 < p.residencyYears) {
        c.rank[seat]++;
        c.inRank[seat] = 0;
        continue;
      }
      graduate(world, seat);
      const stays = rng.uniform(c.chanceKey[seat]) < p.hireOwnGraduates;
      const post = stays && c.isolated[seat] === 0 ? vacantPost(world, seat) : -1;
      if (post >= 0) hireGraduate(world, seat, post);
      else vacateSeat(world, seat);
    }
    selectTraits(rng);
    const year = yearOf(world.week);
    for (let seat = 0; seat < people.size; seat++) {
      if (c.role[seat] !== resident || c.person[seat] >= 0) continue;
      // a resident's chance key is (place, entry year): one who left early moves nobody's luck
      people.occupy(seat, year);
      c.holder[seat]++;
      c.rank[seat] = 0;
      drawTraits(world, seat, rng);
      resetState(world, seat);
    }
  },
};

/** Notes what a graduate has reached: competence, identity and ties. */
function graduate(world: MentoringWorld, seat: number): void {
  const { events, people } = world;
  const { competence, rings, dissonance, metMentors, peers } = people.column;
  events.graduation.add(seat, 1);
  events.graduateCompetence.add(seat, competence[seat]);
  events.graduateIdentity.add(seat, meanRing(rings, seat));
  events.graduateDissonance.add(seat, dissonance[seat]);
  events.graduateTies.add(seat, metMentors[seat] + peers[seat]);
}

/** A vacant faculty post of the resident's department, the longest vacant first; −1 when none is. */
function vacantPost(world: MentoringWorld, graduate: number): number {
  const { people, tables } = world;
  const { person, department, vacantSince } = people.column;
  const { firstPlace, facultyPlaces } = tables.departments.column;
  const seats = tables.places.column.seat;
  const first = firstPlace[department[graduate]];
  let post = -1;
  for (let k = first; k < first + facultyPlaces[department[graduate]]; k++) {
    const seat = seats[k];
    if (person[seat] >= 0) continue;
    if (post < 0 || vacantSince[seat] < vacantSince[post]) post = seat;
  }
  return post;
}

/** Traits that a person takes along from one seat to another. */
const carried = [
  'gender',
  'minority',
  'onsiteBase',
  'sociability',
  'lnInitiative',
  'initiative',
  'seeks',
  'skill',
  'generativity',
  'menteeQuality',
  'strainTrait',
  'capacityBase',
  'promotable',
  'track',
  'aptitude',
  ...carriedPartnerTraits,
] as const;

/** States of mind that a person takes along too. */
const carriedStates = ['burnout', 'motivation', 'coping', 'received'] as const;

/** The graduate becomes an assistant professor: mentors become colleagues, other ties end with the seat. */
function hireGraduate(world: MentoringWorld, from: number, post: number): void {
  const { people, ties, tables, events } = world;
  const c = people.column;
  const bonds = takeLastingBonds(world, from);
  endSeniorOf(world, from);
  ties.peer.endAllOf(from);
  const states = carriedStates.map((state) => c[state][from]);
  const group = c.group[from];
  if (group >= 0) tables.groups.column.members[group]--;
  c.group[from] = -1;
  for (const trait of carried) c[trait][post] = c[trait][from];
  for (let k = 0; k < 4; k++) {
    c.interest[post * 4 + k] = c.interest[from * 4 + k];
    c.rings[post * 4 + k] = c.rings[from * 4 + k];
  }
  carryStrengths(world, from, post);
  people.move(from, post, c.holder[post]++);
  c.rank[post] = assistant;
  resetState(world, post);
  carriedStates.forEach((state, k) => {
    c[state][post] = states[k];
  });
  if (c.searching[post] === 1) {
    c.searching[post] = 0;
    tables.departments.column.running[c.department[post]]--;
  }
  tables.departments.column.vacant[c.department[post]]--;
  for (const bond of bonds) joinAsColleagues(world, post, bond);
  events.hire.add(post, 1);
}
