/** E10: whether uncounted hours keep the few from becoming more. */
import { associate } from '../models/mentoring/codes.ts';
import { meanOf } from '../sim/analysis/statistics.ts';
import { weeksPerYear } from '../sim/model/time.ts';
import { meanFigure, pattern, pooledFigure } from './pattern.ts';
import { facultyOf } from './reading.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';

const arms = ['minority-tax-none', 'minority-tax-3', 'minority-tax-3-credit'] as const;

interface Look {
  /** Share of under-represented among seniors in years 16 to 20. */
  readonly share: number;
  /** Career capital of under-represented seniors and of others: sums and people. */
  readonly capital: readonly [number, number, number, number];
}

type Seen = readonly Look[];

function read(run: Run): Look {
  const { world } = run;
  const shares: number[] = [];
  const capital: [number, number, number, number] = [0, 0, 0, 0];
  run.simulation.runTo(15 * weeksPerYear);
  watch(run, 20 * weeksPerYear, 26, () => {
    const c = world.people.column;
    const seniors = facultyOf(world).filter((seat) => c.rank[seat] >= associate);
    shares.push(meanOf(seniors.map((seat) => c.minority[seat])));
    for (const seat of seniors) {
      const at = c.minority[seat] === 1 ? 0 : 2;
      capital[at] += c.careerCapital[seat];
      capital[at + 1]++;
    }
  });
  return { share: meanOf(shares), capital };
}

function ratio(runs: readonly Seen[], arm: number): number {
  const sum = (k: 0 | 1 | 2 | 3): number => meanOf(runs.map((run) => run[arm].capital[k]));
  return sum(0) / sum(1) / (sum(2) / sum(3));
}

export const e10 = pattern<Seen>({
  id: 'E10',
  title: 'minority tax over twenty years',
  claim: 'hours that count for nothing slow the careers of those who give them',
  signature:
    'From week 0 no tax, a tax of 3, and a tax of 3 with mentoring counted at promotion: share of the under-represented among seniors in years 16 to 20, entry share unchanged, and their career capital over that of others.',
  scenarios: arms,
  replicates: 50,
  observe: (stage) =>
    arms.map((name) => read(stage.begin(stage.scenario(name), stage.scenario('baseline')))),
  judge: (runs) => [
    meanFigure(
      'share among seniors, no tax',
      runs.map((run) => run[0].share),
    ),
    meanFigure(
      'tax of 3 less none',
      runs.map((run) => run[1].share - run[0].share),
      {
        expected: 'under 0: declines over 20 years',
      },
    ),
    meanFigure(
      'credit less tax of 3',
      runs.map((run) => run[2].share - run[1].share),
      {
        expected: 'over 0: credit restores most of the gap',
      },
    ),
    ...arms.map((name, k) =>
      pooledFigure(`career capital, ratio: ${name}`, runs, (some) => ratio(some, k)),
    ),
  ],
});
