/** E2: reputation concentrates mentees, a cap spreads them and leaves some waiting. */
import { meanOf } from '../sim/analysis/statistics.ts';
import { meanFigure, pattern } from './pattern.ts';
import { coverage, loadsOf } from './reading.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';
import { gini } from './statistics.ts';

interface Look {
  readonly load: number;
  readonly gini: number;
  readonly none: number;
  readonly covered: number;
}

interface Seen {
  readonly plain: Look;
  readonly strong: Look;
  readonly capped: Look;
}

/** Years 4 to 6. */
function read(run: Run): Look {
  const looks: Look[] = [];
  run.simulation.runTo(156);
  watch(run, 312, 13, () => {
    const loads = loadsOf(run.world);
    looks.push({
      load: meanOf(loads),
      gini: gini(loads),
      none: loads.filter((load) => load === 0).length / loads.length,
      covered: coverage(run.world),
    });
  });
  const mean = (key: keyof Look): number => meanOf(looks.map((look) => look[key]));
  return { load: mean('load'), gini: mean('gini'), none: mean('none'), covered: mean('covered') };
}

export const e02 = pattern<Seen>({
  id: 'E2',
  title: 'rich get richer, and a cap',
  claim: 'visible mentors attract; a cap spreads load and leaves more people without a mentor',
  signature:
    'Years 4 to 6 with no weight of reputation, with 1.5, and with a cap of capacity at six for everybody: Gini of mentees over all faculty, and shares.',
  scenarios: ['reputation-none', 'reputation-strong', 'capacity-six'],
  replicates: 50,
  observe: (stage) => ({
    plain: read(stage.begin(stage.scenario('reputation-none'))),
    strong: read(stage.begin(stage.scenario('reputation-strong'))),
    capped: read(stage.begin(stage.scenario('capacity-six'))),
  }),
  judge: (runs) => [
    meanFigure(
      'Gini without reputation',
      runs.map(({ plain }) => plain.gini),
      {
        expected: 'at most 0.25 (toy): readiness and capacity differ here too',
      },
    ),
    meanFigure(
      'Gini at 1.5',
      runs.map(({ strong }) => strong.gini),
      {
        expected: 'at least 0.55 (toy); 0.37 among lawyers, 0.68 among physicians',
      },
    ),
    meanFigure(
      'Gini, 1.5 less none',
      runs.map((run) => run.strong.gini - run.plain.gini),
      {
        above: 0,
      },
    ),
    meanFigure(
      'Gini, cap less 1.5',
      runs.map((run) => run.capped.gini - run.strong.gini),
      {
        below: 0,
      },
    ),
    meanFigure(
      'share with a mentor, cap less 1.5',
      runs.map((run) => run.capped.covered - run.strong.covered),
      { below: 0, expected: 'a trade-off' },
    ),
    meanFigure(
      'mentees held by faculty, 1.5 less none',
      runs.map((run) => run.strong.load - run.plain.load),
      { expected: 'near 0: reputation moves mentees, it makes none' },
    ),
    meanFigure(
      'faculty without mentees at 1.5',
      runs.map(({ strong }) => strong.none),
    ),
  ],
});
