/** Exits, vacancies and replacement: a faculty post waits for a search, a resident's place for July. */
import { exp } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { weeksPerYear } from '../../../sim/model/time.ts';
import { decideHazard, watcher } from '../../../sim/model/trace.ts';
import { assistant, faculty, full, instructor } from '../codes.ts';
import { charge } from '../ledger.ts';
import { drawTraits, resetState, selectTraits, vacateSeat } from '../people.ts';
import type { MentoringWorld } from '../shape.ts';

/** Burnout and satisfaction at which the base rates hold. */
export const baseBurnout = 0.4;
export const usualSatisfaction = 0.7;
/** Weeks in which faculty count as new. */
export const earlyWeeks = 4 * weeksPerYear;

/** A departure within so many weeks of another of the department belongs to the same series. */
const cascadeWeeks = 13;

/** Marks in `next`: no post found yet, and no search can start. */
const noPost = -1;
const closed = -2;

export const careers: Step<MentoringWorld> = {
  name: 'careers',
  doc: 'Hazards of leaving from burnout, satisfaction, tenure, rank and having no mentor, and retirements on known dates; a queue of searches refills posts.',
  run(world, rng) {
    leave(world, rng);
    selectTraits(rng);
    startSearches(world, rng);
    fillPosts(world, rng);
  },
};

/** Weekly chance of leaving of the person in `seat`. */
export function hazardOf(world: MentoringWorld, seat: number): number {
  const { people, parameter: p, constant } = world;
  const g = constant.growth;
  const c = people.column;
  const isFaculty = c.role[seat] === faculty;
  let hazard = isFaculty ? constant.exitFaculty : constant.exitResidents;
  hazard *= exp(
    g.exitBurnout * (c.burnout[seat] - baseBurnout) +
      g.exitSatisfaction * (usualSatisfaction - c.satisfaction[seat]),
  );
  if (isFaculty && c.tenure[seat] < earlyWeeks) hazard *= p.exitEarly;
  if (isFaculty && c.rank[seat] === full) hazard *= p.exitFull;
  if (c.metMentors[seat] === 0) hazard *= g.exitUnmentored;
  return hazard;
}

function leave(world: MentoringWorld, rng: Rng): void {
  const { people, parameter: p, week, constant } = world;
  const g = constant.growth;
  const c = people.column;
  // nobody leaves more often than somebody burned out, dissatisfied and without a mentor
  const most =
    Math.max(constant.exitFaculty, constant.exitResidents) *
    exp(g.exitBurnout * (1 - baseBurnout) + g.exitSatisfaction * usualSatisfaction) *
    Math.max(1, p.exitEarly) *
    Math.max(1, p.exitFull) *
    Math.max(1, g.exitUnmentored);
  for (let seat = 0; seat < people.size; seat++) {
    if (c.person[seat] < 0 || c.external[seat] === 1) continue;
    if (c.retiresAt[seat] >= 0 && week >= c.retiresAt[seat]) {
      depart(world, seat);
      continue;
    }
    const u = rng.uniform(c.chanceKey[seat]);
    const trace = watcher(world, seat, -1);
    if (!trace && u >= most) continue;
    const hazard = hazardOf(world, seat);
    const decided = decideHazard(trace, 'exit', seat, hazard, Math.max(u, 1e-12));
    if (u < decided) depart(world, seat);
  }
}

/** The person leaves: a cost, and a vacant post of the faculty or a place until July. */
function depart(world: MentoringWorld, seat: number): void {
  const { people, events, parameter: p, tables, week } = world;
  const c = people.column;
  events.exit.add(seat, 1);
  const isFaculty = c.role[seat] === faculty;
  if (isFaculty) countLoss(world, seat);
  charge(world, 'turnover', 0, isFaculty ? p.facultyTurnoverCost : p.residentTurnoverCost);
  vacateSeat(world, seat);
  if (!isFaculty) return;
  c.vacantSince[seat] = week;
  c.searching[seat] = 0;
  if (c.isolated[seat] === 0) tables.departments.column.vacant[c.department[seat]]++;
}

/** Notes how early somebody of the faculty left, and whether others of the department just had. */
function countLoss(world: MentoringWorld, seat: number): void {
  const { people, events, tables, week } = world;
  const { tenure, rank, isolated, department } = people.column;
  const years = tenure[seat] / weeksPerYear;
  if (years < 1) events.left1.add(seat, 1);
  if (years < 5) events.left5.add(seat, 1);
  if (years < 10) events.left10.add(seat, 1);
  if (rank[seat] <= assistant) events.leftUnpromoted.add(seat, 1);
  if (isolated[seat] === 1) return;
  const { lastExit } = tables.departments.column;
  const d = department[seat];
  events.facultyExit.add(seat, 1);
  if (week - lastExit[d] > cascadeWeeks) events.cascade.add(seat, 1);
  lastExit[d] = week;
}

/**
 * Starts searches, the longest vacant post first, as many as a department can run. An isolated post
 * is refilled outside the queue, so that it touches nobody.
 */
function startSearches(world: MentoringWorld, rng: Rng): void {
  const { people, tables } = world;
  const { vacant, running, next } = tables.departments.column;
  const c = people.column;
  if (people.count === people.size) return;
  for (let seat = 0; seat < people.size; seat++) {
    if (isOpen(world, seat) && c.isolated[seat] === 1) startSearch(world, rng, seat);
  }
  for (;;) {
    let free = false;
    for (let d = 0; d < tables.departments.size; d++) {
      const more = vacant[d] > running[d] && running[d] < mostSearches(world, d);
      next[d] = more ? noPost : closed;
      if (more) free = true;
    }
    if (!free) return;
    for (let seat = 0; seat < people.size; seat++) {
      if (!isOpen(world, seat) || c.isolated[seat] === 1) continue;
      const best = next[c.department[seat]];
      if (best === closed) continue;
      if (best === noPost || c.vacantSince[seat] < c.vacantSince[best]) {
        next[c.department[seat]] = seat;
      }
    }
    for (let d = 0; d < tables.departments.size; d++) {
      if (next[d] < 0) continue;
      running[d]++;
      startSearch(world, rng, next[d]);
    }
  }
}

/** A vacant faculty post for which no search runs. */
function isOpen(world: MentoringWorld, seat: number): boolean {
  const { person, role, searching } = world.people.column;
  return person[seat] < 0 && role[seat] === faculty && searching[seat] === 0;
}

function mostSearches(world: MentoringWorld, d: number): number {
  const { posts, hiringSpeed } = world.tables.departments.column;
  if (hiringSpeed[d] === 0) return 0;
  const most = (world.parameter.searchesAtOnce * posts[d] * hiringSpeed[d]) / 10;
  return Math.max(1, Math.round(most));
}

/** The length of a search belongs to the post and its n-th holder, not to the week. */
function startSearch(world: MentoringWorld, rng: Rng, seat: number): void {
  const { seatKey, holder, searching, filledAt, department } = world.people.column;
  const speed = Math.max(0.01, world.tables.departments.column.hiringSpeed[department[seat]]);
  const length = (0.5 + rng.uniform(seatKey[seat], holder[seat], 14)) / speed;
  searching[seat] = 1;
  filledAt[seat] = world.week + Math.round(world.parameter.searchWeeks * length);
}

function fillPosts(world: MentoringWorld, rng: Rng): void {
  const { people, parameter: p, tables, week, events } = world;
  const c = people.column;
  for (let seat = 0; seat < people.size; seat++) {
    if (c.person[seat] >= 0 || c.searching[seat] === 0 || c.filledAt[seat] > week) continue;
    people.occupy(seat, c.holder[seat]++);
    c.searching[seat] = 0;
    if (c.isolated[seat] === 0) {
      tables.departments.column.running[c.department[seat]]--;
      tables.departments.column.vacant[c.department[seat]]--;
    }
    c.rank[seat] = rng.uniform(c.chanceKey[seat], 13) < p.instructorShare ? instructor : assistant;
    drawTraits(world, seat, rng);
    resetState(world, seat);
    events.hire.add(seat, 1);
  }
}
