/** Random coffees: people who would not have met are paired for a short talk. */
import type { Rng } from '../../../sim/chance/threefry.ts';
import { policyFor } from '../../../sim/model/model.ts';
import { parameters } from '../../../sim/model/parameters.ts';
import { perMonth } from '../../../sim/model/time.ts';
import { coffee } from '../codes.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import { bringTogether, drawPartner } from './bring-together.ts';
import { chargeHours } from './hours.ts';
import { reached, reachLevers, reachOf } from './reach.ts';

/** Draws of the programme's stream: who has a coffee this week, and with whom. */
const weekDraw = 1;
const partnerDraw = 2;

export const randomCoffees = policyFor<MentoringWorld>()({
  title: 'Random coffees',
  doc: 'People are paired by lot for a talk, by any medium; most pairs come from different departments.',
  source:
    'Engineered serendipity (10.1186/s12909-024-05852-x); speed mentoring (10.1016/j.acap.2016.12.012)',
  group: 'Groups',
  levers: parameters({
    ...reachLevers({ who: 'everyone', coverage: 0.5, plausible: [0.1, 0.9], uptake: 'voluntary' }),
    coffeesPerYear: {
      title: 'Coffees',
      doc: 'Invitations that each person gives a year; each is also invited by others as often.',
      unit: '1/year',
      default: 6,
      range: [0, 52],
      idleAt: 0,
      plausible: [1, 12],
      grade: 'D',
      source: sources.assumption,
    },
    across: {
      title: 'Between departments only',
      doc: 'Whether partners come from another department.',
      options: ['yes', 'no'],
      default: 'yes',
      grade: 'D',
      source: sources.assumption,
    },
    hours: {
      title: 'Length',
      doc: 'Hours of each of the two.',
      unit: 'h',
      default: 0.5,
      range: [0, 2],
      plausible: [0.25, 1],
      grade: 'D',
      source: sources.assumption,
    },
  }),
  introduces(world, lever, inForce, rng) {
    const { department } = world.people.column;
    const takesPart = reachOf(world, rng, lever, inForce.strength);
    for (const ego of invitersOf(world, rng, lever.coffeesPerYear, takesPart)) {
      const partner = drawPartner(
        world,
        rng,
        ego,
        partnerDraw,
        (seat) =>
          (lever.across === 'no' || department[seat] !== department[ego]) && takesPart(seat),
      );
      if (partner >= 0) bringTogether(world, ego, partner, coffee);
    }
  },
  cost(world, lever, inForce, rng) {
    const people = reached(world, rng, lever, inForce.strength);
    chargeHours(world, 'randomCoffees', people, (2 * lever.coffeesPerYear * lever.hours) / 12);
  },
});

function invitersOf(
  world: MentoringWorld,
  rng: Rng,
  perYear: number,
  takesPart: (seat: number) => boolean,
): number[] {
  const chance = perMonth(perYear / 12);
  const { chanceKey } = world.people.column;
  const found: number[] = [];
  for (let seat = 0; seat < world.people.size; seat++) {
    if (!takesPart(seat)) continue;
    if (rng.uniform(chanceKey[seat], world.week, weekDraw) < chance) found.push(seat);
  }
  return found;
}
