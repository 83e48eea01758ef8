/** What a pair is like together: drawn once for each pair, whenever they meet. */
import { sigmoid } from '../../../sim/chance/portable.ts';
import type { Rng } from '../../../sim/chance/threefry.ts';
import { processId } from '../../../sim/chance/threefry.ts';
import type { Step } from '../../../sim/model/model.ts';
import { formal } from '../codes.ts';
import { distanceSquared } from '../fit.ts';
import type { MentoringWorld } from '../shape.ts';

const pairStream = processId('pair');

/** What clear expectations take from the luck of a pair, and known needs add to its quality (grade D). */
const structuredEvenness = 0.4;
const knownNeeds = 0.3;

export const acquaintance: Step<MentoringWorld> = {
  name: 'acquaintance',
  doc: 'Quality of a new pair: luck of the pair, the mentee, the mentor’s own skill, distance, origin.',
  run(world, rng) {
    // no week in the key: a pair that meets later finds the same fit
    rng.select(pairStream, 0);
    rate(world, rng, 'senior');
    rate(world, rng, 'peer');
  },
};

/** Rates ties that have no quality yet: those begun this week. */
function rate(world: MentoringWorld, rng: Rng, layer: 'senior' | 'peer'): void {
  const store = world.ties[layer];
  const { source, target, quality, origin } = store.column;
  const { chanceKey, interest, menteeQuality, skillBase } = world.people.column;
  const { structured, personalised } = world.people.column;
  for (let t = store.indexed; t < store.size; t++) {
    if (quality[t] >= 0) continue;
    const i = source[t];
    const j = target[t];
    const luck = luckOfPair(rng, chanceKey[i], chanceKey[j]);
    const distance = Math.sqrt(distanceSquared(interest, i, j));
    // clear expectations make pairs more alike; known needs make them fit
    const spread = layer === 'senior' ? 1 - structuredEvenness * structured[i] : 1;
    const known = layer === 'senior' ? knownNeeds * personalised[i] : 0;
    const brought =
      layer === 'senior'
        ? 0.8 * menteeQuality[i] + world.parameter.qualitySkill * (skillBase[j] - 0.6)
        : 0.4 * (menteeQuality[i] + menteeQuality[j]);
    const begun = origin[t] === formal ? -0.35 : 0.15;
    quality[t] = sigmoid(
      0.6 + 0.9 * spread * luck + brought + known - 0.8 * (distance - 0.5) + begun,
    );
  }
}

function luckOfPair(rng: Rng, a: number, b: number): number {
  return a < b ? rng.normal(a, b) : rng.normal(b, a);
}
