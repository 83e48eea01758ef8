/** Needs: what each person looks for in partners, which changes with career stage. */
import { processId } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { needs as names } from '../codes.ts';
import { usualNeed } from '../needs.ts';
import type { MentoringWorld } from '../shape.ts';

const needStream = processId('needs of people');

/** Needs are looked at again every so many weeks, and at once for newcomers. */
const reviewEvery = 13;
/** Own needs lie between this share and 2 minus this share of what is usual. */
const leastShare = 0.6;

export const needs: Step<MentoringWorld> = {
  name: 'needs',
  doc: 'Six needs with weights by career stage and track, and lasting differences between people.',
  run(world, rng) {
    const { people, parameter, week } = world;
    const { person, chanceKey, role, rank, track, tenure, need } = people.column;
    const review = week % reviewEvery === 0;
    // no week in the key: what is particular to a person lasts
    rng.select(needStream, 0);
    const n = names.length;
    for (let seat = 0; seat < people.size; seat++) {
      if (person[seat] < 0 || (!review && tenure[seat] > 0)) continue;
      for (let k = 0; k < n; k++) {
        const own = leastShare + 2 * (1 - leastShare) * rng.uniform(chanceKey[seat], k);
        const usual = usualNeed(role[seat], rank[seat], track[seat], parameter.residencyYears, k);
        need[seat * n + k] = Math.min(1, own * usual);
      }
    }
  },
};
