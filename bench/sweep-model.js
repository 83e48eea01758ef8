/** A model for measuring sweeps: a run spins for a set time and has as many rows as is asked. */

const lever = (title, unit) => ({
  ...{ title, doc: `${title}.`, unit, default: 0, range: [0, 1e9], plausible: [0, 1] },
  ...{ grade: 'D', source: 'bench' },
});

/** Outcomes: with everybody alone, a row each and period. */
const outcomes = Object.fromEntries(
  Array.from({ length: 24 }, (_, k) => [
    `outcome${k}`,
    {
      ...{
        title: `Outcome ${k}`,
        doc: 'A number.',
        unit: 'number',
        of: 'world',
        aggregate: 'mean',
      },
      ...{ better: 'up', over: 'mean', headline: true },
      value: ({ parameter }) => parameter.x + k,
    },
  ]),
);

export const spin = {
  ...{ name: 'spin', version: '1', title: 'Spin', doc: 'How long does a run take?' },
  shape: {
    parameters: { spin: lever('Spins', 'ms'), x: lever('Varies', 'number') },
    people: { held: { type: 'f64', unit: 'number', doc: 'nothing' } },
    ...{ layers: {}, tables: {}, events: {} },
  },
  ...{ population: {}, warmUpYears: 0 },
  derive: () => ({}),
  setup({ people }) {
    people.occupy(people.addSeat('seat'), 0);
  },
  schedule: [
    {
      ...{ name: 'spin', doc: 'Works for the time of the run.' },
      run({ week, parameter }) {
        if (week !== 0 || parameter.spin === 0) return;
        // a number of rounds, not a time: on a machine that does other work a run stays as long
        const rounds = parameter.spin * roundsPerMillisecond;
        let x = 0;
        for (let k = 0; k < rounds; k++) x = Math.sqrt(x + k);
        if (Number.isNaN(x)) throw new Error('no number');
      },
    },
  ],
  ...{ policies: {}, groupings: {}, outcomes },
};

/** Rounds of the loop above in a millisecond, about: the same for all that are compared. */
const roundsPerMillisecond = 500_000;
