/**
 * One measurement of sweeps in a process of its own; prints a line of JSON.
 * `sweep-run.js sweep FOLDER DESIGN WORKERS MOST`: runs a design into a new store, at most MOST runs.
 * `sweep-run.js plain FOLDER DESIGN SHARD OF`: the same runs, one after another, kept nowhere.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const [kind, folder, design, a, b] = process.argv.slice(2);
const model = new URL('./sweep-model.js', import.meta.url).pathname;
const { loadDesign } = await import('../dist/cli/sweep/design-file.js');
const loaded = await loadDesign(join(folder, design), model);

const started = performance.now();
let runs = 0;
if (kind === 'plain') {
  const { runScenario } = await import('../dist/sim/experiment/replicate.js');
  const { plan, model: spin, job } = loaded;
  for (let k = Number(a) - 1; k < plan.runs; k += Number(b), runs++) {
    const { scenario, seed } = plan.run(k);
    const context = { seed, snapshots: [], digestOfRoster: '', warmed: new Map() };
    runScenario(spin, { ...job.base, scenario }, context);
  }
} else {
  const { runDesign } = await import('../dist/cli/sweep/run-sweep.js');
  const store = join(folder, `${process.pid}.duckdb`);
  let stop;
  const { counts } = await runDesign(loaded, {
    ...{ store, workers: Number(a), shard: undefined, maxFailures: 0, retryFailed: false },
    chunk: undefined,
    onStart: (handle) => {
      stop = handle;
    },
    onProgress: ({ done }) => {
      if (done >= Number(b)) stop.afterRunsInHand();
    },
  });
  runs = counts.done;
  for (const end of ['', '.wal', '.progress.json']) rmSync(`${store}${end}`, { force: true });
}
const { user, system } = process.cpuUsage();
const { maxRSS } = process.resourceUsage();
const wallMs = performance.now() - started;
console.log(JSON.stringify({ runs, cpuMs: (user + system) / 1000, wallMs, rssMB: maxRSS / 1024 }));
