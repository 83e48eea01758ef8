/** A model that writes down when its hooks and processes are called, and with what. */
import type { Rng } from '../../sim/chance/threefry.ts';
import { columns } from '../../sim/data/columns.ts';
import type { InForce, Policy } from '../../sim/model/model.ts';
import { defineModel, policyFor } from '../../sim/model/model.ts';
import { parameters } from '../../sim/model/parameters.ts';
import type { Model, PolicyInForce } from '../../sim/model/simulation.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import type { World } from '../../sim/model/world.ts';
import { worldShape } from '../../sim/model/world.ts';

/** One call. `draw` is the first uniform of person 7 on the stream that was handed over. */
export interface Call {
  readonly week: number;
  readonly who: string;
  readonly strength?: number;
  readonly light?: number;
  readonly draw: number;
}

const shape = worldShape({
  parameters: {},
  people: columns({ light: { type: 'f64', unit: 'lux', doc: 'a condition; 10 without policies' } }),
  layers: {},
  tables: {},
  events: {},
});
type Place = World<typeof shape>;

const levers = parameters({
  amount: {
    ...({ title: 'Amount', doc: 'Added to the light.', unit: 'lux', default: 1 } as const),
    ...({ range: [0, 100], plausible: [0, 10], grade: 'D', source: 'test' } as const),
  },
});

/** What may go wrong, for tests of errors. */
export interface Faults {
  /** Process or policy, and the week in which it throws `cause`. */
  readonly in?: string;
  readonly week?: number;
  readonly cause?: unknown;
}

/** The model, and the list its calls are written to. */
export function policyModel(faults: Faults = {}): { model: Model; calls: Call[] } {
  const calls: Call[] = [];
  const mayFail = (name: string, week: number): void => {
    if (faults.in === name && (faults.week ?? week) === week) throw faults.cause;
  };
  const note = ({ week }: Place, who: string, rng: Rng, more: object = {}): void => {
    calls.push({ week, who, ...more, draw: rng.uniform(7) });
  };
  const process = (name: string) => ({
    name,
    doc: 'Writes down the light it sees.',
    run: (world: Place, rng: Rng): void => {
      note(world, name, rng, { light: world.people.column.light[0] });
      mayFail(name, world.week);
    },
  });
  const policy = (name: string): Policy<Place> => {
    const hook = (kind: string) => (world: Place, _: unknown, inForce: InForce, rng: Rng) => {
      note(world, `${name} ${kind}`, rng, { strength: inForce.strength });
      mayFail(`policy ${name}`, world.week);
    };
    return policyFor<Place>()({
      ...{ title: name, doc: 'Adds light.', source: 'test', levers },
      conditions(world, lever, inForce, rng) {
        world.people.column.light[0] += lever.amount * inForce.strength;
        hook('conditions')(world, lever, inForce, rng);
      },
      introduces: hook('introduces'),
      cost: hook('cost'),
    });
  };
  const model = defineModel({
    name: 'lamps',
    version: '1',
    title: 'Lamps',
    doc: 'Who changes the light, and when?',
    shape,
    population: {},
    warmUpYears: 0,
    derive: () => ({}),
    setup: ({ people, week }: Place) => {
      people.occupy(people.addSeat('seat'), 0);
      mayFail('setup', week);
    },
    baseConditions: ({ people }: Place) => {
      people.column.light[0] = 10;
    },
    schedule: [process('before'), 'policies', process('after')],
    policies: { sun: policy('sun'), lamp: policy('lamp') },
    groupings: {},
    outcomes: {},
  });
  return { model: model as unknown as Model, calls };
}

/** A policy in force with what is usual where nothing is said. */
export function inForce(policy: string, more: Partial<PolicyInForce> = {}): PolicyInForce {
  return { policy, levers: { amount: 1 }, start: 0, end: Infinity, ramp: 0, ...more };
}

/** A simulation of the model from `firstWeek`. */
export function lamps(
  model: Model,
  policies: readonly PolicyInForce[],
  { firstWeek = 0, seed = 'lamp oil' } = {},
): Simulation {
  return new Simulation(model, {
    parameters: {},
    population: { settings: {} },
    populationKey: { key0: 1, key1: 1 },
    runKey: { key0: 3, key1: 4 },
    seed,
    policies,
    outcomes: [],
    recordEvery: 52,
    firstWeek,
  });
}

/** The calls of a run of some weeks. */
export function callsOf(
  policies: readonly PolicyInForce[],
  weeks: number,
  firstWeek = 0,
): readonly Call[] {
  const { model, calls } = policyModel();
  lamps(model, policies, { firstWeek }).runTo(weeks);
  return calls;
}
