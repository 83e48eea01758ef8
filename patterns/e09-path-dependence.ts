/** E9: how much of a person's career is luck of ties rather than of talent. */
import { deviationOf, meanOf } from '../sim/analysis/statistics.ts';
import { figure, pattern } from './pattern.ts';
import { bestRapport, facultyOf } from './reading.ts';
import { correlation } from './statistics.ts';

interface Seen {
  /** Career capital gained in 8 years by the faculty of week 0 who stayed, by person's seat. */
  readonly capital: Readonly<Record<string, number>>;
  /** Rapport with the best mentor at the end of year 1, and career capital in year 8. */
  readonly first: readonly number[];
  readonly later: readonly number[];
}

export const e09 = pattern<Seen>({
  id: 'E9',
  title: 'path dependence',
  claim: 'early luck with mentors is amplified',
  signature:
    'The same juniors of week 0 in 60 futures that part there: SD of the career capital gained in eight years between futures of one person, over the SD between people’s means; and what rapport with the best mentor at the end of year 1 explains of it.',
  scenarios: ['baseline'],
  replicates: 60,
  observe(stage) {
    const run = stage.beginTogether(stage.scenario('baseline'));
    const { world } = run;
    const { rank, person, careerCapital } = world.people.column;
    const juniors = facultyOf(world).filter((seat) => rank[seat] <= 1);
    const start = juniors.map((seat) => careerCapital[seat]);
    const ids = juniors.map((seat) => person[seat]);
    run.simulation.runTo(52);
    const early = juniors.map((seat) => bestRapport(world, seat));
    run.simulation.runTo(416);
    const capital: Record<string, number> = {};
    const first: number[] = [];
    const later: number[] = [];
    juniors.forEach((seat, k) => {
      if (person[seat] !== ids[k]) return;
      const gained = careerCapital[seat] - start[k];
      capital[`${seat}`] = gained;
      first.push(early[k]);
      later.push(gained);
    });
    return { capital, first, later };
  },
  judge(runs) {
    const people = new Map<string, number[]>();
    for (const { capital } of runs) {
      for (const [seat, value] of Object.entries(capital)) {
        people.set(seat, [...(people.get(seat) ?? []), value]);
      }
    }
    const often = [...people.values()].filter((values) => values.length >= 10);
    const between = deviationOf(often.map((values) => meanOf(values)));
    const within = meanOf(often.map((values) => deviationOf(values)));
    const r = correlation(
      runs.flatMap(({ first }) => first),
      runs.flatMap(({ later }) => later),
    );
    return [
      figure('SD between futures of one person', within, 0),
      figure('SD between people', between, 0),
      figure('ratio of the two', within / between, 0, { expected: 'at least 0.3' }),
      figure('share of variance in year 8 that year 1 explains', r * r, 0, {
        expected: 'at least 0.05',
      }),
    ];
  },
});
