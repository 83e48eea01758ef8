/** P7: overload bites late, and a few busy mentors carry much. */
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import { meanOf } from '../sim/analysis/statistics.ts';
import { busiest, depart, someMentors } from './departures.ts';
import { meanFigure, pattern } from './pattern.ts';
import { coverage, eachTie, meanRapport, present } from './reading.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';

/** Demand from outside, in weekly hours of a mentor at capacity, and the slack that it leaves. */
const demands = [0, 0.2, 0.4, 0.6, 0.8] as const;

interface Seen {
  /** Mean rapport, and sum of rapport a person, in the third year, for each demand. */
  readonly rapport: readonly number[];
  readonly sum: readonly number[];
  /** Share with a mentor and senior ties in the year after a loss, less the year without it. */
  readonly topCoverage: number;
  readonly topTies: number;
  readonly randomCoverage: number;
  readonly randomTies: number;
}

function sumOfRapport(world: MentoringWorld): number {
  const { rapport } = world.ties.senior.column;
  let sum = 0;
  eachTie(world, 'senior', (_source, _target, tie) => {
    sum += rapport[tie];
  });
  return sum / present(world).length;
}

/** Means over the year after the present moment. */
function yearAfter(run: Run): { coverage: number; ties: number } {
  const covered: number[] = [];
  const ties: number[] = [];
  watch(run, run.world.week + 52, 4, () => {
    covered.push(coverage(run.world));
    ties.push(run.world.ties.senior.count);
  });
  return { coverage: meanOf(covered), ties: meanOf(ties) };
}

export const p07 = pattern<Seen>({
  id: 'P7',
  title: 'overload',
  claim:
    'mentors absorb a little more demand, then every further hour costs; few mentors carry much',
  signature:
    'From week 0 a growing part of mentors’ hours is asked for elsewhere (slack before dilution 1.2, 1.0, … of their weekly hours): mean rapport in year 3. And the year after the two mentors with most mentees leave, against two at random.',
  scenarios: ['baseline', 'overload'],
  replicates: 50,
  quick: 5,
  observe(stage) {
    const baseline = stage.scenario('baseline');
    const rapport: number[] = [];
    const sum: number[] = [];
    for (const demand of demands) {
      const dilutionSlack = Number(baseline.parameters['dilutionSlack']) - demand;
      const run = stage.begin(stage.scenario('overload', { dilutionSlack }), baseline);
      run.simulation.runTo(104);
      const means: number[] = [];
      const sums: number[] = [];
      watch(run, 156, 4, () => {
        means.push(meanRapport(run.world));
        sums.push(sumOfRapport(run.world));
      });
      rapport.push(meanOf(means));
      sum.push(meanOf(sums));
    }
    const start = stage.begin(baseline);
    start.simulation.runTo(13);
    const top = start.fork();
    depart(top.world, busiest(top.world, 2));
    const random = start.fork();
    depart(random.world, someMentors(random.world, 2, stage.draws('two mentors')));
    const [usual, without, less] = [yearAfter(start), yearAfter(top), yearAfter(random)];
    return {
      rapport,
      sum,
      topCoverage: without.coverage - usual.coverage,
      topTies: without.ties - usual.ties,
      randomCoverage: less.coverage - usual.coverage,
      randomTies: less.ties - usual.ties,
    };
  },
  judge(runs) {
    const loss = (k: number): number[] => runs.map(({ rapport }) => rapport[k] - rapport[k + 1]);
    const later = runs.map(({ rapport }) => (rapport[1] - rapport[4]) / 3);
    return [
      meanFigure(
        'mean rapport without extra demand',
        runs.map(({ rapport }) => rapport[0]),
      ),
      ...[0, 1, 2, 3].map((k) =>
        meanFigure(
          `rapport lost from a demand of ${demands[k]} to ${demands[k + 1]} of the hours`,
          loss(k),
        ),
      ),
      meanFigure(
        'a later step’s loss (mean) less 3 times that of the first',
        runs.map(({ rapport }, k) => later[k] - 3 * (rapport[0] - rapport[1])),
        { above: 0, expected: 'flat at first, then a drop' },
      ),
      meanFigure(
        'sum of rapport a person, lost at 0.8',
        runs.map(({ sum }) => sum[0] - sum[4]),
      ),
      meanFigure(
        'two busiest leave: share with a mentor',
        runs.map((run) => run.topCoverage),
      ),
      meanFigure(
        'two at random leave: share with a mentor',
        runs.map((run) => run.randomCoverage),
      ),
      meanFigure(
        'the busiest less the random ones: senior ties',
        runs.map((run) => run.topTies - run.randomTies),
        { below: 0 },
      ),
    ];
  },
});
