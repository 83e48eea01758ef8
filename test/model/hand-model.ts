/** A model without chance, small enough to be worked out by hand: three people, two teams, ties, talks. */
import { columns } from '../../sim/data/columns.ts';
import type { RunResult } from '../../sim/experiment/experiment.ts';
import { defineModel } from '../../sim/model/model.ts';
import type { Outcome } from '../../sim/model/outcomes.ts';
import { outcomeFor } from '../../sim/model/outcomes.ts';
import type { Model } from '../../sim/model/simulation.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import type { World } from '../../sim/model/world.ts';
import { worldShape } from '../../sim/model/world.ts';

const [ann, ben, cay] = [0, 1, 2];

const shape = worldShape({
  parameters: {},
  people: columns({
    team: { type: 'u8', unit: 'code', doc: '0 red, 1 blue, 2 green' },
    score: { type: 'f64', unit: 'points', doc: 'rises by the number of the seat each week' },
  }),
  layers: { help: columns({ rapport: { type: 'f64', unit: '0–1', doc: 'set at the start' } }) },
  tables: {
    ledger: {
      doc: 'one row',
      columns: columns({ cost: { type: 'f64', unit: '$', doc: 'so far' } }),
    },
  },
  events: {
    talk: { unit: 'talks', doc: 'talks, by the person who talks' },
    laugh: { unit: 'laughs', doc: 'laughs, by the person who laughs' },
  },
});
type Place = World<typeof shape>;

function setup({ people, tables }: Place): void {
  for (const name of ['Ann', 'Ben', 'Cay']) people.occupy(people.addSeat(name), 0);
  people.column.team[cay] = 1;
  tables.ledger.addRow();
}

/** Week t costs t. Ann gains 1 a week, whoever sits in Ben's seat 2, Cay 3. */
function grow({ people, tables, week }: Place): void {
  for (let seat = 0; seat < people.size; seat++) {
    if (people.column.person[seat] >= 0) people.column.score[seat] += seat + 1;
  }
  tables.ledger.column.cost[0] += week;
}

/** Ann talks once a week, Cay twice in even weeks, when Ann laughs, Ben three times in week 4; the place half a time. */
function talk({ events, week }: Place): void {
  events.talk.add(ann, 1);
  if (week % 2 === 0) {
    events.talk.add(cay, 2);
    events.laugh.add(ann, 1);
  }
  if (week === 4) events.talk.add(ben, 3);
  if (week % 4 === 3) events.talk.addOverall(0.5);
}

/**
 * Ties begin in weeks 2, 5 and 10. Ben leaves in week 7, so that his tie has ended but still has its
 * row when week 8 is sampled; in week 9 Bea takes his seat.
 */
function comeAndGo({ people, ties, week }: Place): void {
  const begin = (from: number, to: number, rapport: number): void => {
    const tie = ties.help.add(from, to);
    ties.help.column.rapport[tie] = rapport;
  };
  if (week === 2) begin(ann, ben, 0.5);
  if (week === 5) begin(cay, ann, 0.25);
  if (week === 7) {
    ties.help.endAllOf(ben);
    people.vacate(ben);
  }
  if (week === 9) {
    people.occupy(ben, 1);
    people.column.score[ben] = 0;
  }
  if (week === 10) begin(ben, cay, 0.75);
}

const outcome = outcomeFor<Place>();
const points = { title: '', doc: '', unit: 'points', better: 'up' } as const;
const talks = {
  title: '',
  doc: '',
  unit: 'talks',
  better: 'up',
  of: 'event',
  event: 'talk',
} as const;

const outcomes: Record<string, Outcome<Place>> = {
  score: outcome({
    ...points,
    ...({ of: 'person', aggregate: 'mean', over: 'lastYear' } as const),
    value: ({ people }, seat) => people.column.score[seat],
  }),
  inequality: outcome({
    ...points,
    ...({ of: 'person', aggregate: 'gini', over: 'lastYear' } as const),
    value: ({ people }, seat) => people.column.score[seat],
  }),
  /** Applies to people with ten points and more. */
  high: outcome({
    ...points,
    ...({ of: 'person', aggregate: 'mean', over: 'mean' } as const),
    value: ({ people }, seat) =>
      people.column.score[seat] >= 10 ? people.column.score[seat] : Number.NaN,
  }),
  rapport: outcome({
    ...points,
    ...({ of: 'tie', layer: 'help', aggregate: 'mean', over: 'lastYear' } as const),
    value: ({ ties }, tie) => ties.help.column.rapport[tie],
  }),
  clock: outcome({
    ...points,
    ...({ of: 'world', aggregate: 'mean', over: 'mean' } as const),
    value: ({ week }: Place) => week,
  }),
  cost: outcome({
    ...points,
    ...({ of: 'world', aggregate: 'increase', over: 'mean' } as const),
    value: ({ tables }: Place) => tables.ledger.column.cost[0],
  }),
  talks: outcome({ ...talks, aggregate: 'sum', over: 'total' }),
  talkRate: outcome({ ...talks, aggregate: 'perPersonYear', over: 'mean' }),
  laughs: outcome({ ...talks, event: 'laugh', aggregate: 'ratio', per: ['talk'], over: 'mean' }),
  laughsSoFar: outcome({
    ...talks,
    ...({ event: 'laugh', aggregate: 'ratioSoFar', per: ['talk'], over: 'lastYear' } as const),
  }),
};

const hand = defineModel({
  name: 'hand',
  version: '1',
  title: 'By hand',
  doc: 'What do three people do who leave nothing to chance?',
  shape,
  population: {},
  warmUpYears: 0,
  derive: () => ({}),
  setup,
  schedule: [
    { name: 'grow', doc: 'Scores and costs rise.', run: grow },
    { name: 'talk', doc: 'Talks are counted.', run: talk },
    { name: 'comeAndGo', doc: 'People and ties come and go.', run: comeAndGo },
  ],
  policies: {},
  groupings: {
    team: {
      ...({ title: 'Team', doc: 'Green has nobody.', labels: ['red', 'blue', 'green'] } as const),
      of: ({ people }: Place, seat: number) => people.column.team[seat],
    },
    badge: {
      ...({ title: 'Badge', doc: "Who sits in Ben's seat.", labels: ['badged'] } as const),
      of: (_: Place, seat: number) => (seat === ben ? 0 : -1),
    },
  },
  outcomes,
});

export const handModel = hand as unknown as Model;

/** A run of the hand model from `firstWeek`, recorded from week 0 to the horizon. */
export function runByHand(recordEvery: number, horizon: number, firstWeek = 0): Simulation {
  const simulation = new Simulation(handModel, {
    parameters: {},
    population: { settings: {} },
    populationKey: { key0: 1, key1: 1 },
    runKey: { key0: 1, key1: 2 },
    seed: 'hand',
    policies: [],
    outcomes: Object.keys(outcomes),
    recordEvery,
    firstWeek,
  });
  simulation.runTo(0);
  simulation.beginRecord();
  simulation.runTo(horizon);
  simulation.finish();
  return simulation;
}

/** What the record says of one outcome: a list of [everybody, red, blue, green, badged] by period. */
export function tableOf({ recorder }: Simulation, outcome: string): number[][] {
  const cells = recorder.cells.flatMap((cell, k) => (cell.outcome === outcome ? [k] : []));
  return recorder.rows.map((row) => cells.map((cell) => row[cell]));
}

/** The run as the analysis reads it. */
export function asResult({ recorder, world }: Simulation): RunResult {
  const { cells, rows } = recorder;
  const named = { arm: 0, replicate: 0, runId: '', seed: 'hand', digest: '', networks: [] };
  return { ...named, weeks: world.week, cells, rows };
}
