/** A synthetic department, near where it settles: people by rank, with first ties. */
import type { Rng } from '../../sim/chance/threefry.ts';
import { processId } from '../../sim/chance/threefry.ts';
import { weeksPerYear } from '../../sim/model/time.ts';
import { beginTie } from './begin-tie.ts';
import { assistant, associate, faculty, full, instructor, observed, resident } from './codes.ts';
import { drawTraits, redrawSeniorGroups, resetState, selectTraits } from './people.ts';
import { addDepartment, addSeat } from './places.ts';
import type { MentoringWorld } from './shape.ts';
import { growWithTenure } from './start-growth.ts';

/** Shares of instructors, assistant, associate and full professors (AAMC, recalled, grade D). */
const rankShares = [0.1, 0.45, 0.21, 0.24];
/** Years of tenure by rank: from, and over how many years spread. */
const tenureFrom = [0, 0, 5, 10];
const tenureSpread = [3, 9, 12, 20];
/** First ties of a synthetic department: share mentored, ties each, and their rapport. */
const firstMentored = 0.65;
const firstTies = 3;
const firstRapport = 0.56;
/** Guided work, the stage to which six meetings lead. */
const firstStageHeld = 3;

const startStream = processId('start');

/** Fills the world from `population` settings. */
export function setUpSynthetic(
  world: MentoringWorld,
  settings: { faculty: number; residents: number; departments: number },
  rng: Rng,
): void {
  rng.select(startStream, 0);
  for (let d = 0; d < settings.departments; d++) addDepartment(world, `department ${d + 1}`, rng);
  for (let n = 0; n < settings.faculty; n++) {
    const d = n % settings.departments;
    const seat = addSeat(world, `department ${d + 1} faculty ${n}`, faculty, d);
    world.people.occupy(seat, world.people.column.holder[seat]++);
  }
  for (let n = 0; n < settings.residents; n++) {
    const d = n % settings.departments;
    const seat = addSeat(world, `department ${d + 1} resident ${n}`, resident, d);
    world.people.occupy(seat, 0);
  }
  selectTraits(rng);
  for (let seat = 0; seat < world.people.size; seat++) {
    drawTraits(world, seat, rng);
    resetState(world, seat);
  }
  rng.select(startStream, 0);
  for (let seat = 0; seat < world.people.size; seat++) {
    placeInCareer(world, seat, seat - settings.faculty, rng);
  }
  selectTraits(rng);
  for (let seat = 0; seat < world.people.size; seat++) {
    const { role, rank } = world.people.column;
    if (role[seat] === faculty && rank[seat] >= associate) redrawSeniorGroups(world, seat, rng);
    growWithTenure(world, seat);
  }
  rng.select(startStream, 0);
  for (let seat = 0; seat < world.people.size; seat++) {
    giveFirstTies(world, seat, settings.faculty, rng);
  }
}

/** `n` numbers the residents from 0; faculty do not use it. */
function placeInCareer(world: MentoringWorld, seat: number, n: number, rng: Rng): void {
  const { people, parameter, tables } = world;
  const c = people.column;
  if (c.role[seat] === resident) {
    // the end of an academic year: the calendar moves everybody up in the first week
    // cohorts of equal size, in each department and over all: unequal ones would make waves
    c.rank[seat] = (n + Math.floor(n / tables.departments.size)) % parameter.residencyYears;
    c.tenure[seat] = (c.rank[seat] + 1) * weeksPerYear;
    c.inRank[seat] = weeksPerYear;
    return;
  }
  let u = rng.uniform(c.chanceKey[seat]);
  let rank = instructor;
  while (rank < full && u >= rankShares[rank]) u -= rankShares[rank++];
  c.rank[seat] = rank;
  const years = tenureFrom[rank] + tenureSpread[rank] * rng.second();
  c.tenure[seat] = Math.floor(years * weeksPerYear);
  const sinceRank = rank === assistant || rank === instructor ? years : years - tenureFrom[rank];
  c.inRank[seat] = Math.floor(sinceRank * weeksPerYear);
}

/** `posts` faculty come first, dealt to the departments in turn: a department's are evenly spaced. */
function giveFirstTies(world: MentoringWorld, seat: number, posts: number, rng: Rng): void {
  const { people, ties, tables } = world;
  const c = people.column;
  const key = c.chanceKey[seat];
  if (rng.uniform(key, 1) >= firstMentored) return;
  let given = 0;
  const { size } = tables.departments;
  for (let mentor = c.department[seat]; mentor < posts && given < firstTies; mentor += size) {
    if (c.role[seat] === faculty && c.rank[mentor] <= c.rank[seat]) continue;
    if (c.rank[mentor] < associate && rng.uniform(key, c.chanceKey[mentor], 2) < 0.5) continue;
    if (c.generativity[mentor] < 0.45 || rng.uniform(key, c.chanceKey[mentor], 3) < 0.3) continue;
    const tie = beginTie(world, 'senior', seat, mentor, firstRapport, observed);
    ties.senior.column.meetings[tie] = 6;
    ties.senior.column.tieStage[tie] = firstStageHeld;
    ties.senior.column.furthest[tie] = firstStageHeld;
    given++;
  }
}
