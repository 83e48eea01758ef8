/** The command line: names, help, and how every ending becomes an exit code. */
import { Command } from 'commander';
import { registerAnalyse } from './analyse.ts';
import { registerCalibrate } from './calibrate.ts';
import { registerCompare } from './compare.ts';
import { registerDescribe } from './describe.ts';
import { registerEquity } from './equity.ts';
import { registerEvaluate } from './evaluate.ts';
import { exitCodes, reportFailure } from './exit.ts';
import { registerImport } from './import.ts';
import { registerInit } from './init.ts';
import { registerRoster } from './roster.ts';
import { registerRun } from './run.ts';
import { StoreError } from './store/errors.ts';
import { registerReport } from './study-report.ts';
import { registerSweep } from './sweep/sweep.ts';
import { registerReplay } from './sweep/verify.ts';
import { registerTrial } from './trial.ts';
import { registerValidate } from './validate.ts';
import { packageVersion } from './version.ts';
import { registerView } from './view.ts';
import { registerWhy } from './why.ts';

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
  const commands = [
    registerRun,
    registerCompare,
    registerValidate,
    registerDescribe,
    registerInit,
    registerImport,
    registerRoster,
    registerEquity,
    registerEvaluate,
    registerTrial,
    registerWhy,
    registerSweep,
    registerReplay,
    registerView,
    registerAnalyse,
    registerCalibrate,
    registerReport,
  ];
  for (const register of commands) register(program);
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
