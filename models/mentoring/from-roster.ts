/** A department from observed people and ties; what was not observed is drawn or assumed. */
import type { Rng } from '../../sim/chance/threefry.ts';
import { processId } from '../../sim/chance/threefry.ts';
import type { PersonRecord, RosterRecords } from '../../sim/model/model.ts';
import { weeksPerYear } from '../../sim/model/time.ts';
import { beginTie } from './begin-tie.ts';
import { faculty, facultyRanks, man, observed, resident, tracks, woman } from './codes.ts';
import { drawTraits, resetState, selectTraits } from './people.ts';
import { addDepartment, addSeat } from './places.ts';
import type { MentoringWorld } from './shape.ts';
import { growWithTenure } from './start-growth.ts';

/** Assumed of an observed tie: rapport at full weight, meetings so far, weeks since the last. */
const observedRapport = 0.56;
const observedMeetings = 6;
const observedSilence = 4;
/** Guided work, the stage to which so many meetings lead. */
const observedStage = 3;
/** Assumed tenure where none was observed, years by faculty rank. */
const usualTenure = [1, 4, 10, 18];

const startStream = processId('start');

/** Fills the world from a roster; week 0 is the July after the intake. */
export function setUpRoster(world: MentoringWorld, roster: RosterRecords, rng: Rng): void {
  const { people } = world;
  const seats = new Map<string, number>();
  rng.select(startStream, 0);
  const departments = new Map<string, number>();
  const sites = new Map<string, number>();
  for (const record of roster.people) {
    let d = departments.get(record.department);
    if (d === undefined) {
      d = addDepartment(world, record.department, rng);
      departments.set(record.department, d);
    }
    if (!sites.has(record.site)) sites.set(record.site, sites.size);
    const role = record.role === 'faculty' ? faculty : resident;
    const seat = addSeat(world, `${record.role} ${record.id}`, role, d);
    const c = people.column;
    c.site[seat] = sites.get(record.site) ?? 0;
    c.external[seat] = record.external ? 1 : 0;
    c.isolated[seat] = record.numbers['sociability'] === 0 ? 1 : 0;
    people.occupy(seat, c.holder[seat]++);
    seats.set(record.id, seat);
  }
  selectTraits(rng);
  roster.people.forEach((record, seat) => {
    drawTraits(world, seat, rng);
    applyObserved(world, seat, record);
    resetState(world, seat);
    placeInCareer(world, seat, record);
    growWithTenure(world, seat);
    applyObservedState(world, seat, record);
  });
  addObservedTies(world, roster, seats);
}

function applyObserved(world: MentoringWorld, seat: number, record: PersonRecord): void {
  const c = world.people.column;
  if (record.groups['gender']) c.gender[seat] = record.groups['gender'] === 'man' ? man : woman;
  if (record.groups['minority']) c.minority[seat] = record.groups['minority'] === 'yes' ? 1 : 0;
  const track = tracks.indexOf(record.groups['track'] as (typeof tracks)[number]);
  if (track >= 0) c.track[seat] = track;
  const { onsite, sociability, capacity } = record.numbers;
  if (onsite !== undefined) c.onsiteBase[seat] = onsite;
  if (sociability !== undefined) c.sociability[seat] = sociability;
  if (capacity !== undefined) c.capacityBase[seat] = capacity;
}

function applyObservedState(world: MentoringWorld, seat: number, record: PersonRecord): void {
  const c = world.people.column;
  const { burnout, satisfaction, publications } = record.numbers;
  if (burnout !== undefined) c.burnout[seat] = burnout;
  if (satisfaction !== undefined) c.satisfaction[seat] = satisfaction;
  if (publications !== undefined) c.publications[seat] = publications;
}

function placeInCareer(world: MentoringWorld, seat: number, record: PersonRecord): void {
  const c = world.people.column;
  const { tenure } = record.numbers;
  if (c.role[seat] === resident) {
    const year = Math.max(0, Number.parseInt(record.rank.replace(/\D/g, ''), 10) - 1);
    c.rank[seat] = Math.min(year, world.parameter.residencyYears - 1);
    // in rank since this July, so that the calendar of week 0 leaves them where they are
    c.tenure[seat] = c.rank[seat] * weeksPerYear;
    return;
  }
  const rank = facultyRanks.indexOf(record.rank as (typeof facultyRanks)[number]);
  c.rank[seat] = Math.max(0, rank);
  const years = tenure ?? usualTenure[c.rank[seat]];
  c.tenure[seat] = Math.floor(years * weeksPerYear);
  c.inRank[seat] = Math.floor((years / 2) * weeksPerYear);
}

function addObservedTies(
  world: MentoringWorld,
  roster: RosterRecords,
  seats: ReadonlyMap<string, number>,
): void {
  for (const record of roster.ties) {
    const from = seats.get(record.from) ?? 0;
    const to = seats.get(record.to) ?? 0;
    const layer = record.kind === 'peer' ? 'peer' : 'senior';
    const tie = beginTie(world, layer, from, to, observedRapport * record.weight, observed);
    const c = world.ties[layer].column;
    c.meetings[tie] = observedMeetings;
    c.lastMet[tie] = world.week - observedSilence;
    c.started[tie] = world.week - weeksPerYear;
    c.tieStage[tie] = observedStage;
    c.furthest[tie] = observedStage;
    c.stageSince[tie] = world.week;
  }
}
