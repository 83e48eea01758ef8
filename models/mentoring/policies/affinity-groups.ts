/** Affinity groups: people of one group meet regularly, across departments. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { perMonth } from '../../../sim/model/time.ts';
import { groupSession } from '../codes.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { bringTogether, drawPartner } from './bring-together.ts';
import { chargeHours } from './hours.ts';
import type { Reach } from './reach.ts';
import { reached, reachLevers } from './reach.ts';
import type { Whom } from './whom.ts';
import { isFor, sharesIdentity, whomLever } from './whom.ts';

/** Size and cadence at which a group gives all the company it can. */
const fullSize = 6;
const fullSessions = 1;
/** Draws of the programme's stream. */
const weekDraw = 1;
const partnerDraw = 2;

export const affinityGroups = policyFor<MentoringWorld>()({
  title: 'Affinity groups',
  doc: 'Women, or people under-represented in medicine, meet in groups of their own: company, and new peers.',
  source: 'Six ways (10.36834/cmej.79339); diversity mentorship programmes cited there',
  group: 'Equity',
  levers: parameters({
    ...whomLever,
    ...reachLevers({ who: 'everyone', coverage: 0.6, plausible: [0.2, 0.9] }),
    groupSize: {
      title: 'Size',
      doc: 'People at a session; six and more give all the company a group can.',
      unit: 'people',
      default: 6,
      range: [2, 20],
      plausible: [3, 10],
      integer: true,
      grade: 'D',
      source: sources.assumption,
    },
    meetingsPerMonth: {
      title: 'Sessions',
      doc: 'Sessions a month; one and more give all the company a group can.',
      unit: '1/month',
      default: 1,
      range: [0, 4],
      idleAt: 0,
      plausible: [0.25, 2],
      grade: 'D',
      source: sources.assumption,
    },
    hoursPerMeeting: {
      title: 'Length of a session',
      doc: 'Hours of each member.',
      unit: 'h',
      default: 1,
      range: [0, 8],
      plausible: [0.5, 2],
      grade: 'D',
      source: sources.assumption,
    },
  }),
  conditions(world, lever, inForce, rng) {
    const company =
      Math.min(1, (lever.groupSize - 1) / (fullSize - 1)) *
      Math.min(1, lever.meetingsPerMonth / fullSessions);
    const { affinity } = world.people.column;
    for (const seat of members(world, rng, lever, inForce.strength)) {
      affinity[seat] = Math.max(affinity[seat], company);
    }
  },
  introduces(world, lever, inForce, rng) {
    const { chanceKey } = world.people.column;
    const chance = perMonth(lever.meetingsPerMonth);
    if (chance === 0) return;
    const list = members(world, rng, lever, inForce.strength);
    const belongs = new Set(list);
    for (const seat of list) {
      if (rng.uniform(chanceKey[seat], world.week, weekDraw) >= chance) continue;
      const partner = drawPartner(
        world,
        rng,
        seat,
        partnerDraw,
        (other) => belongs.has(other) && sharesIdentity(world, seat, other, lever.whom),
      );
      if (partner >= 0) bringTogether(world, seat, partner, groupSession);
    }
  },
  cost(world, lever, inForce, rng) {
    const list = members(world, rng, lever, inForce.strength);
    chargeHours(world, 'affinityGroups', list, lever.meetingsPerMonth * lever.hoursPerMeeting);
  },
});

function members(
  world: MentoringWorld,
  rng: Rng,
  lever: Reach & { readonly whom: Whom },
  strength: number,
): number[] {
  return reached(world, rng, lever, strength).filter((seat) => isFor(world, seat, lever.whom));
}
