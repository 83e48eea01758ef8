/** E4: what fewer days on site do to the whole network, and why common days help. */
import { meanOf } from '../sim/analysis/statistics.ts';
import { crossTies, distancesOf, networkOf } from './network.ts';
import type { Figure } from './pattern.ts';
import { meanFigure, pattern } from './pattern.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';

const arms = ['presence-full', 'home-1', 'home-2', 'home-3', 'home-4', 'anchor-3'] as const;
const names = ['5 days on site', '4 days', '3 days', '2 days', '1 day', '2 anchor days'];

interface Look {
  readonly giant: number;
  readonly cross: number;
  readonly efficiency: number;
}

type Seen = readonly Look[];

/** Third year. */
function read(run: Run): Look {
  const looks: Look[] = [];
  run.simulation.runTo(104);
  watch(run, 156, 13, () => {
    const network = networkOf(run.world);
    const { giant, efficiency } = distancesOf(network);
    looks.push({
      giant,
      efficiency,
      cross: crossTies(network, run.world.people.column.department),
    });
  });
  const mean = (key: keyof Look): number => meanOf(looks.map((look) => look[key]));
  return { giant: mean('giant'), cross: mean('cross'), efficiency: mean('efficiency') };
}

export const e04 = pattern<Seen>({
  id: 'E4',
  title: 'hallway loss: a tipping point?',
  claim: 'below some presence the network of chance ties falls apart',
  signature:
    'Third year after the change: largest connected part, ties between departments, efficiency. Two common days on site against three days of one’s own.',
  scenarios: arms,
  replicates: 50,
  observe: (stage) =>
    arms.map((name) => read(stage.begin(stage.scenario(name), stage.scenario('presence-full')))),
  judge: (runs) => [
    ...names.map(
      (name, k): Figure =>
        meanFigure(
          `${name}: largest connected part`,
          runs.map((run) => run[k].giant),
          {
            expected: k === 4 ? 'below 0.5 near a mean weak degree of 1' : '',
          },
        ),
    ),
    ...names.map(
      (name, k): Figure =>
        meanFigure(
          `${name}: ties between departments a person`,
          runs.map((run) => run[k].cross),
        ),
    ),
    meanFigure(
      'efficiency, 1 day less 5 days',
      runs.map((run) => run[4].efficiency - run[0].efficiency),
      {
        below: 0,
      },
    ),
    meanFigure(
      'efficiency, 2 anchor days less 2 days',
      runs.map((run) => run[5].efficiency - run[3].efficiency),
      {
        above: 0,
      },
    ),
    meanFigure(
      'efficiency, 2 anchor days less 3 days',
      runs.map((run) => run[5].efficiency - run[2].efficiency),
      {
        expected: 'over 0: chance meetings 0.40 against 0.36',
      },
    ),
  ],
});
