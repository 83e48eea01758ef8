/** Runs mentor-min once or more in this process: `run-one.js engine|plain N STEPS SEED REPS [EVERY]`. */

import { engineRun } from './mentor-min-engine.ts';
import { PlainRun } from './mentor-min-plain.ts';
import { startOf } from './mentor-min-start.ts';

const [program, ...rest] = process.argv.slice(2);
const [people, steps, seed, repetitions, every = 52] = rest.map(Number);

for (let r = 0; r < repetitions; r++) {
  const run =
    program === 'engine'
      ? engineRun(people, seed + r, every)
      : new PlainRun(startOf(people, seed + r), seed + r, every);
  const before = process.cpuUsage();
  const wall = performance.now();
  run.runTo(steps);
  const used = process.cpuUsage(before);
  const wallNs = (performance.now() - wall) * 1e6;
  const steadily = people * steps;
  console.log(
    JSON.stringify({
      program,
      people,
      steps,
      seed: seed + r,
      ns: ((used.user + used.system) * 1000) / steadily,
      wallNs: wallNs / steadily,
      row: run.rows.length > 0 ? [...run.rows[run.rows.length - 1]] : [],
    }),
  );
}
