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
} as const;
