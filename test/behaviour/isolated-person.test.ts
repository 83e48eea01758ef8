/** One more person who meets nobody changes nobody else's history. */
import { describe, expect, it } from 'vitest';
import { synthesiseRoster } from '../../models/mentoring/synthetic-roster.ts';
import { runKey, sequential } from '../../sim/chance/seeds.ts';
import type { ColumnArray } from '../../sim/data/columns.ts';
import type { PersonRecord, RosterRecords } from '../../sim/model/model.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import { arm, model } from './department.ts';

const roster: RosterRecords = synthesiseRoster(
  { faculty: 45, residents: 30, departments: 3 },
  sequential('isolated'),
);
const [colleague] = roster.people;

function isolated(over: Partial<PersonRecord>): PersonRecord {
  const numbers = { ...colleague.numbers, sociability: 0 };
  return { ...colleague, id: 'isolated', ...over, numbers };
}

function simulate(people: readonly PersonRecord[], policies: string): Simulation {
  const { scenario } = arm(`policies:${policies}\n`);
  const key = runKey('history');
  return new Simulation(model, {
    parameters: scenario.parameters,
    population: { settings: {}, roster: { people, ties: roster.ties } },
    populationKey: key,
    runKey: key,
    seed: 'history',
    policies: scenario.policies,
    outcomes: [],
    recordEvery: 52,
    firstWeek: 0,
  });
}

/** Every column of every seat but `without`, save the ids, which only name people in records. */
function state(simulation: Simulation, without: number): Record<string, number[]> {
  const { people } = simulation.world;
  const rows: Record<string, number[]> = {};
  for (const [name, values] of Object.entries<ColumnArray>(people.column)) {
    if (name === 'person') continue;
    const width = values.length / people.capacity;
    rows[name] = [...values.subarray(0, people.size * width)].filter(
      (_, k) => Math.floor(k / width) !== without,
    );
  }
  return rows;
}

const everything = [
  '',
  '  - { policy: formalMatching, who: everyone }',
  '  - { policy: peerGroups, who: everyone }',
  '  - { policy: protectedTime }',
  '  - { policy: hybridWork, schedule: anchor }',
].join('\n');

describe('an isolated person, sociability 0 and no ties', () => {
  const last = roster.people.length;
  it.each([
    ['faculty of the same department, listed last', isolated({}), last, ''],
    ['faculty of the same department, listed first', isolated({}), 0, ''],
    ['a resident of the same department', isolated({ role: 'resident', rank: 'PGY2' }), last, ''],
    ['somebody outside', isolated({ external: true, site: 'external' }), last, ''],
    ['faculty, with every policy in force', isolated({}), last, everything],
    [
      'a resident, with every policy in force',
      isolated({ role: 'resident', rank: 'PGY1' }),
      last,
      everything,
    ],
  ])('%s: no other history moves in five years', (_, person, at, policies) => {
    const people = [...roster.people];
    const without = simulate(people, policies);
    people.splice(at, 0, person);
    const withOne = simulate(people, policies);
    for (let week = 13; week <= 260; week += 13) {
      without.runTo(week);
      withOne.runTo(week);
      const actual = state(withOne, at);
      for (const [name, values] of Object.entries(state(without, -1))) {
        expect(actual[name], `${name} in week ${week}`).toEqual(values);
      }
    }
    expect(withOne.world.ties['senior'].count).toBe(without.world.ties['senior'].count);
    expect(without.world.ties['senior'].count).toBeGreaterThan(50);
  });
});
