/** E6: money comes and goes in steps; whether coverage takes another way back. */
import { meanOf } from '../sim/analysis/statistics.ts';
import { weeksPerYear } from '../sim/model/time.ts';
import { meanFigure, pattern } from './pattern.ts';
import { coverage } from './reading.ts';
import type { Stage } from './stage.ts';
import { watch } from './stage.ts';

/** The programme's share in steps of two years: up, then down. */
const steps = [0, 0.25, 0.5, 0.75, 1, 0.75, 0.5, 0.25, 0] as const;
const stepWeeks = 2 * weeksPerYear;

interface Seen {
  readonly on: readonly number[];
  readonly off: readonly number[];
}

/** Coverage in the last half-year of each step. */
function play(stage: Stage, name: string): number[] {
  const scenario = stage.scenario(name);
  const [set] = stage.scenario('desert-programme').policies;
  const policies = steps.map((coverageOfStep, k) => ({
    ...set,
    levers: { ...set.levers, coverage: coverageOfStep },
    start: k * stepWeeks,
    end: (k + 1) * stepWeeks,
  }));
  const run = stage.begin({ ...scenario, policies });
  return steps.map((_, k) => {
    const looks: number[] = [];
    run.simulation.runTo((k + 1) * stepWeeks - 26);
    watch(run, (k + 1) * stepWeeks, 2, () => looks.push(coverage(run.world)));
    return meanOf(looks);
  });
}

/** Mean height of the way down over the way up, at equal shares. */
function area(curve: readonly number[]): number {
  return meanOf([0, 1, 2, 3].map((k) => curve[8 - k] - curve[k]));
}

export const e06 = pattern<Seen>({
  id: 'E6',
  title: 'hysteresis',
  claim: 'what a programme has built stays for a while when the money goes',
  signature:
    'A matching programme for a share of people that rises from 0 to 1 and falls again in steps of two years: mean gap between the ways down and up at equal shares, relative to the range, with the norm of the department and without.',
  scenarios: ['desert', 'desert-no-norm', 'desert-programme'],
  replicates: 50,
  observe: (stage) => ({ on: play(stage, 'desert'), off: play(stage, 'desert-no-norm') }),
  judge(runs) {
    const relative = (curve: readonly number[]): number =>
      area(curve) / (Math.max(...curve) - Math.min(...curve));
    return [
      meanFigure(
        'share with a mentor before',
        runs.map(({ on }) => on[0]),
      ),
      meanFigure(
        'at the whole programme',
        runs.map(({ on }) => on[4]),
      ),
      meanFigure(
        'two years after its end',
        runs.map(({ on }) => on[8]),
      ),
      meanFigure(
        'loop, of the range, with the norm',
        runs.map(({ on }) => relative(on)),
        {
          above: 0.05,
        },
      ),
      meanFigure(
        'loop, of the range, without',
        runs.map(({ off }) => relative(off)),
        {
          expected: 'under 0.015; ties outlast a step of two years',
        },
      ),
      meanFigure(
        'loop with the norm less without',
        runs.map((run) => area(run.on) - area(run.off)),
        {
          above: 0,
        },
      ),
    ];
  },
});
