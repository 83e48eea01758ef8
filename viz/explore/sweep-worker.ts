/** The worker that opens exported sweeps: it reads Parquet, joins, and slices; nothing leaves it but answers. */
import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { text } from '../text/explore.ts';
import { type SliceCell, type SliceQuery, sliceOf } from './slice.ts';
import type { Factor, Row, SweepData, Table } from './sweep-table.ts';
import { columnsOf, joinTables, tableOf } from './sweep-table.ts';

/** Page to worker: files to open, or a question to what is open. */
export type ToSweep =
  | { readonly id: number; readonly files: readonly File[] }
  | { readonly id: number; readonly query: SliceQuery };

/** What is open, without its rows. */
export interface SweepFacts {
  readonly runs: number;
  readonly values: number;
  readonly missing: number;
  readonly outcomes: readonly string[];
  readonly groups: readonly string[];
  readonly factors: readonly Factor[];
  /** Files that hold nothing for slices. */
  readonly unused: readonly string[];
}

/** Worker to page. */
export type FromSweep =
  | { readonly id: number; readonly facts: SweepFacts }
  | { readonly id: number; readonly cells: readonly SliceCell[] }
  | { readonly id: number; readonly error: string };

/** Largest file and most rows that are opened. */
const largest = 200_000_000;
const mostRows = 2_000_000;

let open: SweepData | undefined;

async function read(files: readonly File[]): Promise<SweepFacts> {
  const tables = new Map<Table, readonly Row[]>();
  const unused: string[] = [];
  for (const file of files) {
    const name = file.name.slice(-80);
    if (file.size > largest) throw new RangeError(text.open.large(name, largest / 1e6));
    const bytes = await file.arrayBuffer();
    const metadata = await parquetMetadataAsync(bytes).catch((error: Error) => {
      throw new RangeError(text.open.notParquet(name, error.message));
    });
    const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
    const table = tableOf(columns);
    if (!table) {
      unused.push(name);
      continue;
    }
    if (Number(metadata.num_rows) > mostRows) throw new RangeError(text.open.rows(name, mostRows));
    const wanted = { file: bytes, metadata, columns: [...columnsOf(table)] };
    const rows = await parquetReadObjects(wanted).catch((error: Error) => {
      throw new RangeError(text.open.notParquet(name, error.message));
    });
    tables.set(table, [...(tables.get(table) ?? []), ...rows]);
  }
  open = joinTables(tables);
  const { rows, runs, missing, outcomes, groups, factors } = open;
  return { runs, values: rows.length, missing, outcomes, groups, factors, unused };
}

async function answer(message: ToSweep): Promise<FromSweep> {
  const { id } = message;
  try {
    if ('files' in message) return { id, facts: await read(message.files) };
    return { id, cells: open ? sliceOf(open, message.query) : [] };
  } catch (error) {
    // a broken file may break the reader anywhere
    const reason = error instanceof Error ? error.message : String(error);
    return { id, error: reason.slice(0, 400) };
  }
}

addEventListener('message', ({ data }: MessageEvent<ToSweep>) => {
  void answer(data).then((message) => postMessage(message));
});
