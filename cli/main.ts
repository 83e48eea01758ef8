/** The command line: names, help, and how every ending becomes an exit code. */
import { Command } from 'commander';
import { exitCodes, reportFailure } from './exit.ts';
import { StoreError } from './store/errors.ts';
import { packageVersion } from './version.ts';

/** Adds a command to the program. */
type Register = (program: Command) => void;

/** The commands in the order of the help. Each is loaded when it is asked for: together they take half a second. */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  run: async () => (await import('./run.ts')).registerRun,
  compare: async () => (await import('./compare.ts')).registerCompare,
  validate: async () => (await import('./validate.ts')).registerValidate,
  describe: async () => (await import('./describe.ts')).registerDescribe,
  init: async () => (await import('./init.ts')).registerInit,
  import: async () => (await import('./import.ts')).registerImport,
  roster: async () => (await import('./roster.ts')).registerRoster,
  equity: async () => (await import('./equity.ts')).registerEquity,
  evaluate: async () => (await import('./evaluate.ts')).registerEvaluate,
  trial: async () => (await import('./trial.ts')).registerTrial,
  why: async () => (await import('./why.ts')).registerWhy,
  sweep: async () => (await import('./sweep/sweep.ts')).registerSweep,
  replay: async () => (await import('./sweep/verify.ts')).registerReplay,
  view: async () => (await import('./view.ts')).registerView,
  analyse: async () => (await import('./analyse.ts')).registerAnalyse,
  calibrate: async () => (await import('./calibrate.ts')).registerCalibrate,
  report: async () => (await import('./study-report.ts')).registerReport,
};

/** What a command line needs: the command that it names, none for the version, or all for help and slips. */
async function wanted([first = '']: readonly string[]): Promise<Register[]> {
  if (Object.hasOwn(commands, first)) return [await commands[first]()];
  if (first === '--version' || first === '-V') return [];
  return Promise.all(Object.values(commands).map((load) => load()));
}

async function main(): Promise<void> {
  const program = new Command('mentorscape')
    .description('Mentoring in academic medicine as a living network: what changes if we do this?')
    .version(packageVersion())
    .showHelpAfterError('(see --help)')
    // the options of `sweep` must not take those of `sweep status`
    .enablePositionalOptions()
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 our bug, 2 bad input and nothing written, 3 finished with failed runs, 4 a check failed, 74 the disk refused, 75 the store is busy, 130 interrupted.',
    );
  for (const register of await wanted(process.argv.slice(2))) register(program);
  for (const command of [program, ...program.commands].flatMap(({ commands }) => commands)) {
    command.exitOverride();
  }
  process.on('SIGINT', () => {
    process.stderr.write('\nInterrupted; nothing was written.\n');
    process.exit(exitCodes.interrupted);
  });
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    process.exitCode = reportFailure(error);
    // a thread that was ended while it began can keep the process waiting for ever
    if (error instanceof StoreError) process.exit();
  }
}

await main();
