/** P9: where departments hardly touch, a few random ties bring everybody closer. */

import { meanOf } from '../sim/analysis/statistics.ts';
import { clusteringOf, crossTies, distancesOf, networkOf } from './network.ts';
import { meanFigure, pattern } from './pattern.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';

interface Look {
  readonly cross: number;
  readonly efficiency: number;
  readonly pathLength: number;
  readonly giant: number;
  readonly clustering: number;
}

interface Seen {
  readonly none: Look;
  readonly one: Look;
  readonly two: Look;
}

/** Means of weeks 78 to 104. */
function read(run: Run): Look {
  const looks: Look[] = [];
  run.simulation.runTo(78);
  watch(run, 104, 13, () => {
    const network = networkOf(run.world);
    looks.push({
      cross: crossTies(network, run.world.people.column.department),
      clustering: clusteringOf(network),
      ...distancesOf(network),
    });
  });
  const mean = (key: keyof Look): number => meanOf(looks.map((look) => look[key]));
  return {
    cross: mean('cross'),
    efficiency: mean('efficiency'),
    pathLength: mean('pathLength'),
    giant: mean('giant'),
    clustering: mean('clustering'),
  };
}

export const p09 = pattern<Seen>({
  id: 'P9',
  title: 'small dose, small world',
  claim: 'a few random ties between departments shorten paths much and cost little clustering',
  signature:
    '500 people in 20 departments with hardly any ties between them, with random coffees between departments, and with twice as many; second half of year 2. Efficiency (mean of 1 / steps) counts pairs that no path joins.',
  scenarios: ['apart', 'apart-coffees', 'apart-coffees-twice'],
  replicates: 50,
  observe: (stage) => ({
    none: read(stage.begin(stage.scenario('apart'))),
    one: read(stage.begin(stage.scenario('apart-coffees'))),
    two: read(stage.begin(stage.scenario('apart-coffees-twice'))),
  }),
  judge(runs) {
    const relative = (run: Seen, arm: 'one' | 'two', key: keyof Look): number =>
      run[arm][key] / run.none[key] - 1;
    return [
      meanFigure(
        'ties between departments a person, without',
        runs.map(({ none }) => none.cross),
        {
          below: 0.2,
        },
      ),
      meanFigure(
        'the same with coffees',
        runs.map(({ one }) => one.cross),
      ),
      meanFigure(
        'the same with twice as many',
        runs.map(({ two }) => two.cross),
      ),
      meanFigure(
        'efficiency, relative rise',
        runs.map((run) => relative(run, 'one', 'efficiency')),
        {
          above: 0,
          expected: 'a lot',
        },
      ),
      meanFigure(
        'rise of efficiency plus change of clustering, relative',
        runs.map((run) => relative(run, 'one', 'efficiency') + relative(run, 'one', 'clustering')),
        { above: 0, expected: 'clustering loses less than efficiency gains' },
      ),
      meanFigure(
        'first dose’s gain of efficiency less the second’s, relative, per tie',
        runs.map(
          (run) =>
            relative(run, 'one', 'efficiency') / (run.one.cross - run.none.cross) -
            (relative(run, 'two', 'efficiency') - relative(run, 'one', 'efficiency')) /
              (run.two.cross - run.one.cross),
        ),
        { above: 0, expected: 'diminishing returns' },
      ),
      meanFigure(
        'path length without',
        runs.map(({ none }) => none.pathLength),
      ),
      meanFigure(
        'path length, relative change',
        runs.map((run) => relative(run, 'one', 'pathLength')),
        {
          expected: '−0.20 to −0.39 where a path joins them',
        },
      ),
      meanFigure(
        'clustering, relative change',
        runs.map((run) => relative(run, 'one', 'clustering')),
        {
          expected: 'at least −0.15',
        },
      ),
      meanFigure(
        'largest connected part, without',
        runs.map(({ none }) => none.giant),
      ),
      meanFigure(
        'largest connected part, with coffees',
        runs.map(({ one }) => one.giant),
      ),
    ];
  },
});
