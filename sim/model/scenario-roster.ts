/** The files of a roster that a scenario names: tables of people and ties. */
import type { Issue } from '../data/issues.ts';
import type { Scenario } from './scenario.ts';
import { fileIssues, folderOf, readFileName, rosterEndings } from './scenario-files.ts';
import type { TreeNode } from './scenario-tree.ts';
import { checkKeys, issueAt } from './scenario-tree.ts';

interface Context {
  /** The file of the scenario, from which the result counts; the roster may stand in its base. */
  readonly scenario: string;
  /** Throws where a file of the roster cannot be used. */
  readonly check: ((file: string) => void) | undefined;
  readonly issues: Issue[];
}

/** Reads the names of a roster's files, relative to the scenario; the files themselves are not read. */
export function readRoster(node: TreeNode | undefined, context: Context): Scenario['roster'] {
  if (!node) return undefined;
  const { issues } = context;
  if (node.kind !== 'mapping') {
    const expected = '"people: file.csv" and perhaps "ties: file.csv" below it';
    issues.push(issueAt(node, { expected }));
    return undefined;
  }
  checkKeys(node, ['people', 'ties'], { what: 'a file of the roster', issues });
  const people = readTable(node.entries.get('people'), context);
  const ties = readTable(node.entries.get('ties'), context);
  if (!node.entries.has('people')) {
    const place = { ...node, key: `${node.key}.people` };
    issues.push(issueAt(place, { expected: 'the file that lists people', found: 'nothing' }));
  }
  if (people === undefined) return undefined;
  return ties === undefined ? { people } : { people, ties };
}

function readTable(node: TreeNode | undefined, context: Context): string | undefined {
  const { scenario, check, issues } = context;
  const name = readFileName(node, rosterEndings, issues);
  if (!node || name === undefined) return undefined;
  const file = folderOf(node.file) + name;
  try {
    check?.(file);
  } catch (cause) {
    issues.push(...fileIssues(cause, file, node));
  }
  return file.slice(folderOf(scenario).length);
}
