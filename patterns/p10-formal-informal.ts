/** P10: a matching programme helps at once, with ties that stay behind those people find themselves. */
import { formal, informal } from '../models/mentoring/codes.ts';
import { meanOf } from '../sim/analysis/statistics.ts';
import { meanFigure, pattern } from './pattern.ts';
import { coverage, residentsOf } from './reading.ts';
import { watch } from './stage.ts';
import type { TieLife } from './tie-history.ts';
import { TieHistory } from './tie-history.ts';

const ages = [26, 52, 104];
const ageNames = ['half a year', '1 year', '2 years'];
/** Ties that start in these weeks are followed. */
const lastStart = 12;

interface Seen {
  readonly access: readonly number[];
  readonly formal: readonly number[];
  readonly informal: readonly number[];
}

function atAges(lives: readonly TieLife[], origin: number): number[] {
  const own = lives.filter((life) => life.origin === origin && life.started <= lastStart);
  return ages.map((_, k) => meanOf(own.map(({ rapport }) => rapport[k])));
}

export const p10 = pattern<Seen>({
  id: 'P10',
  title: 'formal and informal',
  claim: 'formal matching raises access at once; its ties have lower rapport than informal ones',
  signature:
    'Residents with a mentor in weeks 4, 13 and 45, programme less baseline; rapport of all ties started in the first 12 weeks, ended ones counted as 0.',
  scenarios: ['baseline', 'formal-matching'],
  replicates: 50,
  quick: 5,
  observe(stage) {
    const baseline = stage.begin(stage.scenario('baseline'));
    const programme = stage.begin(stage.scenario('formal-matching'));
    const access = [4, 13, 45].map((week) => {
      baseline.simulation.runTo(week);
      return -coverage(baseline.world, residentsOf(baseline.world));
    });
    const history = new TieHistory(0, ages);
    const { world } = programme;
    watch(programme, lastStart + 105, 1, () => {
      history.follow(world);
      const k = [4, 13, 45].indexOf(world.week);
      if (k >= 0) access[k] += coverage(world, residentsOf(world));
    });
    return {
      access,
      formal: atAges(history.lives, formal),
      informal: atAges(history.lives, informal),
    };
  },
  judge: (runs) => [
    ...[4, 13, 45].map((week, k) =>
      meanFigure(
        `residents with a mentor, week ${week}, difference`,
        runs.map(({ access }) => access[k]),
        week === 45 ? {} : { above: 0 },
      ),
    ),
    ...ageNames.flatMap((age, k) => [
      meanFigure(
        `rapport of informal ties after ${age}`,
        runs.map((run) => run.informal[k]),
      ),
      meanFigure(
        `rapport of formal ties after ${age}`,
        runs.map((run) => run.formal[k]),
      ),
      meanFigure(
        `informal less formal after ${age}`,
        runs.map((run) => run.informal[k] - run.formal[k]),
        { above: 0 },
      ),
    ]),
  ],
});
