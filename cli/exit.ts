/** Exit codes and how each ending is told: bad input without a stack, our own bugs with one. */
import { CommanderError } from 'commander';
import { RunError, ScenarioError } from '../sim/data/issues.ts';
import type { RunFailure } from '../sim/experiment/experiment.ts';
import { exitCodes } from './exit-codes.ts';
import { StoreError } from './store/errors.ts';

export { exitCodes };

/** Says what went wrong on standard error and returns the exit code. */
export function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  }
  if (error instanceof ScenarioError) {
    console.error(error.message);
    return exitCodes.badInput;
  }
  if (error instanceof StoreError) {
    console.error(error.message);
    return error.code;
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
  const count = failures.length === 1 ? '1 future' : `${failures.length} futures`;
  console.error(`${count} failed and are left out of the results:`);
  const byReason = new Map<string, RunFailure[]>();
  for (const failure of failures) {
    const reason = failure.message.replaceAll(failure.seed, '…');
    byReason.set(reason, [...(byReason.get(reason) ?? []), failure]);
  }
  for (const [reason, alike] of byReason) {
    const [first] = alike;
    const more = alike.length > 1 ? ` and ${alike.length - 1} more` : '';
    console.error(`  ${reason}`);
    console.error(`    future ${first.replicate} (seed ${first.seed})${more}`);
  }
  process.exitCode = exitCodes.someFailed;
}
