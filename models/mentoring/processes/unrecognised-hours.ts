/** The minority tax: hours of mentoring that are asked of senior people of a group and count for nothing. */
import type { Step } from '../../../sim/model/model.ts';
import { extraMentoring } from '../equity.ts';
import { charge } from '../ledger.ts';
import type { MentoringWorld } from '../shape.ts';
import { usualMentees } from '../usual.ts';

export const unrecognisedHours: Step<MentoringWorld> = {
  name: 'unrecognised',
  doc: 'Senior women and under-represented seniors are asked for more mentoring; recognition takes it off.',
  run(world) {
    const { people, constant } = world;
    const { unrecognisedHours: hours, recognition } = people.column;
    const usual = usualMentees * constant.hoursPerTie;
    let sum = 0;
    for (let seat = 0; seat < people.size; seat++) {
      const extra = extraMentoring(world, seat);
      hours[seat] = extra === 0 ? 0 : extra * usual * (1 - recognition[seat]);
      sum += hours[seat];
    }
    charge(world, 'unrecognised', sum, 0);
  },
};
