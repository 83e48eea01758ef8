/** One baseline run read as surveys and registries would: what the initial-validation bands are about. */
import { assistant, associate, faculty, resident } from '../models/mentoring/codes.ts';
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import { meanOf, quantileOf } from '../sim/analysis/statistics.ts';
import { weeksPerYear } from '../sim/model/time.ts';
import { clusteringOf, densityOf, networkOf } from './network.ts';
import {
  bestRapport,
  burnedOut,
  countsOf,
  coverage,
  mentored,
  present,
  shareOf,
} from './reading.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';
import type { Counts } from './statistics.ts';
import { addCounts, commonOddsRatio, gini, oddsRatio } from './statistics.ts';

const horizon = 10 * weeksPerYear;
/** Weeks between two looks, as the recorder has it. */
const every = 4;

/**
 * Published odds ratios of minorities are of residents, or adjusted: groups are of different size
 * among residents and faculty, who differ in access. The ratio is taken within these and combined.
 */
const strata: readonly ((world: MentoringWorld, seat: number) => boolean)[] = [
  ({ people: { column: c } }, seat) => c.role[seat] === resident && c.rank[seat] === 0,
  ({ people: { column: c } }, seat) => c.role[seat] === resident && c.rank[seat] > 0,
  ({ people: { column: c } }, seat) => c.role[seat] === faculty && c.rank[seat] <= assistant,
  ({ people: { column: c } }, seat) => c.role[seat] === faculty && c.rank[seat] === associate,
];

/** A look at the standing department. */
interface Look {
  readonly residents: number;
  readonly faculty: number;
  readonly internGap: number;
  readonly lowQuality: number;
  readonly medianLoad: number;
  readonly loadGini: number;
  readonly burnedOutResidents: number;
  readonly burnedOutFaculty: number;
}

/** What one run of ten years gives. */
export interface Prevalences extends Look {
  /** Minority and others by having a mentor, over all looks, for each of the `strata`. */
  readonly access: readonly Counts[];
  readonly clusteringRatio: number;
  readonly exits: number;
  readonly facultyWeeks: number;
  readonly stay: number;
  /** Faculty hired in the run, by weeks since: how many were there, how many left. */
  readonly there: readonly number[];
  readonly left: readonly number[];
  /** Years in rank of those promoted to associate professor. */
  readonly promoted: readonly number[];
  readonly hires: number;
}

/** Looks every four weeks of years 9 and 10, and follows faculty careers from week 0. */
export function observePrevalences(run: Run): Prevalences {
  const { world } = run;
  const looks: Look[] = [];
  const access: Counts[][] = strata.map(() => []);
  const careers = new Careers(world);
  watch(run, horizon, 1, () => {
    careers.follow(world);
    if (world.week <= 8 * weeksPerYear || world.week % every !== 0) return;
    looks.push(look(world));
    const { minority } = world.people.column;
    const people = present(world);
    strata.forEach((within, k) => {
      const own = people.filter((seat) => within(world, seat));
      access[k].push(countsOf(own, (seat) => minority[seat] === 1, mentored(world)));
    });
  });
  const network = networkOf(world);
  const average = (name: keyof Look): number => meanOf(looks.map((each) => each[name]));
  return {
    residents: average('residents'),
    faculty: average('faculty'),
    internGap: average('internGap'),
    lowQuality: average('lowQuality'),
    medianLoad: average('medianLoad'),
    loadGini: average('loadGini'),
    burnedOutResidents: average('burnedOutResidents'),
    burnedOutFaculty: average('burnedOutFaculty'),
    access: access.map(addCounts),
    clusteringRatio: clusteringOf(network) / densityOf(network),
    ...careers.end(world),
  };
}

function look(world: MentoringWorld): Look {
  const c = world.people.column;
  const people = present(world);
  const residents = people.filter((seat) => c.role[seat] !== faculty);
  const teachers = people.filter((seat) => c.role[seat] === faculty);
  const interns = residents.filter((seat) => c.rank[seat] === 0);
  const seniors = residents.filter((seat) => c.rank[seat] > 1);
  const loads = teachers.map((seat) => c.load[seat]).filter((load) => load > 0);
  const { supportThreshold } = world.parameter;
  return {
    residents: coverage(world, residents),
    faculty: coverage(world, teachers),
    internGap: coverage(world, interns) - coverage(world, seniors),
    lowQuality: shareOf(
      people.filter(mentored(world)),
      (seat) => bestRapport(world, seat) < supportThreshold,
    ),
    medianLoad: quantileOf(loads, 0.5),
    loadGini: gini(loads),
    burnedOutResidents: shareOf(residents, burnedOut(world)),
    burnedOutFaculty: shareOf(teachers, burnedOut(world)),
  };
}

/** Follows who comes, who leaves and who is promoted among faculty. */
class Careers {
  private readonly there = new Array<number>(horizon).fill(0);
  private readonly left = new Array<number>(horizon).fill(0);
  private readonly since = new Map<number, number>();
  private readonly atStart: ReadonlySet<number>;
  private readonly promoted: number[] = [];
  private readonly person: Int32Array;
  private readonly rank: Uint8Array;
  private readonly inRank: Int32Array;
  private hires = 0;
  private exits = 0;
  private facultyWeeks = 0;

  constructor({ people }: MentoringWorld) {
    const { person, role, rank, inRank } = people.column;
    this.person = person.slice(0, people.size);
    this.rank = rank.slice(0, people.size);
    this.inRank = inRank.slice(0, people.size);
    this.atStart = new Set(this.person.filter((id, seat) => id >= 0 && role[seat] === faculty));
  }

  follow({ people, week }: MentoringWorld): void {
    const { person, role, rank, inRank } = people.column;
    for (const begun of this.since.values()) this.there[week - 1 - begun]++;
    for (let seat = 0; seat < people.size; seat++) {
      if (role[seat] !== faculty) continue;
      const former = this.person[seat];
      if (former >= 0) this.facultyWeeks++;
      if (person[seat] !== former) {
        if (former >= 0) this.exits++;
        const begun = this.since.get(former);
        if (begun !== undefined) this.left[week - 1 - begun]++;
        this.since.delete(former);
        if (person[seat] >= 0) {
          this.hires++;
          this.since.set(person[seat], week);
        }
      } else if (this.rank[seat] === assistant && rank[seat] === associate) {
        this.promoted.push(this.inRank[seat] / weeksPerYear);
      }
    }
    this.person.set(person.subarray(0, people.size));
    this.rank.set(rank.subarray(0, people.size));
    this.inRank.set(inRank.subarray(0, people.size));
  }

  end({ people }: MentoringWorld): Omit<Prevalences, keyof Look | 'access' | 'clusteringRatio'> {
    const { person, role } = people.column;
    let stayed = 0;
    for (let seat = 0; seat < people.size; seat++) {
      if (role[seat] === faculty && this.atStart.has(person[seat])) stayed++;
    }
    const { exits, facultyWeeks, there, left, promoted, hires } = this;
    return { exits, facultyWeeks, stay: stayed / this.atStart.size, there, left, promoted, hires };
  }
}

/** Counts of all runs together, by stratum. */
function accessOf(runs: readonly Prevalences[]): Counts[] {
  return strata.map((_, k) => addCounts(runs.map(({ access }) => access[k])));
}

/** The odds ratio over all ranks together, which mixes access with who is in which rank. */
export function crudeOddsRatio(runs: readonly Prevalences[]): number {
  return oddsRatio(addCounts(accessOf(runs)));
}

/** Share of newcomers who would stay ten years, by the life table of all runs together. */
function stayOfNewcomers(runs: readonly Prevalences[]): number {
  let share = 1;
  for (let age = 0; age < horizon; age++) {
    let there = 0;
    let left = 0;
    for (const run of runs) {
      there += run.there[age];
      left += run.left[age];
    }
    if (there > 0) share *= 1 - left / there;
  }
  return share;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** A published prevalence: its band, and how it is read from runs. */
export interface Prevalence {
  readonly key: string;
  readonly title: string;
  readonly band: readonly [number, number];
  /** Read from each run and averaged, or from all runs together. */
  readonly each?: (run: Prevalences) => number;
  readonly pooled?: (runs: readonly Prevalences[]) => number;
}

/** The initial-validation bands of the evidence base (section 3). */
export const prevalences: readonly Prevalence[] = [
  {
    key: 'residents',
    title: 'residents with a mentor',
    band: [0.5, 0.8],
    each: (r) => r.residents,
  },
  { key: 'faculty', title: 'faculty with a mentor', band: [0.5, 0.7], each: (r) => r.faculty },
  {
    key: 'internGap',
    title: 'PGY1 minus PGY3–4, with a mentor',
    band: [-0.3, -0.15],
    each: (r) => r.internGap,
  },
  {
    key: 'lowQuality',
    title: 'low-quality share among the mentored',
    band: [0.15, 0.3],
    each: (r) => r.lowQuality,
  },
  {
    key: 'medianLoad',
    title: 'median load of those who mentor',
    band: [4, 6],
    each: (r) => r.medianLoad,
  },
  { key: 'loadGini', title: 'Gini of their load', band: [0.3, 0.5], each: (r) => r.loadGini },
  {
    key: 'access',
    title: 'odds ratio of having a mentor, minority to others, within rank, pooled',
    band: [0.3, 0.85],
    pooled: (runs) => commonOddsRatio(accessOf(runs)),
  },
  {
    key: 'clusteringRatio',
    title: 'clustering, as a multiple of density',
    band: [2, 100],
    each: (r) => r.clusteringRatio,
  },
  {
    key: 'burnedOutResidents',
    title: 'residents burned out',
    band: [0.4, 0.55],
    each: (r) => r.burnedOutResidents,
  },
  {
    key: 'burnedOutFaculty',
    title: 'faculty burned out',
    band: [0.25, 0.5],
    each: (r) => r.burnedOutFaculty,
  },
  {
    key: 'exit',
    title: 'faculty leaving in a year, pooled',
    band: [0.06, 0.09],
    pooled: (runs) =>
      (sum(runs.map(({ exits }) => exits)) / sum(runs.map((run) => run.facultyWeeks))) *
      weeksPerYear,
  },
  {
    key: 'stay',
    title: 'faculty of week 0 still there after 10 years',
    band: [0.45, 0.6],
    each: (r) => r.stay,
  },
  {
    key: 'stayOfNewcomers',
    title: 'the same for faculty hired in the run, by life table',
    band: [0.45, 0.6],
    pooled: stayOfNewcomers,
  },
  {
    key: 'promotion',
    title: 'median years in rank at promotion to associate',
    band: [5, 7],
    pooled: (runs) =>
      quantileOf(
        runs.flatMap(({ promoted }) => promoted),
        0.5,
      ),
  },
  {
    key: 'promoted',
    title: 'promotions to associate for each hire',
    band: [0.3, 0.45],
    pooled: (runs) =>
      sum(runs.map(({ promoted }) => promoted.length)) / sum(runs.map(({ hires }) => hires)),
  },
];

/** A prevalence of some runs: the mean over them, or the pooled figure. */
export function prevalenceOf({ each, pooled }: Prevalence, runs: readonly Prevalences[]): number {
  return each ? meanOf(runs.map(each)) : (pooled?.(runs) ?? Number.NaN);
}
