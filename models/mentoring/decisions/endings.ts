/** Why a tie ended this week, or lasted. */
import { exp } from '../../../sim/chance/portable.ts';
import type { DecisionSpec } from '../../../sim/model/trace.ts';
import { isNeglected, neglectFactor, settledStage } from '../processes/development.ts';
import type { MentoringWorld } from '../shape.ts';

export const ending: DecisionSpec<MentoringWorld> = {
  title: 'senior tie ends',
  unit: 'hazard a week',
  words: {
    rapport: 'weak rapport: ties fade at this rate',
    neglect: 'silence, or rapport that was lost',
    mismatch: 'the two do not suit each other',
    conflict: 'conflict',
  },
  terms(world, _mentee, _mentor, t) {
    const { constant, ties } = world;
    const { tieStage, meetings, quality } = ties.senior.column;
    const unsettled = tieStage[t] < settledStage && meetings[t] > 0;
    return [
      ...fading(world, 'senior', t),
      { name: 'mismatch', value: unsettled ? constant.mismatch * (1 - quality[t]) : 0 },
      { name: 'conflict', value: constant.conflict },
    ];
  },
};

export const peerEnding: DecisionSpec<MentoringWorld> = {
  title: 'peer tie ends',
  unit: 'hazard a week',
  words: {
    rapport: 'weak rapport: ties fade at this rate',
    neglect: 'silence, or rapport that was lost',
  },
  terms: (world, _ego, _alter, t) => fading(world, 'peer', t),
};

function fading(
  { ties, constant, week }: MentoringWorld,
  layer: 'senior' | 'peer',
  t: number,
): { name: string; value: number }[] {
  const { rapport, tieStage, lastMet } = ties[layer].column;
  const drift = exp(constant.endingLog + constant.endingSlope * rapport[t]);
  const neglected = isNeglected(tieStage[t], week - lastMet[t], rapport[t]);
  return [
    { name: 'rapport', value: drift },
    { name: 'neglect', value: neglected ? (neglectFactor - 1) * drift : 0 },
  ];
}
