/** Text of a scenario file to a tree: plain YAML 1.2 or JSON, with limits on size, depth and tricks. */
import type { CST, Document, Node, Pair, YAMLError } from 'yaml';
import { Composer, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from 'yaml';
import type { Issue } from '../data/issues.ts';
import { maxScenarioSize } from './scenario.ts';
import { characterIssue, composeProblem, refusedMark } from './scenario-syntax-rules.ts';
import type { MappingNode, Place, TreeNode } from './scenario-tree.ts';
import { issueAt, pathOf } from './scenario-tree.ts';

/** Mappings and lists inside each other; a scenario needs four. */
const maxDepth = 32;
/** Words, signs and line ends; a scenario of 10,000 values has about this many. */
const maxMarks = 100_000;
/** Faults of syntax reported of one file: later ones are mostly echoes of the first. */
const mostSyntaxIssues = 5;

/** Where each character stands, for messages. */
interface Locate {
  at(offset: number, key: string): Place;
}

/** Reads one file. The result is undefined when there are issues, which are added to `issues`. */
export function parseTree(text: string, file: string, issues: Issue[]): MappingNode | undefined {
  const tooBig = text.length > maxScenarioSize;
  if (tooBig) {
    const found = `${(text.length / 1e6).toFixed(1)} MB`;
    const remedy = 'People and ties belong in a roster';
    const place = { file, line: 1, key: 'file' };
    issues.push(issueAt(place, { expected: 'at most 5 MB', found, remedy }));
    return undefined;
  }
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = plain.indexOf('\n'); at >= 0; at = plain.indexOf('\n', at + 1)) {
    lines.addNewLine(at + 1);
  }
  const locate: Locate = { at: (offset, key) => ({ file, line: lines.linePos(offset).line, key }) };
  const known = issues.length;
  const bad = characterIssue(plain);
  if (bad) issues.push(issueAt(locate.at(bad.offset, 'encoding'), bad));
  const tokens = issues.length > known ? [] : readTokens(plain, locate, issues);
  if (issues.length > known) return undefined;
  const contents = compose(tokens, locate, issues);
  if (issues.length > known) return undefined;
  const tree = contents && toTree(contents, locate.at(0, ''), { locate, issues });
  if (issues.length > known) return undefined;
  if (tree?.kind === 'mapping') return tree;
  const empty = !tree || (tree.kind === 'scalar' && tree.source === '');
  const found = empty ? { found: 'an empty file' } : {};
  const expected = 'settings, one a line, such as "mentorscape: 1"';
  issues.push(issueAt({ ...(tree ?? {}), ...locate.at(0, 'file') }, { expected, ...found }));
  return undefined;
}

/** Tokens of the text, read one by one so that depth, size and refused marks stop it early. */
function readTokens(text: string, locate: Locate, issues: Issue[]): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let marks = 0;
  let scalarNext = false;
  let problems = 0;
  for (const mark of new Lexer().lex(text)) {
    const { offset } = parser;
    const refused = scalarNext ? undefined : refusedMark(mark);
    if (refused && problems++ < mostSyntaxIssues) {
      issues.push(issueAt(locate.at(offset, 'syntax'), refused));
    }
    scalarNext = mark === '\x1f';
    if (++marks > maxMarks) {
      const expected = `at most ${maxMarks} words and signs`;
      issues.push(issueAt(locate.at(offset, 'file'), { expected, found: 'more' }));
      return tokens;
    }
    for (const token of parser.next(mark)) tokens.push(token);
    if (parser.stack.length > maxDepth) {
      const expected = `at most ${maxDepth} levels of mappings and lists in each other`;
      issues.push(issueAt(locate.at(offset, 'syntax'), { expected, found: 'more' }));
      return tokens;
    }
  }
  for (const token of parser.end()) tokens.push(token);
  const second = tokens.filter(({ type }) => type === 'document')[1];
  if (second) {
    const expected = 'one document';
    const remedy = 'Delete the line of three dashes, or put the second scenario in its own file';
    const place = locate.at(second.offset, 'syntax');
    issues.push(issueAt(place, { expected, found: 'a second document', remedy }));
  }
  return tokens;
}

function compose(tokens: CST.Token[], locate: Locate, issues: Issue[]): Node | null {
  const options = {
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
  } as const;
  const composer = new Composer({ ...options, stringKeys: true, uniqueKeys: false, strict: true });
  let document: Document.Parsed | undefined;
  for (const composed of composer.compose(tokens, true, 0)) document ??= composed;
  const faults: YAMLError[] = [...(document?.errors ?? [])];
  const seen = new Set<number>();
  for (const fault of faults.sort((a, b) => a.pos[0] - b.pos[0])) {
    const place = locate.at(fault.pos[0], 'syntax');
    if (seen.has(place.line)) continue;
    seen.add(place.line);
    issues.push(issueAt(place, composeProblem(fault)));
    if (seen.size === mostSyntaxIssues) break;
  }
  return document?.contents ?? null;
}

/** A node of the document as a tree; `place` is that of its key, or of the node in a list. */
function toTree(
  node: Node,
  place: Place,
  context: { readonly locate: Locate; readonly issues: Issue[] },
): TreeNode {
  if (isMap(node)) {
    const entries = new Map<string, TreeNode>();
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const name = isScalar(pair.key) ? `${pair.key.value}` : '';
      const offset = pair.key?.range?.[0] ?? 0;
      const at = context.locate.at(offset, pathOf(place.key, name));
      const before = entries.get(name);
      if (before) {
        const found = `it again after line ${before.line}`;
        context.issues.push(issueAt(at, { expected: 'each name once in a mapping', found }));
      } else {
        entries.set(name, pair.value ? toTree(pair.value, at, context) : nothingAt(at));
      }
    }
    return { ...place, kind: 'mapping', entries };
  }
  if (isSeq(node)) {
    const items = (node.items as Node[]).map((item, i) =>
      toTree(item, context.locate.at(item.range?.[0] ?? 0, `${place.key}[${i}]`), context),
    );
    return { ...place, kind: 'list', items };
  }
  if (!isScalar(node)) return nothingAt(place);
  const { value, source } = node;
  if (typeof value === 'string') return { ...place, kind: 'scalar', value, source: value };
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { ...place, kind: 'scalar', value, source: source ?? '' };
  }
  return { ...place, kind: 'scalar', value: null, source: source ?? '' };
}

function nothingAt(place: Place): TreeNode {
  return { ...place, kind: 'scalar', value: null, source: '' };
}
