/** E8: what random coffees bring, and how long it stays when they stop. */

import { meanOf } from '../sim/analysis/statistics.ts';
import { weeksPerYear } from '../sim/model/time.ts';
import { distancesOf, networkOf } from './network.ts';
import { meanFigure, pattern } from './pattern.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';

interface Seen {
  /** Efficiency in the last quarter of years 2, 3 and 4. */
  readonly none: readonly number[];
  readonly stopped: readonly number[];
}

function read(run: Run): number[] {
  return [2, 3, 4].map((year) => {
    const looks: number[] = [];
    run.simulation.runTo(year * weeksPerYear - 13);
    watch(run, year * weeksPerYear, 6, () => {
      looks.push(distancesOf(networkOf(run.world)).efficiency);
    });
    return meanOf(looks);
  });
}

export const e08 = pattern<Seen>({
  id: 'E8',
  title: 'coffees must go on',
  claim: 'weak ties decay, so that a dose of random meetings has to be repeated',
  signature:
    'Departments that hardly touch; random coffees for two years, then none. Efficiency of the network, coffees less none, at the end of years 2, 3 and 4.',
  scenarios: ['apart', 'apart-coffees-stop'],
  replicates: 50,
  observe: (stage) => ({
    none: read(stage.begin(stage.scenario('apart'))),
    stopped: read(stage.begin(stage.scenario('apart-coffees-stop'))),
  }),
  judge(runs) {
    const gain = (k: number): number[] => runs.map(({ none, stopped }) => stopped[k] - none[k]);
    return [
      meanFigure('gain at the end of year 2', gain(0), { above: 0 }),
      meanFigure('gain a year after the last coffee', gain(1)),
      meanFigure('gain two years after', gain(2)),
      meanFigure(
        'share left after a year',
        gain(1).map((value, k) => value / gain(0)[k]),
        {
          below: 1,
          expected: 'half',
        },
      ),
    ];
  },
});
