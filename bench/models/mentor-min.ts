/** The reference model mentor-min, synchronous and keyed, as a user of the engine would write it. */
import { exp } from '../../sim/chance/portable.ts';
import type { Rng } from '../../sim/chance/threefry.ts';
import { columns } from '../../sim/data/columns.ts';
import type { Population } from '../../sim/data/population.ts';
import { defineModel } from '../../sim/model/model.ts';
import { outcomeFor } from '../../sim/model/outcomes.ts';
import type { World } from '../../sim/model/world.ts';
import { worldShape } from '../../sim/model/world.ts';

export const departmentCount = 10;
const interestCount = 4;
const mostTies = 4;

const weight = { unit: 'log odds', range: [-10, 10], plausible: [-4, 4], grade: 'D' } as const;
const source = 'design/performance.md';

export const peopleColumns = columns({
  department: { type: 'u8', unit: 'department', doc: 'seat number modulo 10' },
  capacity: { type: 'u8', unit: 'people', doc: '6 for faculty, 3 for residents' },
  interest: { type: 'f64', width: interestCount, unit: '0 to 1', doc: 'four interests' },
  burnout: { type: 'f64', unit: '0 to 1', doc: 'burnout now' },
  burnoutBefore: { type: 'f64', unit: '0 to 1', doc: 'burnout at the beginning of the week' },
  received: { type: 'i32', unit: 'ties', doc: 'ties received now' },
});

const shape = worldShape({
  parameters: {
    base: { ...weight, title: 'Base', doc: 'Anybody.', default: -3.5, source },
    alike: { ...weight, title: 'Alike', doc: 'Similar interests.', default: 2, source },
    near: { ...weight, title: 'Near', doc: 'The same department.', default: 0.5, source },
    busy: { ...weight, title: 'Busy', doc: 'Ties over capacity.', default: 1, source },
  },
  people: peopleColumns,
  layers: { mentoring: { strength: { type: 'f64', unit: '0 to 1', doc: 'how strong it is' } } },
  tables: {
    departments: {
      doc: 'Where the people of each department are in `members`.',
      columns: {
        first: { type: 'i32', unit: 'row', doc: 'first member' },
        size: { type: 'i32', unit: 'people', doc: 'members' },
      },
    },
    members: {
      doc: 'People by department.',
      columns: { seat: { type: 'i32', unit: 'seat', doc: 'who' } },
    },
  },
  events: {},
});
type Place = World<typeof shape>;

/** Seats `count` people and draws what they begin with. */
export function seatPeople(
  people: Population<typeof peopleColumns>,
  count: number,
  rng: Rng,
): void {
  for (let seat = 0; seat < count; seat++) {
    people.occupy(people.addSeat(`seat ${seat}`), 0);
    const { chanceKey, department, capacity, interest, burnout } = people.column;
    const key = chanceKey[seat];
    department[seat] = seat % departmentCount;
    capacity[seat] = seat % 3 === 0 ? 6 : 3;
    for (let k = 0; k < interestCount; k++) {
      interest[seat * interestCount + k] = rng.uniform(key, 0, k);
    }
    burnout[seat] = rng.uniform(key, 0, interestCount);
  }
}

function listDepartments({ people, tables }: Place): void {
  for (let own = 0; own < departmentCount; own++) {
    const row = tables.departments.addRow();
    tables.departments.column.first[row] = tables.members.size;
    for (let seat = own; seat < people.size; seat += departmentCount) {
      const member = tables.members.addRow();
      tables.members.column.seat[member] = seat;
    }
    tables.departments.column.size[row] =
      tables.members.size - tables.departments.column.first[row];
  }
}

/** How much `alter` draws `ego`: 0 for oneself and for those tied to already. */
function pull({ people, ties, parameter }: Place, ego: number, alter: number): number {
  if (ego === alter) return 0;
  const { out, in: received, column } = ties.mentoring;
  const { target } = column;
  for (let k = out.start[ego], last = out.start[ego + 1]; k < last; k++) {
    if (target[out.tie[k]] === alter) return 0;
  }
  const { interest, department, capacity } = people.column;
  let apart = 0;
  for (let k = 0, a = ego * interestCount, b = alter * interestCount; k < interestCount; k++) {
    apart += Math.abs(interest[a + k] - interest[b + k]);
  }
  const load = (received.start[alter + 1] - received.start[alter]) / capacity[alter];
  return exp(
    parameter.base +
      parameter.alike * (1 - apart / interestCount) +
      (department[alter] === department[ego] ? parameter.near : 0) -
      parameter.busy * load,
  );
}

function meet(place: Place, rng: Rng): void {
  const { people, ties, tables } = place;
  const { chanceKey, department, received } = people.column;
  const { first, size } = tables.departments.column;
  const member = tables.members.column.seat;
  const { start } = ties.mentoring.out;
  for (let ego = 0; ego < people.size; ego++) {
    if (start[ego + 1] - start[ego] >= mostTies) continue;
    const key = chanceKey[ego];
    const own = department[ego];
    const c0 = member[first[own] + Math.floor(rng.uniform(key) * size[own])];
    const c1 = member[first[own] + Math.floor(rng.second() * size[own])];
    const c2 = Math.floor(rng.uniform(key, 0, 1) * people.size);
    const chance = rng.second();
    const w0 = pull(place, ego, c0);
    const w1 = pull(place, ego, c1);
    const w2 = pull(place, ego, c2);
    const point = chance * (1 + w0 + w1 + w2);
    if (point >= w0 + w1 + w2) continue;
    const alter = point < w0 ? c0 : point < w0 + w1 ? c1 : c2;
    const tie = ties.mentoring.add(ego, alter);
    ties.mentoring.column.strength[tie] = 0.1;
    received[alter]++;
  }
}

function burnOut({ people, ties }: Place, rng: Rng): void {
  const { chanceKey, capacity, burnout, burnoutBefore: before } = people.column;
  const { out, in: received } = ties.mentoring;
  const { target, strength } = ties.mentoring.column;
  before.set(burnout);
  for (let ego = 0; ego < people.size; ego++) {
    const first = out.start[ego];
    const last = out.start[ego + 1];
    let support = 0;
    let around = 0;
    for (let k = first; k < last; k++) {
      const tie = out.tie[k];
      support += strength[tie];
      around += before[target[tie]];
    }
    const own = before[ego];
    const load = (received.start[ego + 1] - received.start[ego]) / capacity[ego];
    const drift = last > first ? 0.05 * (around / (last - first) - own) : 0;
    const chance = rng.uniform(chanceKey[ego]) + rng.second() - 1;
    const next = own + 0.02 * load - 0.021 * support + drift + 0.02 * chance;
    burnout[ego] = next < 0 ? 0 : next > 1 ? 1 : next;
  }
}

/** Only ties that the week began with: `indexed` leaves out those that `meet` has just added. */
function interact({ people, ties }: Place, rng: Rng): void {
  const { mentoring } = ties;
  const { source, target, strength } = mentoring.column;
  const { chanceKey, received } = people.column;
  for (let tie = 0; tie < mentoring.indexed; tie++) {
    const now = strength[tie];
    const well = rng.uniform(chanceKey[source[tie]], chanceKey[target[tie]]) < 0.5;
    const next = well ? now + 0.1 * (1 - now) : now * 0.7;
    strength[tie] = next;
    if (next >= 0.05) continue;
    mentoring.end(tie);
    received[target[tie]]--;
  }
}

const shown = { over: 'lastYear', better: 'neither', headline: true } as const;
const outcome = outcomeFor<Place>();

export const mentorMin = defineModel({
  name: 'mentor-min',
  version: '1',
  title: 'Meeting, tie and burnout',
  doc: 'The model on which engines are compared for speed.',
  shape,
  population: {
    people: {
      title: 'People',
      doc: 'How many.',
      unit: 'people',
      default: 1000,
      range: [20, 10_000_000],
      plausible: [1000, 100_000],
      integer: true,
      grade: 'D',
      source,
    },
  },
  warmUpYears: 0,
  derive: () => ({}),
  setup(place: Place, { settings }, rng) {
    seatPeople(place.people, Number(settings['people']), rng);
    listDepartments(place);
  },
  // all three read the state that the week began with
  schedule: [
    { name: 'meet', doc: 'One of three candidates, or nobody, becomes a mentor.', run: meet },
    { name: 'burnout', doc: 'Load, support, others and chance move burnout.', run: burnOut },
    { name: 'interact', doc: 'Ties grow or fade; those that fade away end.', run: interact },
  ],
  policies: {},
  groupings: {},
  outcomes: {
    burnout: outcome({
      ...shown,
      title: 'Burnout',
      doc: 'Mean burnout.',
      unit: '0 to 1',
      of: 'person',
      aggregate: 'mean',
      value: ({ people }, seat) => people.column.burnout[seat],
    }),
    ties: outcome({
      ...shown,
      title: 'Ties',
      doc: 'Ties at a time.',
      unit: 'ties',
      of: 'world',
      aggregate: 'mean',
      value: ({ ties }) => ties.mentoring.count,
    }),
    inequality: outcome({
      ...shown,
      title: 'Inequality',
      doc: 'Gini coefficient of ties received.',
      unit: 'Gini',
      of: 'person',
      aggregate: 'gini',
      value: ({ people }, seat) => people.column.received[seat],
    }),
  },
});
