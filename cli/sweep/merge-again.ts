/** Merging runs that both stores have: more that is kept of them, and failures that were mended. */
import { ScenarioError } from '../../sim/data/issues.ts';
import type { Recording } from '../../sim/experiment/design.ts';
import { covers } from '../../sim/experiment/recording.ts';
import type { Store } from '../store/store.ts';

/** What tells two rows of a run apart, by table. */
const within = {
  series: ['week', 'outcome', '"group"'],
  final: ['outcome', '"group"'],
  snapshots: ['week'],
} as const;

/** Runs that failed here and not in the shard, where they were run again: as if they were new. */
export async function takeMended(store: Store): Promise<void> {
  await store.run(`CREATE OR REPLACE TEMP TABLE mended AS
    SELECT s.run_id FROM shard.runs s JOIN main.runs m USING (run_id)
    WHERE s.status = 'done' AND m.status = 'failed'`);
  await store.run('DELETE FROM main.failures WHERE run_id IN (SELECT run_id FROM mended)');
  for (const table of Object.keys(within)) {
    await store.run(`INSERT INTO main.${table} SELECT * FROM shard.${table}
      WHERE run_id IN (SELECT run_id FROM mended)`);
  }
  await store.run(`UPDATE main.runs m SET status = s.status, digest = s.digest,
      recording = s.recording, started = s.started, run_ms = s.run_ms
    FROM shard.runs s WHERE s.run_id = m.run_id AND m.run_id IN (SELECT run_id FROM mended)`);
}

/**
 * Rows of runs of which the shard keeps more than the store does.
 * @throws ScenarioError when each keeps something that the other does not.
 */
export async function takeMore(store: Store, file: string): Promise<void> {
  const reader = await store.connection.runAndReadAll(
    `SELECT m.recording AS here, s.recording AS there, min(s.run_id) AS run
     FROM shard.runs s JOIN main.runs m USING (run_id)
     WHERE s.status = 'done' AND m.status = 'done' AND s.recording <> m.recording GROUP BY 1, 2`,
  );
  for (const { here, there, run } of reader.getRowObjectsJson()) {
    const [kept, more]: Recording[] = [JSON.parse(`${here}`), JSON.parse(`${there}`)];
    if (covers(kept, more)) continue;
    if (!covers(more, kept)) {
      const expected = `a shard that keeps of run ${run} what ${store.file} does, ${here}`;
      const remedy = 'Run the design into the store itself, which runs them again';
      throw new ScenarioError([{ file, key: 'record', expected, found: `${there}`, remedy }]);
    }
    await store.connection.run(
      `CREATE OR REPLACE TEMP TABLE more AS SELECT run_id FROM shard.runs s JOIN main.runs m USING (run_id)
       WHERE s.status = 'done' AND m.status = 'done' AND m.recording = ? AND s.recording = ?`,
      [`${here}`, `${there}`],
    );
    for (const [table, keys] of Object.entries(within)) {
      const same = ['run_id', ...keys].map((key) => `m.${key} = s.${key}`).join(' AND ');
      await store.run(`INSERT INTO main.${table} SELECT * FROM shard.${table} s
        WHERE run_id IN (SELECT run_id FROM more) AND NOT EXISTS (FROM main.${table} m WHERE ${same})`);
    }
    await store.connection.run(
      'UPDATE main.runs SET recording = ? WHERE run_id IN (SELECT run_id FROM more)',
      [`${there}`],
    );
  }
}
