/** `sweep export`: the tables of a store as Parquet or CSV files. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { ScenarioError } from '../../sim/data/issues.ts';
import { makeFolder, planOutputs } from '../outputs.ts';
import { writingError } from '../store/errors.ts';
import { tableNames } from '../store/schema.ts';
import { Store } from '../store/store.ts';

/** Rows that a sheet of Excel holds, its header included. */
const excelRows = 1_048_576;

/** Adds `mentorscape sweep export`. */
export function registerExport(sweep: Command): void {
  sweep
    .command('export')
    .description('write the tables of a store as files that R, Python and spreadsheets read')
    .requiredOption('--store <file>', 'the store')
    .option('--parquet <folder>', 'write Parquet files there')
    .option('--csv <folder>', 'write CSV files there')
    .option('--force', 'replace files that exist')
    .action(exportStore);
}

interface Options {
  readonly store: string;
  readonly parquet?: string;
  readonly csv?: string;
  readonly force?: boolean;
}

async function exportStore(options: Options): Promise<void> {
  const folder = options.parquet ?? options.csv;
  if (folder === undefined || (options.parquet !== undefined && options.csv !== undefined)) {
    const found = folder === undefined ? 'neither' : 'both';
    throw new ScenarioError([{ key: 'sweep export', expected: '--parquet or --csv', found }]);
  }
  const kind = options.parquet === undefined ? 'csv' : 'parquet';
  const files = tableNames.map((table) => ({ table, path: join(folder, `${table}.${kind}`) }));
  const store = await Store.open(options.store, 'read');
  try {
    const request = { option: `--${kind}`, force: options.force === true, inputs: [options.store] };
    planOutputs(
      files.map(({ path }) => path),
      { ...request, makeFolders: true },
    );
    makeFolder(resolve(folder), request);
    for (const { table, path } of files) {
      const rows = await exportTable(store, table, path, kind);
      if (kind === 'csv' && rows >= excelRows) {
        const excel = 'Excel shows the first 1,048,575 of them and drops the rest without a word';
        console.error(`${path}: ${rows} rows; ${excel}. Use --parquet, or ask the store in SQL.`);
      }
      console.log(`${path}: ${rows} rows, ${statSync(path).size} bytes`);
    }
  } finally {
    await store.close();
  }
}

/** Writes a table of an open store to a file, and says how many rows it has. */
export async function exportTable(
  store: Store,
  table: (typeof tableNames)[number],
  path: string,
  kind: 'csv' | 'parquet',
): Promise<number> {
  // snappy is what every reader of Parquet knows, hyparquet without a further package too
  const form = kind === 'csv' ? 'FORMAT csv, HEADER' : 'FORMAT parquet, COMPRESSION snappy';
  const target = resolve(path).replaceAll("'", "''");
  try {
    await store.run(`COPY ${table} TO '${target}' (${form})`);
  } catch (error) {
    throw writingError(path, error);
  }
  const count = await store.row(`SELECT count(*) AS n FROM ${table}`);
  return Number(count?.['n'] ?? 0);
}
