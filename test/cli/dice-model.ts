/** A user's own model as the text of a JavaScript file: it can fail, die, wait and tell that it began. */

import { replicateSeed, runKey } from '../../sim/chance/seeds.ts';
import { processId, Rng } from '../../sim/chance/threefry.ts';

/** The file's text: it imports nothing of Mentorscape. */
export const diceModel = `/** Eight people roll dice. */
import { writeFileSync } from 'node:fs';

const lever = (title) => ({
  title, doc: title + '.', unit: 'number', default: 0, range: [0, 1e6], plausible: [0, 1], grade: 'D', source: 'test',
});

function roll(world, rng) {
  const { pips } = world.people.column;
  for (let seat = 0; seat < world.people.size; seat++) pips[seat] = 1 + Math.floor(6 * rng.uniform(seat));
  if (world.week !== 2) return;
  const luck = rng.uniform(99);
  if (luck < world.parameter.fails) throw new Error('a die fell off the table');
  if (luck < world.parameter.dies) process.exit(7);
  if (process.env.DICE_MARKER) writeFileSync(process.env.DICE_MARKER, 'rolling');
  const wait = new Int32Array(new SharedArrayBuffer(4));
  if (world.parameter.waits > 0) Atomics.wait(wait, 0, 0, world.parameter.waits);
}

export const dice = {
  name: 'dice',
  version: '1',
  title: 'Dice',
  doc: 'How many pips do eight people roll?',
  shape: {
    parameters: { fails: lever('Fails below'), dies: lever('Dies below'), waits: lever('Waits') },
    people: { pips: { type: 'f64', unit: 'pips', doc: 'rolled this week' } },
    layers: {},
    tables: {},
    events: {},
  },
  population: {},
  warmUpYears: 0,
  derive: () => ({}),
  setup({ people }) {
    for (let seat = 0; seat < 8; seat++) people.occupy(people.addSeat('seat ' + seat), 0);
  },
  schedule: [{ name: 'roll', doc: 'Everybody rolls a die.', run: roll }],
  policies: {},
  groupings: {},
  outcomes: {
    pips: {
      title: 'Pips', doc: 'Pips rolled.', unit: 'pips', of: 'person', aggregate: 'mean',
      better: 'up', over: 'mean', headline: true,
      value: ({ people }, seat) => people.column.pips[seat],
    },
  },
};
`;

/** A scenario of it; \`parameters\` in YAML. */
export function diceScenario(parameters = '{}', replicates = 8): string {
  return `# What do we roll?
mentorscape: 1
model: dice
parameters: ${parameters}
horizon: 10 weeks
replicates: ${replicates}
seed: 7
`;
}

/** The replicates whose luck in week 2 is below \`share\`. */
export function unlucky(share: number, replicates = 8): number[] {
  return Array.from({ length: replicates }, (_, r) => r).filter((replicate) => {
    const { key0, key1 } = runKey(replicateSeed('7', replicate));
    const rng = new Rng(key0, key1);
    rng.select(processId('roll'), 2);
    return rng.uniform(99) < share;
  });
}
