/** P15: where nothing acts, nothing differs. */
import { faculty } from '../models/mentoring/codes.ts';
import { hazardOf } from '../models/mentoring/processes/careers.ts';
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import { meanOf } from '../sim/analysis/statistics.ts';
import { weeksPerYear } from '../sim/model/time.ts';
import type { Figure } from './pattern.ts';
import { figure, pattern } from './pattern.ts';
import { present } from './reading.ts';
import { watch } from './stage.ts';
import { jackknife } from './statistics.ts';

const measures = ['mentor', 'load', 'burnout', 'exit', 'career'] as const;
const titles = {
  mentor: 'share with a mentor',
  load: 'mentees held, faculty',
  burnout: 'burnout',
  exit: 'expected exits a year, faculty',
  career: 'career support',
} as const;
type Measure = (typeof measures)[number];

/** Sum and count of a measure for those of a group (0) and the others (1). */
type Sums = Record<Measure, [number, number, number, number]>;

interface Seen {
  readonly minority: Sums;
  readonly gender: Sums;
  /** Arms with neutral policies whose fingerprint differs from that of no policy. */
  readonly different: number;
}

function read(world: MentoringWorld, first: (seat: number) => boolean, into: Sums): void {
  const c = world.people.column;
  for (const seat of present(world)) {
    const at = first(seat) ? 0 : 2;
    const add = (measure: Measure, value: number): void => {
      into[measure][at] += value;
      into[measure][at + 1]++;
    };
    add('mentor', c.metMentors[seat] > 0 ? 1 : 0);
    add('burnout', c.burnout[seat]);
    add('career', c.career[seat]);
    if (c.role[seat] !== faculty) continue;
    add('load', c.load[seat]);
    add('exit', weeksPerYear * hazardOf(world, seat));
  }
}

const empty = (): Sums =>
  Object.fromEntries(measures.map((measure) => [measure, [0, 0, 0, 0]])) as unknown as Sums;

/** Mean of the group less mean of the others, from all replicates together. */
function gap(runs: readonly Seen[], group: 'minority' | 'gender', measure: Measure): number {
  const sum = [0, 0, 0, 0];
  for (const run of runs) {
    run[group][measure].forEach((value, k) => {
      sum[k] += value;
    });
  }
  return sum[0] / sum[1] - sum[2] / sum[3];
}

/** Ten gaps are looked at: each interval is widened to hold for all together (Bonferroni). */
const familyWise = 2.81;

export const p15 = pattern<Seen>({
  id: 'P15',
  title: 'neutral model',
  claim:
    'with identity and policies neutral, groups and scenarios differ by chance only, or not at all',
  signature:
    'Identity neutral: gaps between groups over ten years, pooled, with intervals that hold for all ten together. And policies whose levers are neutral: number of replicates whose fingerprint after two years differs from that without policies.',
  scenarios: ['identity-neutral', 'neutral-policies', 'baseline'],
  replicates: 40,
  observe(stage) {
    const run = stage.begin(stage.scenario('identity-neutral'));
    const { world } = run;
    const [minority, gender] = [empty(), empty()];
    watch(run, 10 * weeksPerYear, 26, () => {
      const c = world.people.column;
      read(world, (seat) => c.minority[seat] === 1, minority);
      read(world, (seat) => c.gender[seat] === 0, gender);
    });
    const [plain, neutral] = ['baseline', 'neutral-policies'].map((name) => {
      const { simulation } = stage.begin(stage.scenario(name));
      simulation.runTo(2 * weeksPerYear);
      return simulation.fingerprint();
    });
    return { minority, gender, different: plain === neutral ? 0 : 1 };
  },
  judge(runs) {
    const figures: Figure[] = [];
    for (const [group, name] of [
      ['minority', 'under-represented less others'],
      ['gender', 'women less men'],
    ] as const) {
      for (const measure of measures) {
        const { value, error } = jackknife(runs, (some) => gap(some, group, measure));
        const what = `${titles[measure]}, ${name}`;
        figures.push(figure(what, value, familyWise * error, { around: 0 }));
      }
    }
    const different = meanOf(runs.map((run) => run.different)) * runs.length;
    figures.push(
      figure('replicates in which neutral policies change a bit', different, 0, { within: [0, 0] }),
    );
    return figures;
  },
});
