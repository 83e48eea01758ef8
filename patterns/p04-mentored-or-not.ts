/** P4: people with a mentor are less burned out, get further and stay longer; the difference is small. */

import { full } from '../models/mentoring/codes.ts';
import { hazardOf } from '../models/mentoring/processes/careers.ts';
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import { meanOf } from '../sim/analysis/statistics.ts';
import { meanFigure, pattern, pooledFigure } from './pattern.ts';
import { burnedOut, countsOf, facultyOf, mentored, residentsOf } from './reading.ts';
import type { Run } from './stage.ts';
import type { Counts } from './statistics.ts';
import { addCounts, correlation, oddsRatio } from './statistics.ts';

interface Group {
  readonly residents: Counts;
  readonly faculty: Counts;
  /** Expected exits of faculty a year, with and without a mentor. */
  readonly exitWith: number;
  readonly exitWithout: number;
  /** Correlation of having a mentor with career capital a year in post, junior faculty. */
  readonly capital: number;
}

interface Seen {
  readonly shipped: Group;
  readonly selection: Group;
}

const years = [2, 4, 6];

/** Week 30 of several years, pooled. */
function read(run: Run): Group {
  const looks = years.map((year) => {
    run.simulation.runTo(52 * year + 30);
    return look(run.world);
  });
  return {
    residents: addCounts(looks.map(({ residents }) => residents)),
    faculty: addCounts(looks.map(({ faculty }) => faculty)),
    exitWith: meanOf(looks.map(({ exitWith }) => exitWith)),
    exitWithout: meanOf(looks.map(({ exitWithout }) => exitWithout)),
    capital: meanOf(looks.map(({ capital }) => capital)),
  };
}

function look(world: MentoringWorld): Group {
  const has = mentored(world);
  const { rank, careerCapital, tenure } = world.people.column;
  // nobody is senior to a full professor
  const teachers = facultyOf(world).filter((seat) => rank[seat] < full);
  const exit = (seats: readonly number[]): number =>
    52 * meanOf(seats.map((seat) => hazardOf(world, seat)));
  // progress a year, of those who have been there for two
  const juniors = teachers.filter((seat) => rank[seat] <= 1 && tenure[seat] >= 104);
  return {
    residents: countsOf(residentsOf(world), has, burnedOut(world)),
    faculty: countsOf(teachers, has, burnedOut(world)),
    exitWith: exit(teachers.filter(has)),
    exitWithout: exit(teachers.filter((seat) => !has(seat))),
    capital: correlation(
      juniors.map((seat) => (has(seat) ? 1 : 0)),
      juniors.map((seat) => careerCapital[seat] / tenure[seat]),
    ),
  };
}

export const p04 = pattern<Seen>({
  id: 'P4',
  title: 'mentored or not',
  claim: 'mentored people have less burnout, more career capital and less exit; effects are small',
  signature:
    'Week 30 of years 3, 5 and 7, without programmes: odds of burnout, expected exits and career capital of people with and without a mentor (faculty below the rank of full professor). Beside it the same with the causal share at 0: what selection alone makes.',
  scenarios: ['baseline', 'selection-only'],
  replicates: 50,
  quick: 6,
  observe: (stage) => ({
    shipped: read(stage.begin(stage.scenario('baseline'))),
    selection: read(stage.begin(stage.scenario('selection-only'))),
  }),
  judge(runs) {
    const odds = (of: (run: Seen) => Counts) => (some: readonly Seen[]) =>
      oddsRatio(addCounts(some.map(of)));
    const ratio = (of: (run: Seen) => Group) => (some: readonly Seen[]) =>
      meanOf(some.map((run) => of(run).exitWith)) / meanOf(some.map((run) => of(run).exitWithout));
    const shipped = (run: Seen): Group => run.shipped;
    const selection = (run: Seen): Group => run.selection;
    return [
      pooledFigure(
        'odds ratio of burnout, residents',
        runs,
        odds((run) => run.shipped.residents),
        {
          above: 0.3,
          below: 1,
          expected: '0.52 observed among residents in surgery',
        },
      ),
      pooledFigure(
        'odds ratio of burnout, faculty',
        runs,
        odds((run) => run.shipped.faculty),
        {
          above: 0.3,
          below: 1,
        },
      ),
      pooledFigure('ratio of expected faculty exits', runs, ratio(shipped), { below: 1 }),
      meanFigure(
        'correlation with career capital, junior faculty',
        runs.map((run) => run.shipped.capital),
        { above: 0, expected: '0.05 to 0.30 in meta-analyses (recalled, unverified)' },
      ),
      pooledFigure(
        'selection only: odds ratio of burnout, residents',
        runs,
        odds((run) => run.selection.residents),
      ),
      pooledFigure(
        'selection only: odds ratio of burnout, faculty',
        runs,
        odds((run) => run.selection.faculty),
      ),
      pooledFigure('selection only: ratio of expected faculty exits', runs, ratio(selection)),
    ];
  },
});
