/** Whom a programme reaches: its addressees, the share of them, and who comes forward. */
import { inverseNormal, normalQuantile } from '../../../sim/chance/normal-quantile.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import type { Grade } from '../../../sim/model/parameters.ts';
import { sources } from '../parameters/sources.ts';
import type { MentoringWorld } from '../shape.ts';
import type { Who } from './coverage.ts';
import { isAddressed, whoOptions } from './coverage.ts';

/** How people come to take part. */
export const uptakeOptions = ['assigned', 'voluntary'] as const;

interface ReachDefaults<W extends Who> {
  readonly who: W;
  readonly coverage: number;
  readonly plausible?: readonly [number, number];
  readonly uptake?: (typeof uptakeOptions)[number];
  readonly grade?: Grade;
  readonly source?: string;
}

/** The levers of a programme's reach: who, coverage, uptake and selfSelection. */
export function reachLevers<W extends Who>(defaults: ReachDefaults<W>) {
  return {
    who: {
      title: 'Who',
      doc: 'Whom the programme is for.',
      options: whoOptions,
      default: defaults.who as Who,
      grade: 'D',
      source: sources.assumption,
    },
    coverage: {
      title: 'Share reached',
      doc: 'Share of these people who take part; the ramp raises it from 0.',
      unit: 'share',
      default: defaults.coverage,
      range: [0, 1],
      idleAt: 0,
      plausible: defaults.plausible ?? [0.2, 1],
      grade: defaults.grade ?? 'D',
      source: defaults.source ?? sources.assumption,
    },
    uptake: {
      title: 'Uptake',
      doc: 'Assigned by lot, or voluntary: then those who need it least come forward most.',
      options: uptakeOptions,
      default: defaults.uptake ?? 'assigned',
      grade: 'D',
      source: sources.assumption,
    },
    selfSelection: {
      title: 'Self-selection',
      doc: 'Correlation of coming forward with need (lasting strain, little initiative); voluntary uptake only.',
      unit: 'correlation',
      default: -0.3,
      range: [-0.95, 0.95],
      onlyWhen: { uptake: ['voluntary'] },
      plausible: [-0.6, 0],
      grade: 'A',
      source: sources.selection,
    },
  } as const;
}

/** The values of `reachLevers`. */
export interface Reach {
  readonly who: Who;
  readonly coverage: number;
  readonly uptake: (typeof uptakeOptions)[number];
  readonly selfSelection: number;
}

/**
 * Tells of each seat whether the programme reaches its holder: one draw for each person and
 * programme, so that a larger share reaches the same people and more. `rng` is on the programme's
 * own stream, week 0; `strength` scales the share.
 */
export function reachOf(
  world: MentoringWorld,
  rng: Rng,
  reach: Reach,
  strength: number,
): (seat: number) => boolean {
  const { who, uptake, selfSelection } = reach;
  const share = reach.coverage * strength;
  const { chanceKey, strainTrait, lnInitiative } = world.people.column;
  if (share <= 0) return () => false;
  if (uptake === 'assigned' || share >= 1) {
    return (seat) => isAddressed(world, seat, who) && rng.uniform(chanceKey[seat]) < share;
  }
  const least = inverseNormal(share);
  const luck = Math.sqrt(1 - selfSelection * selfSelection);
  // need is standard normal: the sum of two independent traits, scaled
  const perInitiative = 1 / Math.max(1e-9, world.parameter.initiativeSpread);
  return (seat) => {
    if (!isAddressed(world, seat, who)) return false;
    const initiative = lnInitiative[seat] * perInitiative;
    const need = (strainTrait[seat] - initiative) * Math.sqrt(0.5);
    // low is first, so that a larger share reaches more
    return luck * normalQuantile(rng.uniform(chanceKey[seat])) - selfSelection * need < least;
  };
}

/** The seats a programme reaches, in their order. */
export function reached(world: MentoringWorld, rng: Rng, reach: Reach, strength: number): number[] {
  const covers = reachOf(world, rng, reach, strength);
  const seats: number[] = [];
  for (let seat = 0; seat < world.people.size; seat++) if (covers(seat)) seats.push(seat);
  return seats;
}

/** How many people a programme reaches. */
export function countReached(
  world: MentoringWorld,
  rng: Rng,
  reach: Reach,
  strength: number,
): number {
  const covers = reachOf(world, rng, reach, strength);
  let n = 0;
  for (let seat = 0; seat < world.people.size; seat++) if (covers(seat)) n++;
  return n;
}
