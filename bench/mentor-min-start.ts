/** The state that the engine's mentor-min starts from, as plain arrays: made once, not timed. */
import { processId, Rng } from '../sim/chance/threefry.ts';
import { Population } from '../sim/data/population.ts';
import { departmentCount, peopleColumns, seatPeople } from './models/mentor-min.ts';

/** People before the first week. `member[first[d]]` to `member[first[d + 1] − 1]` are those of d. */
export interface Start {
  readonly people: number;
  /** The people's chance keys, which name them in draws. */
  readonly key: Int32Array;
  readonly interest: Float64Array;
  readonly burnout: Float64Array;
  readonly capacity: Uint8Array;
  readonly department: Uint8Array;
  readonly first: Int32Array;
  readonly member: Int32Array;
}

/** Draws the same people as the model's set-up does for the population key (`seed`, 0). */
export function startOf(people: number, seed: number): Start {
  const population = new Population(peopleColumns, people);
  const rng = new Rng(seed, 0);
  rng.select(processId('setup'), 0);
  seatPeople(population, people, rng);
  const first = new Int32Array(departmentCount + 1);
  const member = new Int32Array(people);
  let listed = 0;
  for (let own = 0; own < departmentCount; own++) {
    for (let seat = own; seat < people; seat += departmentCount) member[listed++] = seat;
    first[own + 1] = listed;
  }
  const { chanceKey, interest, burnout, capacity, department } = population.column;
  const key = Int32Array.from(chanceKey);
  return { people, key, interest, burnout, capacity, department, first, member };
}
