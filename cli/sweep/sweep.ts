/** The command `sweep`: a design run into a store, stopped and gone on with as one likes. */
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { ScenarioError } from '../../sim/data/issues.ts';
import { exitCodes } from '../exit-codes.ts';
import { wholeNumber } from '../options.ts';
import { makeFolder, planOutputs } from '../outputs.ts';
import { duration } from '../progress.ts';
import { registerCount } from './count.ts';
import { loadDesign } from './design-file.ts';
import { registerExport } from './export.ts';
import { registerMerge } from './merge.ts';
import type { StopHandle, SweepCounts, SweepOutcome } from './run-sweep.ts';
import type { Shard } from './shard.ts';
import { shardStore, shardText } from './shard.ts';
import { registerStatus } from './status.ts';
import { registerSubmit } from './submit.ts';
import { registerVerify } from './verify.ts';

interface Options {
  readonly store?: string;
  readonly workers: number;
  readonly shard?: Shard;
  readonly maxFailures?: number;
  readonly retryFailed?: boolean;
  readonly chunk?: number;
  readonly model?: string;
  readonly json?: boolean;
}

/** Adds `mentorscape sweep` and what belongs to it. */
export function registerSweep(program: Command): void {
  const command = program
    .command('sweep')
    // so that --store after `sweep status` is the subcommand's
    .enablePositionalOptions()
    .description('run a design of many runs into a store; what is there already is not run again')
    .argument(
      '<design>',
      'design file, YAML or JSON, such as scenarios/sweeps/time-and-groups.yaml',
    )
    .option('--store <file>', 'DuckDB file to add to; made if it is not there')
    .option('--workers <n>', 'worker threads', wholeNumber(1, 1024), availableParallelism())
    .option(
      '--max-failures <n>',
      'stop when more runs than this fail',
      wholeNumber(0, 1_000_000_000),
    )
    .option('--retry-failed', 'run again what failed before')
    .option(
      '--shard <i/n>',
      'only the i-th of n parts of the plan, into a store of its own',
      shardText,
    )
    .option(
      '--chunk <n>',
      'slices handed out at once, instead of adapting',
      wholeNumber(1, 100_000),
    )
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ mentorscape sweep scenarios/sweeps/time-and-groups.yaml --store runs/groups.duckdb\n  $ mentorscape sweep status --store runs/groups.duckdb',
    )
    .action(sweep);
  registerStatus(command);
  registerCount(command);
  registerExport(command);
  registerVerify(command);
  registerMerge(command);
  registerSubmit(command);
}

async function sweep(file: string, options: Options): Promise<void> {
  if (options.store === undefined) {
    const remedy = 'Add --store FILE.duckdb';
    throw new ScenarioError([
      { key: '--store', expected: 'a file to add to', found: 'none', remedy },
    ]);
  }
  const design = await loadDesign(file, options.model);
  const store = options.shard ? shardStore(options.store, options.shard) : options.store;
  const request = { option: '--store', force: true, inputs: [file], makeFolders: true };
  planOutputs([store], request);
  makeFolder(dirname(resolve(store)), request);
  // with the database, which takes a quarter of a second to load
  const { runDesign } = await import('./run-sweep.ts');
  const line = progressText();
  const signals = new Signals();
  let outcome: SweepOutcome;
  try {
    outcome = await runDesign(design, {
      ...{ store, workers: options.workers, shard: options.shard, chunk: options.chunk },
      maxFailures: options.maxFailures ?? Number.POSITIVE_INFINITY,
      retryFailed: options.retryFailed === true,
      onProgress: line.show,
      onStart: (stop) => signals.listen(stop),
    });
  } finally {
    line.close();
    signals.end();
  }
  report(store, options, outcome, signals.heard);
}

function report(store: string, options: Options, outcome: SweepOutcome, heard: boolean): void {
  const { counts, failures, stopped } = outcome;
  const { planned, there, done, failed } = counts;
  const inStore = there + done + failed;
  if (options.json) {
    console.log(
      JSON.stringify({ store, planned, there, done, failed, stopped, failures }, null, 2),
    );
  } else {
    const before = there > 0 ? `, ${there} were there before` : '';
    console.log(`${store}: ${done} runs done${before}; ${inStore} of ${planned} are in the store.`);
  }
  for (const { error, runs, command } of failures) {
    console.error(`${runs === 1 ? '1 run' : `${runs} runs`} failed: ${error.split('\n')[0]}`);
    console.error(`  ${command}`);
  }
  if (stopped) {
    const why = heard ? 'Interrupted' : 'Stopped: too many runs failed';
    const command = ['mentorscape', ...process.argv.slice(2)].join(' ');
    console.error(
      `${why}; ${planned - inStore} runs are left. To go on, run the same again:\n  ${command}`,
    );
  }
  if (heard && stopped) process.exitCode = exitCodes.interrupted;
  else if (failures.length > 0) process.exitCode = exitCodes.someFailed;
}

/** Ctrl-C: once finishes the runs in hand, twice drops them. */
class Signals {
  heard = false;
  private stop: StopHandle | undefined;
  private readonly before = process.listeners('SIGINT');
  private readonly hear = (): void => {
    if (!this.heard) {
      process.stderr.write('\nFinishing the runs in hand; again to drop them.\n');
      this.stop?.afterRunsInHand();
    } else this.stop?.now();
    this.heard = true;
  };

  /** Takes over from the handler that says that nothing was written. */
  listen(stop: StopHandle): void {
    this.stop = stop;
    process.removeAllListeners('SIGINT');
    process.on('SIGINT', this.hear);
    process.on('SIGTERM', this.hear);
  }

  end(): void {
    process.off('SIGINT', this.hear);
    process.off('SIGTERM', this.hear);
    process.removeAllListeners('SIGINT');
    for (const listener of this.before) process.on('SIGINT', listener);
  }
}

/** Progress on a terminal in place; in a log a line now and then. */
function progressText(): { show(counts: SweepCounts): void; close(): void } {
  const { isTTY } = process.stderr;
  const between = isTTY ? 0 : 60_000;
  let last = performance.now();
  let shown = false;
  return {
    show({ planned, there, done, failed, runsPerSecond, secondsLeft }) {
      const now = performance.now();
      if (now - last < between) return;
      last = now;
      const speed = runsPerSecond < 10 ? runsPerSecond.toFixed(1) : runsPerSecond.toFixed(0);
      const failures = failed > 0 ? `, ${failed} failed` : '';
      const left = secondsLeft === undefined ? '' : `, about ${duration(secondsLeft)} left`;
      const text = `${there + done + failed} of ${planned} runs${failures}, ${speed} a second${left}`;
      process.stderr.write(isTTY ? `\r\x1b[K${text}` : `${text}\n`);
      shown = true;
    },
    close() {
      if (shown && isTTY) process.stderr.write('\r\x1b[K');
    },
  };
}
