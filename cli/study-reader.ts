/** Studies read from a store: plans, factors and final outcomes, by the views that docs/sweeps.md describes. */
import type {
  StudyCell,
  StudyFactor,
  StudyPlan,
  StudyReader,
  StudyRow,
  StudyState,
  StudyValue,
} from '../sim/analysis/study.ts';

/** What answers queries: an open store. Whole numbers beyond 32 bits come as text. */
export interface Queries {
  rows(sql: string, values?: string[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Reads studies from an open store. */
export function studyReader(store: Queries): StudyReader {
  return {
    async plans() {
      const rows = await store.rows('SELECT * FROM plans ORDER BY added, plan_id');
      return rows.map(planOf);
    },
    async factors(planId) {
      const rows = await store.rows('SELECT * FROM factors WHERE plan_id = ? ORDER BY position', [
        planId,
      ]);
      return rows.map(factorOf);
    },
    async cells(planId) {
      const rows = await store.rows(
        `SELECT outcome, "group" FROM final WHERE run_id = (
           SELECT run_id FROM members JOIN runs USING (run_id)
           WHERE plan_id = ? AND status = 'done' ORDER BY position LIMIT 1) ORDER BY rowid`,
        [planId],
      );
      return rows.map((row) => ({ outcome: text(row, 'outcome'), group: text(row, 'group') }));
    },
    state: (planId) => stateOf(store, planId),
    rows: (planId, cell) => rowsOf(store, planId, cell),
  };
}

async function stateOf(store: Queries, planId: string): Promise<StudyState> {
  const [row] = await store.rows(
    `SELECT count(*) FILTER (status = 'done') AS done, count(*) FILTER (status = 'failed') AS failed,
            count(digest) FILTER (status = 'done') - count(DISTINCT digest) FILTER (status = 'done') AS duplicates
     FROM runs WHERE run_id IN (SELECT run_id FROM members WHERE plan_id = ?)`,
    [planId],
  );
  const count = (key: string): number => Number(row?.[key] ?? 0);
  return { done: count('done'), failed: count('failed'), duplicates: count('duplicates') };
}

async function rowsOf(store: Queries, planId: string, cell: StudyCell): Promise<StudyRow[]> {
  const rows = await store.rows(
    `SELECT run_id, part, world, arm, replicate, sample, role, arm_sample, arm_role, settings, value
     FROM results WHERE plan_id = ? AND outcome = ? AND "group" = ? AND value IS NOT NULL
     ORDER BY position`,
    [planId, cell.outcome, cell.group],
  );
  // the replicates of a point have the same settings: one object for all of them
  const known = new Map<string, Readonly<Record<string, StudyValue>>>();
  return rows.flatMap((row) => {
    const written = text(row, 'settings');
    const settings = known.get(written) ?? withoutNothing(JSON.parse(written));
    known.set(written, settings);
    const value = Number(row['value']);
    if (Number.isNaN(value)) return [];
    return [
      {
        runId: text(row, 'run_id'),
        part: Number(row['part']),
        world: Number(row['world']),
        arm: Number(row['arm']),
        replicate: Number(row['replicate']),
        sample: Number(row['sample']),
        role: text(row, 'role'),
        armSample: Number(row['arm_sample']),
        armRole: text(row, 'arm_role'),
        settings,
        value,
      },
    ];
  });
}

/** A factor that a part leaves alone has no setting there. */
function withoutNothing(
  settings: Readonly<Record<string, StudyValue | null>>,
): Record<string, StudyValue> {
  return Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, StudyValue] => entry[1] !== null),
  );
}

function planOf(row: Readonly<Record<string, unknown>>): StudyPlan {
  const design: {
    readonly parts?: readonly {
      readonly outer: {
        readonly factors: readonly number[];
        readonly sampling: { method: string };
      };
      readonly inner: {
        readonly factors: readonly number[];
        readonly sampling: { method: string };
      };
    }[];
  } = JSON.parse(text(row, 'design'));
  const methods = (design.parts ?? []).flatMap(({ outer, inner }) =>
    [outer, inner]
      .filter(({ factors }) => factors.length > 0)
      .map(({ sampling }) => sampling.method),
  );
  return {
    planId: text(row, 'plan_id'),
    name: text(row, 'name'),
    title: text(row, 'title'),
    question: text(row, 'question'),
    model: text(row, 'model'),
    modelVersion: text(row, 'model_version'),
    modelHash: text(row, 'model_hash'),
    programVersion: text(row, 'program_version'),
    seed: text(row, 'seed'),
    seeds: row['seeds'] === 'independent' ? 'independent' : 'common',
    replicates: Number(row['replicates']),
    runs: Number(row['runs']),
    methods: [...new Set(methods)],
  };
}

function factorOf(row: Readonly<Record<string, unknown>>): StudyFactor {
  const number = (key: string): number | null => (row[key] === null ? null : Number(row[key]));
  const json = (key: string): unknown => (row[key] === null ? null : JSON.parse(text(row, key)));
  return {
    path: text(row, 'path'),
    kind: row['kind'] === 'lever' ? 'lever' : 'uncertainty',
    title: text(row, 'title'),
    unit: text(row, 'unit'),
    base: json('base') as StudyValue | null,
    low: number('low'),
    high: number('high'),
    levels: json('levels') as readonly StudyValue[] | null,
  };
}

function text(row: Readonly<Record<string, unknown>>, key: string): string {
  return String(row[key] ?? '');
}
