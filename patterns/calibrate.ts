/**
 * Calibrates the defaults against published prevalences, as a command on the built program:
 *   node dist/patterns/calibrate.js [--check] [--seeds 24] [--iterations 6] [--workers 2] [--write]
 * It prints the parameters it found; they are entered by hand in models/mentoring/parameters/.
 * `--check` does not search: it shows the shipped defaults on seeds of neither tuning nor tests.
 * `--write` puts the result into docs/calibration.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { modelHash } from '../cli/models.ts';
import type { NumberSpec } from '../sim/model/parameters.ts';
import type { CalibrationOrder, Trial } from './calibrate-worker.ts';
import { calibrationSeed, checkSeed, freeParameters, targets } from './calibration-plan.ts';
import { fitTable, parameterTable } from './calibration-table.ts';
import { replaceMarked } from './document.ts';
import { broyden, dampedStep } from './least-squares.ts';
import type { Prevalences } from './prevalences.ts';
import { prevalenceOf, prevalences } from './prevalences.ts';
import { model } from './stage.ts';
import { shareOut } from './threads.ts';

const root = new URL('../../', import.meta.url);
const document = fileURLToPath(new URL('docs/calibration.md', root));
const folder = fileURLToPath(new URL('scenarios/patterns', root));
/** Seeds of the check at the end. */
const checkSeeds = 40;

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '24' },
    iterations: { type: 'string', default: '6' },
    workers: { type: 'string', default: `${Math.min(2, availableParallelism())}` },
    write: { type: 'boolean', default: false },
  },
});

type Point = readonly number[];

function specOf(name: string): NumberSpec {
  return model.shape.parameters[name] as NumberSpec;
}

function named(point: Point): Record<string, number> {
  return Object.fromEntries(freeParameters.map(({ name }, p) => [name, point[p]]));
}

/** All runs of some points, each on the same seeds. */
async function play(
  points: readonly Point[],
  seed: string,
  seeds: number,
): Promise<Prevalences[][]> {
  const trials = points.flatMap((point) =>
    Array.from(
      { length: seeds },
      (_, replicate): Trial => ({ seed, replicate, parameters: named(point) }),
    ),
  );
  const order: CalibrationOrder = { folder };
  const file = new URL('./calibrate-worker.js', import.meta.url);
  const runs = await shareOut<Trial, Prevalences>(file, order, trials, Number(values.workers));
  return points.map((_, k) => runs.slice(k * seeds, (k + 1) * seeds));
}

const aimed = prevalences.filter(({ key }) => key in targets);

/** Distances from the targets, in half-widths of the bands. */
function residualOf(runs: readonly Prevalences[]): number[] {
  return aimed.map((prevalence) => {
    const [low, high] = prevalence.band;
    return (prevalenceOf(prevalence, runs) - targets[prevalence.key]) / ((high - low) / 2);
  });
}

function within(point: Point): number[] {
  return point.map((value, p) => {
    const [low, high] = specOf(freeParameters[p].name).plausible;
    return Math.min(high, Math.max(low, value));
  });
}

const lossOf = (residual: readonly number[]): number =>
  residual.reduce((sum, value) => sum + value * value, 0);

/** Trial steps for the Jacobian, then damped steps with Broyden's updates between. */
async function search(): Promise<Point> {
  const seeds = Number(values.seeds);
  let point: Point = freeParameters.map(({ start }) => start);
  const trials = freeParameters.map(({ step }, p) =>
    within(point.map((value, q) => (p === q ? value + step : value))),
  );
  const [base, ...shifted] = await play([point, ...trials], calibrationSeed, seeds);
  let residual = residualOf(base);
  let jacobian = residual.map((value, k) =>
    freeParameters.map(({ step }, p) => {
      const moved = (trials[p][p] - point[p]) / step;
      return moved === 0 ? 0 : (residualOf(shifted[p])[k] - value) / moved;
    }),
  );
  let damping = 0.1;
  console.error(`start: loss ${lossOf(residual).toFixed(3)}`);
  for (let k = 1; k <= Number(values.iterations); k++) {
    const step = dampedStep(jacobian, residual, damping);
    const next = within(point.map((value, p) => value + step[p] * freeParameters[p].step));
    const [runs] = await play([next], calibrationSeed, seeds);
    const after = residualOf(runs);
    const moved = next.map((value, p) => (value - point[p]) / freeParameters[p].step);
    jacobian = broyden(
      jacobian,
      moved,
      after.map((value, i) => value - residual[i]),
    );
    const better = lossOf(after) < lossOf(residual);
    console.error(`step ${k}: loss ${lossOf(after).toFixed(3)}, ${better ? 'taken' : 'refused'}`);
    console.error(`  ${JSON.stringify(named(next))}`);
    if (better) {
      point = next;
      residual = after;
    }
    damping *= better ? 0.4 : 4;
  }
  return point.map((value, p) => Number(value.toFixed(freeParameters[p].decimals)));
}

const shipped = freeParameters.map(({ name }) => specOf(name).default);
const found = values.check ? shipped : await search();
const [tuned] = await play([found], calibrationSeed, Number(values.seeds));
const [fresh] = await play([found], checkSeed, checkSeeds);
const text = [
  `Model ${model.name} ${model.version}, source ${modelHash(model).slice(0, 8)}; ${values.seeds} tuning seeds \`${calibrationSeed}\`, ${checkSeeds} fresh seeds \`${checkSeed}\`.`,
  parameterTable(named(found)),
  fitTable(tuned, fresh),
].join('\n\n');
console.log(text);
if (values.write) {
  writeFileSync(document, replaceMarked(readFileSync(document, 'utf8'), 'calibration', text));
}
