/** Text of a scenario file to a tree: plain YAML 1.2 or JSON, with limits on size, depth and tricks. */
import type { CST, Document, Node, Pair } from 'yaml';
import { Composer, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from 'yaml';
import type { Issue } from '../data/issues.ts';
import { ScenarioError } from '../data/issues.ts';
import { maxScenarioSize } from './scenario.ts';
import { characterIssue, composeProblem, refusedMark } from './scenario-syntax-rules.ts';
import type { MappingNode, Place, TreeNode } from './scenario-tree.ts';
import { issueAt, pathOf } from './scenario-tree.ts';

/** Mappings and lists inside each other; a scenario needs four. */
const maxDepth = 32;
/** Words, signs and line ends: some 7,000 settings. */
const maxMarks = 50_000;
/** Lines reported with faults of syntax: later ones are mostly echoes of the first. */
const mostFaults = 5;

/** The place of the character at `offset`. */
type Locate = (offset: number, key: string) => Place;

/** Reads one file. @throws ScenarioError with all issues. */
export function parseTree(text: string, file: string): MappingNode {
  if (text.length > maxScenarioSize) {
    const found = `${(text.length / 1e6).toFixed(1)} MB`;
    const remedy = 'People and ties belong in a roster';
    refuse(issueAt({ file, line: 1, key: 'file' }, { expected: 'at most 5 MB', found, remedy }));
  }
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const locate = locator(plain, file);
  const bad = characterIssue(plain);
  if (bad) refuse(issueAt(locate(bad.offset, 'encoding'), bad));
  const contents = compose(readTokens(plain, locate), plain, locate);
  const issues: Issue[] = [];
  const tree = contents && toTree(contents, locate(startOf(contents), ''), { locate, issues });
  refuse(...issues);
  if (tree?.kind === 'mapping') return tree;
  const isEmpty = !tree || (tree.kind === 'scalar' && tree.source === '');
  const expected = 'settings, one a line, such as "mentorscape: 1"';
  const place = { ...tree, ...locate(0, 'file') };
  throw new ScenarioError([
    issueAt(place, { expected, ...(isEmpty ? { found: 'an empty file' } : {}) }),
  ]);
}

/** @throws ScenarioError when there is an issue. */
function refuse(...issues: readonly Issue[]): void {
  if (issues.length > 0) throw new ScenarioError(issues);
}

function locator(text: string, file: string): Locate {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines.addNewLine(at + 1);
  }
  return (offset, key) => ({ file, line: lines.linePos(offset).line, key });
}

/** Tokens of the text, read one by one so that size and depth stop it early. */
function readTokens(text: string, locate: Locate): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const refused = new Map<number, Issue>();
  let marks = 0;
  let isScalar = false;
  for (const mark of new Lexer().lex(text)) {
    const { offset } = parser;
    const problem = isScalar ? undefined : refusedMark(mark);
    if (problem && refused.size < mostFaults) {
      const issue = issueAt(locate(offset, 'syntax'), problem);
      if (!refused.has(issue.line ?? 0)) refused.set(issue.line ?? 0, issue);
    }
    // the lexer announces plain and block text by this character
    isScalar = mark === '\x1f';
    for (const token of parser.next(mark)) tokens.push(token);
    if (++marks > maxMarks) {
      const expected = `at most ${maxMarks} words and signs`;
      refuse(issueAt(locate(offset, 'file'), { expected, found: 'more' }));
    }
    if (parser.stack.length > maxDepth) {
      const expected = `at most ${maxDepth} levels of mappings and lists in each other`;
      refuse(issueAt(locate(offset, 'syntax'), { expected, found: 'more' }));
    }
  }
  refuse(...refused.values());
  for (const token of parser.end()) tokens.push(token);
  const second = tokens.filter(({ type }) => type === 'document')[1];
  if (second) {
    const place = locate(second.offset, 'syntax');
    const remedy = 'Delete the line of three dashes, or put the second scenario in its own file';
    refuse(issueAt(place, { expected: 'one document', found: 'a second document', remedy }));
  }
  return tokens;
}

function compose(tokens: CST.Token[], text: string, locate: Locate): Node | null {
  const composer = new Composer({
    ...{ version: '1.2', schema: 'core', merge: false, resolveKnownTags: false },
    ...{ stringKeys: true, strict: true },
    // toTree reports them, without comparing each with each
    uniqueKeys: false,
  });
  let document: Document.Parsed | undefined;
  for (const composed of composer.compose(tokens, true, 0)) document ??= composed;
  const faults = [...(document?.errors ?? [])].sort((a, b) => a.pos[0] - b.pos[0]);
  const issues = new Map<number, Issue>();
  for (const fault of faults) {
    const place = locate(fault.pos[0], 'syntax');
    if (issues.size === mostFaults) break;
    const here = text.slice(fault.pos[0]).split('\n', 1)[0];
    if (!issues.has(place.line))
      issues.set(place.line, issueAt(place, composeProblem(fault, here)));
    // what comes after it is read out of step
    if (fault.code === 'UNEXPECTED_TOKEN') break;
  }
  refuse(...issues.values());
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
      const at = context.locate(startOf(pair.key), pathOf(place.key, name));
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
      toTree(item, context.locate(startOf(item), `${place.key}[${i}]`), context),
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

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

function nothingAt(place: Place): TreeNode {
  return { ...place, kind: 'scalar', value: null, source: '' };
}
