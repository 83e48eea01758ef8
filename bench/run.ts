/** Runs mentor-min some times in this process, a line of JSON each: `engine|plain N WEEKS SEED RUNS [EVERY]`. */
import { engineRun } from './mentor-min-engine.ts';
import { PlainRun } from './mentor-min-plain.ts';
import { startOf } from './mentor-min-start.ts';

const [program, ...rest] = process.argv.slice(2);
const [people, weeks, seed, runs, every = 52] = rest.map(Number);

for (let r = 0; r < runs; r++) {
  // not timed: both make their people here
  const run =
    program === 'engine'
      ? engineRun(people, seed + r, every)
      : new PlainRun(startOf(people, seed + r), seed + r, every);
  const before = process.cpuUsage();
  run.runTo(weeks);
  const { user, system } = process.cpuUsage(before);
  console.log(
    JSON.stringify({
      ns: ((user + system) * 1000) / (people * weeks),
      rssMB: process.resourceUsage().maxRSS / 1024,
      row: [...(run.rows.at(-1) ?? [])],
    }),
  );
}
