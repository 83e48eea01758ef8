/** P15: where nothing acts, nothing differs. */
import { faculty, woman } from '../models/mentoring/codes.ts';
import { hazardOf } from '../models/mentoring/processes/careers.ts';
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import { weeksPerYear } from '../sim/model/time.ts';
import type { Figure } from './pattern.ts';
import { figure, pattern } from './pattern.ts';
import { present } from './reading.ts';
import type { Persons } from './relabelling.ts';
import { gapsAgainstChance, sameButLabels } from './relabelling.ts';
import type { Stage } from './stage.ts';
import { watch } from './stage.ts';
import { holm } from './statistics.ts';

const measures = ['mentor', 'load', 'burnout', 'exit', 'career'] as const;
const titles = {
  mentor: 'share with a mentor',
  load: 'mentees held, faculty',
  burnout: 'burnout',
  exit: 'expected exits a year, faculty',
  career: 'career support',
} as const;

/** Persons of a run with their readings; the two labels share them. */
interface Seen {
  readonly minority: Persons;
  readonly women: Persons;
  /** 1 when the same people under other labels lead other lives. */
  readonly labelled: number;
  /** 1 when neutral policies give another fingerprint than none. */
  readonly different: number;
}

/** Sums of readings by person, in the order in which people were first seen. */
class Readings {
  private readonly row = new Map<number, number>();
  private readonly minority: boolean[] = [];
  private readonly women: boolean[] = [];
  private readonly sum: number[] = [];
  private readonly count: number[] = [];

  add(world: MentoringWorld): void {
    const c = world.people.column;
    for (const seat of present(world)) {
      const row = this.rowOf(world, seat);
      const isFaculty = c.role[seat] === faculty;
      const values: Record<(typeof measures)[number], number> = {
        mentor: c.metMentors[seat] > 0 ? 1 : 0,
        load: isFaculty ? c.load[seat] : Number.NaN,
        burnout: c.burnout[seat],
        exit: isFaculty ? weeksPerYear * hazardOf(world, seat) : Number.NaN,
        career: c.career[seat],
      };
      measures.forEach((measure, m) => {
        if (Number.isNaN(values[measure])) return;
        this.sum[row * measures.length + m] += values[measure];
        this.count[row * measures.length + m]++;
      });
    }
  }

  persons(): Pick<Seen, 'minority' | 'women'> {
    const { sum, count } = this;
    return {
      minority: { belongs: this.minority, sum, count },
      women: { belongs: this.women, sum, count },
    };
  }

  private rowOf(world: MentoringWorld, seat: number): number {
    const c = world.people.column;
    const known = this.row.get(c.person[seat]);
    if (known !== undefined) return known;
    const row = this.row.size;
    this.row.set(c.person[seat], row);
    this.minority.push(c.minority[seat] === 1);
    this.women.push(c.gender[seat] === woman);
    for (const _ of measures) {
      this.sum.push(0);
      this.count.push(0);
    }
    return row;
  }
}

/** Other labels for the same people. */
const relabelled = {
  ...{ womenShare: 0.7, womenShareResidents: 0.7 },
  ...{ minorityShare: 0.4, minorityShareResidents: 0.4 },
};

function leadsOtherLives(stage: Stage): boolean {
  const [own, other] = [{}, relabelled].map((parameters) => {
    const run = stage.begin(stage.scenario('identity-neutral', parameters));
    run.simulation.runTo(2 * weeksPerYear);
    return run.world;
  });
  return !sameButLabels(own, other);
}

export const p15 = pattern<Seen>({
  id: 'P15',
  title: 'neutral model',
  claim:
    'with identity and policies neutral, groups and scenarios differ by chance only, or not at all',
  signature:
    'Identity neutral. Exactly: replicates in which anybody’s history or ties differ after two years, warm-up included, when far more of the same people are called women and under-represented. By chance: gaps between groups over ten years, pooled, each against 1,999 relabellings of people within replicates, the ten probabilities raised after Holm. And policies whose levers are neutral: replicates whose fingerprint after two years differs from that without policies.',
  scenarios: ['identity-neutral', 'neutral-policies', 'baseline'],
  replicates: 50,
  observe(stage) {
    const run = stage.begin(stage.scenario('identity-neutral'));
    const readings = new Readings();
    watch(run, 10 * weeksPerYear, 26, () => readings.add(run.world));
    const [plain, neutral] = ['baseline', 'neutral-policies'].map((name) => {
      const { simulation } = stage.begin(stage.scenario(name));
      simulation.runTo(2 * weeksPerYear);
      return simulation.fingerprint();
    });
    return {
      ...readings.persons(),
      labelled: leadsOtherLives(stage) ? 1 : 0,
      different: plain === neutral ? 0 : 1,
    };
  },
  judge(runs) {
    const groups = [
      ['under-represented less others', runs.map((run) => run.minority)],
      ['women less men', runs.map((run) => run.women)],
    ] as const;
    const gaps = groups.flatMap(([name, persons]) =>
      gapsAgainstChance(persons, measures.length, name).map((gap, m) => ({
        ...gap,
        what: `${titles[measures[m]]}, ${name}`,
      })),
    );
    const raised = holm(gaps.map(({ probability }) => probability));
    const count = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    return [
      figure(
        'replicates in which other labels change a bit',
        count(runs.map((run) => run.labelled)),
        0,
        { within: [0, 0] },
      ),
      ...gaps.map(
        ({ what, gap, spread, probability }): Figure =>
          figure(what, gap, 1.96 * spread, {
            expected: `chance alone does as much with probability ${probability.toFixed(3)}`,
          }),
      ),
      figure('smallest of the ten probabilities, raised after Holm', Math.min(...raised), 0, {
        within: [0.05, 1],
      }),
      figure(
        'replicates in which neutral policies change a bit',
        count(runs.map((run) => run.different)),
        0,
        { within: [0, 0] },
      ),
    ];
  },
});
