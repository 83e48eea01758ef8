/** P1: the default department meets the published prevalences, all at once. */
import { meanFigure, pattern, pooledFigure } from './pattern.ts';
import type { Prevalences } from './prevalences.ts';
import { crudeOddsRatio, observePrevalences, prevalences } from './prevalences.ts';

export const p01 = pattern<Prevalences>({
  id: 'P1',
  title: 'baseline prevalences',
  claim: 'without any programme the defaults meet all initial-validation bands at once',
  signature:
    'Ten years after the warm-up, on seeds that took no part in calibration; years 9 and 10 where nothing else is said; each mean lies in its band.',
  scenarios: ['baseline'],
  replicates: 60,
  observe: (stage) => observePrevalences(stage.begin(stage.scenario('baseline'))),
  judge: (runs) => [
    ...prevalences.map(({ title, band, each, pooled }) => {
      if (each) return meanFigure(title, runs.map(each), { within: band });
      return pooledFigure(title, runs, (some) => pooled?.(some) ?? Number.NaN, { within: band });
    }),
    pooledFigure('the odds ratio over all ranks below full professor', runs, crudeOddsRatio, {
      expected: 'mixes access with who is in which rank',
    }),
  ],
});
