/** P12: few senior members of a group carry hours that nobody counts. */
import { associate } from '../models/mentoring/codes.ts';
import { hazardOf } from '../models/mentoring/processes/careers.ts';
import { weeksPerYear } from '../sim/model/time.ts';
import { figure, pattern, pooledFigure } from './pattern.ts';
import { facultyOf } from './reading.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';
import { jackknife } from './statistics.ts';

/** Sums over seniors of a group and looks. */
interface Sums {
  readonly people: number;
  readonly load: number;
  readonly hours: number;
  readonly burnout: number;
  readonly exit: number;
}

/** Under-represented seniors, and the others. */
type Two = readonly [Sums, Sums];

interface Seen {
  readonly baseline: Two;
  readonly heavy: Two;
  readonly credited: Two;
  readonly neutral: Two;
}

/** Normal quantile of 95 % intervals that hold for two figures together (Bonferroni). */
const forTwo = 2.24;

const nothing: Sums = { people: 0, load: 0, hours: 0, burnout: 0, exit: 0 };

/** Years 4 to 8, every quarter. */
function read(run: Run): Two {
  const { world } = run;
  let [minority, others] = [nothing, nothing];
  run.simulation.runTo(3 * weeksPerYear);
  watch(run, 8 * weeksPerYear, 13, () => {
    const c = world.people.column;
    for (const seat of facultyOf(world)) {
      if (c.rank[seat] < associate || c.hours[seat] <= 0) continue;
      const before = c.minority[seat] === 1 ? minority : others;
      const after: Sums = {
        people: before.people + 1,
        load: before.load + c.load[seat],
        hours: before.hours + c.planned[seat] / c.hours[seat],
        burnout: before.burnout + c.burnout[seat],
        exit: before.exit + weeksPerYear * hazardOf(world, seat),
      };
      if (c.minority[seat] === 1) minority = after;
      else others = after;
    }
  });
  return [minority, others];
}

/** Mean of the under-represented over that of the others, from all replicates together. */
function ratio(runs: readonly Seen[], arm: keyof Seen, of: keyof Sums): number {
  const mean = (group: 0 | 1): number => {
    let sum = 0;
    let people = 0;
    for (const run of runs) {
      sum += run[arm][group][of];
      people += run[arm][group].people;
    }
    return sum / people;
  };
  return mean(0) / mean(1);
}

export const p12 = pattern<Seen>({
  id: 'P12',
  title: 'minority tax',
  claim: 'under-represented seniors give more hours and run more risk of leaving than others',
  signature:
    'Associate and full professors, years 4 to 8: means of the under-represented over those of the others, pooled, with the shipped tax on hours (1.5), with a tax of 3, with that and mentoring counted at promotion, and with identity neutral (intervals of its two ratios hold together).',
  scenarios: ['baseline', 'minority-tax-3', 'minority-tax-3-credit', 'identity-neutral'],
  replicates: 60,
  observe: (stage) => ({
    baseline: read(stage.begin(stage.scenario('baseline'))),
    heavy: read(stage.begin(stage.scenario('minority-tax-3'), stage.scenario('baseline'))),
    credited: read(
      stage.begin(stage.scenario('minority-tax-3-credit'), stage.scenario('baseline')),
    ),
    neutral: read(stage.begin(stage.scenario('identity-neutral'))),
  }),
  judge(runs) {
    const of = (arm: keyof Seen, what: keyof Sums) => (some: readonly Seen[]) =>
      ratio(some, arm, what);
    const difference = (arm: keyof Seen, what: keyof Sums) => (some: readonly Seen[]) =>
      ratio(some, arm, what) - ratio(some, 'neutral', what);
    return [
      pooledFigure(
        'hours asked over hours there, shipped tax: ratio',
        runs,
        of('baseline', 'hours'),
      ),
      pooledFigure('hours, shipped tax less neutral', runs, difference('baseline', 'hours'), {
        above: 0,
      }),
      pooledFigure('hours, tax 3: ratio', runs, of('heavy', 'hours'), {
        above: 1,
        expected: 'about 2 in the prototype',
      }),
      pooledFigure('burnout, tax 3 less neutral', runs, difference('heavy', 'burnout'), {
        above: 0,
      }),
      pooledFigure('expected exits, tax 3 less neutral', runs, difference('heavy', 'exit'), {
        above: 0,
        expected: 'a ratio of 1.13 in the prototype',
      }),
      pooledFigure(
        'expected exits, shipped tax less neutral',
        runs,
        difference('baseline', 'exit'),
        {
          expected: '1.03 in the prototype: faint at realistic sizes',
        },
      ),
      pooledFigure('mentees held, shipped tax: ratio', runs, of('baseline', 'load')),
      pooledFigure(
        'expected exits, tax 3 with mentoring counted less tax 3',
        runs,
        (some) => ratio(some, 'credited', 'exit') - ratio(some, 'heavy', 'exit'),
        { below: 0, expected: 'recognition takes the hours off' },
      ),
      ...(['hours', 'exit'] as const).map((what) => {
        const { value, error } = jackknife(runs, of('neutral', what));
        const title = { hours: 'hours', exit: 'expected exits' }[what];
        return figure(`${title}, identity neutral: ratio`, value, forTwo * error, { around: 1 });
      }),
    ];
  },
});
