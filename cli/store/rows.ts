/** Appends rows to tables of a store, column by column. */
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { BIGINT, DOUBLE, DuckDBDataChunk, INTEGER, TIMESTAMP, VARCHAR } from '@duckdb/node-api';

/** Types of columns by a letter each, for short lists of them. */
const types: Readonly<Record<string, DuckDBType>> = {
  b: BIGINT,
  d: DOUBLE,
  i: INTEGER,
  s: VARCHAR,
  t: TIMESTAMP,
};

/** Rows of one chunk, at most: DuckDB's own. */
const chunkRows = 2048;

/** Appends rows to `table`, whose columns have the types that `letters` name. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  letters: string,
  rows: readonly (readonly DuckDBValue[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const columnTypes = [...letters].map((letter) => types[letter]);
  const appender = await connection.createAppender(table);
  for (let from = 0; from < rows.length; from += chunkRows) {
    const part = rows.slice(from, from + chunkRows);
    const chunk = DuckDBDataChunk.create(columnTypes, part.length);
    chunk.setColumns(columnTypes.map((_, c) => part.map((row) => row[c])));
    appender.appendDataChunk(chunk);
  }
  appender.flushSync();
  appender.closeSync();
}

/** Appends numbers to a table of one column. */
export async function appendNumbers(
  connection: DuckDBConnection,
  table: string,
  arrays: readonly Float64Array[],
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const numbers of arrays) {
    for (let from = 0; from < numbers.length; from += chunkRows) {
      const part = numbers.subarray(from, from + chunkRows);
      const chunk = DuckDBDataChunk.create([DOUBLE], part.length);
      chunk.setColumnValues(0, Array.from(part));
      appender.appendDataChunk(chunk);
    }
  }
  appender.flushSync();
  appender.closeSync();
}
