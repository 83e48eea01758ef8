/** E11: volunteers are not those who need a programme most. */

import { meanOf } from '../sim/analysis/statistics.ts';
import { meanFigure, pattern } from './pattern.ts';
import { residentsOf } from './reading.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';
import { gini } from './statistics.ts';

interface Seen {
  /** Burnout of members less that of the same people without a programme. */
  readonly volunteers: number;
  readonly assigned: number;
  /** What members had in strain before: burnout without the programme. */
  readonly volunteersNeed: number;
  readonly assignedNeed: number;
  /** Gini of residents' satisfaction, less that without a programme. */
  readonly volunteersGini: number;
  readonly assignedGini: number;
}

interface Year {
  readonly burnout: Map<number, number>;
  readonly members: Set<number>;
  readonly gini: number;
}

/** Weeks 40 to 52. */
function read(run: Run): Year {
  const { world } = run;
  const sums = new Map<number, [number, number]>();
  const members = new Set<number>();
  const ginis: number[] = [];
  run.simulation.runTo(39);
  watch(run, 51, 3, () => {
    const { person, burnout, group, satisfaction } = world.people.column;
    for (const seat of residentsOf(world)) {
      const [sum, n] = sums.get(person[seat]) ?? [0, 0];
      sums.set(person[seat], [sum + burnout[seat], n + 1]);
      if (group[seat] >= 0) members.add(person[seat]);
    }
    ginis.push(gini(residentsOf(world).map((seat) => satisfaction[seat])));
  });
  const burnout = new Map([...sums].map(([id, [sum, n]]) => [id, sum / n]));
  return { burnout, members, gini: meanOf(ginis) };
}

export const e11 = pattern<Seen>({
  id: 'E11',
  title: 'volunteers need it least',
  claim: 'a voluntary programme reaches those who need it least, so a pilot misleads',
  signature:
    'Peer groups for two in five residents, volunteers against drawn by lot, weeks 40 to 52: how burned out the members would be without, what it does to them, and inequality of satisfaction among all residents.',
  scenarios: ['baseline', 'groups-voluntary', 'groups-assigned'],
  replicates: 50,
  observe(stage) {
    const before = read(stage.begin(stage.scenario('baseline')));
    const [volunteers, assigned] = ['groups-voluntary', 'groups-assigned'].map((name) => {
      const year = read(stage.begin(stage.scenario(name)));
      const ids = [...year.members].filter((id) => before.burnout.has(id));
      const need = meanOf(ids.map((id) => before.burnout.get(id) ?? Number.NaN));
      const now = meanOf(ids.map((id) => year.burnout.get(id) ?? Number.NaN));
      return { need, effect: now - need, gini: year.gini - before.gini };
    });
    return {
      volunteers: volunteers.effect,
      assigned: assigned.effect,
      volunteersNeed: volunteers.need,
      assignedNeed: assigned.need,
      volunteersGini: volunteers.gini,
      assignedGini: assigned.gini,
    };
  },
  judge: (runs) => [
    meanFigure(
      'burnout without the programme, volunteers less drawn by lot',
      runs.map((run) => run.volunteersNeed - run.assignedNeed),
      { below: 0 },
    ),
    meanFigure(
      'effect on volunteers',
      runs.map((run) => run.volunteers),
    ),
    meanFigure(
      'effect on those drawn by lot',
      runs.map((run) => run.assigned),
    ),
    meanFigure(
      'effect on volunteers over that on those drawn by lot',
      runs.map((run) => run.volunteers / run.assigned),
      { expected: 'at most 0.6 (toy)' },
    ),
    meanFigure(
      'inequality of satisfaction, voluntary less assigned',
      runs.map((run) => run.volunteersGini - run.assignedGini),
      { expected: 'over 0' },
    ),
  ],
});
