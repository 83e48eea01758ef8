/** What can go wrong with a store, told apart by what the user can do about it. */
import { ScenarioError, showFound } from '../../sim/data/issues.ts';
import { exitCodes } from '../exit-codes.ts';

/** A store that cannot be used now; `code` is the command's exit code. */
export class StoreError extends Error {
  readonly code: number;
  constructor(message: string, code: number) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** Another process has the file. */
export function busy(file: string, holder?: string): StoreError {
  const who = holder === undefined ? 'another process' : `process ${holder}`;
  const remedy = 'Wait for it, or use `mentorscape sweep status`, which works meanwhile.';
  return new StoreError(
    `${file}: expected a store that is free, found ${who} at work on it. ${remedy}`,
    exitCodes.busy,
  );
}

/** The disk refuses: what was committed is safe. */
export function refused(file: string, reason: string, remedy: string): StoreError {
  const kept = 'What was committed before is safe.';
  return new StoreError(
    `${file}: the store could not be written: ${reason} ${kept} ${remedy}`,
    exitCodes.diskRefused,
  );
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Makes what DuckDB says on opening a file into an error that says what to do. */
export function openingError(file: string, error: unknown): Error {
  if (error instanceof StoreError || error instanceof ScenarioError) return error;
  const said = text(error);
  const lock =
    /Could not set lock[\s\S]*?(?:PID (\d+))?\)?\.?\s*See also/.exec(said) ??
    /Could not set lock/.exec(said);
  if (lock) return busy(file, /PID (\d+)/.exec(said)?.[1]);
  const key = '--store';
  const issue = (expected: string, found: string, remedy?: string): ScenarioError =>
    new ScenarioError([{ key, expected, found, ...(remedy ? { remedy } : {}) }]);
  if (/not a valid DuckDB database/i.test(said)) {
    return issue(
      'a store made by `mentorscape sweep`',
      `${showFound(file)}, which is no DuckDB file`,
    );
  }
  if (
    /Permission denied|Read-only file system|No such file or directory|Is a directory/i.test(said)
  ) {
    const reason =
      /(Permission denied|Read-only file system|No such file or directory|Is a directory)/i.exec(
        said,
      )?.[0];
    return issue('a file that can be written', `${showFound(file)}: ${reason}`);
  }
  if (/No space left|disk quota|Could not truncate|could not write/i.test(said)) {
    return refused(file, firstLine(said), 'Make room, then run the same command again.');
  }
  return error instanceof Error ? error : new Error(said);
}

/** The same for writing. */
export function writingError(file: string, error: unknown): Error {
  if (error instanceof StoreError || error instanceof ScenarioError) return error;
  const said = text(error);
  if (
    /No space left|ENOSPC|disk quota|EDQUOT|IO Error|Failed to (?:commit|checkpoint)|could not write|invalidated/i.test(
      said,
    )
  ) {
    return refused(
      file,
      firstLine(said),
      'Make room or mend the disk, then run the same command again.',
    );
  }
  return error instanceof Error ? error : new Error(said);
}

function firstLine(said: string): string {
  const line = said.split('\n')[0].trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
