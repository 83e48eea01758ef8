/** An exported sweep as rows: which tables files hold, whether they are what they should be, and their join. */
import { text } from '../text/explore.ts';

/** A cell as the reader of Parquet gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** A setting of a run: a number, or a word. */
export type Setting = number | string;

/** What varies in a sweep. */
export interface Factor {
  readonly path: string;
  readonly title: string;
  readonly unit: string;
  /** Values in order; at most `mostLevels` of them, else they are cut into slices of a range. */
  readonly values: readonly Setting[];
}

/** One value of one run. */
export interface SweepRow {
  readonly outcome: string;
  readonly group: string;
  readonly value: number;
  readonly settings: ReadonlyMap<string, Setting>;
}

/** A sweep, ready to be sliced. */
export interface SweepData {
  readonly rows: readonly SweepRow[];
  readonly runs: number;
  readonly outcomes: readonly string[];
  readonly groups: readonly string[];
  readonly factors: readonly Factor[];
  /** Runs without a value for anything: outcomes that did not apply. */
  readonly missing: number;
}

/** Names are words of ours or of a model: longer ones come from nowhere good. */
const longestName = 200;
const mostFactors = 400;
const mostNames = 2000;

/** Columns by which a table of an export is known. */
const marks = {
  results: ['settings', 'outcome', 'group', 'value', 'run_id'],
  members: ['run_id', 'settings', 'plan_id'],
  final: ['run_id', 'outcome', 'group', 'value'],
  factors: ['path', 'title', 'unit', 'plan_id'],
} as const;
export type Table = keyof typeof marks;

/** The table that a file's columns are those of; undefined for one that is not needed. */
export function tableOf(columns: readonly string[]): Table | undefined {
  // a series has weeks, of which the slices know nothing
  if (columns.includes('week')) return undefined;
  const names = Object.keys(marks) as Table[];
  return names.find((name) => marks[name].every((column) => columns.includes(column)));
}

/** Columns that are read of a table. */
export function columnsOf(table: Table): readonly string[] {
  return marks[table];
}

/**
 * Joins the tables of one export.
 * @throws RangeError with a sentence for the reader where something is not as it should be.
 */
export function joinTables(tables: ReadonlyMap<Table, readonly Row[]>): SweepData {
  const members = tables.get('members');
  const values = tables.get('results') ?? tables.get('final');
  if (!values || !(members || tables.has('results'))) throw new RangeError(text.open.lacking);
  const settings = new Map<string, ReadonlyMap<string, Setting>>();
  for (const row of members ?? []) {
    const run = word(row['run_id'], 'run_id');
    if (!settings.has(run)) settings.set(run, settingsOf(row['settings']));
  }
  const rows: SweepRow[] = [];
  const runs = new Set<string>();
  let missing = 0;
  for (const row of values) {
    const run = word(row['run_id'], 'run_id');
    const own = members ? settings.get(run) : settingsOf(row['settings']);
    if (!own) continue;
    const [outcome, group] = [word(row['outcome'], 'outcome'), word(row['group'], 'group')];
    const value = row['value'];
    runs.add(run);
    if (typeof value === 'number' && Number.isFinite(value)) {
      rows.push({ outcome, group, value, settings: own });
    } else if (value === null || value === undefined || Number.isNaN(value)) missing++;
    else throw new RangeError(text.open.wrong('value', typeof value));
  }
  if (rows.length === 0) throw new RangeError(text.open.nothing);
  const names = (take: (row: SweepRow) => string): string[] => {
    const found = [...new Set(rows.map(take))];
    if (found.length > mostNames) throw new RangeError(text.open.many(found.length));
    return found;
  };
  return {
    rows,
    runs: runs.size,
    outcomes: names(({ outcome }) => outcome),
    groups: names(({ group }) => group),
    factors: factorsOf(rows, tables.get('factors') ?? []),
    missing,
  };
}

/** Settings of a run, in text or read already; what is no number, word or truth value is refused. */
function settingsOf(cell: unknown): ReadonlyMap<string, Setting> {
  let found = cell;
  if (typeof cell === 'string') {
    try {
      found = JSON.parse(cell);
    } catch {
      throw new RangeError(text.open.wrong('settings', cell.slice(0, 40)));
    }
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    throw new RangeError(text.open.wrong('settings', typeof found));
  }
  const entries = Object.entries(found);
  if (entries.length > mostFactors) throw new RangeError(text.open.many(entries.length));
  return new Map(
    entries.map(([path, value]): [string, Setting] => {
      word(path, 'settings');
      if (typeof value === 'number' && Number.isFinite(value)) return [path, value];
      if (typeof value === 'boolean') return [path, String(value)];
      return [path, word(value, path)];
    }),
  );
}

function factorsOf(rows: readonly SweepRow[], described: readonly Row[]): Factor[] {
  const known = new Map(described.map((row) => [String(row['path']), row]));
  const values = new Map<string, Set<Setting>>();
  for (const { settings } of rows) {
    for (const [path, value] of settings) {
      const own = values.get(path) ?? new Set();
      own.add(value);
      values.set(path, own);
    }
  }
  return [...values]
    .filter(([, own]) => own.size > 1)
    .map(([path, own]) => ({
      path,
      title: short(known.get(path)?.['title'], path),
      unit: short(known.get(path)?.['unit'], ''),
      values: [...own].sort((a, b) =>
        typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
      ),
    }));
}

function short(cell: unknown, usual: string): string {
  return typeof cell === 'string' && cell !== '' ? cell.slice(0, longestName) : usual;
}

function word(cell: unknown, column: string): string {
  if (typeof cell === 'string' && cell.length <= longestName) return cell;
  const found = typeof cell === 'string' ? `${cell.slice(0, 40)}…` : typeof cell;
  throw new RangeError(text.open.wrong(column, found));
}
