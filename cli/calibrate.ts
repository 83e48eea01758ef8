/** The command `calibrate`: fits free parameters to targets, and writes a scenario with the posterior. */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { type CalibrationResult, calibrationFigures } from '../report/calibration-figures.ts';
import {
  checkTable,
  presentCalibration,
  profileKey,
  profileTable,
} from '../report/present-calibration.ts';
import { shortNumber } from '../report/presentation.ts';
import { outcomeTitle } from '../report/vocabulary.ts';
import type { AbcState } from '../sim/analysis/abc-smc.ts';
import { absorb, beginAbc, nextBatch } from '../sim/analysis/abc-smc.ts';
import type { Calibration } from '../sim/analysis/calibration.ts';
import { problemOf, withValues } from '../sim/analysis/calibration.ts';
import { parseCalibration } from '../sim/analysis/calibration-parse.ts';
import type { Posterior } from '../sim/analysis/posterior.ts';
import { drawPosterior, posteriorOf, predictiveCheck } from '../sim/analysis/posterior.ts';
import { writeCsv } from '../sim/data/csv.ts';
import type { Arm } from '../sim/experiment/experiment.ts';
import { engineVersion, rosterDigest } from '../sim/experiment/run-id.ts';
import { writeScenario } from '../sim/model/scenario-write.ts';
import type { Model } from '../sim/model/simulation.ts';
import { loadRoster } from './arms.ts';
import { type Calibrators, startCalibrators } from './calibration-pool.ts';
import { fingerprintOf, keepState, readState } from './calibration-state.ts';
import { exitCodes } from './exit-codes.ts';
import { availableModels, modelHash } from './models.ts';
import { wholeNumber } from './options.ts';
import { makeFolder, type OutputRequest, planOutputs, writeOutputs } from './outputs.ts';
import { readScenario, readText, rosterFiles } from './read-scenario.ts';
import { plainTable } from './tables.ts';

interface Options {
  readonly out: string;
  readonly workers: number;
  readonly figure?: string;
  readonly force?: boolean;
  readonly restart?: boolean;
  readonly json?: boolean;
  readonly model?: string;
}

/** Fresh simulations of the fitted model, and rows of its posterior that are written. */
const draws = { check: 100, table: 200 };

/** Adds `mentorscape calibrate`. */
export function registerCalibrate(program: Command): void {
  program
    .command('calibrate')
    .description('fit free parameters to targets by ABC-SMC; goes on where it was stopped')
    .argument('<targets>', 'calibration file, YAML or JSON')
    .requiredOption('--out <file>', 'scenario to write, with the posterior beside it as CSV')
    .option('--figure <name>', 'write NAME-posterior, -check and -profile, each .svg and .png')
    .option('--force', 'replace files that exist')
    .option('--restart', 'forget what an earlier run has found')
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .option('--workers <n>', 'worker threads', wholeNumber(1, 1024), availableParallelism())
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape calibrate scenarios/calibration/burnout.yaml --out fitted/burnout.yaml\n  $ mentorscape run fitted/burnout.yaml\n\nThe file FILE.state.json beside the scenario keeps what has been found; the same command goes on from it.',
    )
    .action(calibrate);
}

interface Loaded {
  readonly calibration: Calibration;
  readonly base: Arm;
  readonly model: Model;
  readonly hash: string;
}

async function load(path: string, modelFile: string | undefined): Promise<Loaded> {
  const models = await availableModels(modelFile);
  const file = path.replaceAll('\\', '/');
  const { calibration, base } = parseCalibration(readText(file), file, models, {
    scenario: (name) => readScenario(name, models),
  });
  const model = models.find(({ name }) => name === base.model);
  if (!model) throw new RangeError(`no model is called ${base.model}`);
  const files = rosterFiles(base);
  const arm = { scenario: base, ...(files ? { roster: loadRoster(files) } : {}) };
  return { calibration, base: arm, model, hash: modelHash(model, modelFile) };
}

async function calibrate(path: string, options: Options): Promise<void> {
  const loaded = await load(path, options.model);
  const stem = options.out.replace(/\.(ya?ml|json)$/, '');
  const pictures = options.figure === undefined ? [] : figureFiles(options.figure);
  const outputs = [options.out, `${stem}.posterior.csv`, ...pictures];
  const request: OutputRequest = {
    option: '--out',
    force: options.force === true,
    inputs: [path],
    makeFolders: true,
  };
  planOutputs(outputs, request);
  const { calibration, base, model } = loaded;
  const kept = `${stem}.state.json`;
  const problem = fingerprintOf([
    { ...calibration, name: '', title: '', question: '' },
    { ...base.scenario, name: '', title: '', question: '' },
    ...[rosterDigest(base.roster), model.version, loaded.hash, engineVersion],
  ]);
  if (options.restart) rmSync(kept, { force: true });
  const from = readState(kept, problem) ?? beginAbc(problemOf(calibration));
  makeFolder(dirname(resolve(kept)), request);
  const own = options.model === undefined ? {} : { modelFile: options.model };
  const threads = startCalibrators({ calibration, base, ...own }, options.workers);
  process.removeAllListeners('SIGINT');
  process.once('SIGINT', () => {
    process.stderr.write(`\nInterrupted; ${kept} is kept. The same command goes on.\n`);
    process.exit(exitCodes.interrupted);
  });
  try {
    const state = await fit(calibration, from, threads, (now) => keepState(kept, problem, now));
    await finish(loaded, state, threads, { ...options, outputs, request });
  } finally {
    threads.end();
  }
}

/** Runs batches until the end; every batch is kept before the next begins. */
async function fit(
  calibration: Calibration,
  from: AbcState,
  threads: Calibrators,
  keep: (state: AbcState) => void,
): Promise<AbcState> {
  const problem = problemOf(calibration);
  let state = from;
  for (;;) {
    const batch = nextBatch(problem, state);
    if (batch.length === 0) return state;
    state = absorb(problem, state, batch, await threads.simulate(batch));
    keep(state);
    if (process.stderr.isTTY) {
      const { generations, accepted, tried } = state;
      process.stderr.write(
        `\r\x1b[Kgeneration ${generations.length + 1}: ${accepted.length} of ${calibration.particles} particles from ${tried} tries`,
      );
    }
  }
}

interface Ending extends Options {
  readonly outputs: readonly string[];
  readonly request: OutputRequest;
}

async function finish(
  { calibration, base, model }: Loaded,
  state: AbcState,
  threads: Calibrators,
  options: Ending,
): Promise<void> {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  const problem = problemOf(calibration);
  const particles = state.generations.at(-1)?.particles ?? [];
  if (particles.length === 0) {
    console.error(`No set of values could be simulated: ${[...threads.failures].join('; ')}`);
    process.exitCode = exitCodes.someFailed;
    return;
  }
  const fresh = drawPosterior(particles, draws.check, `${calibration.seed}/check`);
  const trials = fresh.map(({ values }, k) => ({ name: `${calibration.seed}/check/${k}`, values }));
  const predictions = (await threads.simulate(trials)).filter((own) => own !== null);
  const posterior = posteriorOf(problem, state);
  const result = {
    ...{ calibration, state, posterior },
    checks: predictiveCheck(problem, predictions),
    titleOf: (outcome: string) => ({
      title: outcomeTitle(model, outcome),
      unit: model.outcomes[outcome].unit,
    }),
  };
  const [scenarioFile, tableFile, ...pictures] = options.outputs;
  const taken = drawPosterior(particles, draws.table, `${calibration.seed}/table`);
  const table = writeCsv(
    calibration.parameters.map(({ path }) => path),
    taken.map(({ values }) =>
      values.map((value, p) => `${calibration.parameters[p].integer ? Math.round(value) : value}`),
    ),
  );
  const fitted = fittedScenario(calibration, base, model, posterior);
  writeOutputs(
    [
      { path: scenarioFile, text: fitted },
      { path: tableFile, text: table },
      ...(options.figure === undefined ? [] : await drawn(result, pictures)),
    ],
    options.request,
  );
  const shown = presentCalibration(result);
  if (options.json) {
    const { title, paragraph, data } = shown;
    console.log(JSON.stringify({ title, paragraph, ...data, wrote: options.outputs }, null, 2));
    return;
  }
  const [checks, profile] = [checkTable(result), profileTable(result)];
  const titles = shown.columns.map(({ title }) => title);
  console.log(
    [
      shown.title,
      plainTable(titles, shown.rows),
      plainTable(checks.columns, checks.rows),
      `${plainTable(profile.columns, profile.rows)}\n${profileKey}`,
      shown.paragraph,
      `Wrote ${options.outputs.join(', ')}`,
    ].join('\n\n'),
  );
}

/** The files of the figures: what each shows, as SVG and as PNG. */
function figureFiles(name: string): string[] {
  const stem = name.replace(/\.(svg|png)$/, '');
  return kindsOfFigure.flatMap((kind) => [`${stem}-${kind}.svg`, `${stem}-${kind}.png`]);
}

const kindsOfFigure = ['posterior', 'check', 'profile'] as const;

/** The figures for these files. */
async function drawn(
  result: CalibrationResult,
  files: readonly string[],
): Promise<{ path: string; text: string | Uint8Array }[]> {
  // Vega takes a quarter of a second to load: only where a figure is asked for
  const { figurePng, figureSvg } = await import('./figures.ts');
  const figures = calibrationFigures(result);
  const texts: { path: string; text: string | Uint8Array }[] = [];
  for (const [k, kind] of kindsOfFigure.entries()) {
    const svg = await figureSvg(figures[kind]);
    texts.push({ path: files[2 * k], text: svg }, { path: files[2 * k + 1], text: figurePng(svg) });
  }
  return texts;
}

/** The base with the posterior's means, which fit together; what the file was made from stands above it. */
function fittedScenario(
  calibration: Calibration,
  base: Arm,
  model: Model,
  { parameters }: Posterior,
): string {
  const means = parameters.map(({ mean }) => Number(mean.toPrecision(6)));
  const { scenario } = withValues(base, calibration.parameters, means);
  const posterior = calibration.parameters.map(({ path }, p) => {
    const { low, high, learnt } = parameters[p];
    return `#   ${path}: 95 in 100 from ${shortNumber(low)} to ${shortNumber(high)}; ${Math.round(learnt * 100)} in 100 of the prior’s variance learnt`;
  });
  const targets = calibration.targets.map(
    ({ outcome, group, value, sd, instrument, source }) =>
      `#   ${outcome}, ${group}: ${value}, SD ${shortNumber(sd)} (${instrument.name}${source === '' ? '' : `; ${source}`})`,
  );
  const text = writeScenario(scenario, model);
  const [question, ...body] = text.split('\n');
  return [
    question,
    '#',
    `# Fitted by ABC-SMC from ${calibration.name}, seed ${calibration.seed}, to`,
    ...targets,
    '# The values are means of the posterior:',
    ...posterior,
    '# Doubt about them is kept in the table of draws beside this file: sweep it with sampling method "table".',
    ...body,
  ].join('\n');
}
