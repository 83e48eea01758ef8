/** A sweep on a real Slurm of two nodes, one of which is killed in mid-sweep, then merged. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { diceModel, diceScenario } from '../cli/dice-model.ts';
import { mentorscape, root, workFolder } from '../cli/program.ts';
import { contentsOf } from '../sweep/stores.ts';

const tools = ['/usr/sbin/slurmctld', '/usr/sbin/slurmd', '/usr/bin/sbatch', '/usr/sbin/munged'];
const missing = tools.filter((file) => !existsSync(file));
const asked = process.env['MENTORSCAPE_CLUSTER'] === '1';
const possible = asked && missing.length === 0 && process.getuid?.() === 0;
declare module 'vitest' {
  interface TaskMeta {
    notRun?: string;
  }
}

const reason = 'The cluster test was not run: it needs MENTORSCAPE_CLUSTER=1, root and Slurm.';

const folder = workFolder({
  'dice.mjs': diceModel,
  'dice.yaml': diceScenario(),
  'sweep.yaml': `design: 1
base: dice.yaml
levers: { parameters.waits: [60, 61, 62, 63, 64, 65, 66, 67] }
replicates: 100
`,
});
const cwd = folder.path;
const cluster = folder.at('cluster');
const env = { SLURM_CONF: join(cluster, 'slurm.conf') };

/** Runs a command of the cluster; every wait has a limit. */
function run(command: string, ...args: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...{ encoding: 'utf8', timeout: 60_000, env: { ...process.env, ...env }, cwd },
  });
  return { status, text: `${stdout}${stderr}` };
}

afterAll(() => {
  if (existsSync(cluster)) run('bash', join(root, 'test/cluster/down.sh'), cluster);
});

const pause = (ms: number): Promise<void> => new Promise((next) => setTimeout(next, ms));

async function until(what: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await what()) return true;
    await pause(250);
  }
  return false;
}

/** Processes of a node: its daemon, and what it started, by their parents. */
function processesOf(node: string): number[] {
  const daemon = Number(readFileSync(join(cluster, `slurmd-${node}.pid`), 'utf8'));
  const found = new Set([daemon]);
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const steps = all.map((pid) => {
    try {
      const parent = Number(
        /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1],
      );
      const environment = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
      const mine =
        environment.includes(`SLURMD_NODENAME=${node}`) &&
        environment.includes(`SLURM_CONF=${env.SLURM_CONF}`);
      return { pid: Number(pid), parent, mine };
    } catch {
      return { pid: Number(pid), parent: 0, mine: false };
    }
  });
  for (const { pid, parent, mine } of steps) {
    if (!mine) continue;
    found.add(pid);
    // the step daemon above the script: cut off from its node's daemon, so that only this leads to it
    const above = steps.find((step) => step.pid === parent);
    if (above && commandOf(above.pid).includes('slurmstepd')) found.add(above.pid);
  }
  return [...found];
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}

test('a node is killed in mid-sweep; the merged tables are those of an undivided sweep', async (context) => {
  if (!possible) {
    context.task.meta.notRun = reason;
    context.skip(reason);
  }
  const up = run('bash', join(root, 'test/cluster/up.sh'), cluster);
  expect(up).toMatchObject({ status: 0 });
  const words = ['sweep.yaml', '--store', 'sweep.duckdb', '--model', 'dice.mjs', '--slurm'];
  const size = ['--shards', '4', '--cpus', '2'];
  const submitted = await mentorscape(['sweep', 'submit', ...words, ...size], { cwd, env });
  expect([submitted.code, submitted.stderr]).toEqual([0, '']);
  const job = /^Job (\d+)/.exec(submitted.stdout)?.[1] ?? '';
  const inStores = async (): Promise<number> => {
    const { code, stdout } = await mentorscape(
      ['sweep', 'status', '--store', 'sweep.duckdb', '--json'],
      { cwd },
    );
    if (code !== 0) return 0;
    const { stores }: { stores: { inStore: number }[] } = JSON.parse(stdout);
    return stores.reduce((sum, { inStore }) => sum + inStore, 0);
  };
  expect(await until(async () => (await inStores()) > 20, 60)).toBe(true);
  const before = await inStores();
  expect(before).toBeLessThan(800);
  let victims: number[] = [];
  // the daemon, the step's daemon, the script and the sweep
  const busy = (): boolean => {
    victims = processesOf('n1');
    return victims.length >= 4;
  };
  expect(await until(busy, 20)).toBe(true);
  for (const pid of victims) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // its parent's end may have ended it
    }
  }
  const restarts = (): boolean => /Restarts=[1-9]/.test(run('scontrol', 'show', 'job', job).text);
  const isOver = (): boolean => run('squeue', '-h').text.trim() === '';
  expect(await until(restarts, 90)).toBe(true);
  expect(await until(isOver, 180)).toBe(true);
  const merged = readFileSync(folder.at('sweep.shards/merge.log'), 'utf8');
  expect(merged).toContain('800 of 800 are there');
  const whole = await mentorscape(
    ['sweep', 'sweep.yaml', '--store', 'whole.duckdb', '--model', 'dice.mjs'],
    { cwd },
  );
  expect(whole.code).toBe(0);
  expect(await contentsOf(folder.at('sweep.duckdb'))).toEqual(
    await contentsOf(folder.at('whole.duckdb')),
  );
  console.log(`${before} of 800 runs were there when the node died`);
}, 600_000);
