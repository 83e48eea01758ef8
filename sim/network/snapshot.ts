/** The network at one moment as plain data: chosen columns of people and ties, ended ties left out. */
import type { ColumnArray } from '../data/columns.ts';

/** Ties of one layer; `value` holds the columns asked for, one number a tie. */
export interface LayerSnapshot {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly value: Readonly<Record<string, readonly number[]>>;
}

/** People by seat (`person` −1: vacant) and ties by layer at the beginning of `week`. */
export interface NetworkSnapshot {
  readonly week: number;
  readonly person: readonly number[];
  readonly value: Readonly<Record<string, readonly number[]>>;
  readonly layers: Readonly<Record<string, LayerSnapshot>>;
}

/** A table of columns with a number of rows, as people and ties are. */
interface Rows {
  readonly size: number;
  readonly column: Readonly<Record<string, ColumnArray>>;
}

/** Copies the named columns of people and ties; columns that a store lacks are left out. */
export function takeNetwork(
  week: number,
  people: Rows,
  ties: Readonly<Record<string, Rows>>,
  peopleColumns: readonly string[],
  tieColumns: readonly string[],
): NetworkSnapshot {
  const layers: Record<string, LayerSnapshot> = {};
  for (const [name, store] of Object.entries(ties)) {
    const rows: number[] = [];
    for (let tie = 0; tie < store.size; tie++) if (store.column['ended'][tie] === 0) rows.push(tie);
    const take = (column: string): number[] => rows.map((tie) => store.column[column][tie]);
    const value: Record<string, number[]> = {};
    for (const column of tieColumns) if (store.column[column]) value[column] = take(column);
    layers[name] = { source: take('source'), target: take('target'), value };
  }
  const value: Record<string, number[]> = {};
  for (const column of peopleColumns) {
    if (people.column[column]) value[column] = [...people.column[column].subarray(0, people.size)];
  }
  const person = [...people.column['person'].subarray(0, people.size)];
  return { week, person, value, layers };
}
