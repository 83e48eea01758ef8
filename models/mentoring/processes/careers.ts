/** Exits, vacancies and replacement: a faculty post waits for a search, a resident's place for July. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { assistant, faculty, instructor } from '../codes.ts';
import { charge } from '../ledger.ts';
import { drawTraits, resetState, selectTraits, vacateSeat } from '../people.ts';
import type { MentoringWorld } from '../shape.ts';

/** Weeks in which faculty count as new. */
const earlyWeeks = 4 * weeksPerYear;

/** Marks in `next`: no post found yet, and no search can start. */
const noPost = -1;
const full = -2;

export const careers: Step<MentoringWorld> = {
  name: 'careers',
  doc: 'Hazards of leaving from burnout, tenure and having no mentor; a queue of searches refills posts.',
  run(world, rng) {
    leave(world, rng);
    selectTraits(rng);
    startSearches(world, rng);
    fillPosts(world, rng);
  },
};

/** Weekly hazard of leaving of the person in `seat`. */
function hazardOf(world: MentoringWorld, seat: number): number {
  const { people, parameter: p, constant } = world;
  const c = people.column;
  const isFaculty = c.role[seat] === faculty;
  let hazard = isFaculty ? constant.exitFaculty : constant.exitResidents;
  hazard *= exp(p.exitBurnout * (c.burnout[seat] - 0.4));
  if (isFaculty && c.tenure[seat] < earlyWeeks) hazard *= p.exitEarly;
  if (c.metMentors[seat] === 0) hazard *= p.exitUnmentored;
  return hazard;
}

function leave(world: MentoringWorld, rng: Rng): void {
  const { people, events, parameter: p, tables, week } = world;
  const c = people.column;
  for (let seat = 0; seat < people.size; seat++) {
    if (c.person[seat] < 0 || c.external[seat] === 1) continue;
    const hazard = hazardOf(world, seat);
    c.hazard[seat] = hazard;
    if (rng.uniform(c.chanceKey[seat]) >= hazard) continue;
    events.exit.add(seat, 1);
    const isFaculty = c.role[seat] === faculty;
    charge(world, 'turnover', 0, isFaculty ? p.facultyTurnoverCost : p.residentTurnoverCost);
    vacateSeat(world, seat);
    if (!isFaculty) continue;
    c.vacantSince[seat] = week;
    c.searching[seat] = 0;
    tables.departments.column.vacant[c.department[seat]]++;
  }
}

/** Starts searches, the longest vacant post first, as many as a department can run. */
function startSearches(world: MentoringWorld, rng: Rng): void {
  const { people, parameter: p, tables, week } = world;
  const { posts, vacant, running, next } = tables.departments.column;
  const c = people.column;
  for (;;) {
    let free = false;
    for (let d = 0; d < tables.departments.size; d++) {
      const most = Math.max(1, Math.round((p.searchesAtOnce * posts[d]) / 10));
      next[d] = vacant[d] > running[d] && running[d] < most ? noPost : full;
      if (next[d] === noPost) free = true;
    }
    if (!free) return;
    for (let seat = 0; seat < people.size; seat++) {
      if (c.person[seat] >= 0 || c.role[seat] !== faculty || c.searching[seat] === 1) continue;
      const best = next[c.department[seat]];
      if (best === full) continue;
      if (best === noPost || c.vacantSince[seat] < c.vacantSince[best]) {
        next[c.department[seat]] = seat;
      }
    }
    for (let d = 0; d < tables.departments.size; d++) {
      const seat = next[d];
      if (seat < 0) continue;
      running[d]++;
      c.searching[seat] = 1;
      // the length of a search belongs to the post and its n-th holder, not to the week
      const length = 0.5 + rng.uniform(c.seatKey[seat], c.holder[seat], 14);
      c.filledAt[seat] = week + Math.round(p.searchWeeks * length);
    }
  }
}

function fillPosts(world: MentoringWorld, rng: Rng): void {
  const { people, parameter: p, tables, week, events } = world;
  const c = people.column;
  for (let seat = 0; seat < people.size; seat++) {
    if (c.person[seat] >= 0 || c.searching[seat] === 0 || c.filledAt[seat] > week) continue;
    people.occupy(seat, c.holder[seat]++);
    c.searching[seat] = 0;
    tables.departments.column.running[c.department[seat]]--;
    c.rank[seat] = rng.uniform(c.chanceKey[seat], 13) < p.instructorShare ? instructor : assistant;
    drawTraits(world, seat, rng);
    resetState(world, seat);
    tables.departments.column.vacant[c.department[seat]]--;
    events.hire.add(seat, 1);
  }
}
