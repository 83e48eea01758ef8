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
const uniform = { type: 'f64', unit: '0 to 1' } as const;

export const peopleColumns = columns({
  department: { type: 'u8', unit: 'department', doc: 'seat number modulo 10' },
  capacity: { type: 'u8', unit: 'people', doc: '6 for faculty, 3 for residents' },
  interest: { type: 'f64', width: interestCount, unit: '0 to 1', doc: 'four interests' },
  burnout: { type: 'f64', unit: '0 to 1', doc: 'burnout now' },
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
    free: {
      doc: 'People with a free slot this week, and what they draw.',
      columns: {
        seat: { type: 'i32', unit: 'seat', doc: 'who' },
        key: { type: 'u32', unit: 'key', doc: "the person's chance key" },
        first: { ...uniform, doc: 'which first candidate' },
        second: { ...uniform, doc: 'which second candidate' },
        third: { ...uniform, doc: 'which third candidate' },
        choice: { ...uniform, doc: 'who of them, if anybody' },
      },
      transient: true,
    },
    week: {
      doc: "What moves each person's burnout this week.",
      columns: {
        support: { type: 'f64', unit: 'strength', doc: 'strength of own ties as the week began' },
        around: { type: 'f64', unit: '0 to 1', doc: 'mean burnout of those tied to, as it began' },
        first: { ...uniform, doc: 'chance' },
        second: { ...uniform, doc: 'more chance' },
      },
      transient: true,
    },
    luck: {
      doc: 'What each tie draws.',
      columns: { well: { ...uniform, doc: 'it grows if under one half' } },
      transient: true,
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

/** The weights of three candidates. */
const weights = new Float64Array(3);
const candidate = new Int32Array(3);

/** Lists who has a free slot. Returns how many. */
function listFree({ people, ties, tables }: Place): number {
  const { free } = tables;
  free.reserve(people.size);
  const { seat, key } = free.column;
  const { chanceKey } = people.column;
  const { start } = ties.mentoring.out;
  let n = 0;
  for (let ego = 0; ego < people.size; ego++) {
    if (start[ego + 1] - start[ego] >= mostTies) continue;
    seat[n] = ego;
    key[n++] = chanceKey[ego];
  }
  return n;
}

function meet(place: Place, rng: Rng): void {
  const { people, ties, tables, parameter } = place;
  const n = listFree(place);
  const free = tables.free.column;
  rng.uniforms(free.key, n, 0, free.first, free.second);
  rng.uniforms(free.key, n, 1, free.third, free.choice);
  const { mentoring } = ties;
  const { department, capacity, interest } = people.column;
  const { first, size } = tables.departments.column;
  const member = tables.members.column.seat;
  const { start } = mentoring.out;
  const received = mentoring.in.degree;
  const { base, alike, near, busy } = parameter;
  const count = people.size;
  mentoring.reserve(mentoring.size + n);
  const { target, strength } = mentoring.column;
  for (let k = 0; k < n; k++) {
    const ego = free.seat[k];
    const mine = start[ego];
    const last = start[ego + 1];
    const own = department[ego];
    candidate[0] = member[first[own] + Math.floor(free.first[k] * size[own])];
    candidate[1] = member[first[own] + Math.floor(free.second[k] * size[own])];
    candidate[2] = Math.floor(free.third[k] * count);

    for (let c = 0; c < 3; c++) {
      const alter = candidate[c];
      weights[c] = 0;
      let known = alter === ego;
      for (let t = mine; t < last; t++) if (target[t] === alter) known = true;
      if (known) continue;
      const a = ego * interestCount;
      const b = alter * interestCount;
      const apart =
        Math.abs(interest[a] - interest[b]) +
        Math.abs(interest[a + 1] - interest[b + 1]) +
        Math.abs(interest[a + 2] - interest[b + 2]) +
        Math.abs(interest[a + 3] - interest[b + 3]);
      const load = received[alter] / capacity[alter];
      weights[c] = exp(
        base + alike * (1 - apart / 4) + (department[alter] === own ? near : 0) - busy * load,
      );
    }

    const one = weights[0];
    const two = one + weights[1];
    const three = two + weights[2];
    const point = free.choice[k] * (1 + three);
    if (point >= three) continue;
    const alter = candidate[point < one ? 0 : point < two ? 1 : 2];
    strength[mentoring.add(ego, alter)] = 0.1;
  }
}

/** Ties grow or fade; support and the burnout around are those that the week began with. */
function interact({ people, ties, tables }: Place, rng: Rng): void {
  const { mentoring } = ties;
  const { start } = mentoring.out;
  const { source, target, strength } = mentoring.column;
  const { chanceKey, burnout } = people.column;
  tables.week.reserve(people.size);
  const { support, around } = tables.week.column;
  tables.luck.reserve(mentoring.indexed);
  const { well } = tables.luck.column;
  rng.tieUniforms(chanceKey, source, target, mentoring.indexed, 0, well);
  for (let ego = 0; ego < people.size; ego++) {
    const mine = start[ego];
    const last = start[ego + 1];
    let strengths = 0;
    let burnouts = 0;
    for (let t = mine; t < last; t++) {
      const now = strength[t];
      strengths += now;
      burnouts += burnout[target[t]];
      const next = well[t] < 0.5 ? now + 0.1 * (1 - now) : now * 0.7;
      strength[t] = next;
      if (next < 0.05) mentoring.end(t);
    }
    support[ego] = strengths;
    around[ego] = last > mine ? burnouts / (last - mine) : burnout[ego];
  }
}

function burnOut({ people, ties, tables }: Place, rng: Rng): void {
  const { chanceKey, capacity, burnout } = people.column;
  const received = ties.mentoring.in.degree;
  const { support, around, first, second } = tables.week.column;
  rng.uniforms(chanceKey, people.size, 0, first, second);
  for (let ego = 0; ego < people.size; ego++) {
    const own = burnout[ego];
    const load = received[ego] / capacity[ego];
    const chance = first[ego] + second[ego] - 1;
    const next =
      own + 0.02 * load - 0.021 * support[ego] + 0.05 * (around[ego] - own) + 0.02 * chance;
    burnout[ego] = next < 0 ? 0 : next > 1 ? 1 : next;
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
    { name: 'interact', doc: 'Ties grow or fade; those that fade away end.', run: interact },
    { name: 'burnout', doc: 'Load, support, others and chance move burnout.', run: burnOut },
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
      value: ({ ties }, seat) => ties.mentoring.in.degree[seat],
    }),
  },
});
