/** Scenarios from disk: files with limits, in UTF-8, none outside the scenario's own folder. */
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, sep } from 'node:path';
import type { Issue } from '../sim/data/issues.ts';
import { ScenarioError } from '../sim/data/issues.ts';
import type { Scenario } from '../sim/model/scenario.ts';
import { maxScenarioSize } from '../sim/model/scenario.ts';
import { folderOf } from '../sim/model/scenario-files.ts';
import { parseScenario } from '../sim/model/scenario-parse.ts';
import type { Model } from '../sim/model/simulation.ts';

/**
 * Reads and checks a scenario file and all it is based on; files of a roster are looked for, not
 * read. Messages name files as `path` does. Nothing is written.
 * @throws ScenarioError with all issues.
 */
export function readScenario(path: string, models: readonly Model[]): Scenario {
  const file = sep === '\\' ? path.replaceAll('\\', '/') : path;
  const text = readText(file);
  const folder = dirname(file);
  const inFolder = (name: string): string => {
    checkInside(name, folder);
    return name;
  };
  const read = (name: string): string => readText(inFolder(name));
  const check = (name: string): void => closeSync(openFile(inFolder(name)).descriptor);
  return parseScenario(text, file, models, read, check);
}

/** Where the files of a scenario's roster are: a scenario names them relative to itself. */
export function rosterFiles(scenario: Scenario): Scenario['roster'] {
  if (!scenario.roster) return undefined;
  const { people, ties } = scenario.roster;
  const folder = folderOf(scenario.name);
  return { people: folder + people, ...(ties === undefined ? {} : { ties: folder + ties }) };
}

/** The text of a scenario file. @throws ScenarioError when there is none that can be read. */
export function readText(file: string): string {
  const { descriptor, size } = openFile(file);
  try {
    if (size > maxScenarioSize) throw tooBig(file, `${(size / 1e6).toFixed(1)} MB`);
    return decode(readBytes(file, descriptor), file);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads to the end, or one byte more than is allowed: what a file says of its size may be wrong. */
function readBytes(file: string, descriptor: number): Uint8Array {
  const bytes = new Uint8Array(maxScenarioSize + 1);
  let length = 0;
  for (;;) {
    const got = readSync(descriptor, bytes, length, bytes.length - length, null);
    length += got;
    if (length > maxScenarioSize) throw tooBig(file, 'more');
    if (got === 0) return bytes.subarray(0, length);
  }
}

function openFile(file: string): { readonly descriptor: number; readonly size: number } {
  let descriptor: number;
  try {
    // a named pipe without a writer would wait for ever
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    throw fault({ file, key: 'file', expected: 'a file that can be read', found: reason(cause) });
  }
  const status = fstatSync(descriptor);
  if (status.isFile()) return { descriptor, size: status.size };
  closeSync(descriptor);
  const found = status.isDirectory() ? 'a folder' : 'a pipe, socket or device';
  throw fault({ file, key: 'file', expected: 'a file', found });
}

/** @throws ScenarioError when links lead from a file below `folder` to one outside. */
function checkInside(file: string, folder: string): void {
  let way: string;
  try {
    way = relative(realpathSync(folder), realpathSync(file));
  } catch (cause) {
    throw fault({ file, key: 'file', expected: 'a file that can be read', found: reason(cause) });
  }
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  throw fault({
    ...{ file, key: 'file', expected: "a file in the scenario's folder or below" },
    ...{ found: 'a link to a file outside', remedy: 'Copy the file into the folder' },
  });
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

function decode(bytes: Uint8Array, file: string): string {
  const [kind] = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte)) ?? [];
  const line = kind ? 1 : firstBadLine(bytes);
  if (line === undefined) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const found = kind ? `a byte-order mark of ${kind}` : 'bytes that are not UTF-8';
  const remedy = 'Save the file as UTF-8 and try again';
  throw fault({ file, line, key: 'encoding', expected: 'text in UTF-8', found, remedy });
}

/** The first line that is not UTF-8; a line end is never part of another character. */
function firstBadLine(bytes: Uint8Array): number | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isGood = (part: Uint8Array): boolean => {
    try {
      decoder.decode(part);
      return true;
    } catch {
      return false;
    }
  };
  if (isGood(bytes)) return undefined;
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, start);
    if (end < 0 || !isGood(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'a folder',
  EACCES: 'a file that you may not read',
  EPERM: 'a file that you may not read',
  ELOOP: 'links that lead in a circle',
  ENAMETOOLONG: 'a name that is too long',
  ENXIO: 'a pipe, socket or device',
  ERR_INVALID_ARG_VALUE: 'a name with a zero character',
};

function reason(cause: unknown): string {
  const code = cause instanceof Error ? Reflect.get(cause, 'code') : undefined;
  return reasons[String(code)] ?? `${code ?? 'no file'}`;
}

function tooBig(file: string, found: string): ScenarioError {
  const remedy = 'People and ties belong in a roster';
  return fault({ file, key: 'file', expected: 'at most 5 MB', found, remedy });
}

function fault(issue: Issue): ScenarioError {
  return new ScenarioError([issue]);
}
