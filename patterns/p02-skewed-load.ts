/** P2: mentees gather at few mentors. */
import { meanOf } from '../sim/analysis/statistics.ts';
import { meanFigure, pattern } from './pattern.ts';
import { loadsOf } from './reading.ts';
import { watch } from './stage.ts';
import { dispersion, gini } from './statistics.ts';

interface Seen {
  readonly dispersion: number;
  readonly topTenth: number;
  readonly gini: number;
}

/** Share of all mentees that the busiest tenth of faculty hold. */
function topShare(loads: readonly number[]): number {
  const sorted = [...loads].sort((a, b) => b - a);
  const top = sorted.slice(0, Math.round(sorted.length / 10));
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  return sum(top) / sum(sorted);
}

export const p02 = pattern<Seen>({
  id: 'P2',
  title: 'skewed mentor load',
  claim: 'few mentors hold many of the mentees',
  signature:
    'Variance over mean of mentees among faculty who mentor, and the share that the busiest tenth of faculty hold; mean of four looks in two years without programmes.',
  scenarios: ['baseline'],
  replicates: 50,
  quick: 4,
  observe(stage) {
    const run = stage.begin(stage.scenario('baseline'));
    const seen: Seen[] = [];
    watch(run, 104, 26, () => {
      const loads = loadsOf(run.world);
      const active = loads.filter((load) => load > 0);
      seen.push({ dispersion: dispersion(active), topTenth: topShare(loads), gini: gini(loads) });
    });
    return {
      dispersion: meanOf(seen.map((look) => look.dispersion)),
      topTenth: meanOf(seen.map((look) => look.topTenth)),
      gini: meanOf(seen.map((look) => look.gini)),
    };
  },
  judge: (runs) => [
    meanFigure(
      'variance / mean of mentees among those who mentor',
      runs.map((run) => run.dispersion),
      { above: 1.5 },
    ),
    meanFigure(
      'share held by the busiest tenth of faculty',
      runs.map((run) => run.topTenth),
      { above: 0.2, expected: 'an equal share is 0.1; 0.29 in the survey of 111 mentors' },
    ),
    meanFigure(
      'Gini of mentees, all faculty',
      runs.map((run) => run.gini),
      { expected: '0.37 among lawyers, 0.68 among physicians' },
    ),
  ],
});
