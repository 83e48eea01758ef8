/** Writing results: checked before a run begins, all files or none, nothing overwritten silently. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { IssueList } from '../sim/data/issue-list.ts';
import { ScenarioError } from '../sim/data/issues.ts';
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
 * Says before any work whether the files can be written.
 * @throws ScenarioError for a file that exists without `--force`, or that is read by the command.
 */
export function planOutputs(paths: readonly string[], request: OutputRequest): void {
  if (request.makeFolders) {
    for (const path of paths) mkdirSync(dirname(path), { recursive: true });
  }
  const issues = new IssueList();
  checkOutputs(paths, request, issues);
  if (!issues.empty) throw new ScenarioError(issues.list());
}

/** Writes files that were planned. @throws ScenarioError when the disk refuses; none is written. */
export function writeOutputs(files: readonly OutputFile[], request: OutputRequest): void {
  writeAll(files, request.force);
}
