/** E3: a modest preference for one's own and few seniors of one's kind make a gap in access. */
import { meanOf } from '../sim/analysis/statistics.ts';
import { pattern, pooledFigure } from './pattern.ts';
import { present } from './reading.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';

/** Senior ties and people: minority, then others, residents and faculty below full professor. */
type Sums = readonly [number, number, number, number];

interface Seen {
  readonly none: Sums;
  readonly shipped: Sums;
  readonly double: Sums;
}

/** Years 4 to 8. */
function read(run: Run): Sums {
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  const { world } = run;
  run.simulation.runTo(156);
  watch(run, 416, 13, () => {
    const { role, rank, minority, metMentors } = world.people.column;
    for (const seat of present(world)) {
      if (role[seat] === 1 && rank[seat] === 3) continue;
      const at = minority[seat] === 1 ? 0 : 2;
      sums[at] += metMentors[seat];
      sums[at + 1]++;
    }
  });
  return sums;
}

/** Senior ties of minority people over those of others, from all replicates together. */
function ratio(runs: readonly Seen[], arm: keyof Seen): number {
  const sum = (k: 0 | 1 | 2 | 3): number => meanOf(runs.map((run) => run[arm][k]));
  return sum(0) / sum(1) / (sum(2) / sum(3));
}

export const e03 = pattern<Seen>({
  id: 'E3',
  title: 'segregation of access',
  claim: 'homophily of the many and few seniors of the few leave the few with fewer mentors',
  signature:
    'Senior ties that have met, minority over others, years 4 to 8, pooled: without homophily by representation, as shipped, and with twice its odds.',
  scenarios: ['no-homophily', 'baseline', 'double-homophily'],
  replicates: 50,
  observe: (stage) => ({
    none: read(stage.begin(stage.scenario('no-homophily'))),
    shipped: read(stage.begin(stage.scenario('baseline'))),
    double: read(stage.begin(stage.scenario('double-homophily'))),
  }),
  judge: (runs) => [
    pooledFigure('ratio without homophily', runs, (some) => ratio(some, 'none')),
    pooledFigure('ratio as shipped', runs, (some) => ratio(some, 'shipped'), {
      expected: 'at most 0.85 at an odds ratio of 1.6',
    }),
    pooledFigure(
      'shipped less none',
      runs,
      (some) => ratio(some, 'shipped') - ratio(some, 'none'),
      {
        below: 0,
      },
    ),
    pooledFigure(
      'doubled odds less shipped',
      runs,
      (some) => ratio(some, 'double') - ratio(some, 'shipped'),
      { below: 0, expected: 'lower by 0.1 and more' },
    ),
  ],
});
