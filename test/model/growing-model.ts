/** A model whose people and ties grow without end, beyond every capacity given at the start. */
import type { Rng } from '../../sim/chance/threefry.ts';
import { columns } from '../../sim/data/columns.ts';
import { defineModel } from '../../sim/model/model.ts';
import { outcomeFor } from '../../sim/model/outcomes.ts';
import type { Model } from '../../sim/model/simulation.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import type { World } from '../../sim/model/world.ts';
import { worldShape } from '../../sim/model/world.ts';

const shape = worldShape({
  parameters: {},
  people: columns({
    wealth: { type: 'f64', initial: 1, unit: '$', doc: 'by chance' },
    place: { type: 'f64', width: 2, initial: 0.5, unit: 'position', doc: 'by chance' },
  }),
  layers: { friend: columns({ trust: { type: 'f64', initial: 0.3, unit: '0–1', doc: 'grows' } }) },
  tables: {
    log: {
      doc: 'a row a week',
      columns: columns({ week: { type: 'i32', unit: 'week', doc: '' } }),
    },
    scratch: {
      transient: true,
      doc: 'a row a week, forgotten the next',
      columns: columns({ draw: { type: 'f64', unit: 'share', doc: '' } }),
    },
  },
  events: { arrival: { unit: 'people', doc: 'people who came' } },
});
type Place = World<typeof shape>;

/** Two people come each week; one of the first ten seats is emptied or filled again. */
function arrive({ people, ties, events, week }: Place, rng: Rng): void {
  for (let n = 0; n < 2; n++) {
    const seat = people.addSeat(`week ${week} seat ${n}`);
    people.occupy(seat, 0);
    people.column.wealth[seat] = 1 + rng.uniform(people.column.chanceKey[seat]);
    people.column.place[seat * 2 + 1] = rng.second();
    events.arrival.add(seat, 1);
  }
  const seat = Math.min(people.size - 1, Math.floor(10 * rng.uniform(1)));
  if (people.column.person[seat] < 0) people.occupy(seat, week);
  else {
    ties.friend.endAllOf(seat);
    people.vacate(seat);
  }
}

function befriend({ people, ties, tables, week }: Place, rng: Rng): void {
  tables.scratch.clear();
  tables.scratch.addRow();
  tables.scratch.column.draw[0] = rng.uniform(2);
  const row = tables.log.addRow();
  tables.log.column.week[row] = week;
  for (let ego = 0; ego < people.size; ego++) {
    if (people.column.person[ego] < 0) continue;
    const alter = Math.floor(rng.uniform(people.column.chanceKey[ego]) * people.size);
    const free = alter !== ego && people.column.person[alter] >= 0;
    if (free && ties.friend.find(ego, alter) < 0) ties.friend.add(ego, alter);
    else people.column.wealth[ego] += rng.second();
  }
  const { trust } = ties.friend.column;
  for (let tie = 0; tie < ties.friend.size; tie++) {
    trust[tie] += 0.01;
    if (rng.uniform(tie, 5) < 0.2) ties.friend.end(tie);
  }
}

const outcome = outcomeFor<Place>();
const about = { title: '', doc: '', unit: '$', better: 'up', over: 'mean' } as const;

const growing = defineModel({
  name: 'growing',
  version: '1',
  title: 'Growing',
  doc: 'What happens when nobody knows how many will come?',
  shape,
  population: {},
  warmUpYears: 0,
  derive: () => ({}),
  setup: () => {},
  schedule: [
    { name: 'arrive', doc: 'People come and go.', run: arrive },
    { name: 'befriend', doc: 'Ties begin and end.', run: befriend },
  ],
  policies: {},
  groupings: {
    half: {
      ...({ title: 'Half', doc: 'Even and odd seats.', labels: ['even', 'odd'] } as const),
      of: (_: Place, seat: number) => seat % 2,
    },
  },
  outcomes: {
    wealth: outcome({
      ...about,
      ...({ of: 'person', aggregate: 'gini' } as const),
      value: ({ people }, seat) => people.column.wealth[seat],
    }),
    trust: outcome({
      ...about,
      ...({ of: 'tie', layer: 'friend', aggregate: 'mean' } as const),
      value: ({ ties }, tie) => ties.friend.column.trust[tie],
    }),
    arrivals: outcome({
      ...about,
      ...({ of: 'event', event: 'arrival', aggregate: 'perPersonYear' } as const),
    }),
  },
});

/** A simulation of it, recorded every four weeks. */
export function growingSimulation(): Simulation {
  return new Simulation(growing as unknown as Model, {
    parameters: {},
    population: { settings: {} },
    populationKey: { key0: 1, key1: 1 },
    runKey: { key0: 5, key1: 6 },
    seed: 'grow',
    policies: [],
    outcomes: Object.keys(growing.outcomes),
    recordEvery: 4,
    firstWeek: 0,
  });
}
