/** P3: friends of friends are friends, and like meets like. */
import { faculty } from '../models/mentoring/codes.ts';
import type { MentoringWorld } from '../models/mentoring/shape.ts';
import { assortativity, clusteringOf, networkOf, rewired } from './network.ts';
import { meanFigure, pattern, pooledFigure } from './pattern.ts';
import { present } from './reading.ts';
import type { Counts } from './statistics.ts';
import { addCounts, oddsRatio } from './statistics.ts';
import { nameOnRoster, reciprocityOf } from './survey.ts';

interface Seen {
  readonly ratio: number;
  readonly assortativity: number;
  readonly gender: Counts;
  readonly minority: Counts;
  readonly department: Counts;
  readonly peerReciprocity: number;
  readonly seniorReciprocity: number;
}

/** Pairs of a possible mentee and mentor by whether they share a label and whether they are tied. */
function pairs(
  world: MentoringWorld,
  label: ArrayLike<number>,
  within?: ArrayLike<number>,
): Counts {
  const { role, rank } = world.people.column;
  const people = present(world);
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const i of people) {
    for (const j of people) {
      const upward = role[j] === faculty && (role[i] !== faculty || rank[j] > rank[i]);
      if (!upward || (within && within[i] !== within[j])) continue;
      const tied = world.ties.senior.find(i, j) >= 0;
      counts[(label[i] === label[j] ? 0 : 2) + (tied ? 0 : 1)]++;
    }
  }
  return counts;
}

export const p03 = pattern<Seen>({
  id: 'P3',
  title: 'clustering and mixing',
  claim: 'mentoring networks are clustered, and people of one place and kind are tied more often',
  signature:
    'Week 30 of the second year. Clustering relative to a rewiring that keeps every degree; assortativity by department; odds of a senior tie of pairs alike and not (identity: within departments); reciprocity on an emulated roster survey.',
  scenarios: ['baseline'],
  replicates: 50,
  observe(stage) {
    const { world, simulation } = stage.begin(stage.scenario('baseline'));
    simulation.runTo(82);
    const { gender, minority, department } = world.people.column;
    const network = networkOf(world);
    const random = rewired(network, stage.draws('rewiring'));
    const namings = nameOnRoster(world, stage.draws('survey'));
    return {
      ratio: clusteringOf(network) / clusteringOf(random),
      assortativity: assortativity(network, department),
      gender: pairs(world, gender, department),
      minority: pairs(world, minority, department),
      department: pairs(world, department),
      peerReciprocity: reciprocityOf(namings, 'peer'),
      seniorReciprocity: reciprocityOf(namings, 'senior'),
    };
  },
  judge(runs) {
    const odds = (of: (run: Seen) => Counts) => (some: readonly Seen[]) =>
      oddsRatio(addCounts(some.map(of)));
    return [
      meanFigure(
        'clustering, as a multiple of a degree-preserving rewiring',
        runs.map((run) => run.ratio),
        { above: 2 },
      ),
      meanFigure(
        'assortativity by department',
        runs.map((run) => run.assortativity),
        { above: 0.2, expected: 'over 0' },
      ),
      pooledFigure(
        'odds ratio of a senior tie, same gender',
        runs,
        odds((run) => run.gender),
        {
          above: 1,
          within: [1, 2.3],
          expected: '1.6 among lawyers, 1.36 among students',
        },
      ),
      pooledFigure(
        'odds ratio of a senior tie, same representation',
        runs,
        odds((run) => run.minority),
        { above: 1, expected: 'size assumed' },
      ),
      pooledFigure(
        'odds ratio of a senior tie, same department',
        runs,
        odds((run) => run.department),
        { above: 1, expected: '4.1 for offices of one law firm; departments are farther apart' },
      ),
      meanFigure(
        'reciprocity of peers less that of mentees and mentors, as named',
        runs.map((run) => run.peerReciprocity - run.seniorReciprocity),
        {
          expected: 'at least 0.2; the survey is emulated, so this says more of it than of people',
        },
      ),
    ];
  },
});
