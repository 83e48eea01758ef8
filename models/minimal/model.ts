/** The smallest complete model: people ask each other at random, and ties that form end by chance. */
import type { Rng } from '../../sim/chance/threefry.ts';
import { defineModel } from '../../sim/model/model.ts';
import { type World, worldShape } from '../../sim/model/world.ts';

const weekly = { unit: 'chance a week', range: [0, 1], grade: 'D', source: 'example' } as const;
const asking = { title: 'Asking', doc: 'Who asks.', default: 0.1, plausible: [0.05, 0.2] } as const;
const fading = { title: 'Fading', doc: 'What ends.', default: 0.02, plausible: [0, 0.05] } as const;
const reading = { better: 'up', over: 'lastYear', headline: true } as const;
const tiesNow = { title: 'Ties', doc: 'Ties at a time.', unit: 'ties', ...reading } as const;

const shape = worldShape({
  parameters: { asking: { ...asking, ...weekly }, fading: { ...fading, ...weekly } },
  people: { asked: { type: 'i32', unit: 'times', doc: 'requests made so far' } },
  layers: { mentoring: {} },
  tables: {},
  events: {},
});
type Place = World<typeof shape>;
const countTies = ({ ties }: Place): number => ties.mentoring.count;

function ask({ people, ties, parameter }: Place, rng: Rng): void {
  const { chanceKey, asked } = people.column;
  for (let ego = 0; ego < people.size; ego++) {
    if (rng.uniform(chanceKey[ego]) >= parameter.asking) continue;
    const alter = Math.floor(rng.second() * people.size);
    asked[ego]++;
    if (alter !== ego && ties.mentoring.find(ego, alter) < 0) ties.mentoring.add(ego, alter);
  }
}

function fade({ people, ties, parameter }: Place, rng: Rng): void {
  const { source, target } = ties.mentoring.column;
  const key = people.column.chanceKey;
  for (let tie = 0; tie < ties.mentoring.size; tie++) {
    if (rng.uniform(key[source[tie]], key[target[tie]]) < parameter.fading) ties.mentoring.end(tie);
  }
}

export const minimal = defineModel({
  name: 'minimal',
  version: '1',
  title: 'Asking and fading',
  doc: 'Who has a mentor when people ask at random?',
  shape,
  population: {},
  warmUpYears: 0,
  derive: () => ({}),
  setup({ people }: Place) {
    for (let seat = 0; seat < 50; seat++) people.occupy(people.addSeat(`seat ${seat}`), 0);
  },
  schedule: [
    { name: 'ask', doc: 'Each person may ask another to be their mentor.', run: ask },
    { name: 'fade', doc: 'Ties end by chance.', run: fade },
  ],
  policies: {},
  groupings: {},
  outcomes: { ties: { ...tiesNow, of: 'world', aggregate: 'mean', value: countTies } },
});
