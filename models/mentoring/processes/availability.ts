/** What each mentor can hold this week: from rank, lasting differences and protected time. */
import type { Step } from '../../../sim/model/model.ts';
import { faculty } from '../codes.ts';
import type { MentoringWorld } from '../shape.ts';

/** Capacity by rank, relative to associate professors (Luckhaupt et al. 2005: 2.4, 5.9 and 8.0). */
const byRank = [0.3, 0.5, 1, 1.4];

export const availability: Step<MentoringWorld> = {
  name: 'availability',
  doc: 'Capacity rises with rank and with protected hours; residents do not mentor in this version.',
  run(world) {
    const { people, constant } = world;
    const { person, role, rank, capacity, capacityBase, protectedHours } = people.column;
    for (let seat = 0; seat < people.size; seat++) {
      capacity[seat] =
        person[seat] >= 0 && role[seat] === faculty
          ? capacityBase[seat] *
            byRank[rank[seat]] *
            (1 + constant.gainPerHour * protectedHours[seat])
          : 0;
    }
  },
};
