/** Reads text files with their limits and encoding checked; writes several files, all or none. */
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { IssueList } from '../sim/data/issue-list.ts';
import { suggesting } from '../sim/data/issue-list.ts';
import { ScenarioError, showFound } from '../sim/data/issues.ts';

const megabyte = 1024 * 1024;

/** Bytes accepted by kind of file. */
export const fileLimits = { people: 256 * megabyte, ties: 384 * megabyte, map: megabyte } as const;

/**
 * The text of a UTF-8 file that was given as an option; undefined, with an issue, when it cannot be
 * read as one. Nothing leaves the machine.
 */
export function readTextFile(
  path: string,
  request: { readonly option: string; readonly limit: number },
  issues: IssueList,
): string | undefined {
  const key = request.option;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) {
    const kind = stat ? (stat.isDirectory() ? 'a folder' : 'not a regular file') : 'nothing there';
    const issue = { key, expected: 'a file', found: `${showFound(path)}, ${kind}` };
    issues.add(stat ? issue : suggesting(issue, basename(path), neighbours(path)));
    return undefined;
  }
  if (stat.size > request.limit) {
    const expected = `at most ${request.limit / megabyte} MB`;
    const found = `${Math.ceil(stat.size / megabyte)} MB`;
    issues.add({ file: path, key, expected, found });
    return undefined;
  }
  try {
    return decode(readFileSync(path), path, issues);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    issues.add({ file: path, key, expected: 'a file that can be read', found });
    return undefined;
  }
}

function neighbours(path: string): string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}

function decode(bytes: Buffer, file: string, issues: IssueList): string | undefined {
  const expected = 'text in UTF-8';
  const remedy = 'Save the file as CSV in UTF-8 and try again';
  const mark = bytes.length >= 2 ? (bytes[0]! << 8) | bytes[1]! : 0;
  if (mark === 0xfffe || mark === 0xfeff) {
    issues.add({ file, line: 1, key: 'encoding', expected, found: 'UTF-16', remedy });
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const line = firstBadLine(bytes);
    const found = 'bytes of another encoding, such as Latin-1 or Windows-1252';
    issues.add({ file, line, key: 'encoding', expected, found, remedy });
    return undefined;
  }
}

function firstBadLine(bytes: Buffer): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.indexOf('\uFFFD');
  return text.slice(0, Math.max(0, bad)).split('\n').length;
}

/** A file to be written. `secret` ones are readable by their owner only. */
export interface OutputFile {
  readonly path: string;
  readonly text: string | Uint8Array;
  readonly secret?: boolean;
}

/** Issues that forbid writing to `paths`: no folder, something there already, or a file just read. */
export function checkOutputs(
  paths: readonly string[],
  request: { readonly force: boolean; readonly inputs: readonly string[]; readonly option: string },
  issues: IssueList,
): void {
  const key = request.option;
  const inputs = request.inputs.map(resolved);
  for (const path of paths) {
    if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) {
      const found = `${showFound(dirname(path))}, which is none`;
      issues.add({ key, expected: 'a file in an existing folder', found });
      continue;
    }
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    const found = `${showFound(path)}, which exists`;
    if (inputs.includes(resolved(path))) {
      const expected = 'another file than the ones that are read';
      issues.add({ key, expected, found: showFound(path) });
    } else if (!stat.isFile()) {
      issues.add({ key, expected: 'a file', found: `${showFound(path)}, which is none` });
    } else if (!request.force) {
      const remedy = 'Choose another name, or overwrite it with --force';
      issues.add({ key, expected: 'a file that does not exist yet', found, remedy });
    }
  }
}

function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * Writes all files or none: first under temporary names beside them, then renamed in the order given.
 * Without `force`, a file that has appeared meanwhile is left as it is.
 * @throws ScenarioError when the disk refuses; what was there before is put back.
 */
export function writeAll(files: readonly OutputFile[], force: boolean, option = '--out'): void {
  const suffix = `.${process.pid}.tmp`;
  const undo: (() => void)[] = [];
  const backups: string[] = [];
  try {
    for (const file of files) {
      const temporary = hiddenBeside(file.path, suffix);
      undo.push(() => rmSync(temporary, { force: true }));
      writeDurably(temporary, file);
    }
    for (const { path } of files) {
      if (force && statSync(path, { throwIfNoEntry: false })) {
        const backup = hiddenBeside(path, `.${process.pid}.old`);
        renameSync(path, backup);
        backups.push(backup);
        undo.push(() => renameSync(backup, path));
      }
      placeAnew(hiddenBeside(path, suffix), path);
      undo.push(() => rmSync(path, { force: true }));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    const found = error instanceof Error ? error.message : String(error);
    const expected = 'files that can be written, and none is';
    throw new ScenarioError([{ key: option, expected, found }]);
  }
  for (const backup of backups) rmSync(backup, { force: true });
}

function hiddenBeside(path: string, suffix: string): string {
  return join(dirname(path), `.${basename(path)}${suffix}`);
}

function writeDurably(path: string, file: OutputFile): void {
  const handle = openSync(path, 'wx', file.secret ? 0o600 : 0o666);
  try {
    const bytes = typeof file.text === 'string' ? Buffer.from(file.text, 'utf8') : file.text;
    let at = 0;
    while (at < bytes.length) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives the temporary file its name, which must still be free: a link fails where a rename would not. */
function placeAnew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
    rmSync(temporary);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'];
    if (typeof code !== 'string' || !noLinks.includes(code)) throw error;
    // a file system without hard links: the name was free when it was checked
    renameSync(temporary, path);
  }
}
