/** A scenario file as read, before it is checked: mappings, lists and scalars that know their place. */
import type { Issue } from '../data/issues.ts';
import { nearestName, showFound } from '../data/issues.ts';

/** Where a value stands. `line` counts from 1; `key` is a dotted path such as `policies[1].ramp`. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly key: string;
}

export interface ScalarNode extends Place {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The characters of the file, without quotes; empty for a value that is not there. */
  readonly source: string;
}

export interface ListNode extends Place {
  readonly kind: 'list';
  readonly items: readonly TreeNode[];
}

export interface MappingNode extends Place {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, TreeNode>;
}

export type TreeNode = ScalarNode | ListNode | MappingNode;

/** Unknown keys named one by one, before the rest of a mapping's are only counted. */
const mostUnknownKeys = 20;
/** Longer names are not compared with the valid ones. */
const longestName = 80;

/** The path of a key below `parent`. */
export function pathOf(parent: string, key: string): string {
  const name = /^[\p{L}\p{N}_$-]{1,60}$/u.test(key) ? key : showFound(printable(key));
  return parent === '' ? name : `${parent}.${name}`;
}

/** One problem at a place. `found` is the value itself unless it is put in words. */
export function issueAt(
  place: Place,
  problem: { expected: string; found?: string; remedy?: string | undefined },
): Issue {
  const { file, line, key } = place;
  const found = problem.found ?? ('kind' in place ? showNode(place as TreeNode) : 'nothing');
  const { expected, remedy } = problem;
  return { file, line, key, expected, found, ...(remedy === undefined ? {} : { remedy }) };
}

/** A value as shown in a message: one short line, without characters that act on a terminal. */
export function showNode(node: TreeNode): string {
  if (node.kind === 'list') return `a list of ${node.items.length}`;
  if (node.kind === 'mapping') return 'a mapping';
  if (typeof node.value === 'string') return showFound(printable(node.value));
  if (node.value === null && node.source === '') return 'nothing';
  // as written: 1e400 and 007 say more than Infinity and 7
  return showFound(printable(node.source)).replace(/^"(.*)"$/, '$1');
}

/** Text with control characters and stray halves of characters written out, cut to `most`. */
export function printable(text: string, most = 50): string {
  const all = [...text.slice(0, 2 * most)];
  const start = all.length > most ? `${all.slice(0, most - 1).join('')}…` : all.join('');
  return start.replace(
    /[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/gu,
    (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`,
  );
}

/** `Did you mean x`, when a valid name is near. */
export function didYouMean(name: string, valid: Iterable<string>): string | undefined {
  if (name.length > longestName) return undefined;
  const nearest = nearestName(name, valid);
  return nearest === undefined ? undefined : `Did you mean ${nearest}`;
}

/** Reports keys of a mapping that are not among the valid ones. */
export function checkKeys(
  mapping: MappingNode,
  valid: readonly string[],
  options: { what: string; issues: Issue[] },
): void {
  const unknown = [...mapping.entries].filter(([key]) => !valid.includes(key));
  const missing = valid.filter((key) => !mapping.entries.has(key));
  const expected = `${options.what} (${listed(valid)})`;
  for (const [key, node] of unknown.slice(0, mostUnknownKeys)) {
    const remedy = key === '<<' ? mergeKeyRemedy : didYouMean(key, missing);
    const found = `the unknown name ${showFound(printable(key))}`;
    options.issues.push(issueAt(node, { expected, found, remedy }));
  }
  if (unknown.length > mostUnknownKeys) {
    const found = `${unknown.length - mostUnknownKeys} more unknown names`;
    options.issues.push(issueAt(unknown[mostUnknownKeys][1], { expected, found }));
  }
}

const mergeKeyRemedy = 'Merge keys are not read: write the settings out, or use basedOn';

/** The first names of a list, and how many more there are. */
export function listed(names: readonly string[], most = 14): string {
  if (names.length === 0) return 'there is none';
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}
