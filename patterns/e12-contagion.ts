/** E12: where the response of burnout to contagion is steepest, and what support does to it. */
import { meanOf } from '../sim/analysis/statistics.ts';
import type { Figure } from './pattern.ts';
import { meanFigure, pattern, pooledFigure } from './pattern.ts';
import { columnMean, facultyOf } from './reading.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';

/** Weights of contagion, log-odds for a burnout of contacts of 1. */
const weights = [0, 1, 2, 3, 4, 5, 6] as const;

interface Seen {
  /** Mean burnout of faculty in year 5 for each weight, without and with effects of support. */
  readonly bare: readonly number[];
  readonly supported: readonly number[];
}

function burnoutOf(run: Run): number {
  const looks: number[] = [];
  run.simulation.runTo(208);
  watch(run, 260, 4, () => {
    looks.push(columnMean(facultyOf(run.world), run.world.people.column.burnout));
  });
  return meanOf(looks);
}

/** The weight in the middle of the step with the greatest rise. */
function steepest(curve: readonly number[]): number {
  let best = 0;
  for (let k = 1; k + 1 < weights.length; k++) {
    if (curve[k + 1] - curve[k] > curve[best + 1] - curve[best]) best = k;
  }
  return (weights[best] + weights[best + 1]) / 2;
}

const curve = (runs: readonly Seen[], of: 'bare' | 'supported'): number[] =>
  weights.map((_, k) => meanOf(runs.map((run) => run[of][k])));

export const e12 = pattern<Seen>({
  id: 'E12',
  title: 'burnout contagion',
  claim: 'strain spreads along the ties that carry support: a double-edged tie',
  signature:
    'Mean burnout of faculty in year 5 for growing weights of contagion, with and without effects of support. Burnout is graded: read the steepest response, which the mean field puts where the weight times σ′ (about 0.24) is 1.',
  scenarios: ['contagion', 'contagion-bare'],
  replicates: 50,
  observe(stage) {
    const baseline = stage.scenario('baseline');
    const at = (name: string, contagion: number): number =>
      burnoutOf(stage.begin(stage.scenario(name, { contagion }), baseline));
    return {
      bare: weights.map((weight) => at('contagion-bare', weight)),
      supported: weights.map((weight) => at('contagion', weight)),
    };
  },
  judge: (runs) => [
    ...weights.map(
      (weight, k): Figure =>
        meanFigure(
          `weight ${weight}: burnout, no effects of support`,
          runs.map((run) => run.bare[k]),
        ),
    ),
    pooledFigure(
      'steepest response, no effects of support',
      runs,
      (some) => steepest(curve(some, 'bare')),
      { within: [3.1, 5.2], expected: 'mean field 4.2, within 25 %' },
    ),
    pooledFigure('steepest response, effects of support', runs, (some) =>
      steepest(curve(some, 'supported')),
    ),
    ...[0, 2, 4, 6].map(
      (k): Figure =>
        meanFigure(
          `weight ${weights[k]}: burnout, support less none`,
          runs.map((run) => run.supported[k] - run.bare[k]),
          k === 0 ? { below: 0 } : {},
        ),
    ),
  ],
});
