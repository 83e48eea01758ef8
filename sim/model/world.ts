/** What a process sees: people, ties, tables, parameters, the week, and counters of events. */
import type { Rng } from '../chance/threefry.ts';
import type { ColumnSpecs } from '../data/columns.ts';
import { Population } from '../data/population.ts';
import { Table } from '../data/table.ts';
import { TieStore } from '../data/ties.ts';
import type { EventCounter } from './events.ts';
import type { ParameterSpecs, Values } from './parameters.ts';
import type { Trace } from './trace.ts';

/** A table beside people and ties. A transient one is scratch: not in snapshots or digests. */
export interface TableSpec {
  readonly doc: string;
  readonly columns: ColumnSpecs;
  readonly transient?: boolean;
}

/** An event that processes count, by the groups of the person it happens to. */
export interface EventSpec {
  readonly unit: string;
  readonly doc: string;
}

/** The declarations from which the types of a model's world follow. */
export interface WorldShape {
  readonly parameters: ParameterSpecs;
  readonly people: ColumnSpecs;
  readonly layers: Readonly<Record<string, ColumnSpecs>>;
  readonly tables: Readonly<Record<string, TableSpec>>;
  readonly events: Readonly<Record<string, EventSpec>>;
}

/** Declares a world's shape and keeps its exact types. */
export function worldShape<const S extends WorldShape>(shape: S): S {
  return shape;
}

/** The state of one simulated place. `C` is what the model derives once from its parameters. */
export interface World<S extends WorldShape = WorldShape, C = unknown> {
  readonly people: Population<S['people']>;
  readonly ties: { readonly [L in keyof S['layers']]: TieStore<S['layers'][L]> };
  readonly tables: { readonly [T in keyof S['tables']]: Table<S['tables'][T]['columns']> };
  readonly events: { readonly [E in keyof S['events']]: EventCounter };
  readonly parameter: Values<S['parameters']>;
  readonly constant: C;
  /** Weeks since the start; negative while warming up. */
  week: number;
  /** Who watches decisions, in a replay that explains; undefined in all other runs. */
  trace: Trace | undefined;
}

/** A step of the weekly schedule: changes columns of the world, drawing chance from `rng`. */
export type Process<W> = (world: W, rng: Rng) => void;

/** The stores of a new, empty world. */
export function createStores<S extends WorldShape>(
  shape: S,
): Pick<World<S>, 'people' | 'ties' | 'tables'> {
  const ties: Record<string, TieStore<ColumnSpecs>> = {};
  for (const [name, specs] of Object.entries(shape.layers)) ties[name] = new TieStore(specs);
  const tables: Record<string, Table<ColumnSpecs>> = {};
  for (const [name, spec] of Object.entries(shape.tables)) tables[name] = new Table(spec.columns);
  return {
    people: new Population(shape.people),
    ties: ties as unknown as World<S>['ties'],
    tables: tables as World<S>['tables'],
  };
}
