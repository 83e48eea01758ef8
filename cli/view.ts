/** The command `view`: serves the built viewer and opens it, on a scenario where one is named. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { Command } from 'commander';
import { models } from '../models/registry.ts';
import { ScenarioError, showFound } from '../sim/data/issues.ts';
import { linkEntry, linkText, linkVersion } from '../sim/model/scenario-link.ts';
import { exitCodes } from './exit.ts';
import { wholeNumber } from './options.ts';
import { readScenario } from './read-scenario.ts';
import { type Served, serveFolder } from './static-server.ts';
import { Store } from './store/store.ts';
import { exportTable } from './sweep/export.ts';

interface Options {
  readonly port: number;
  readonly open: boolean;
}

/** Adds `mentorscape view`. */
export function registerView(program: Command): void {
  program
    .command('view')
    .description('open the viewer in the browser, served on this machine only')
    .argument('[file]', 'scenario file, or store of a sweep, to open it on')
    .option('--port <n>', 'port; any free one unless it is given', wholeNumber(0, 65_535), 0)
    .option('--no-open', 'only serve; do not start a browser')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape view\n  $ mentorscape view scenarios/hybrid.yaml --no-open\n  $ mentorscape view study.duckdb',
    )
    .action(view);
}

async function view(file: string | undefined, options: Options): Promise<void> {
  const folder = fileURLToPath(new URL('../../dist-viz', import.meta.url));
  if (!existsSync(folder)) {
    const expected = 'the built viewer';
    const remedy = 'Run `npm run build:viewer` and try again';
    throw new ScenarioError([{ key: 'dist-viz', expected, found: 'nothing', remedy }]);
  }
  const isStore = file?.endsWith('.duckdb') === true;
  const sweep = isStore ? await exportedSweep(file) : undefined;
  const hash = sweep
    ? '#/explore?sweep=served'
    : file === undefined
      ? ''
      : `#/what-if?${linkEntry}=${packed(file)}`;
  const { url } = await serve(folder, options.port, sweep);
  console.log(`${url}${hash}`);
  console.error('Serving on this machine only. Press Ctrl-C to end.');
  // here Ctrl-C is the way to end, not an interruption
  process.removeAllListeners('SIGINT');
  process.once('SIGINT', () => process.exit(exitCodes.done));
  if (options.open) openBrowser(`${url}${hash}`);
}

/** Tables that the page slices. */
const sliced = ['members', 'final', 'factors'] as const;

/** Writes a store's tables to a temporary folder, which goes with this process. */
async function exportedSweep(file: string): Promise<string> {
  const store = await Store.open(file, 'read');
  const folder = mkdtempSync(join(tmpdir(), 'mentorscape-view-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  try {
    for (const table of sliced) {
      await exportTable(store, table, join(folder, `${table}.parquet`), 'parquet');
    }
  } finally {
    await store.close();
  }
  return folder;
}

async function serve(folder: string, port: number, sweep?: string): Promise<Served> {
  try {
    return await serveFolder(folder, port, sweep === undefined ? {} : { '/sweep/': sweep });
  } catch (error) {
    const found = error instanceof Error ? error.message : showFound(error);
    throw new ScenarioError([{ key: '--port', expected: 'a port that is free', found }]);
  }
}

/** A scenario file as the text of a link. @throws ScenarioError with all problems of the file. */
function packed(file: string): string {
  const scenario = readScenario(file, models);
  const model = models.find(({ name }) => name === scenario.model);
  if (!model) throw new RangeError(`no model is called ${scenario.model}`);
  const text = linkText([scenario], 0, model);
  return `${linkVersion}.${deflateRawSync(text).toString('base64url')}`;
}

/** Starts the system's browser; where there is none, the address printed is enough. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler']
        : ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
