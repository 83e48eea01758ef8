/** E5: whether peer groups soften the loss of seniors. */
import { deviationOf, meanOf } from '../sim/analysis/statistics.ts';
import { depart } from './departures.ts';
import { figure, meanFigure, pattern } from './pattern.ts';
import { columnMean, facultyOf, residentsOf } from './reading.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';

interface Seen {
  /** Rise of residents' burnout in the half year after a fifth of the seniors left. */
  readonly plain: number;
  readonly groups: number;
  /** Burnout of residents before the loss, groups less none. */
  readonly level: number;
}

function residentsBurnout(run: Run, until: number): number {
  const looks: number[] = [];
  watch(run, until, 2, () => {
    looks.push(columnMean(residentsOf(run.world), run.world.people.column.burnout));
  });
  return meanOf(looks);
}

export const e05 = pattern<Seen>({
  id: 'E5',
  title: 'groups as a buffer of shocks',
  claim: 'where residents have peer groups, losing seniors hurts them less',
  signature:
    'In week 26 of the second year a fifth of associate and full professors leave. Rise of residents’ burnout in the following half year, with peer groups for four in five and without.',
  scenarios: ['baseline', 'peer-groups-wide'],
  replicates: 50,
  observe(stage) {
    const arms = ['baseline', 'peer-groups-wide'].map((name) => {
      const run = stage.begin(stage.scenario(name));
      run.simulation.runTo(78);
      const shocked = run.fork();
      const draws = stage.draws('seniors');
      const { rank } = shocked.world.people.column;
      const seniors = facultyOf(shocked.world).filter((seat) => rank[seat] >= 2);
      depart(shocked.world, draws.shuffle(seniors).slice(0, Math.round(seniors.length / 5)));
      const usual = residentsBurnout(run, 104);
      return { usual, rise: residentsBurnout(shocked, 104) - usual };
    });
    const [plain, groups] = arms;
    return { plain: plain.rise, groups: groups.rise, level: groups.usual - plain.usual };
  },
  judge(runs) {
    const rises = runs.map(({ plain }) => plain);
    return [
      meanFigure('rise of burnout without groups', rises, { above: 0 }),
      meanFigure(
        'rise with groups',
        runs.map(({ groups }) => groups),
      ),
      meanFigure(
        'rise, groups less none',
        runs.map((run) => run.groups - run.plain),
        {
          expected: 'the rise at most 0.7 of that without (toy)',
        },
      ),
      meanFigure(
        'level of burnout, groups less none',
        runs.map(({ level }) => level),
        { below: 0 },
      ),
      figure('SD of the rise without groups', deviationOf(rises), 0),
    ];
  },
});
