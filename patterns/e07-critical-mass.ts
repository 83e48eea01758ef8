/** E7: how large a push tips a culture. */
import type { Trace } from './culture-doses.ts';
import { doses, playDoses } from './culture-doses.ts';
import type { Figure } from './pattern.ts';
import { meanFigure, pattern } from './pattern.ts';

/** Rise of the share who mentor for each part of people reached, between neighbouring doses. */
function slopes(run: readonly Trace[]): number[] {
  return doses
    .slice(1)
    .map((dose, k) => (run[k + 1].mentoring - run[k].mentoring) / (dose - doses[k]));
}

const mean = (run: readonly Trace[]): number => run[doses.length - 1].mentoring - run[0].mentoring;

export const e07 = pattern<readonly Trace[]>({
  id: 'E7',
  title: 'critical mass',
  claim: 'a committed minority can turn the norm of a place',
  signature:
    'Deserts; a growing share of people is matched for five years. Share of faculty who mentor in the fourth year after: is there a dose at which it jumps?',
  scenarios: ['desert', 'desert-programme'],
  replicates: 50,
  observe: (stage) => playDoses(stage, 'desert'),
  judge: (runs) => [
    ...doses.map(
      (dose, k): Figure =>
        meanFigure(
          `share who mentor after a dose of ${dose}`,
          runs.map((run) => run[k].mentoring),
        ),
    ),
    meanFigure(
      'steepest slope over the mean slope',
      runs.map((run) => Math.max(...slopes(run)) / mean(run)),
      { expected: 'at least 3; noise steepens single runs' },
    ),
    meanFigure(
      'dose in the middle of the steepest step',
      runs.map((run) => {
        const all = slopes(run);
        const k = all.indexOf(Math.max(...all));
        return (doses[k] + doses[k + 1]) / 2;
      }),
      { expected: '0.10 to 0.40' },
    ),
  ],
});
