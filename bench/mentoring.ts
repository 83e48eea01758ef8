/** Times the mentoring model, a line of JSON: `mentoring.js RUNS SCENARIO [OTHER SCENARIOS…]`. */
import { readScenario } from '../cli/read-scenario.ts';
import { models } from '../models/registry.ts';
import { replicateSeed, runKey } from '../sim/chance/seeds.ts';
import type { Experiment } from '../sim/experiment/experiment.ts';
import { runReplicate } from '../sim/experiment/replicate.ts';
import type { Step } from '../sim/model/model.ts';
import type { Scenario } from '../sim/model/scenario.ts';
import type { Model } from '../sim/model/simulation.ts';
import { Simulation } from '../sim/model/simulation.ts';
import type { World } from '../sim/model/world.ts';

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One run as an experiment makes it: CPU ms of set-up and warm-up, and of the horizon. */
function timeRun(model: Model, scenario: Scenario, replicate: number): [number, number] {
  const seed = replicateSeed(scenario.seed, replicate);
  const begin = cpuMs();
  const simulation = new Simulation(model, {
    parameters: scenario.parameters,
    population: { settings: scenario.population },
    populationKey: runKey(scenario.populationSeed),
    runKey: runKey(seed),
    seed,
    policies: scenario.policies,
    outcomes: scenario.record.outcomes,
    recordEvery: scenario.record.every,
    firstWeek: -scenario.warmUp,
  });
  simulation.runTo(0);
  simulation.beginRecord();
  const warm = cpuMs();
  simulation.runTo(scenario.horizon);
  simulation.finish();
  simulation.fingerprint();
  return [warm - begin, cpuMs() - warm];
}

/** The same model with the wall time of each process added up in `spent`, in ms. */
function timed(model: Model, spent: Map<string, number>): Model {
  const wrap = (step: Step<World>): Step<World> => ({
    ...step,
    run(world, rng) {
      const before = performance.now();
      step.run(world, rng);
      if (world.week >= 0) {
        spent.set(step.name, (spent.get(step.name) ?? 0) + performance.now() - before);
      }
    },
  });
  const schedule = model.schedule.map((step) => (step === 'policies' ? step : wrap(step)));
  return { ...model, schedule };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

const runs = Number(process.argv[2]);
const scenarios = process.argv.slice(3).map((path) => readScenario(path, models));
const today = scenarios[0];
const model = models.find(({ name }) => name === today.model)!;

const times = Array.from({ length: runs }, (_, r) => timeRun(model, today, r));
// the second half is warm
const warm = times.slice(runs >> 1);

const experiment: Experiment = {
  model: model.name,
  modelHash: '',
  seed: today.seed,
  replicates: runs,
  arms: scenarios.map((scenario) => ({ scenario })),
};
const paired = Array.from({ length: Math.max(2, runs >> 1) }, (_, r) => {
  const before = cpuMs();
  runReplicate(model, experiment, r);
  return cpuMs() - before;
});

// last, since the wrappers make the processes compile anew
const spent = new Map<string, number>();
const parts = timed(model, spent);
for (let r = 0; r < runs; r++) {
  if (r === runs >> 1) spent.clear();
  timeRun(parts, today, r);
}

console.log(
  JSON.stringify({
    weeks: today.horizon,
    warmUpWeeks: today.warmUp,
    firstRunMs: times[0][1],
    runMs: median(warm.map(([, horizon]) => horizon)),
    warmUpMs: median(warm.map(([before]) => before)),
    arms: scenarios.length,
    replicateMs: median(paired.slice(paired.length >> 1)),
    processMs: Object.fromEntries(
      [...spent].map(([name, ms]) => [name, ms / (runs - (runs >> 1))]),
    ),
  }),
);
