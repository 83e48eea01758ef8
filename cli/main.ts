/** The command line: names, help, and how every ending becomes an exit code. */
import { Command } from 'commander';
import { registerCompare } from './compare.ts';
import { registerDescribe } from './describe.ts';
import { exitCodes, reportFailure } from './exit.ts';
import { registerImport } from './import.ts';
import { registerInit } from './init.ts';
import { registerRoster } from './roster.ts';
import { registerRun } from './run.ts';
import { registerTrial } from './trial.ts';
import { registerValidate } from './validate.ts';
import { packageVersion } from './version.ts';
import { registerWhy } from './why.ts';

async function main(): Promise<void> {
  const program = new Command('mentorscape')
    .description('Mentoring in academic medicine as a living network: what changes if we do this?')
    .version(packageVersion())
    .showHelpAfterError('(see --help)')
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 our bug, 2 bad input and nothing written, 3 finished with failed runs, 130 interrupted.',
    );
  const commands = [
    registerRun,
    registerCompare,
    registerValidate,
    registerDescribe,
    registerInit,
    registerImport,
    registerRoster,
    registerTrial,
    registerWhy,
  ];
  for (const register of commands) register(program);
  for (const command of program.commands) command.exitOverride();
  process.on('SIGINT', () => {
    process.stderr.write('\nInterrupted; nothing was written.\n');
    process.exit(exitCodes.interrupted);
  });
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

await main();
