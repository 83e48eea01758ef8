/** What a store holds, as plain rows without timings, to compare stores with each other. */
import { Store } from '../../cli/store/store.ts';

/** Everything that must not depend on how a sweep was run. */
const queries = {
  plans: 'SELECT * EXCLUDE (added) FROM plans ORDER BY plan_id',
  factors: 'SELECT * FROM factors ORDER BY plan_id, position',
  scenarios: 'SELECT * FROM scenarios ORDER BY scenario_id',
  members: 'SELECT * FROM members ORDER BY plan_id, position, run_id',
  runs: 'SELECT * EXCLUDE (started, run_ms) FROM runs ORDER BY run_id',
  series: 'SELECT * FROM series ORDER BY run_id, week, outcome, "group", value',
  final: 'SELECT * FROM final ORDER BY run_id, outcome, "group", value',
  failures: 'SELECT run_id, seed, error FROM failures ORDER BY run_id',
  snapshots: 'SELECT * FROM snapshots ORDER BY run_id, week',
} as const;

export type Contents = Record<keyof typeof queries, unknown[]>;

/** The contents of a store by table. */
export async function contentsOf(file: string): Promise<Contents> {
  const store = await Store.open(file, 'read');
  try {
    const contents: Partial<Contents> = {};
    for (const [name, sql] of Object.entries(queries)) {
      contents[name as keyof typeof queries] = await store.rows(sql);
    }
    return contents as Contents;
  } finally {
    await store.close();
  }
}

/** Rows of a query. */
export async function ask(file: string, sql: string): Promise<Record<string, unknown>[]> {
  const store = await Store.open(file, 'read');
  try {
    return await store.rows(sql);
  } finally {
    await store.close();
  }
}
