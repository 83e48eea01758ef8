/** Writing results: checked before a run begins, all files or none, nothing overwritten silently. */
import { mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { IssueList } from '../sim/data/issue-list.ts';
import { ScenarioError, showFound } from '../sim/data/issues.ts';
import { checkOutputs, type OutputFile, writeAll } from './roster-files.ts';

/** What an option of output asks. */
export interface OutputRequest {
  readonly option: string;
  readonly force: boolean;
  readonly inputs: readonly string[];
  /** Makes missing folders; otherwise a missing folder is an error. */
  readonly makeFolders?: boolean;
}

/**
 * Says before any work whether the files can be written; makes nothing yet.
 * @throws ScenarioError for a file that exists without `--force`, or that is read by the command,
 * and for a folder that cannot be made or written to.
 */
export function planOutputs(paths: readonly string[], request: OutputRequest): void {
  const issues = new IssueList();
  const isThere = (path: string): boolean => isFolder(dirname(path)) === true;
  checkOutputs(request.makeFolders ? paths.filter(isThere) : paths, request, issues);
  for (const folder of new Set(paths.map((path) => resolve(dirname(path))))) {
    if (isFolder(folder) || request.makeFolders) checkFolder(folder, request.option, issues);
  }
  if (!issues.empty) throw new ScenarioError(issues.list());
}

/** Writes files that were planned. @throws ScenarioError when the disk refuses; none is written. */
export function writeOutputs(files: readonly OutputFile[], request: OutputRequest): void {
  if (request.makeFolders)
    for (const { path } of files) makeFolder(dirname(resolve(path)), request);
  writeAll(files, request.force, request.option);
}

/** Whether files can be written to a folder, or to one that is made there. */
function checkFolder(folder: string, key: string, issues: IssueList): void {
  let nearest = folder;
  while (isFolder(nearest) === undefined && dirname(nearest) !== nearest)
    nearest = dirname(nearest);
  if (!isFolder(nearest)) {
    const found = `${showFound(nearest)}, which is none`;
    issues.add({ key, expected: 'a folder', found });
    return;
  }
  try {
    // permissions, read-only disks and special file systems: only trying tells for sure
    rmdirSync(mkdtempSync(join(nearest, '.mentorscape-')));
  } catch (error) {
    const found = `${showFound(nearest)}: ${error instanceof Error ? error.message : error}`;
    issues.add({ key, expected: 'a folder that can be written to', found });
  }
}

/** Makes a folder and those above it, one by one: Node's own recursion never ends in /proc. */
export function makeFolder(folder: string, request: Pick<OutputRequest, 'option'>): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder), request);
  try {
    mkdirSync(folder);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const expected = 'a folder that can be made';
    throw new ScenarioError([{ key: request.option, expected, found }]);
  }
}

/** Whether `path` is a folder; undefined when nothing is there. */
function isFolder(path: string): boolean | undefined {
  try {
    return statSync(path).isDirectory();
  } catch {
    return undefined;
  }
}
