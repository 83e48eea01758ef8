/** P8: fewer days on site cost chance meetings quadratically, common days only linearly. */
import { informal } from '../models/mentoring/codes.ts';
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import { meanOf } from '../sim/analysis/statistics.ts';
import { meanFigure, pattern, pooledFigure } from './pattern.ts';
import { coverage, present } from './reading.ts';
import type { Run, Stage } from './stage.ts';
import { watch } from './stage.ts';

/** Days at home, and the files of the two schedules. */
const random = ['presence-full', 'home-1', 'home-2', 'home-3', 'home-4'] as const;
const anchored = ['presence-full', 'anchor-2', 'anchor-3'] as const;

/** Weeks after the change, before the best matches on site are used up. */
const firstWeeks = 1;
/** Weeks in which the change may come; what follows is pooled. */
const changes = [0, 6, 13, 19, 26, 32, 39, 45];

/** People who look for a mentor and have fewer than they want. */
function unmet(world: MentoringWorld): number {
  const { seeks, mentors, initiative, role, rank } = world.people.column;
  const { wanted } = world.constant;
  let n = 0;
  for (const seat of present(world)) {
    const most = wanted[role[seat] === 0 ? 0 : rank[seat] + 1] * initiative[seat];
    if (seeks[seat] === 1 && mentors[seat] < most) n++;
  }
  return n;
}

/** Informal senior ties begun and weeks of unmet seekers, until `week`. */
function formation(run: Run, week: number): Rate {
  const { world } = run;
  let begun = 0;
  let seekers = 0;
  watch(run, week, 1, () => {
    const { started, origin, ended } = world.ties.senior.column;
    for (let tie = 0; tie < world.ties.senior.size; tie++) {
      const fresh = started[tie] === world.week - 1 && origin[tie] === informal;
      if (fresh && ended[tie] === 0) begun++;
    }
    seekers += unmet(world);
  });
  return [begun, seekers];
}

/** Ties begun, and weeks of unmet seekers. */
type Rate = readonly number[];

interface Seen {
  /** Ties begun and unmet seekers of the first 4 weeks, by chance meetings alone. */
  readonly chance: readonly Rate[];
  readonly anchor: readonly Rate[];
  /** The first 8 weeks with searches and introductions, and years 2 and 3. */
  readonly early: readonly Rate[];
  readonly late: readonly Rate[];
  readonly coverage: readonly number[];
  /** Mean of the product of two people's presence, and of the smaller presence. */
  readonly square: readonly number[];
  readonly smaller: readonly number[];
}

/** What two people's presence makes of a chance meeting: both on site, or the smaller of the two. */
function presenceOf(world: MentoringWorld): { square: number; smaller: number } {
  const { onsite } = world.people.column;
  const values = present(world).map((seat) => onsite[seat]);
  const all: number[] = [];
  for (const a of values) for (const b of values) all.push(Math.min(a, b));
  return { square: meanOf(values) ** 2, smaller: meanOf(all) };
}

function observe(stage: Stage): Seen {
  const full = stage.scenario('presence-full');
  const onlyChance = { searchPerMonth: 0, introductionsPerMonth: 0 };
  const before = stage.begin(full);
  const chance = random.map(() => [0, 0]);
  const anchor = anchored.map(() => [0, 0]);
  const smaller = anchored.map(() => 0);
  for (const week of changes) {
    before.simulation.runTo(week);
    const alone = (name: string, into: number[]): Run => {
      const run = before.fork(stage.scenario(name, onlyChance));
      const [begun, seekers] = formation(run, week + firstWeeks);
      into[0] += begun;
      into[1] += seekers;
      return run;
    };
    random.forEach((name, k) => {
      alone(name, chance[k]);
    });
    anchored.forEach((name, k) => {
      smaller[k] += presenceOf(alone(name, anchor[k]).world).smaller / changes.length;
    });
  }
  const complete = random.map((name) => {
    const run = stage.begin(stage.scenario(name), full);
    const early = formation(run, 8);
    const { square } = presenceOf(run.world);
    run.simulation.runTo(52);
    const late = formation(run, 156);
    return { early, late, square, coverage: coverage(run.world) };
  });
  return {
    chance,
    anchor,
    early: complete.map(({ early }) => early),
    late: complete.map(({ late }) => late),
    coverage: complete.map((run) => run.coverage),
    square: complete.map(({ square }) => square),
    smaller,
  };
}

type Pairs = (run: Seen) => readonly Rate[];

/** Rate of forming a tie of an unmet seeker, relative to full presence. */
function relative(runs: readonly Seen[], of: Pairs, k: number): number {
  const rate = (at: number): number => {
    const sum = (part: 0 | 1): number => runs.reduce((all, run) => all + of(run)[at][part], 0);
    return sum(0) / sum(1);
  };
  return rate(k) / rate(0);
}

export const p08 = pattern<Seen>({
  id: 'P8',
  title: 'hallway loss',
  claim:
    'chance meetings fall with the square of presence, on common days only in proportion to it',
  signature:
    'Informal ties begun per unmet seeker in the first week after the change, before pairs meet twice (it comes in eight different weeks of a year), by chance meetings alone, relative to full presence, over what presence squared (anchor days: presence) predicts. With searches and introductions, and in years 2 and 3, reported.',
  scenarios: [...random, 'anchor-2', 'anchor-3'],
  replicates: 60,
  observe,
  judge: (runs) => [
    ...[1, 2, 3].map((k) =>
      pooledFigure(
        `${k} days at home: formation over presence squared`,
        runs,
        (some) =>
          relative(some, (run) => run.chance, k) /
          (meanOf(some.map((run) => run.square[k])) / meanOf(some.map((run) => run.square[0]))),
        { within: [0.85, 1.15] },
      ),
    ),
    ...[1, 2].map((k) =>
      pooledFigure(
        `${k + 1} days at home, anchor days: formation over presence`,
        runs,
        (some) =>
          relative(some, (run) => run.anchor, k) /
          (meanOf(some.map((run) => run.smaller[k])) / meanOf(some.map((run) => run.smaller[0]))),
        { within: [0.85, 1.15] },
      ),
    ),
    pooledFigure(
      '3 days at home: anchor days over random days',
      runs,
      (some) => relative(some, (run) => run.anchor, 2) / relative(some, (run) => run.chance, 3),
      { above: 1, expected: '0.40 against 0.16 of full presence' },
    ),
    ...[1, 2, 3, 4].map((k) =>
      pooledFigure(`${k} days at home, all channels, first 8 weeks`, runs, (some) =>
        relative(some, (run) => run.early, k),
      ),
    ),
    ...[1, 2, 3, 4].map((k) =>
      pooledFigure(`${k} days at home, all channels, years 2 and 3`, runs, (some) =>
        relative(some, (run) => run.late, k),
      ),
    ),
    meanFigure(
      '4 days at home, share with a mentor after 3 years, difference',
      runs.map(({ coverage: share }) => share[4] - share[0]),
      { below: 0 },
    ),
  ],
});
