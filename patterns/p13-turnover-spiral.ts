/** P13: vacancies make work, work makes burnout, burnout makes vacancies. */
import { hazardOf } from '../models/mentoring/processes/careers.ts';
import { meanOf } from '../sim/analysis/statistics.ts';
import { weeksPerYear } from '../sim/model/time.ts';
import { depart } from './departures.ts';
import { meanFigure, pattern } from './pattern.ts';
import { facultyOf } from './reading.ts';
import type { Run } from './stage.ts';
import { watch } from './stage.ts';

const halfYears = 6;

interface Seen {
  /** Expected exits a year, shock less no shock, by half-year. */
  readonly feedback: readonly number[];
  readonly without: readonly number[];
}

/** Expected yearly exits, by half-year, of those of two departments who were there at the start. */
function hazards(run: Run, stayers: ReadonlySet<number>): number[] {
  const { world } = run;
  const means: number[] = [];
  for (let half = 1; half <= halfYears; half++) {
    const looks: number[] = [];
    watch(run, 26 * half, 2, () => {
      const { person } = world.people.column;
      const there = facultyOf(world).filter((seat) => stayers.has(person[seat]));
      looks.push(weeksPerYear * meanOf(there.map((seat) => hazardOf(world, seat))));
    });
    means.push(meanOf(looks));
  }
  return means;
}

/** The two largest departments lose a third of their faculty in week 0, drawn at random. */
function excess(run: Run, draw: (count: number) => number): number[] {
  const shocked = run.fork();
  const { department, person } = shocked.world.people.column;
  const posts = shocked.world.tables.departments.column.posts;
  const hit = [...Array(shocked.world.tables.departments.size).keys()]
    .sort((a, b) => posts[b] - posts[a] || a - b)
    .slice(0, 2);
  const lost: number[] = [];
  const stayers = new Set<number>();
  for (const d of hit) {
    const own = facultyOf(shocked.world).filter((seat) => department[seat] === d);
    const leaving = Math.round(own.length / 3);
    for (let k = 0; k < leaving; k++) lost.push(own.splice(draw(own.length), 1)[0]);
    for (const seat of own) stayers.add(person[seat]);
  }
  depart(shocked.world, lost);
  const usual = hazards(run, stayers);
  return hazards(shocked, stayers).map((value, k) => value - usual[k]);
}

export const p13 = pattern<Seen>({
  id: 'P13',
  title: 'turnover spiral',
  claim: 'departures that leave work to others raise the exits of those who stay',
  signature:
    'A third of the faculty of two departments leaves at week 0, and a department runs one search at a time. Expected yearly exits of their colleagues, shock less no shock, by half-year; the same with no effect of vacancies on workload subtracted.',
  scenarios: ['one-search', 'one-search-no-feedback'],
  replicates: 50,
  quick: 6,
  observe(stage) {
    const scenario = stage.scenario('one-search');
    const off = stage.scenario('one-search-no-feedback');
    const on = stage.draws('departures');
    const again = stage.draws('departures');
    return {
      feedback: excess(stage.begin(scenario), on.int),
      without: excess(stage.begin(off, scenario), again.int),
    };
  },
  judge: (runs) => [
    ...Array.from({ length: halfYears }, (_, k) =>
      meanFigure(
        `half-year ${k + 1}: excess exits a year with the feedback`,
        runs.map(({ feedback }) => feedback[k]),
      ),
    ),
    meanFigure(
      'half-years 1 to 6: excess without the feedback',
      runs.map(({ without }) => meanOf(without)),
    ),
    meanFigure(
      'half-years 1 to 3: with less without the feedback',
      runs.map((run) => meanOf(run.feedback.slice(0, 3)) - meanOf(run.without.slice(0, 3))),
      { above: 0 },
    ),
    meanFigure(
      'half-years 4 to 6: with less without the feedback',
      runs.map((run) => meanOf(run.feedback.slice(3)) - meanOf(run.without.slice(3))),
      { above: 0, expected: 'stays elevated longer' },
    ),
  ],
});
