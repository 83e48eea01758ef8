/** P14: relationships need years to ripen, and most that end do so early. */
import { stages } from '../models/mentoring/stages.ts';
import type { Figure } from './pattern.ts';
import { bootstrapFigure, pattern, pooledFigure } from './pattern.ts';
import { watch } from './stage.ts';
import { TieHistory } from './tie-history.ts';

const weeksPerMonth = 52 / 12;
/** Ten years after the last start: the slowest must not be cut off. */
const horizon = 624;

interface Seen {
  /** For each stage, how many of the ties that reached it did so after 0, 1, … weeks. */
  readonly reached: readonly (readonly number[])[];
  /** Ties that ended, by the stage they were in. */
  readonly ended: readonly number[];
}

/** Months to a stage within which a share of the ties that reached it did so; a week is spread evenly. */
function months(runs: readonly Seen[], stage: number, share: number): number {
  const counts = new Float64Array(horizon + 1);
  let all = 0;
  for (const { reached } of runs) {
    reached[stage].forEach((n, week) => {
      counts[week] += n;
      all += n;
    });
  }
  let before = 0;
  for (let week = 0; week <= horizon; week++) {
    if (counts[week] > 0 && before + counts[week] >= share * all) {
      return (week - 0.5 + (share * all - before) / counts[week]) / weeksPerMonth;
    }
    before += counts[week];
  }
  return Number.NaN;
}

export const p14 = pattern<Seen>({
  id: 'P14',
  title: 'stages take time',
  claim: 'each stage of a relationship takes longer to reach; those that end, end early',
  signature:
    'Senior ties started in the first two years, followed for twelve: months from the start to each stage of those that reach it, pooled, with bootstrap intervals over replicates; stage of the ties that end.',
  scenarios: ['baseline'],
  replicates: 50,
  observe(stage) {
    const run = stage.begin(stage.scenario('baseline'));
    const history = new TieHistory(0);
    watch(run, horizon, 1, () => history.follow(run.world));
    const reached = stages.map(() => new Array<number>(horizon + 1).fill(0));
    const ended = stages.map(() => 0);
    for (const life of history.lives) {
      if (life.ended >= 0) ended[life.stage]++;
      if (life.started >= 104) continue;
      life.reached.forEach((weeks, k) => {
        reached[k][weeks]++;
      });
    }
    return { reached, ended };
  },
  judge(runs) {
    const figures: Figure[] = [];
    for (let k = 1; k < stages.length; k++) {
      const expected = [2, 6, 11, 20, 33, 52][k - 1];
      figures.push(
        bootstrapFigure(`median months to stage ${k + 1}`, runs, (some) => months(some, k, 0.5), {
          ...(k > 1 ? { above: Number(months(runs, k - 1, 0.5).toFixed(1)) } : {}),
          expected: `${expected} in the prototype`,
        }),
        bootstrapFigure(
          `stage ${k + 1}: 90th percentile less median, over median less 10th`,
          runs,
          (some) =>
            (months(some, k, 0.9) - months(some, k, 0.5)) /
            (months(some, k, 0.5) - months(some, k, 0.1)),
          { above: 1, expected: 'right-skewed' },
        ),
      );
    }
    const early = (some: readonly Seen[]): number => {
      const sum = (to: number): number =>
        some.reduce((all, { ended }) => all + ended.slice(0, to).reduce((a, b) => a + b, 0), 0);
      return sum(3) / sum(stages.length);
    };
    figures.push(
      pooledFigure('share of endings in the first three of seven stages', runs, early, {
        above: 0.5,
      }),
    );
    return figures;
  },
});
