/** Departments and the fixed lists of seats from which chance encounters are drawn. */
import type { Rng } from '../../sim/chance/threefry.ts';
import { digestText } from '../../sim/data/digest.ts';
import { faculty } from './codes.ts';
import type { MentoringWorld } from './shape.ts';

/** Spread of department centres of interest. */
const centreSpread = 0.25;

/** Adds a department whose interests cluster around a centre of its own. */
export function addDepartment(world: MentoringWorld, name: string, rng: Rng): number {
  const { departments } = world.tables;
  const d = departments.addRow();
  const key = Number.parseInt(digestText(name).slice(0, 8), 16);
  departments.column.key[d] = key;
  for (let k = 0; k < 4; k++) {
    departments.column.centre[d * 4 + k] = centreSpread * rng.normal(key, 0, k);
  }
  return d;
}

/** Adds a vacant seat to a department. `name` stays the same in every scenario of a comparison. */
export function addSeat(world: MentoringWorld, name: string, role: number, d: number): number {
  const { people } = world;
  const seat = people.addSeat(name);
  people.column.role[seat] = role;
  people.column.department[seat] = d;
  return seat;
}

/**
 * Lists, department by department, the seats that can be met by chance: faculty first. Isolated
 * posts are left out, so that adding one changes nobody's candidates.
 */
export function listPlaces(world: MentoringWorld): void {
  const { people, tables } = world;
  const { department, role, isolated, external } = people.column;
  const d = tables.departments.column;
  const lists = Array.from({ length: tables.departments.size }, () => ({
    faculty: [] as number[],
    residents: [] as number[],
  }));
  for (let seat = 0; seat < people.size; seat++) {
    if (isolated[seat] === 1) continue;
    const list = lists[department[seat]];
    (role[seat] === faculty ? list.faculty : list.residents).push(seat);
  }
  lists.forEach((list, dept) => {
    d.firstPlace[dept] = tables.places.size;
    d.facultyPlaces[dept] = list.faculty.length;
    for (const seat of [...list.faculty, ...list.residents]) {
      // the row first: adding it may replace the column
      const row = tables.places.addRow();
      tables.places.column.seat[row] = seat;
    }
    d.allPlaces[dept] = tables.places.size - d.firstPlace[dept];
  });
  for (let seat = 0; seat < people.size; seat++) {
    if (role[seat] === faculty && external[seat] === 0 && isolated[seat] === 0) {
      d.posts[department[seat]]++;
    }
  }
}
