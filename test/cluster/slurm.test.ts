/** A sweep on a real Slurm of two nodes, one of which is killed in mid-sweep, then merged. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { diceModel, diceScenario } from '../cli/dice-model.ts';
import { mentorscape, root, workFolder } from '../cli/program.ts';
import { contentsOf } from '../sweep/stores.ts';

const tools = ['/usr/sbin/slurmctld', '/usr/sbin/slurmd', '/usr/bin/sbatch', '/usr/sbin/munged'];
const missing = tools.filter((file) => !existsSync(file));
const wanted = process.env['MENTORSCAPE_CLUSTER'] !== '0';
const possible = wanted && missing.length === 0 && process.getuid?.() === 0;
declare module 'vitest' {
  interface TaskMeta {
    notRun?: string;
  }
}

const reason =
  'The cluster test was not run: it needs root and Slurm (apt-get install slurmctld slurmd slurm-client munge).';

const folder = workFolder({
  'dice.mjs': diceModel,
  'dice.yaml': diceScenario(),
  'sweep.yaml': `design: 1
base: dice.yaml
levers: { parameters.waits: [160, 161, 162, 163, 164, 165, 166, 167] }
replicates: 50
`,
});
const cwd = folder.path;
const cluster = folder.at('cluster');
const env: Record<string, string> = { SLURM_CONF: join(cluster, 'slurm.conf') };

/** Runs a command of the cluster; every wait has a limit. */
function run(command: string, ...args: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...{ encoding: 'utf8', timeout: 60_000, env: { ...process.env, ...env }, cwd },
  });
  return { status, text: `${stdout}${stderr}` };
}

/** Ends all that was started, by id: the daemons, and what a failed test left running on a node. */
function down(): void {
  if (!existsSync(cluster)) return;
  run('bash', join(root, 'test/cluster/down.sh'), cluster);
  endAll(processes().map(({ pid }) => pid));
}

afterAll(down);

/** A port such that it and those of the two nodes are free: others may have a cluster on this machine. */
async function freePorts(): Promise<number> {
  for (let port = 21_000 + (process.pid % 4000); ; port += 7) {
    const free = await Promise.all([port, port + 84, port + 85].map(isFree));
    if (free.every(Boolean)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

const pause = (ms: number): Promise<void> => new Promise((next) => setTimeout(next, ms));

async function until(what: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await what()) return true;
    await pause(250);
  }
  return false;
}

/** Processes that were started with this cluster's configuration; one that has ended has none. */
function processes(): { pid: number; parent: number; node: string | undefined }[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.flatMap((name) => {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const environment = readFileSync(`/proc/${name}/environ`, 'latin1').split('\0');
      if (!environment.includes(`SLURM_CONF=${env['SLURM_CONF']}`)) return [];
      const node = environment.find((text) => text.startsWith('SLURMD_NODENAME='))?.split('=')[1];
      const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
      return [{ pid: Number(name), parent, node }];
    } catch {
      return [];
    }
  });
}

/** Processes of a node: its daemon, and what it started, by their parents. */
function processesOf(node: string): number[] {
  const daemon = Number(readFileSync(join(cluster, `slurmd-${node}.pid`), 'utf8'));
  const found = new Set([daemon]);
  for (const step of processes()) {
    if (step.node !== node) continue;
    found.add(step.pid);
    // the step daemon above the script: cut off from its node's daemon, so that only this leads to it
    if (commandOf(step.parent).includes('slurmstepd')) found.add(step.parent);
  }
  return [...found];
}

function endAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // its parent's end may have ended it
    }
  }
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
  env['P'] = `${await freePorts()}`;
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
  expect(before).toBeLessThan(400);
  let victims: number[] = [];
  // the daemon, the step's daemon, the script and the sweep
  const busy = (): boolean => {
    victims = processesOf('n1');
    return victims.length >= 4;
  };
  expect(await until(busy, 20)).toBe(true);
  endAll(victims);
  const isOver = (): boolean => run('squeue', '-h').text.trim() === '';
  const state = (): string => run('scontrol', 'show', 'job', job).text;
  const restarts = (): boolean => /Restarts=[1-9]/.test(state());
  expect(await until(restarts, 90), state()).toBe(true);
  expect(await until(isOver, 180), state()).toBe(true);
  const merged = readFileSync(folder.at('sweep.shards/merge.log'), 'utf8');
  expect(merged).toContain('400 of 400 are there');
  const whole = await mentorscape(
    ['sweep', 'sweep.yaml', '--store', 'whole.duckdb', '--model', 'dice.mjs'],
    { cwd },
  );
  expect(whole.code).toBe(0);
  expect(await contentsOf(folder.at('sweep.duckdb'))).toEqual(
    await contentsOf(folder.at('whole.duckdb')),
  );
  down();
  expect(processes()).toEqual([]);
  console.log(`${before} of 400 runs were there when the node died`);
}, 600_000);
