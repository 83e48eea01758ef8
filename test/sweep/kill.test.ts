/** Killed at random moments and gone on with: the same tables, nothing acknowledged lost, nothing twice. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sequential } from '../../sim/chance/seeds.ts';
import { diceModel, diceScenario } from '../cli/dice-model.ts';
import { ending, mentorscape, start, workFolder } from '../cli/program.ts';
import { ask, contentsOf } from './stores.ts';

/** `npm run soak` asks for 50 kills of a sweep of 2,000 runs. */
const kills = Number(process.env['MENTORSCAPE_KILLS'] ?? 6);
const replicates = Number(process.env['MENTORSCAPE_KILL_REPLICATES'] ?? 50);
const levels = [8, 9, 10, 11, 12, 13, 14, 15];
const total = levels.length * replicates;
/** Runs may be repeated that ended within this time before the kill, in ms: the open transaction. */
const openFor = 5000;

const logged = diceModel
  .replace(
    "import { writeFileSync } from 'node:fs';",
    "import { appendFileSync, writeFileSync } from 'node:fs';",
  )
  .replace(
    'if (world.week !== 2) return;',
    `if (world.week === 9 && process.env.DICE_LOG) {
    const luck = rng.uniform(98);
    appendFileSync(process.env.DICE_LOG, world.parameter.waits + '/' + luck + ' ' + Date.now() + '\\n');
  }
  if (world.week !== 2) return;`,
  );

const folder = workFolder({
  'dice.mjs': logged,
  'dice.yaml': diceScenario(),
  'sweep.yaml': `design: 1
base: dice.yaml
levers: { parameters.waits: [${levels.join(', ')}] }
replicates: ${replicates}
`,
});
const cwd = folder.path;
const command = (store: string): string[] => [
  ...['sweep', 'sweep.yaml', '--store', store, '--model', 'dice.mjs', '--workers', '2'],
];

/** Runs that were executed to their last week: what each was, and when. */
function executed(log: string): { run: string; at: number }[] {
  if (!existsSync(folder.at(log))) return [];
  const lines = readFileSync(folder.at(log), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [run, at] = line.split(' ');
    return { run, at: Number(at) };
  });
}

/** Ids of committed runs, and whether each is there once and whole. */
async function committed(): Promise<{ ids: Set<string>; faults: unknown[] }> {
  if (!existsSync(folder.at('killed.duckdb'))) return { ids: new Set(), faults: [] };
  const rows = await ask(
    folder.at('killed.duckdb'),
    `SELECT r.run_id, count(DISTINCT m.position) AS places, any_value(s.n) AS series, any_value(f.n) AS final
     FROM runs r LEFT JOIN members m USING (run_id)
     LEFT JOIN (SELECT run_id, count(*) AS n FROM series GROUP BY 1) s USING (run_id)
     LEFT JOIN (SELECT run_id, count(*) AS n FROM final GROUP BY 1) f USING (run_id) GROUP BY 1`,
  );
  // people and pips of everybody in one period
  const faults = rows.filter(
    (row) => row['places'] !== '1' || row['series'] !== '2' || row['final'] !== '2',
  );
  return { ids: new Set(rows.map(({ run_id }) => `${run_id}`)), faults };
}

test(`a sweep of ${total} runs survives ${kills} kills`, async () => {
  const whole = await mentorscape(command('whole.duckdb'), { cwd });
  expect([whole.code, whole.stderr]).toEqual([0, '']);
  const random = sequential(`kill ${process.env['MENTORSCAPE_KILL_SEED'] ?? 1}`);
  const progress = folder.at('killed.duckdb.progress.json');
  let before = new Set<string>();
  let repeated = 0;
  let cut = 0;
  let seen = 0;
  const env = { DICE_LOG: folder.at('log') };
  for (let kill = 0; kill < kills; kill++) {
    const child = start(command('killed.duckdb'), { cwd, env });
    const ended = ending(child);
    // most moments lie in the sweep itself, some before it has begun
    const begun = random.next() < 0.85;
    const since = Date.now();
    const isOn = (): boolean =>
      existsSync(progress) && JSON.parse(readFileSync(progress, 'utf8')).pid === child.pid;
    while (begun && !isOn() && child.exitCode === null && Date.now() - since < 30_000) {
      await new Promise((next) => setTimeout(next, 10));
    }
    await new Promise((next) => setTimeout(next, random.int(1200)));
    const acknowledged = isOn() ? JSON.parse(readFileSync(progress, 'utf8')) : undefined;
    child.kill('SIGKILL');
    const killedAt = Date.now();
    const { code } = await ended;
    if (code === null) cut++;
    const { ids, faults } = await committed();
    expect(faults).toEqual([]);
    expect([...before].filter((id) => !ids.has(id))).toEqual([]);
    if (acknowledged) {
      expect(ids.size).toBeGreaterThanOrEqual(acknowledged.there + acknowledged.done);
    }
    const runs = executed('log');
    // executed by this process and not committed: only what was in hand or in the open transaction
    const lost = runs.length - seen - (ids.size - before.size);
    const recent = runs.slice(seen).filter(({ at }) => at > killedAt - openFor).length;
    expect(lost).toBeLessThanOrEqual(recent);
    repeated += lost;
    seen = runs.length;
    before = ids;
  }
  const last = await mentorscape(command('killed.duckdb'), { cwd, env });
  expect([last.code, last.stderr]).toEqual([0, '']);
  expect(await contentsOf(folder.at('killed.duckdb'))).toEqual(
    await contentsOf(folder.at('whole.duckdb')),
  );
  const runs = executed('log');
  expect(new Set(runs.map(({ run }) => run)).size).toBe(total);
  expect(runs.length).toBe(total + repeated);
  expect(cut).toBeGreaterThan(kills / 3);
  console.log(`${cut} of ${kills} kills in mid-sweep; ${repeated} runs of ${total} were repeated`);
}, 1_800_000);
