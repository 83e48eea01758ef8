/** The structure of a future at its start and end: access, loads, stages, ages, mixing and measures. */
import { networkReading } from '../../models/mentoring/network.ts';
import { stages } from '../../models/mentoring/stages.ts';
import { smallestGroup } from '../../sim/analysis/masking.ts';
import { replicateSeed } from '../../sim/chance/seeds.ts';
import type { Model, Simulation, Snapshot } from '../../sim/model/simulation.ts';
import { takeNetwork } from '../../sim/network/snapshot.ts';
import { type Measure, measureStructure } from '../../sim/network/structure.ts';
import { openFuture } from '../network/film.ts';
import { type Frame, frameOf, personValue, seniorLayer } from '../network/frame.ts';
import { degrees } from '../network/look.ts';
import type { Future } from '../network/protocol.ts';
import { type Course, courseOf } from './course.ts';

/** Columns that measures read. */
const peopleColumns = ['role', 'department', 'gender', 'minority'];
const tieColumns = ['rapport'];

/** Counts by bin; the last bin holds all above. */
type Counts = readonly number[];

/** One moment of a network. */
export interface Structure {
  readonly people: number;
  /** Share without a mentor by group, in the order of `accessGroups`; null where too few people are. */
  readonly withoutMentor: readonly (number | null)[];
  readonly load: Counts;
  readonly contacts: Counts;
  readonly stages: Counts;
  readonly ages: Counts;
  /** Shares of the ties of each mixing group that lead to each; null where too few people are. */
  readonly mixing: readonly (readonly (number | null)[])[];
  readonly measures: readonly Measure[];
}

export const mostMentees = 8;
export const mostContacts = 16;
/** Ends of the bins of ages, in weeks. */
const ageEnds = [26, 52, 104, 208];

type Test = (frame: Frame, row: number) => boolean;
const is =
  (field: Parameters<typeof personValue>[1], value: number): Test =>
  (frame, row) =>
    personValue(frame, field, row) === value;
const both =
  (a: Test, b: Test): Test =>
  (frame, row) =>
    a(frame, row) && b(frame, row);
const resident = is('role', 0);
const faculty = is('role', 1);

/** Groups of which access is shown; each list splits everybody or all of a role. */
export const accessGroups: readonly { readonly label: string; readonly has: Test }[] = [
  { label: 'everybody', has: () => true },
  { label: 'residents', has: resident },
  { label: 'residents: women', has: both(resident, is('gender', 0)) },
  { label: 'residents: men', has: both(resident, is('gender', 1)) },
  { label: 'residents: under-represented', has: both(resident, is('minority', 1)) },
  { label: 'residents: not under-represented', has: both(resident, is('minority', 0)) },
  { label: 'faculty', has: faculty },
  { label: 'faculty: women', has: both(faculty, is('gender', 0)) },
  { label: 'faculty: men', has: both(faculty, is('gender', 1)) },
  { label: 'faculty: under-represented', has: both(faculty, is('minority', 1)) },
  { label: 'faculty: not under-represented', has: both(faculty, is('minority', 0)) },
];

/** Groups whose mixing is shown: they split everybody. */
export const mixingGroups = accessGroups.filter(
  ({ label }) => label.includes(': ') && !label.includes('represented'),
);

/** Start, end and course of a future. */
export function structuresOf(
  model: Model,
  future: Future,
  warmed: Map<string, Snapshot>,
): readonly [start: Structure, end: Structure, course: Course] {
  const simulation = openFuture(model, future, warmed);
  const seed = replicateSeed(future.scenario.seed, future.replicate);
  const start = structureNow(simulation, seed);
  const course = courseOf(simulation, future.scenario.horizon);
  return [start, structureNow(simulation, seed), course];
}

function structureNow({ world }: Simulation, seed: string): Structure {
  const { week, people, ties } = world;
  const snapshot = takeNetwork(week, people, ties, peopleColumns, tieColumns);
  return {
    ...structureOf(frameOf(world)),
    measures: measureStructure(snapshot, networkReading, seed),
  };
}

/** Everything but the measures, from a frame. */
export function structureOf(frame: Frame): Omit<Structure, 'measures'> {
  const { person, layer, tie, week } = frame;
  const rows = [...person.keys()];
  const teachers = rows.filter((row) => faculty(frame, row));
  const senior = [...layer.keys()].filter((k) => layer[k] === seniorLayer);
  const degree = degrees(frame);
  return {
    people: person.length,
    withoutMentor: accessGroups.map(({ has }) => {
      const own = rows.filter((row) => has(frame, row));
      if (own.length < smallestGroup) return null;
      return own.filter((row) => personValue(frame, 'mentors', row) === 0).length / own.length;
    }),
    load: counted(
      teachers.map((row) => personValue(frame, 'load', row)),
      mostMentees,
    ),
    contacts: counted([...degree], mostContacts),
    stages: counted(
      senior.map((k) => tie.tieStage[k]),
      stages.length - 1,
    ),
    ages: counted(
      senior.map((k) => ageEnds.filter((end) => week - tie.started[k] >= end).length),
      ageEnds.length,
    ),
    mixing: mixingOf(frame),
  };
}

function counted(values: readonly number[], most: number): number[] {
  const counts: number[] = new Array(most + 1).fill(0);
  for (const value of values) counts[Math.min(most, Math.max(0, value))]++;
  return counts;
}

function mixingOf(frame: Frame): (number | null)[][] {
  const group = Array.from(frame.person, (_, row) =>
    mixingGroups.findIndex(({ has }) => has(frame, row)),
  );
  const size = mixingGroups.map((_, g) => group.filter((each) => each === g).length);
  const ends = mixingGroups.map(() => mixingGroups.map(() => 0));
  frame.source.forEach((from, k) => {
    const [a, b] = [group[from], group[frame.target[k]]];
    if (a < 0 || b < 0) return;
    ends[a][b]++;
    ends[b][a]++;
  });
  return ends.map((row, g) => {
    const all = row.reduce((sum, count) => sum + count, 0);
    const few = size[g] < smallestGroup || all === 0;
    return row.map((count, to) => (few || size[to] < smallestGroup ? null : count / all));
  });
}
