/** Exit codes and how each ending is told: bad input without a stack, our own bugs with one. */
import { CommanderError } from 'commander';
import { RunError, ScenarioError } from '../sim/data/issues.ts';
import type { RunFailure } from '../sim/experiment/experiment.ts';

export const exitCodes = {
  done: 0,
  bug: 1,
  badInput: 2,
  someFailed: 3,
  checkFailed: 4,
  busy: 75,
  interrupted: 130,
} as const;

/** Says what went wrong on standard error and returns the exit code. */
export function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  }
  if (error instanceof ScenarioError) {
    console.error(error.message);
    return exitCodes.badInput;
  }
  const command = ['mentorscape', ...process.argv.slice(2)].join(' ');
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause = error instanceof RunError && error.cause instanceof Error ? error.cause.stack : '';
  console.error(`This is a bug of Mentorscape. Please report it with the command that shows it:`);
  console.error(`  ${command}`);
  console.error([stack, cause].filter(Boolean).join('\n'));
  return exitCodes.bug;
}

/** Lists runs that failed, after the results of the others; the exit code then says so. */
export function reportRunFailures(failures: readonly RunFailure[]): void {
  if (failures.length === 0) return;
  console.error(`${failures.length} failed, left out of the results:`);
  for (const { replicate, seed, message } of failures) {
    console.error(`  future ${replicate} (seed ${seed}): ${message}`);
  }
  process.exitCode = exitCodes.someFailed;
}
