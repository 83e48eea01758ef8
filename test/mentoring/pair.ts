/** A small department emptied of its ties, in which single relationships can be followed by hand. */
import { beginTie } from '../../models/mentoring/begin-tie.ts';
import { faculty, full, resident } from '../../models/mentoring/codes.ts';
import type { MentoringWorld } from '../../models/mentoring/shape.ts';
import { countTies } from '../../models/mentoring/tie-counts.ts';
import { runKey } from '../../sim/chance/seeds.ts';
import { processId, Rng } from '../../sim/chance/threefry.ts';
import type { Step } from '../../sim/model/model.ts';
import { Simulation } from '../../sim/model/simulation.ts';
import { arm, model } from '../behaviour/department.ts';

/** No tie ends by chance, and meetings take place as planned. */
export const undisturbed =
  'endingWeak: 0.0001, endingStrong: 0.0001, mismatchEnding: 0, conflictEnding: 0, meetingsKept: 1, onsiteShare: 1';

/** A department of 40 and 20 without any tie, at week 0. `parameters`: those that differ. */
export function emptyDepartment(parameters = undisturbed): MentoringWorld {
  const { scenario } = arm(
    `parameters: { ${parameters} }\npopulation: { faculty: 40, residents: 20, departments: 2 }\n`,
  );
  const simulation = new Simulation(model, {
    parameters: scenario.parameters,
    population: { settings: scenario.population },
    populationKey: runKey('pair'),
    runKey: runKey('pair'),
    seed: 'pair',
    policies: [],
    outcomes: [],
    recordEvery: 52,
    firstWeek: 0,
  });
  const world = simulation.world as unknown as MentoringWorld;
  for (const layer of [world.ties.senior, world.ties.peer]) {
    for (let tie = 0; tie < layer.size; tie++) layer.end(tie);
    layer.compact(world.people.size);
  }
  countTies(world);
  world.people.column.onsite.fill(1);
  return world;
}

/** Runs one step of the schedule in the world's present week. */
export function runStep(world: MentoringWorld, step: Step<MentoringWorld>): void {
  const { key0, key1 } = runKey('pair');
  const rng = new Rng(key0, key1);
  rng.select(processId(step.name), world.week);
  step.run(world, rng);
}

/** A full professor and a resident of the same department. */
export function aPair(world: MentoringWorld): { mentor: number; mentee: number } {
  const { role, rank, department } = world.people.column;
  const mentor = role.findIndex((r, seat) => r === faculty && rank[seat] === full);
  const mentee = role.findIndex(
    (r, seat) => r === resident && department[seat] === department[mentor],
  );
  return { mentor, mentee };
}

/** A senior tie of known quality. */
export function seniorTie(
  world: MentoringWorld,
  mentee: number,
  mentor: number,
  rapport: number,
  quality = 0.6,
): number {
  const tie = beginTie(world, 'senior', mentee, mentor, rapport);
  world.ties.senior.column.quality[tie] = quality;
  return tie;
}

/** Seats of residents, and of full professors. */
export function residentsOf({ people }: MentoringWorld): number[] {
  return seatsWhere(people.size, (seat) => people.column.role[seat] === resident);
}

export function professorsOf({ people }: MentoringWorld): number[] {
  const { role, rank } = people.column;
  return seatsWhere(people.size, (seat) => role[seat] === faculty && rank[seat] === full);
}

// columns have more room than there are seats
function seatsWhere(size: number, accepted: (seat: number) => boolean): number[] {
  return Array.from({ length: size }, (_, seat) => seat).filter(accepted);
}
