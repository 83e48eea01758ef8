/** Options that several commands share, with their checks. */
import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';

/** A whole number within limits, for an option's value. */
export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < low || value > high) {
      throw new InvalidArgumentError(`Expected a whole number from ${low} to ${high}.`);
    }
    return value;
  };
}

function seedText(text: string): string {
  if (text.trim() === '' || text.length > 100) {
    throw new InvalidArgumentError('Expected a text or number of 1 to 100 characters.');
  }
  return text;
}

/** Adds the options of commands that simulate. */
export function addRunOptions(command: Command): Command {
  return command
    .option('--seed <seed>', 'seed, in place of the scenario’s', seedText)
    .option(
      '--replicates <n>',
      'number of futures, in place of the scenario’s',
      wholeNumber(1, 100_000),
    )
    .option('--workers <n>', 'worker threads', wholeNumber(1, 1024), availableParallelism())
    .option('--model <file>', 'a model of your own: JavaScript, code that you chose to run')
    .option('--json', 'print the result as JSON');
}
