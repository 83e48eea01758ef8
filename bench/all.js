/**
 * Measures speed and memory: `npm run bench`, or `node bench/all.js [--quick]`.
 * Plain JavaScript, so that it needs no build of its own. Prints tables; writes bench/build/latest.json.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { buildC, buildDist, buildPrograms, programFile, root } from './build.js';
import { inRounds, linesOf, meanOf, nodeLines, table } from './measure.js';
import { sweeps } from './sweep.js';

const usage = 'Usage: node bench/all.js [--quick]\n  --quick  fewer weeks, rounds and seeds';
const options = process.argv.slice(2);
if (options.includes('--help')) {
  console.log(usage);
  process.exit(0);
}
const unknown = options.find((option) => option !== '--quick');
if (unknown !== undefined) {
  console.error(`bench/all.js: expected --quick or nothing, got ${unknown}.\n${usage}`);
  process.exit(2);
}
const quick = options.includes('--quick');
const rounds = quick ? 2 : 5;

/** People, weeks in a run, and runs in a process: the last is warm. */
const sizes = quick
  ? [
      [1000, 208, 8],
      [10_000, 104, 3],
      [100_000, 26, 2],
    ]
  : [
      [1000, 520, 8],
      [10_000, 520, 3],
      [100_000, 100, 2],
    ];

const load = loadavg()[0];
const machine = `${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`;
console.log(`${machine}, load ${load.toFixed(1)}`);
if (load > 1) console.log('Other work is running: read the ratios, not the nanoseconds.');

buildPrograms();
buildDist();
const c = buildC();
if (!c) console.log('There is no working gcc here: the C program is left out.');
const run = programFile('run');

/** The three programs, with the same arguments for each. */
function programs(args) {
  return {
    ...(c && { C: () => linesOf(c, args) }),
    plain: () => nodeLines(run, ['plain', ...args]),
    engine: () => nodeLines(run, ['engine', ...args]),
  };
}

function speed() {
  const found = sizes.map(([people, weeks, runs]) => ({
    people,
    weeks,
    programs: inRounds(programs([people, weeks, 1, runs]), rounds, ['plain', 'C']),
  }));
  const head = ['people', 'program', 'ns', 'lowest', 'highest', 'to plain', 'to C', 'RSS, MB'];
  const lines = found.flatMap(({ people, programs }) =>
    programs.map(({ program, ns, lowest, highest, ratio, rssMB }) => [
      String(people),
      program,
      ns.toFixed(0),
      lowest.toFixed(0),
      highest.toFixed(0),
      ratio.plain.toFixed(2),
      ratio.C?.toFixed(2) ?? '',
      rssMB > 0 ? rssMB.toFixed(0) : '',
    ]),
  );
  console.log(`\nmentor-min, ns of CPU time an agent-step, median of ${rounds} rounds`);
  console.log(table([head, ...lines]));
  const costs = (program) =>
    found.map((size) => size.programs.find((each) => each.program === program).ns);
  const growth = Object.fromEntries(
    ['plain', 'engine'].map((program) => [program, costs(program).at(-1) / costs(program)[0]]),
  );
  console.log(
    `cost of an agent-step, 100,000 people to 1,000: plain ${growth.plain.toFixed(2)}, engine ${growth.engine.toFixed(2)}`,
  );
  return { sizes: found, growth };
}

/** Means over seeds at week 100, different seeds for each program, and how far they are apart. */
function agreement() {
  const seeds = quick ? 20 : 60;
  const weeks = 100;
  const each = Object.entries({
    ...(c && { C: (first) => linesOf(c, [1000, weeks, first, seeds, 4]) }),
    plain: (first) => nodeLines(run, ['plain', 1000, weeks, first, seeds, 4]),
    engine: (first) => nodeLines(run, ['engine', 1000, weeks, first, seeds, 4]),
  }).map(([program, lines], k) => {
    const rows = lines(1000 * (k + 1)).map(({ row }) => row);
    return { program, means: [0, 1, 2].map((i) => meanOf(rows.map((row) => row[i]))) };
  });
  const z = (a, b) => (a.mean - b.mean) / Math.hypot(a.error, b.error);
  const names = ['burnout', 'ties', 'Gini'];
  const pairs = each.flatMap((a, i) =>
    each.slice(i + 1).map((b) => ({
      pair: `${b.program} − ${a.program}`,
      z: b.means.map((mean, k) => z(mean, a.means[k])),
    })),
  );
  console.log(`\nAgreement, 1,000 people, week ${weeks}, ${seeds} seeds each, all different`);
  console.log(
    table([
      ['', ...names],
      ...each.map(({ program, means }) => [
        program,
        ...means.map(({ mean, error }) => `${mean.toPrecision(5)} ± ${error.toPrecision(1)}`),
      ]),
      ...pairs.map((pair) => [`z, ${pair.pair}`, ...pair.z.map((value) => value.toFixed(2))]),
    ]),
  );
  return { seeds, weeks, each, pairs };
}

function heap() {
  const flags = ['--expose-gc', '--no-opt', '--no-flush-bytecode'];
  const [found] = nodeLines(programFile('heap'), [1000], flags);
  console.log(
    `\nHeap of the engine with 1,000 people: ${found.at200} bytes at week 200, ${found.at1000} at week 1,000: ${found.growth} more, of which the record has ${found.rows - 3} rows`,
  );
  return found;
}

function mentoring() {
  const scenarios = ['today', 'time-and-groups', 'hybrid'].map((name) =>
    join(root, 'scenarios', `${name}.yaml`),
  );
  const each = Array.from({ length: quick ? 1 : 3 }, () =>
    nodeLines(programFile('mentoring'), [quick ? 6 : 16, ...scenarios]),
  ).flat();
  // the process that was disturbed least
  const best = each.reduce((a, b) => (b.runMs < a.runMs ? b : a));
  const { runMs, warmUpMs, firstRunMs, replicateMs, arms, processMs } = best;
  console.log('\nThe mentoring model, scenarios/today.yaml: a department of 200, CPU time');
  console.log(
    table([
      ['ten years, warm', `${runMs.toFixed(1)} ms`],
      ['ten years, first in a process', `${firstRunMs.toFixed(1)} ms`],
      [`set-up and ${best.warmUpWeeks / 52} years of warm-up`, `${warmUpMs.toFixed(1)} ms`],
      [`one replicate of ${arms} paired scenarios`, `${replicateMs.toFixed(1)} ms`],
    ]),
  );
  console.log('by process, ms in ten years (wall time):');
  const parts = Object.entries(processMs).sort(([, a], [, b]) => b - a);
  console.log(table(parts.map(([name, ms]) => [`  ${name}`, ms.toFixed(1)])));
  return each;
}

const results = {
  date: new Date().toISOString(),
  machine,
  load,
  quick,
  rounds,
  speed: speed(),
  agreement: agreement(),
  heap: heap(),
  mentoring: mentoring(),
  sweeps: await sweeps(quick),
};
const file = join(root, 'bench', 'build', 'latest.json');
writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
console.log(`\nWritten: ${file}`);
