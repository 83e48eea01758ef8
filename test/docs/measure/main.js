/**
 * Measures what docs/verification.md reports, on the built engine:
 *   node test/docs/measure/main.js networks FILE.yaml … [--replicates 40] [--write]
 *   node test/docs/measure/main.js sample [--write]
 * `sample` is the run that README.md shows. `--write` puts the results in their marked places.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadExperiment } from '../../../dist/cli/arms.js';
import { replicateSeed, runKey } from '../../../dist/sim/chance/seeds.js';
import { Simulation } from '../../../dist/sim/model/simulation.js';
import * as networks from './networks.js';
import { sample } from './sample.js';

const root = new URL('../../../', import.meta.url);
const verification = 'docs/verification.md';
/** No seed of tuning or of another test. */
const seed = 'verification';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { replicates: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const [what, ...files] = positionals;

/** The simulation of one replicate of an arm, warmed up and at week 0. */
function begin(model, { scenario, roster }, replicate) {
  const own = replicateSeed(seed, replicate);
  const simulation = new Simulation(model, {
    parameters: scenario.parameters,
    population: roster
      ? { settings: scenario.population, roster }
      : { settings: scenario.population },
    populationKey: runKey(scenario.populationSeed),
    runKey: runKey(own),
    seed: own,
    policies: scenario.policies,
    outcomes: [],
    recordEvery: 52,
    firstWeek: -scenario.warmUp,
  });
  simulation.runTo(0);
  return simulation;
}

function times(count, work) {
  return Array.from({ length: count }, (_, replicate) => work(replicate));
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A number with a true minus sign. */
function number(value, decimals) {
  return value.toFixed(decimals).replace('-', '−');
}

/** Prints a result, and with `--write` puts it between its marks in a document. */
function put(name, text, path = verification) {
  console.log(`${text}\n`);
  if (!values.write) return;
  const document = fileURLToPath(new URL(path, root));
  const whole = readFileSync(document, 'utf8');
  const begin = `<!-- measured: ${name} -->`;
  const end = '<!-- end -->';
  const from = whole.indexOf(begin);
  if (from < 0) throw new Error(`${document}: expected ${begin}, found none.`);
  const to = whole.indexOf(end, from);
  writeFileSync(document, `${whole.slice(0, from)}${begin}\n\n${text}\n\n${whole.slice(to)}`);
}

async function measureNetworks(count) {
  for (const file of files) {
    const { experiment, model } = await loadExperiment([file], {});
    const [arm] = experiment.arms;
    const bare = { ...arm, roster: { ...arm.roster, ties: [] } };
    const observed = times(count, (r) => networks.observe(begin(model, arm, r)));
    const empty = times(count, (r) => networks.observe(begin(model, bare, r)));
    const rows = Object.entries(networks.measures).map(([name, { title, decimals }]) => {
      const at = (runs, week) => {
        const { value, error } = networks.summary(runs, name, week);
        return week === 0
          ? number(value, decimals)
          : `${number(value, decimals)} ± ${number(error, decimals)}`;
      };
      return [title, ...networks.weeks.map((week) => at(observed, week)), at(empty, 520)];
    });
    const when = networks.weeks.map((week) => (week < 52 ? `week ${week}` : `year ${week / 52}`));
    const head = ['', ...when, 'year 10, from no ties'];
    const name = basename(file).replace(/\.ya?ml$/, '');
    put(name, `${version(model, experiment, count)}\n\n${table(head, rows)}`);
  }
}

function version(model, { modelHash }, count) {
  return `${count} replicates of seed \`${seed}\`; model ${model.name} ${model.version}, source ${modelHash.slice(0, 8)}.`;
}

if (what === 'networks' && files.length > 0) {
  await measureNetworks(Number(values.replicates ?? 40));
} else if (what === 'sample') put('sample', sample(), 'README.md');
else {
  console.error('Usage: node test/docs/measure/main.js networks FILE.yaml … | sample');
  process.exitCode = 2;
}
