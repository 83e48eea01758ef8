/** P5: peer groups help residents bear strain, more than they teach. */
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import { deviationOf, meanOf } from '../sim/analysis/statistics.ts';
import { meanFigure, pattern } from './pattern.ts';
import { residentsOf } from './reading.ts';
import { watch } from './stage.ts';

interface Seen {
  /** Differences of members, programme less baseline, in year 1. */
  readonly prevalence: number;
  readonly burnout: number;
  readonly satisfaction: number;
  readonly competence: number;
  /** The same differences in SD between residents. */
  readonly burnoutSD: number;
  readonly satisfactionSD: number;
  readonly competenceSD: number;
  /** Burnout of members who began without psychosocial support, and of the others. */
  readonly isolates: number;
  readonly tied: number;
}

interface Year {
  readonly burnout: Map<number, number>;
  readonly burnedOut: Map<number, number>;
  readonly satisfaction: Map<number, number>;
  readonly competence: Map<number, number>;
  readonly inGroup: Set<number>;
}

/** Means of weeks 40 to 52 of each resident who is there throughout, by person. */
function readYear(run: Parameters<typeof watch>[0]): Year {
  const { world } = run;
  const sums = new Map<number, number[]>();
  const inGroup = new Set<number>();
  run.simulation.runTo(39);
  watch(run, 51, 2, () => {
    const { person, burnout, satisfaction, competence, group } = world.people.column;
    for (const seat of residentsOf(world)) {
      const sum = sums.get(person[seat]) ?? [0, 0, 0, 0, 0];
      sum[0] += burnout[seat];
      sum[1] += burnout[seat] >= 0.5 ? 1 : 0;
      sum[2] += satisfaction[seat];
      sum[3] += competence[seat];
      sum[4]++;
      sums.set(person[seat], sum);
      if (group[seat] >= 0) inGroup.add(person[seat]);
    }
  });
  const mean = (k: number): Map<number, number> =>
    new Map([...sums].map(([id, sum]) => [id, sum[k] / sum[4]]));
  return {
    burnout: mean(0),
    burnedOut: mean(1),
    satisfaction: mean(2),
    competence: mean(3),
    inGroup,
  };
}

/** Residents without any psychosocial support at week 0, and the others; newcomers left out. */
function isolatesOf(world: MentoringWorld): { alone: Set<number>; tied: Set<number> } {
  const { person, psychosocial, tenure } = world.people.column;
  const alone = new Set<number>();
  const tied = new Set<number>();
  for (const seat of residentsOf(world)) {
    if (tenure[seat] < 26) continue;
    (psychosocial[seat] === 0 ? alone : tied).add(person[seat]);
  }
  return { alone, tied };
}

function difference(
  after: Map<number, number>,
  before: Map<number, number>,
  who: Iterable<number>,
): number {
  const values: number[] = [];
  for (const id of who) {
    const a = after.get(id);
    const b = before.get(id);
    if (a !== undefined && b !== undefined) values.push(a - b);
  }
  return values.length === 0 ? Number.NaN : meanOf(values);
}

export const p05 = pattern<Seen>({
  id: 'P5',
  title: 'peers buffer',
  claim: 'peer groups lower residents’ burnout and raise satisfaction more than competence',
  signature:
    'Residents in peer groups against the same residents without, weeks 40 to 52 of the first year; effects in SD between residents; those who began without any psychosocial support (isolates) against the others.',
  scenarios: ['baseline', 'peer-groups'],
  replicates: 50,
  quick: 12,
  observe(stage) {
    const baseline = stage.begin(stage.scenario('baseline'));
    const groups = stage.begin(stage.scenario('peer-groups'));
    const { alone, tied } = isolatesOf(baseline.world);
    const before = readYear(baseline);
    const after = readYear(groups);
    const members = [...after.inGroup];
    const of = (key: Exclude<keyof Year, 'inGroup'>): number =>
      difference(after[key], before[key], members);
    const inSD = (key: Exclude<keyof Year, 'inGroup'>): number =>
      of(key) / deviationOf([...before[key].values()]);
    return {
      prevalence: of('burnedOut'),
      burnout: of('burnout'),
      satisfaction: of('satisfaction'),
      competence: of('competence'),
      burnoutSD: inSD('burnout'),
      satisfactionSD: inSD('satisfaction'),
      competenceSD: inSD('competence'),
      isolates: difference(
        after.burnout,
        before.burnout,
        members.filter((id) => alone.has(id)),
      ),
      tied: difference(
        after.burnout,
        before.burnout,
        members.filter((id) => tied.has(id)),
      ),
    };
  },
  judge(runs) {
    const all = (of: (run: Seen) => number): number[] => runs.map(of);
    return [
      meanFigure(
        'burned-out share of members, difference',
        all((run) => run.prevalence),
        {
          below: 0,
          expected: '−0.12 to −0.15 in trials',
        },
      ),
      meanFigure(
        'satisfaction of members, difference',
        all((run) => run.satisfaction),
        {
          above: 0,
        },
      ),
      meanFigure(
        'burnout lowered more than competence raised, SD',
        all((run) => -run.burnoutSD - run.competenceSD),
        { above: 0 },
      ),
      meanFigure(
        'satisfaction raised more than competence, SD',
        all((run) => run.satisfactionSD - run.competenceSD),
        { above: 0 },
      ),
      meanFigure(
        'burnout of isolates less that of the tied, difference',
        all((run) => run.isolates - run.tied),
        { below: 0, expected: 'about −0.006 in the prototype' },
      ),
      meanFigure(
        'competence of members, difference',
        all((run) => run.competence),
      ),
      meanFigure(
        'burnout of members who began alone, difference',
        all((run) => run.isolates),
      ),
    ];
  },
});
