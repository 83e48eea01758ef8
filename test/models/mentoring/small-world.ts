/** A small department to try single processes on. */
import { mentoring } from '../../../models/mentoring/model.ts';
import type { MentoringWorld } from '../../../models/mentoring/shape.ts';
import { models } from '../../../models/registry.ts';
import { runKey } from '../../../sim/chance/seeds.ts';
import { Rng } from '../../../sim/chance/threefry.ts';
import { parseScenario } from '../../../sim/model/scenario-parse.ts';
import type { Model } from '../../../sim/model/simulation.ts';
import { Simulation } from '../../../sim/model/simulation.ts';

export const model = mentoring as unknown as Model;

/** A department at its start: parameters beside the defaults, which may leave their range. */
export function department(
  parameters: Readonly<Record<string, number>> = {},
  text = 'population: { faculty: 12, residents: 8, departments: 2 }\n',
  firstWeek = 0,
): { simulation: Simulation; world: MentoringWorld } {
  const scenario = parseScenario(`mentorscape: 1\n${text}`, 'small.yaml', models, () => '');
  const simulation = new Simulation(model, {
    parameters: { ...scenario.parameters, ...parameters },
    population: { settings: scenario.population },
    populationKey: runKey(1),
    runKey: runKey('small world'),
    seed: 'small world',
    policies: scenario.policies,
    outcomes: [],
    recordEvery: 52,
    firstWeek,
  });
  return { simulation, world: simulation.world as unknown as MentoringWorld };
}

/** Draws of their own for a process that is run by hand. */
export function draws(): Rng {
  const { key0, key1 } = runKey('by hand');
  return new Rng(key0, key1);
}

/** Seats held by people of a role. */
export function seatsOf(world: MentoringWorld, role: number): number[] {
  const { person, role: roles } = world.people.column;
  return Array.from({ length: world.people.size }, (_, seat) => seat).filter(
    (seat) => person[seat] >= 0 && roles[seat] === role,
  );
}
