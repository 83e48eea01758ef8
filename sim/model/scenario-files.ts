/** The files of a scenario: names that cannot leave its folder, and the chain that `basedOn` makes. */
import type { Issue } from '../data/issues.ts';
import { ScenarioError } from '../data/issues.ts';
import { maxScenarioSize } from './scenario.ts';
import { parseTree } from './scenario-syntax.ts';
import type { MappingNode, TreeNode } from './scenario-tree.ts';
import { issueAt, printable } from './scenario-tree.ts';

/** At most this many scenarios based on each other. */
export const maxChain = 8;

export const scenarioEndings: readonly string[] = ['.yaml', '.yml', '.json'];
export const rosterEndings: readonly string[] = ['.csv', '.tsv', '.txt'];

const longestPath = 200;

/** The folder of a file with its last slash, or nothing. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}

/** A relative file name from a scenario, or undefined when there is none or it is refused. */
export function readFileName(
  node: TreeNode | undefined,
  endings: readonly string[],
  issues: Issue[],
): string | undefined {
  if (!node) return undefined;
  const text = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
  const name = text?.startsWith('./') ? text.slice(2) : text;
  if (name !== undefined && isInside(name) && hasEnding(name, endings)) return name;
  const kinds = `${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}`;
  const expected = `the name of a ${kinds} file in the scenario's folder or below`;
  issues.push(issueAt(node, { expected, remedy: fileRemedy(text) }));
  return undefined;
}

/** Names that mean the same file below the folder on every system and in a web address. */
function isInside(name: string): boolean {
  const parts = name.split('/');
  return (
    name.length <= longestPath &&
    !/[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}\\:*?"<>|%#]/u.test(name) &&
    parts.every(
      (part) => part !== '' && !/^ |[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part),
    )
  );
}

function hasEnding(name: string, endings: readonly string[]): boolean {
  return endings.some((ending) => name.toLowerCase().endsWith(ending));
}

function fileRemedy(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^[a-z][a-z+.-]+:/i.test(text)) return 'Download the file into the folder and name it';
  if (text.includes('\\')) return 'Write folders with forward slashes';
  if (!isInside(text)) return 'Copy the file into the folder and name it';
  return /\.[cm]?[jt]sx?$/.test(text) ? 'A scenario is never code' : undefined;
}

/** The files of a chain, first the scenario itself, then what it is based on. */
export interface Chain {
  readonly files: readonly MappingNode[];
  /** False when a file of it could not be read: what is missing there is not known to be missing. */
  readonly complete: boolean;
}

/** Reads a scenario and all it is based on. Issues are added to `issues`. */
export function readChain(
  source: { readonly text: string; readonly file: string },
  read: (file: string) => string,
  issues: Issue[],
): Chain {
  const files: MappingNode[] = [];
  const names = [source.file];
  let { text } = source;
  let size = text.length;
  for (;;) {
    const file = names[names.length - 1];
    const tree = treeOf(text, file, issues);
    if (!tree) return { files, complete: false };
    files.push(tree);
    const node = tree.entries.get('basedOn');
    if (!node) return { files, complete: true };
    const name = readFileName(node, scenarioEndings, issues);
    if (name === undefined) return { files, complete: false };
    const next = folderOf(file) + name;
    const fault = chainFault([...names, next]);
    if (fault) {
      issues.push(issueAt(node, fault));
      return { files, complete: false };
    }
    const got = readBase(next, node, { read, issues });
    if (got === undefined) return { files, complete: false };
    size += got.length;
    if (size > maxScenarioSize) {
      const expected = 'at most 5 MB in a scenario and those it is based on';
      issues.push(issueAt(node, { expected, found: 'more' }));
      return { files, complete: false };
    }
    text = got;
    names.push(next);
  }
}

function treeOf(text: string, file: string, issues: Issue[]): MappingNode | undefined {
  try {
    return parseTree(text, file);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    issues.push(...error.issues);
    return undefined;
  }
}

function chainFault(names: readonly string[]): { expected: string; found: string } | undefined {
  const last = names[names.length - 1];
  const start = folderOf(names[0]).length;
  const found = names.map((name) => printable(name.slice(start))).join(' → ');
  if (names.indexOf(last) < names.length - 1) {
    return { expected: 'a scenario that is not based on this one', found: `the circle ${found}` };
  }
  if (names.length <= maxChain) return undefined;
  return { expected: `at most ${maxChain} scenarios based on each other`, found };
}

function readBase(
  file: string,
  node: TreeNode,
  use: { readonly read: (file: string) => string; readonly issues: Issue[] },
): string | undefined {
  try {
    return use.read(file);
  } catch (cause) {
    use.issues.push(...fileIssues(cause, file, node));
    return undefined;
  }
}

/** What was thrown about a file as issues: at a line of the file, or where the file is named. */
export function fileIssues(cause: unknown, file: string, node: TreeNode): Issue[] {
  const reason = cause instanceof Error ? printable(cause.message.split('\n')[0], 200) : 'nothing';
  const unread = { key: 'file', expected: 'a file that can be read', found: reason };
  const issues: readonly Issue[] = cause instanceof ScenarioError ? cause.issues : [unread];
  return issues.map((issue) => {
    if (issue.line !== undefined) return issue;
    const { expected, found, remedy } = issue;
    return issueAt(node, { expected, found: `${found}: ${printable(file, 300)}`, remedy });
  });
}
