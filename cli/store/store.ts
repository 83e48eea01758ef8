/** A store: one DuckDB file, opened once, by the main thread of one process. */
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue, Json } from '@duckdb/node-api';
import { ScenarioError, showFound } from '../../sim/data/issues.ts';
import { openingError, refused, writingError } from './errors.ts';
import type { Schema } from './schema.ts';
import { schema } from './schema.ts';

/** Stores that this process has open: DuckDB loses rows when one file is opened twice. */
const open = new Set<string>();

/** The database takes a quarter of a second to load: only where a store is opened. */
const duckdb = () => import('@duckdb/node-api');

/** A row by its columns; whole numbers beyond 32 bits come as text. */
export type Row = Readonly<Record<string, Json>>;

/** An open store. */
export class Store {
  readonly file: string;
  /** For writing: what it does between two transactions is one. */
  readonly connection: DuckDBConnection;
  /** For queries: it sees what was committed. */
  private readonly reader: DuckDBConnection;
  private readonly instance: DuckDBInstance;
  /** Queries under way: a connection must not be closed under them. */
  private readonly pending = new Set<Promise<unknown>>();
  private readonly path: string;
  private readonly identity: string;

  private constructor(file: string, instance: DuckDBInstance, connections: DuckDBConnection[]) {
    this.file = file;
    this.instance = instance;
    [this.connection, this.reader] = connections;
    this.path = resolve(file);
    this.identity = identityOf(this.path) ?? '';
  }

  /**
   * Opens a store and brings an older one up to date; `write` makes it if it is not there.
   * @throws ScenarioError for a file that is no store, StoreError when another process has it.
   */
  static async open(file: string, mode: 'write' | 'read', layout = schema): Promise<Store> {
    if (!isMainThread) throw new RangeError('store: expected the main thread to open it.');
    const path = resolve(file);
    if (open.has(path)) throw new RangeError(`store: ${file} is open already.`);
    if (mode === 'read') requireFile(file);
    refuseForeign(file);
    if (!existsSync(path)) await create(file, layout);
    open.add(path);
    try {
      const store = await Store.openFile(file, path, mode);
      const found = await store.checkedVersion(mode, layout);
      if (found === layout.migrations.length) return store;
      if (mode === 'write') {
        await store.migrate(found, layout);
        return store;
      }
      await store.close();
    } catch (error) {
      open.delete(path);
      throw openingError(file, error);
    }
    // it cannot be changed while it is open for reading
    await (await Store.open(file, 'write', layout)).close();
    return Store.open(file, mode, layout);
  }

  private static async openFile(
    file: string,
    path: string,
    mode: 'write' | 'read',
  ): Promise<Store> {
    const { DuckDBInstance } = await duckdb();
    const instance = await DuckDBInstance.create(path, {
      access_mode: mode === 'read' ? 'READ_ONLY' : 'READ_WRITE',
      // workers do the computing; extensions would be fetched from the network
      threads: '1',
      autoinstall_known_extensions: 'false',
    });
    return new Store(file, instance, [await instance.connect(), await instance.connect()]);
  }

  /** Rows of a query. */
  async rows(sql: string, values: DuckDBValue[] = []): Promise<Row[]> {
    const reader = await this.track(this.reader.runAndReadAll(sql, values));
    return reader.getRowObjectsJson();
  }

  /** The first row of a query. */
  async row(sql: string, values: DuckDBValue[] = []): Promise<Row | undefined> {
    return (await this.rows(sql, values))[0];
  }

  /** Runs statements that return nothing. */
  async run(sql: string, values?: DuckDBValue[]): Promise<void> {
    await this.track(this.connection.run(sql, values));
  }

  /**
   * Does `work` in one transaction: all of it is there, or nothing.
   * @throws StoreError when the file has gone or the disk refuses.
   */
  async transaction(work: () => Promise<void>): Promise<void> {
    this.requireSameFile();
    await this.connection.run('BEGIN TRANSACTION');
    try {
      await work();
      await this.connection.run('COMMIT');
    } catch (error) {
      // after a failed commit there may be nothing left to roll back
      await this.connection.run('ROLLBACK').catch(() => undefined);
      throw writingError(this.file, error);
    }
    // a file that was removed meanwhile takes a commit and is lost with it
    this.requireSameFile();
  }

  /** Closes the store when its queries have ended; what was committed is on disk. */
  async close(): Promise<void> {
    await Promise.allSettled(this.pending);
    this.connection.closeSync();
    this.reader.closeSync();
    this.instance.closeSync();
    open.delete(this.path);
  }

  private track<T>(query: Promise<T>): Promise<T> {
    this.pending.add(query);
    const forget = (): void => void this.pending.delete(query);
    query.then(forget, forget);
    return query;
  }

  private requireSameFile(): void {
    const now = identityOf(this.path);
    if (now === this.identity) return;
    const found =
      now === undefined ? 'it was removed or renamed.' : 'another file stands in its place.';
    throw refused(
      this.file,
      found,
      'Put it back, or run the same command again to begin a new one.',
    );
  }

  /** The version of the store, which is closed when it cannot be used. */
  private async checkedVersion(mode: 'write' | 'read', { migrations }: Schema): Promise<number> {
    try {
      const found = await this.version();
      if (found === 0 && mode === 'read') {
        const what = `${showFound(this.file)}, another database`;
        const made = 'a store made by `mentorscape sweep`';
        throw new ScenarioError([{ key: '--store', expected: made, found: what }]);
      }
      if (found <= migrations.length) return found;
      const expected = `a store of version ${migrations.length} or older`;
      const remedy = 'Install a newer Mentorscape to read it';
      throw new ScenarioError([{ key: '--store', expected, found: `version ${found}`, remedy }]);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Brings a store from a version to the present one, or leaves it as it was. */
  private async migrate(from: number, layout: Schema): Promise<void> {
    try {
      await this.transaction(async () => {
        for (const migration of layout.migrations.slice(from)) await this.run(migration);
        await this.run(`INSERT OR REPLACE INTO store VALUES ('schema_version', ?)`, [
          `${layout.migrations.length}`,
        ]);
        await this.run(layout.views);
      });
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** 0 for an empty file. */
  private async version(): Promise<number> {
    const tables = await this.rows('SELECT table_name FROM duckdb_tables()');
    if (tables.length === 0) return 0;
    if (!tables.some(({ table_name }) => table_name === 'store')) {
      const expected = 'a store made by `mentorscape sweep`, or a new file';
      const found = `${showFound(this.file)}, a database with other tables`;
      throw new ScenarioError([{ key: '--store', expected, found }]);
    }
    const row = await this.row(`SELECT value FROM store WHERE key = 'schema_version'`);
    return Number(row?.['value'] ?? 0);
  }
}

/** Makes an empty store under another name first: a process that dies leaves all of it or nothing. */
async function create(file: string, { migrations, views }: Schema): Promise<void> {
  const path = resolve(file);
  const made = `${path}.${process.pid}.new`;
  try {
    const wal = `${path}.wal`;
    // what was written to a store that has gone must not be replayed into a new one
    if (existsSync(wal)) renameSync(wal, `${wal}.lost`);
    const { DuckDBInstance } = await duckdb();
    const instance = await DuckDBInstance.create(made);
    const connection = await instance.connect();
    for (const migration of migrations) await connection.run(migration);
    await connection.run(`INSERT INTO store VALUES ('schema_version', '${migrations.length}')`);
    await connection.run(views);
    connection.closeSync();
    instance.closeSync();
    renameSync(made, path);
  } catch (error) {
    rmSync(made, { force: true });
    rmSync(`${made}.wal`, { force: true });
    throw openingError(file, error);
  }
}

function identityOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat && `${stat.dev}/${stat.ino}`;
}

function requireFile(file: string): void {
  if (existsSync(file)) return;
  throw new ScenarioError([
    { key: '--store', expected: 'a store that exists', found: showFound(file) },
  ]);
}

/** DuckDB would take an empty file for a new database, and a text for a broken one. */
function refuseForeign(file: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return;
  const expected = 'a store made by `mentorscape sweep`, or a new file';
  const refuse = (what: string): never => {
    throw new ScenarioError([{ key: '--store', expected, found: `${showFound(file)}, ${what}` }]);
  };
  if (!stat.isFile()) refuse('which is no file');
  if (stat.size < 12) refuse('which is no DuckDB file');
  const head = Buffer.alloc(12);
  try {
    const descriptor = openSync(file, 'r');
    readSync(descriptor, head, 0, 12, 0);
    closeSync(descriptor);
  } catch (error) {
    throw openingError(file, error);
  }
  if (head.toString('latin1', 8, 12) !== 'DUCK') refuse('which is no DuckDB file');
}
