/** Words of the place "Explore". */
import { countText } from '../../report/vocabulary.ts';

export const text = {
  title: 'Explore',
  asks: 'Where are the edges?',
  intro:
    'Two levers, all their combinations: every cell is simulated in this browser, with the same futures in each, on top of the plan in hand. The white line is the ridge, where a small step changes most.',
  across: 'Lever across',
  up: 'Lever up',
  outcome: 'Outcome',
  futures: 'Futures in each cell',
  run: (runs: number) => `Simulate ${countText(runs, 'future')}`,
  stop: 'Stop',
  running: (done: number, all: number) => `Simulating · ${done} of ${all} futures`,
  stopped: 'Stopped. What was simulated is thrown away.',
  failed: (reason: string) => `The map could not be made: ${reason}`,
  same: 'Choose two different levers.',
  none: {
    title: 'The map will be here',
    body: 'Choose two levers and an outcome, then simulate. Nothing is sent anywhere.',
  },
  map: (outcome: string) => `${outcome} over two levers`,
  description: (x: string, y: string, n: number) =>
    `Mean of ${countText(n, 'future')} in each cell; across ${x}, up ${y}. All cells share their luck. With so few futures small steps between cells mean nothing.`,
  sharp: (times: string) =>
    `On the ridge the outcome changes ${times} times as fast as on the whole map.`,
  table: 'Numbers behind this map',
  cell: (value: string) => `${value} across`,
  open: {
    title: 'Open a sweep',
    hint: 'Parquet files that `mentorscape sweep export --parquet` wrote: members.parquet and final.parquet, with factors.parquet for titles; or a table like the view results. They are read in this browser, and nothing leaves it.',
    choose: 'Choose Parquet files',
    drop: 'or drop them here',
    reading: 'Reading …',
    again: 'Close this sweep',
    facts: (runs: number, values: number) =>
      `${countText(runs, 'run')}, ${countText(values, 'value')}.`,
    missing: (n: number) => `${countText(n, 'value')} did not apply and are left out.`,
    unused: (names: string) => `Not needed here: ${names}.`,
    failed: (reason: string) => `These files could not be opened. ${reason}`,
    lacking:
      'Values and settings of runs were expected: members.parquet together with final.parquet, or one table with both.',
    wrong: (column: string, found: string) =>
      `Column ${column}: expected what a sweep writes there, found ${found}.`,
    nothing: 'No run has a value, or the runs of the two tables are not the same.',
    many: (n: number) => `${n} names were found where a few were expected.`,
    large: (name: string, most: number) =>
      `${name} is too large: at most ${most} MB. Ask the store in SQL, or export fewer runs.`,
    rows: (name: string, most: number) => `${name} has more than ${most} rows.`,
    notParquet: (name: string, reason: string) => `${name} is no Parquet file (${reason}).`,
    stopped: 'Reading them took too long or too much memory.',
    served: 'The exported sweep is not served beside this page.',
    outcome: 'Outcome',
    group: 'Group',
    across: 'Factor on the axis',
    series: 'Factor by colour',
    none: 'None',
    any: 'any',
    filters: 'Only runs with',
    noFactors: 'Nothing varies between these runs.',
    chart: (outcome: string, factor: string) => `${outcome} by ${factor}`,
    how: 'How to read it: the mark is the mean of the runs at a level, the bar its 95 % interval. The table also has the range in which nine of ten runs fall, which holds whatever else was varied. With common seeds runs share their luck, so levels differ more surely than bars that overlap suggest.',
    empty: 'No run fits these filters.',
    table: 'Numbers behind this slice',
    columns: [
      'Level',
      'Colour',
      'Runs',
      'Mean',
      '95 % from',
      '95 % to',
      '9 of 10 from',
      '9 of 10 to',
    ],
  },
} as const;
