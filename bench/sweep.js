/**
 * Measures sweeps: overhead of a run and of a row, memory by the size of the plan, and two workers
 * against two processes. `node bench/sweep.js [--quick]`; the program must be built.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, table } from './measure.js';

const program = fileURLToPath(new URL('./sweep-run.js', import.meta.url));

/** One measurement. */
function run(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args.map(String)]);
    let out = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.pipe(process.stderr);
    child.once('close', (code) =>
      code === 0
        ? resolve(JSON.parse(out.trim()))
        : reject(new Error(`${args.join(' ')}: ${code}`)),
    );
  });
}

/** Measures all; returns what is printed. */
export async function sweeps(quick) {
  const folder = mkdtempSync(join(tmpdir(), 'mentorscape-bench-'));
  const design = (name, { spin = 0, periods, points, replicates = 1 }) => {
    writeFileSync(
      join(folder, `${name}-base.yaml`),
      `mentorscape: 1\nmodel: spin\nparameters: { spin: ${spin} }\nhorizon: ${periods * 4} weeks\nrecord: { every: month }\n`,
    );
    writeFileSync(
      join(folder, `${name}.yaml`),
      `design: 1\nbase: ${name}-base.yaml\nuncertainties: { parameters.x: }\nsampling: { method: random, points: ${points} }\nreplicates: ${replicates}\n`,
    );
    return `${name}.yaml`;
  };
  try {
    const found = {
      overhead: await overhead(folder, design, quick),
      memory: await memory(folder, design),
      workers: await workers(folder, design, quick),
    };
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CPU time of a sweep less that of the runs alone, by the difference of a long and a short sweep. */
async function overhead(folder, design, quick) {
  const [few, many] = quick ? [100, 500] : [200, 2200];
  const rounds = quick ? 1 : 3;
  const perRun = {};
  // 25 cells a period: 20 periods make 500 rows
  for (const periods of [20, 100]) {
    const short = design(`short${periods}`, { periods, points: few });
    const long = design(`long${periods}`, { periods, points: many });
    const each = [];
    for (let round = 0; round < rounds; round++) {
      const cost = async (args) =>
        ((await run(...args(long))).cpuMs - (await run(...args(short))).cpuMs) / (many - few);
      const sweep = await cost((file) => ['sweep', folder, file, 1, 1e9]);
      const plain = await cost((file) => ['plain', folder, file, 1, 1]);
      each.push(sweep - plain);
    }
    perRun[periods * 25] = median(each);
  }
  const perRow = ((perRun[2500] - perRun[500]) / 2000) * 1000;
  console.log('\nSweep: CPU time beyond the runs themselves, all threads, store writes included');
  console.log(
    table([
      ['a run with 500 rows', `${perRun[500].toFixed(2)} ms`, 'asked: at most 1'],
      ['a run with 2,500 rows', `${perRun[2500].toFixed(2)} ms`, ''],
      ['a further row', `${perRow.toFixed(2)} µs`, 'asked: at most 1'],
    ]),
  );
  return { perRun, perRow };
}

/** Peak memory of sweeps that stop after the same number of runs, by the number planned. */
async function memory(folder, design) {
  const sizes = [100, 10_000, 1_000_000];
  const rows = [];
  for (const points of sizes) {
    // long enough that a sweep stops soon after the hundredth
    const file = design(`plan${points}`, { spin: 20, periods: 20, points });
    const { rssMB, runs } = await run('sweep', folder, file, 2, 100);
    rows.push({ points, rssMB, runs });
  }
  const ratio = rows.at(-1).rssMB / rows[0].rssMB;
  console.log('\nSweep: peak memory after the first hundred runs, by the number planned');
  console.log(
    table(
      rows.map(({ points, runs, rssMB }) => [
        `${points} planned, ${runs} run`,
        `${rssMB.toFixed(0)} MB`,
      ]),
    ),
  );
  console.log(`a million to a hundred: ${ratio.toFixed(2)} (asked: 0.90 to 1.10)`);
  return { rows, ratio };
}

/** Runs of about 50 ms: wall time of two workers and of two processes in turn. */
async function workers(folder, design, quick) {
  const file = design('spin', { spin: 50, periods: 20, points: quick ? 40 : 160 });
  const ratios = [];
  for (let round = 0; round < (quick ? 1 : 5); round++) {
    const sweep = await run('sweep', folder, file, 2, 1e9);
    const both = await Promise.all([1, 2].map((shard) => run('plain', folder, file, shard, 2)));
    const apart = Math.max(...both.map(({ wallMs }) => wallMs));
    const cpu = (both[0].cpuMs + both[1].cpuMs) / sweep.cpuMs;
    ratios.push({ wall: apart / sweep.wallMs, cpu });
  }
  const wall = median(ratios.map((each) => each.wall));
  const cpu = median(ratios.map((each) => each.cpu));
  console.log('\nSweep: two workers against two processes that keep nothing, runs of about 50 ms');
  console.log(
    `throughput ${wall.toFixed(2)} by wall time, ${cpu.toFixed(2)} by CPU time (asked: at least 0.90)`,
  );
  return { wall, cpu, ratios };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await sweeps(process.argv.includes('--quick'));
