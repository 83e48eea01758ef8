/** P11: a culture of mentoring, once there, keeps itself; a small push is forgotten. */
import type { Trace } from './culture-doses.ts';
import { doses, playDoses } from './culture-doses.ts';
import type { Figure } from './pattern.ts';
import { meanFigure, pattern } from './pattern.ts';

interface Seen {
  readonly on: readonly Trace[];
  readonly off: readonly Trace[];
}

const most = doses.length - 1;

export const p11 = pattern<Seen>({
  id: 'P11',
  title: 'culture has memory',
  claim: 'a strong programme lifts a desert for good, a weak one leaves nothing',
  signature:
    'Departments where few mentor; matching of a growing share of people for five years, then nothing. Coverage in the fourth year after, programme less none; the same with the norm of the department switched off.',
  scenarios: ['desert', 'desert-programme', 'desert-no-norm'],
  replicates: 50,
  quick: 3,
  observe: (stage) => ({
    on: playDoses(stage, 'desert'),
    off: playDoses(stage, 'desert-no-norm'),
  }),
  judge(runs) {
    const left = (arm: keyof Seen, k: number): number[] =>
      runs.map((run) => run[arm][k].after - run[arm][0].after);
    return [
      meanFigure(
        'share with a mentor, desert',
        runs.map(({ on }) => on[0].after),
      ),
      meanFigure(
        'lift while the programme runs, whole dose',
        runs.map(({ on }) => on[most].during - on[0].during),
      ),
      ...doses
        .slice(1)
        .map(
          (dose, k): Figure =>
            meanFigure(
              `left of a dose of ${dose}`,
              left('on', k + 1),
              dose === 1 ? { above: 0.05 } : {},
            ),
        ),
      meanFigure('left of the whole dose without the norm', left('off', most), {
        within: [-0.03, 0.03],
      }),
      meanFigure(
        'left of the whole dose, with the norm less without',
        runs.map((_, k) => left('on', most)[k] - left('off', most)[k]),
        { above: 0 },
      ),
      meanFigure(
        'left of the dose of 0.1, as a share of what the whole leaves',
        runs.map((_, k) => left('on', 1)[k] / left('on', most)[k]),
        { below: 0.5, expected: 'below a critical dose it falls back' },
      ),
    ];
  },
});
