/** The command `analyse`: what a store's futures say, each answer with a table, a figure and plain words. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Presentation, StudyContext } from '../report/presentation.ts';
import { inReadingOrder, lowerFirst } from '../report/vocabulary.ts';
import type { StudyCell, StudyFactor, StudyPlan } from '../sim/analysis/study.ts';
import { listNames, suggesting } from '../sim/data/issue-list.ts';
import { ScenarioError, showFound } from '../sim/data/issues.ts';
import { everybody } from '../sim/model/groups.ts';
import type { Model } from '../sim/model/simulation.ts';
import { analyses, type Study } from './analyses.ts';
import { availableModels } from './models.ts';
import { type OutputRequest, planOutputs, writeOutputs } from './outputs.ts';
import { Store } from './store/store.ts';
import { studyReader } from './study-reader.ts';
import { plainTable } from './tables.ts';

interface Options {
  readonly plan?: string;
  readonly outcome?: string;
  readonly group?: string;
  readonly figure?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly model?: string;
  readonly seed: string;
  readonly important?: number;
  readonly above?: number;
  readonly below?: number;
  readonly x?: string;
  readonly y?: string;
  readonly cost?: string;
  readonly outcomes?: string;
}

/** Adds `mentorscape analyse` and its ten analyses. */
export function registerAnalyse(program: Command): void {
  const command = program
    .command('analyse')
    .description('what the futures in a store say: tables, figures and plain words')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape analyse summary study.duckdb\n  $ mentorscape analyse effects study.duckdb --outcome burnedOut --group residents --figure figures/effects',
    );
  for (const [name, { doc }] of Object.entries(analyses)) {
    const own = command
      .command(name)
      .description(doc)
      .argument('<store>', 'store file of a sweep')
      .option('--plan <name>', 'plan of the store, by name or id (the one added last)')
      .option('--outcome <name>', 'outcome (the first headline one)')
      .option('--group <label>', 'group of people', everybody)
      .option('--figure <name>', 'write the figure as NAME.svg and NAME.png')
      .option('--force', 'replace figures that exist')
      .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
      .option('--seed <seed>', 'seed of the bootstrap', '1')
      .option('--json', 'print the result as JSON');
    addOwnOptions(name, own);
    own
      .addHelpText(
        'after',
        `\nExample:\n  $ mentorscape analyse ${name} study.duckdb${examples[name] ?? ''}`,
      )
      .action((store: string, options: Options) => analyse(name, store, options));
  }
}

const examples: Readonly<Record<string, string>> = {
  summary: ' --json',
  effects: ' --outcome burnedOut --group residents --figure figures/effects',
  enough: ' --outcome burnedOut --important 0.02',
  sensitivity: ' --outcome leaving',
  variance: ' --outcome leaving',
  discover: ' --outcome burnedOut --above 0.45',
  robustness: ' --outcome burnedOut',
  attribution: ' --outcome hasMentor',
  pareto: ' --cost programmeCost --outcomes burnedOut,hasMentor',
  phase: ' --outcome hasMentor --x parameters.causalShare --y population.faculty',
};

function addOwnOptions(name: string, command: Command): void {
  const number = 'in the outcome’s own unit, shares from 0 to 1';
  if (name === 'enough') {
    command.option('--important <x>', `the smallest change that matters, ${number}`, aNumber);
  }
  if (name === 'discover') {
    command
      .option(
        '--above <x>',
        `a world is a case where the outcome is above this, ${number}`,
        aNumber,
      )
      .option('--below <x>', 'the same below', aNumber);
  }
  if (name === 'phase') {
    command
      .option('--x <path>', 'factor across (the first with numbers)')
      .option('--y <path>', 'factor upwards (the second)');
  }
  if (name === 'pareto') {
    command
      .option('--cost <outcome>', 'outcome that should be small', 'programmeCost')
      .option('--outcomes <names>', 'further aims, separated by commas (the outcome)');
  }
}

function aNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new InvalidArgumentError('Expected a number such as 0.25.');
  }
  return value;
}

async function analyse(name: string, file: string, options: Options): Promise<void> {
  const request: OutputRequest = {
    option: '--figure',
    force: options.force === true,
    inputs: [file],
    makeFolders: true,
  };
  const figures =
    options.figure === undefined
      ? []
      : ['svg', 'png'].map((kind) => `${options.figure?.replace(/\.(svg|png)$/, '')}.${kind}`);
  planOutputs(figures, request);
  const store = await Store.open(file, 'read');
  let presentation: Presentation;
  try {
    const study = await openStudy(store, options);
    const aims = [options.cost ?? '', ...aimsOf(study, options)];
    presentation = await analyses[name].run(study, { ...options, aims });
  } finally {
    store.close();
  }
  if (figures.length > 0) {
    // Vega takes a second to load: only where a figure is asked for
    const { figurePng, figureSvg } = await import('./figures.ts');
    const svg = await figureSvg(presentation);
    const [svgFile, pngFile] = figures;
    const files = [
      { path: svgFile, text: svg },
      { path: pngFile, text: figurePng(svg) },
    ];
    writeOutputs(files, request);
  }
  console.log(options.json ? jsonOf(presentation) : textOf(presentation, figures));
}

function jsonOf({ title, paragraph, data }: Presentation): string {
  // JSON has no NaN: what is not known is null
  return JSON.stringify({ title, paragraph, ...data }, null, 2);
}

function textOf(
  { title, paragraph, columns, rows }: Presentation,
  figures: readonly string[],
): string {
  const table = plainTable(
    columns.map((column) => column.title),
    rows,
  );
  const wrote = figures.length > 0 ? `\n\nWrote ${figures.join(', ')}` : '';
  return `${title}\n\n${table}\n\n${paragraph}${wrote}`;
}

function aimsOf({ cells, context }: Study, options: Options): string[] {
  const names = options.outcomes?.split(',').map((name) => name.trim()) ?? [context.cell.outcome];
  const known = [...new Set(cells.map(({ outcome }) => outcome))];
  const all = options.cost === undefined ? names : [options.cost, ...names];
  for (const name of all) requireName('--outcomes', 'a recorded outcome', name, known);
  return names.filter((name) => name !== options.cost);
}

/** The plan, outcome and group that were asked for. @throws ScenarioError for names that are not there. */
export async function openStudy(
  store: Store,
  options: Pick<Options, 'plan' | 'outcome' | 'group' | 'model'>,
): Promise<Study> {
  const reader = studyReader(store);
  const plan = choosePlan(await reader.plans(), options.plan);
  const model = (await availableModels(options.model)).find(({ name }) => name === plan.model);
  if (!model) {
    const expected = `the model of the store, ${plan.model}`;
    throw new ScenarioError([{ key: '--model', expected, found: options.model ?? 'nothing' }]);
  }
  const cells = (await reader.cells(plan.planId)).filter(({ outcome }) => outcome !== 'people');
  if (cells.length === 0) {
    const remedy = 'Run `mentorscape sweep` first';
    const expected = 'a plan with finished runs';
    throw new ScenarioError([{ key: 'STORE', expected, found: 'none yet', remedy }]);
  }
  const cell = chooseCell(model, cells, options);
  const factors = (await reader.factors(plan.planId)).map((factor) => named(factor, model));
  const context: StudyContext = { plan, model, cell, factors };
  return { reader, context, cells };
}

/** A lever by its policy too: several policies have a size or a share. */
function named(factor: StudyFactor, model: Model): StudyFactor {
  const [section, policy, lever] = factor.path.split('.');
  const known = section === 'policies' && lever !== 'present' ? model.policies[policy] : undefined;
  return known ? { ...factor, title: `${known.title}: ${lowerFirst(factor.title)}` } : factor;
}

function choosePlan(plans: readonly StudyPlan[], asked: string | undefined): StudyPlan {
  const names = plans.flatMap(({ name, planId }) => [name, planId]);
  if (asked !== undefined) requireName('--plan', 'a plan of the store', asked, names);
  const own = plans.filter(
    ({ name, planId }) => asked === undefined || [name, planId].includes(asked),
  );
  const last = own.at(-1);
  if (last) return last;
  throw new ScenarioError([{ key: 'STORE', expected: 'a store with a plan', found: 'none' }]);
}

function chooseCell(
  model: Model,
  cells: readonly StudyCell[],
  options: Pick<Options, 'outcome' | 'group'>,
): StudyCell {
  const outcomes = inReadingOrder(cells.map((cell) => cell.outcome));
  const [headline = outcomes[0]] = outcomes.filter((name) => model.outcomes[name]?.headline);
  const outcome = options.outcome ?? headline;
  requireName('--outcome', 'a recorded outcome', outcome, outcomes);
  const groups = cells.filter((cell) => cell.outcome === outcome).map((cell) => cell.group);
  const group = options.group ?? everybody;
  requireName('--group', 'a recorded group', group, groups);
  return { outcome, group };
}

function requireName(key: string, what: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const issue = { key, expected: `${what} (${listNames(known)})`, found: showFound(name) };
  throw new ScenarioError([suggesting(issue, name, known)]);
}
