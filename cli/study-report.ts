/** The command `report`: a store's results as one HTML file, and as an RO-Crate that a stranger can check. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Command } from 'commander';
import type { Presentation } from '../report/presentation.ts';
import type { CrateFile } from '../report/research-crate.ts';
import { crateMetadata } from '../report/research-crate.ts';
import type { StudySection } from '../report/study-report.ts';
import { formatIssue, ScenarioError } from '../sim/data/issues.ts';
import { engineVersion } from '../sim/experiment/run-id.ts';
import { openStudy } from './analyse.ts';
import { analyses, type Study } from './analyses.ts';
import { makeFolder, type OutputRequest, planOutputs, writeOutputs } from './outputs.ts';
import { Store } from './store/store.ts';
import { packageVersion } from './version.ts';

interface Options {
  readonly out?: string;
  readonly crate?: string;
  readonly plan?: string;
  readonly outcome?: string;
  readonly group?: string;
  readonly licence: string;
  readonly force?: boolean;
  readonly model?: string;
}

/** Adds `mentorscape report`. */
export function registerReport(program: Command): void {
  program
    .command('report')
    .description('write the results of a store: methods, design, figures, limits; or an RO-Crate')
    .argument('<store>', 'store file of a sweep')
    .option('--out <file>', 'HTML file that needs no scripts')
    .option('--crate <folder>', 'RO-Crate with the report, the store and how to check them')
    .option('--plan <name>', 'plan of the store, by name or id (the one added last)')
    .option('--outcome <name>', 'outcome of the analyses (the first headline one)')
    .option('--group <label>', 'group of people (everybody)')
    .option('--licence <address>', 'of the crate', 'https://spdx.org/licenses/CC-BY-4.0')
    .option('--force', 'replace files that exist')
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape report study.duckdb --out results.html\n  $ mentorscape report study.duckdb --crate study-crate --outcome burnedOut',
    )
    .action(report);
}

const storeName = 'study.duckdb';
const crateNames = [
  ...[
    'ro-crate-metadata.json',
    'report.html',
    storeName,
    'design.json',
    'scenario.json',
    'README.md',
  ],
];
/** Runs that the crate's command runs again. */
const sample = 20;

async function report(file: string, options: Options): Promise<void> {
  if (options.out === undefined && options.crate === undefined) {
    const expected = 'a file to write, --out or --crate';
    throw new ScenarioError([{ key: '--out', expected, found: 'neither' }]);
  }
  const request: OutputRequest = {
    option: options.crate === undefined ? '--out' : '--crate',
    force: options.force === true,
    inputs: [file],
    makeFolders: true,
  };
  const pages = options.out === undefined ? [] : [options.out];
  const folder = options.crate;
  const inCrate = folder === undefined ? [] : crateNames.map((name) => join(folder, name));
  planOutputs([...pages, ...inCrate], request);
  const store = await Store.open(file, 'read');
  let made: Made;
  try {
    made = await gather(store, file, options);
  } finally {
    store.close();
  }
  const texts = pages.map((path) => ({ path, text: made.page }));
  if (folder !== undefined) texts.push(...writeCrate(file, folder, made, options, request));
  writeOutputs(texts, request);
  console.log(`Wrote ${[...pages, ...(folder === undefined ? [] : [folder])].join(', ')}`);
  if (folder !== undefined)
    console.log(`Anybody can check it: ${verifyCommand('.')} (in the folder)`);
}

interface Made {
  readonly study: Study;
  readonly state: Awaited<ReturnType<Study['reader']['state']>>;
  readonly page: string;
  readonly design: string;
  readonly scenario: string;
  readonly date: string;
  readonly version: string;
}

async function gather(store: Store, file: string, options: Options): Promise<Made> {
  const study = await openStudy(store, options);
  const { plan, factors, cell } = study.context;
  const state = await study.reader.state(plan.planId);
  const sections: StudySection[] = [];
  for (const id of Object.keys(analyses)) sections.push({ id, found: await attempt(id, study) });
  const [row] = await store.rows(
    `SELECT p.design, s.scenario, p.program_version AS version,
       (SELECT strftime(max(started), '%Y-%m-%dT%H:%M:%SZ') FROM runs) AS date
     FROM plans p JOIN scenarios s USING (scenario_id) WHERE p.plan_id = ?`,
    [plan.planId],
  );
  const { renderStudyReport } = await import('../report/study-report.ts');
  const page = await renderStudyReport({
    ...{ plan, factors, state, sections, engineVersion },
    version: packageVersion(),
    command: `npx mentorscape report ${basename(file)} --out results.html --outcome ${cell.outcome} --group "${cell.group}"`,
    verify: `npx mentorscape sweep verify --store ${basename(file)} --sample ${sample}`,
  });
  const pretty = (text: unknown): string =>
    `${JSON.stringify(JSON.parse(String(text)), null, 2)}\n`;
  return {
    ...{ study, state, page },
    design: pretty(row?.['design']),
    scenario: pretty(row?.['scenario']),
    date: String(row?.['date'] ?? ''),
    version: String(row?.['version'] ?? ''),
  };
}

/** An analysis, or why the design cannot answer it. */
async function attempt(id: string, study: Study): Promise<Presentation | { missing: string }> {
  const { outcome } = study.context.cell;
  const hasCost = study.cells.some((cell) => cell.outcome === 'programmeCost');
  const aims = hasCost && outcome !== 'programmeCost' ? ['programmeCost', outcome] : [];
  if (id === 'pareto' && aims.length === 0)
    return { missing: 'the cost of programmes was not recorded' };
  try {
    return await analyses[id].run(study, { seed: '1', aims });
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { missing: error.issues.map(formatIssue).join(' ') };
  }
}

function verifyCommand(folder: string): string {
  return `npx mentorscape sweep verify --store ${join(folder, storeName)} --sample ${sample}`;
}

/** Copies the store and gives the texts of the crate's other files. */
function writeCrate(
  file: string,
  folder: string,
  made: Made,
  { licence }: Options,
  request: OutputRequest,
): { path: string; text: string }[] {
  makeFolder(folder, request);
  const copy = join(folder, storeName);
  if (relative(file, copy) !== '') copyFileSync(file, copy);
  // what was committed and not yet folded into the file
  if (existsSync(`${file}.wal`)) copyFileSync(`${file}.wal`, `${copy}.wal`);
  const { plan, factors } = made.study.context;
  const describe = (name: string, title: string, type: string, bytes: Uint8Array): CrateFile => ({
    ...{ name, title, type, bytes: bytes.length },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const text = (name: string, title: string, type: string, content: string): CrateFile =>
    describe(name, title, type, Buffer.from(content, 'utf8'));
  const metadata = crateMetadata({
    ...{ plan, factors, state: made.state, date: made.date, version: made.version, licence },
    verify: verifyCommand('.'),
    design: text('design.json', 'Design of the study', 'application/json', made.design),
    inputs: [text('scenario.json', 'Base scenario', 'application/json', made.scenario)],
    results: [
      describe(
        storeName,
        'All runs with settings, seeds, digests and outcomes',
        'application/vnd.duckdb',
        readFileSync(copy),
      ),
      text('report.html', 'Results report', 'text/html', made.page),
    ],
  });
  return [
    { path: join(folder, 'ro-crate-metadata.json'), text: metadata },
    { path: join(folder, 'report.html'), text: made.page },
    { path: join(folder, 'design.json'), text: made.design },
    { path: join(folder, 'scenario.json'), text: made.scenario },
    { path: join(folder, 'README.md'), text: readme(plan.title || plan.name, made.version) },
  ];
}

function readme(title: string, version: string): string {
  return `# ${title}

A simulation study made with Mentorscape ${version}. \`report.html\` has the results, \`study.duckdb\` every run.

Run ${sample} of the runs again and compare their digests, in this folder, with that version of Mentorscape:

    ${verifyCommand('.')}

People of a roster are never part of a crate: a study of a roster can be checked only where the roster is.
`;
}
