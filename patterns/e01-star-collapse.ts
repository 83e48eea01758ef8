/** E1: whether losing a few busy mentors sets off an avalanche. */
import { busiest, depart } from './departures.ts';
import type { Figure } from './pattern.ts';
import { figure, meanFigure, pattern } from './pattern.ts';
import { coverage } from './reading.ts';
import { bimodality } from './statistics.ts';

/** Room of mentors: multiples of the shipped capacity. */
const rooms = [0.6, 0.8, 1, 1.3] as const;

interface Seen {
  /** Share of senior ties lost a year later, beyond those of the three who left, for each room. */
  readonly lost: readonly number[];
  readonly covered: readonly number[];
}

export const e01 = pattern<Seen>({
  id: 'E1',
  title: 'star-mentor collapse',
  claim: 'displaced mentees overload the next mentors, who may give up in turn',
  signature:
    'The three busiest mentors leave in week 0; senior ties and coverage a year later against the same year without the loss, for four capacities of mentors. Sarle’s coefficient over replicates: above 0.56 the sizes of losses look two-humped.',
  scenarios: ['baseline', 'tight-capacity'],
  replicates: 50,
  observe(stage) {
    const baseline = stage.scenario('baseline');
    const lost: number[] = [];
    const covered: number[] = [];
    for (const room of rooms) {
      const capacityMedian = Number(baseline.parameters['capacityMedian']) * room;
      const start = stage.begin(stage.scenario('tight-capacity', { capacityMedian }));
      const without = start.fork();
      const three = busiest(without.world, 3);
      const own = three.reduce((sum, seat) => sum + without.world.people.column.load[seat], 0);
      depart(without.world, three);
      const before = start.world.ties.senior.count;
      start.simulation.runTo(52);
      without.simulation.runTo(52);
      const gone = start.world.ties.senior.count - without.world.ties.senior.count;
      lost.push((gone - own) / before);
      covered.push(coverage(without.world) - coverage(start.world));
    }
    return { lost, covered };
  },
  judge: (runs) => [
    ...rooms.flatMap((room, k): Figure[] => {
      const lost = runs.map((run) => run.lost[k]);
      return [
        meanFigure(`capacity × ${room}: ties lost beyond those of the three, share`, lost, {
          expected: 'toy calculation: up to 0.95 where room is scarce',
        }),
        figure(`capacity × ${room}: bimodality of that share`, bimodality(lost), 0, {
          expected: 'over 0.56 near a threshold, if there were an avalanche',
        }),
        meanFigure(
          `capacity × ${room}: share with a mentor, difference`,
          runs.map((run) => run.covered[k]),
        ),
      ];
    }),
  ],
});
