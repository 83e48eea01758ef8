/** People of a replayed run, as `why` names them: an id, their groups and how they fare. */
import type { PersonOutcome } from '../sim/model/outcomes.ts';
import type { Model } from '../sim/model/simulation.ts';
import type { World } from '../sim/model/world.ts';

/** One line of the list of people. */
export interface PersonRow {
  readonly person: number;
  readonly groups: readonly string[];
}

/** Everybody who is there, by seat. */
export function peopleTable(model: Model, world: World): PersonRow[] {
  const rows: PersonRow[] = [];
  for (let seat = 0; seat < world.people.size; seat++) {
    const person = personAt(world, seat);
    if (person >= 0) rows.push({ person, groups: groupsOf(model, world, seat) });
  }
  return rows;
}

/** How a person fares: groups and headline outcomes, or that the person is not there. */
export function stateOf(model: Model, world: World, person: number): string {
  for (let seat = 0; seat < world.people.size; seat++) {
    if (personAt(world, seat) !== person) continue;
    const outcomes = Object.values(model.outcomes).filter(
      (outcome): outcome is PersonOutcome<World> =>
        outcome.of === 'person' && outcome.headline === true,
    );
    const values = outcomes.flatMap(({ title, value }) => {
      const now = value(world, seat);
      return Number.isNaN(now) ? [] : [`${title.toLowerCase()} ${Number(now.toFixed(2))}`];
    });
    return [...groupsOf(model, world, seat), ...values].join(', ');
  }
  return 'not there any more';
}

function groupsOf(model: Model, world: World, seat: number): string[] {
  return Object.values(model.groupings).flatMap(({ labels, of }) => labels[of(world, seat)] ?? []);
}

function personAt(world: World, seat: number): number {
  return (world.people.column as unknown as { person: Int32Array }).person[seat];
}
