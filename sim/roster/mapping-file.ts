/** Reads a mapping from YAML or JSON text, with every problem in it. */
import type { Node, Pair, Scalar } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { IssueList } from '../data/issue-list.ts';
import { listNames, suggesting } from '../data/issue-list.ts';
import { showFound } from '../data/issues.ts';
import type { FieldRule, Mapping, RelationUse, TieRules } from './mapping.ts';
import { emptyMapping, peopleFields, relationUses, tieFields } from './mapping.ts';
import type { RosterVocabulary } from './vocabulary.ts';

const fieldKeys = ['column', 'expression', 'recode', 'missing', 'default', 'scale'] as const;

type Content = Node | null | undefined;

/** Reads the nodes of one document; every method adds what is wrong to the list of issues. */
export class MappingReader {
  readonly people = new Map<string, FieldRule | null>();
  readonly ties = new Map<string, FieldRule | null>();
  readonly relations = new Map<string, { use: RelationUse; origin: FieldRule['origin'] }>();
  rules: Partial<TieRules> = {};
  missing: readonly string[] | undefined;
  private readonly vocabulary: RosterVocabulary;
  private readonly file: string;
  private readonly issues: IssueList;
  private readonly lines: LineCounter | undefined;

  constructor(
    vocabulary: RosterVocabulary,
    place: { file: string; lines?: LineCounter },
    issues: IssueList,
  ) {
    this.vocabulary = vocabulary;
    this.file = place.file;
    this.lines = place.lines;
    this.issues = issues;
  }

  mapping(): Mapping {
    const { people, ties, relations, rules, missing } = this;
    return { people, ties, relations, rules, ...(missing === undefined ? {} : { missing }) };
  }

  document(root: Content): void {
    const readers: Record<string, (node: Content) => void> = {
      missing: (node) => {
        this.missing = this.texts(node, 'missing');
      },
      people: (node) => this.fields(node, 'people', peopleFields(this.vocabulary)),
      ties: (node) => this.fields(node, 'ties', [...tieFields, 'relations']),
      rules: (node) => {
        for (const pair of this.pairs(node, 'rules', 'a mapping of rules')) this.rule(pair);
      },
    };
    for (const pair of this.pairs(
      root,
      'mapping',
      'a mapping of people, ties, missing and rules',
    )) {
      const key = textOf(pair.key);
      if (Object.hasOwn(readers, key)) readers[key]!(pair.value);
      else this.unknownKey(key, pair.key, Object.keys(readers));
    }
  }

  /** One field of people or ties, from its text or its mapping. */
  field(table: 'people' | 'ties', name: string, node: Content): void {
    const key = `${table}.${name}`;
    if (isScalar(node)) {
      const source = textOf(node);
      const unused = node.value === null || source.trim() === '';
      const origin = this.origin(key, node);
      this[table].set(name, unused ? null : { source, exact: false, origin });
      return;
    }
    const parts = new Map<string, Node | null>();
    for (const pair of this.pairs(node, key, 'a column, an expression or a mapping')) {
      const part = textOf(pair.key);
      const allowed = fieldKeys.filter((one) => one !== 'scale' || name === 'weight');
      if (allowed.some((one) => one === part)) parts.set(part, pair.value);
      else this.unknownKey(`${key}.${part}`, pair.key, allowed, part);
    }
    const rule = this.fieldRule(key, node, parts);
    if (rule) this[table].set(name, rule);
  }

  relation(name: string, node: Content): void {
    const use = textOf(node);
    const key = `ties.relations.${name}`;
    const { upward, equal } = this.vocabulary.layers;
    const uses: Record<string, RelationUse> = { [upward]: 'upward', [equal]: 'equal' };
    const found = relationUses.find((one) => one === use) ?? uses[use];
    if (found) this.relations.set(name, { use: found, origin: this.origin(key, node) });
    else this.refuse(key, node, listNames(relationUses), relationUses);
  }

  /** A list of texts, or one text alone. */
  texts(node: Content, key: string): string[] {
    if (isSeq<Node>(node)) return node.items.map((item) => this.text(item, key));
    return [this.text(node, key)];
  }

  unknownKey(key: string, node: Content, allowed: readonly string[], last = key): void {
    const issue = { expected: listNames(allowed, 20), found: showFound(last) };
    this.issues.add({ ...this.origin(key, node), ...suggesting(issue, last, allowed) });
  }

  private fieldRule(
    key: string,
    node: Content,
    parts: ReadonlyMap<string, Node | null>,
  ): FieldRule | undefined {
    const column = parts.get('column');
    const expression = parts.get('expression');
    const origin = this.origin(key, node);
    if ((column === undefined) === (expression === undefined)) {
      const expected = 'either a column or an expression';
      this.issues.add({ ...origin, expected, found: column ? 'both' : 'neither' });
      return undefined;
    }
    const source = this.text(column ?? expression, `${key}.${column ? 'column' : 'expression'}`);
    const recode = parts.get('recode');
    const missing = parts.get('missing');
    const fallback = parts.get('default');
    const scale = parts.has('scale') ? this.scale(parts.get('scale'), `${key}.scale`) : undefined;
    return {
      source,
      exact: column !== undefined,
      origin,
      ...(recode === undefined ? {} : { recode: this.recode(recode, `${key}.recode`) }),
      ...(missing === undefined ? {} : { missing: this.texts(missing, `${key}.missing`) }),
      ...(fallback === undefined ? {} : { default: this.text(fallback, `${key}.default`) }),
      ...(scale === undefined ? {} : { scale }),
    };
  }

  private fields(node: Content, table: 'people' | 'ties', allowed: readonly string[]): void {
    for (const pair of this.pairs(node, table, 'a mapping of fields')) {
      const name = textOf(pair.key);
      if (!allowed.includes(name)) this.unknownKey(`${table}.${name}`, pair.key, allowed, name);
      else if (name !== 'relations') this.field(table, name, pair.value);
      else {
        const expected = 'a mapping from relation to its use';
        for (const { key, value } of this.pairs(pair.value, 'ties.relations', expected)) {
          this.relation(textOf(key), value);
        }
      }
    }
  }

  private rule(pair: Pair<Node, Node | null>): void {
    const name = textOf(pair.key);
    const value = textOf(pair.value);
    const key = `rules.${name}`;
    if (name === 'downward') {
      if (value === 'drop' || value === 'reverse') this.rules = { ...this.rules, downward: value };
      else this.refuse(key, pair.value, 'drop or reverse', ['drop', 'reverse']);
    } else if (name === 'symmetrise') {
      if (value === 'any' || value === 'both') this.rules = { ...this.rules, symmetrise: value };
      else this.refuse(key, pair.value, 'any or both', ['any', 'both']);
    } else if (name === 'peerGap') {
      if (/^\d{1,3}$/.test(value)) this.rules = { ...this.rules, peerGap: Number(value) };
      else this.refuse(key, pair.value, 'a whole number of ranks from 0 up', []);
    } else if (name === 'ignoreUnknown') {
      if (value === 'true' || value === 'false') {
        this.rules = { ...this.rules, ignoreUnknown: value === 'true' };
      } else this.refuse(key, pair.value, 'true or false', ['true', 'false']);
    } else {
      this.unknownKey(key, pair.key, ['downward', 'symmetrise', 'peerGap', 'ignoreUnknown'], name);
    }
  }

  private scale(node: Content, key: string): FieldRule['scale'] {
    const text = textOf(node);
    if (text === 'max' || text === 'none') return text;
    if (isScalar(node) && typeof node.value === 'number' && node.value > 0) return node.value;
    this.refuse(key, node, 'max, none or a number over 0', ['max', 'none']);
    return undefined;
  }

  private recode(node: Content, key: string): Map<string, string> {
    const pairs = this.pairs(node, key, 'a mapping from old values to new ones');
    return new Map(pairs.map((pair) => [textOf(pair.key), this.text(pair.value, key)]));
  }

  private text(node: Content, key: string): string {
    if (isScalar(node)) return textOf(node);
    this.refuse(key, node, 'a text or a number', []);
    return '';
  }

  private pairs(node: Content, key: string, expected: string): Pair<Node, Node | null>[] {
    if (isMap<Node, Node | null>(node)) return node.items;
    this.refuse(key, node, expected, []);
    return [];
  }

  private refuse(key: string, node: Content, expected: string, names: readonly string[]): void {
    const scalar = isScalar(node);
    const found = scalar ? showFound(node.value) : isSeq(node) ? 'a list' : 'a mapping';
    const issue = { expected, found: node ? found : 'nothing' };
    const near = scalar ? suggesting(issue, textOf(node), names) : issue;
    this.issues.add({ ...this.origin(key, node), ...near });
  }

  private origin(key: string, node: Content): FieldRule['origin'] {
    const at = node?.range?.[0];
    if (at === undefined || !this.lines) return { file: this.file, key };
    return { file: this.file, line: this.lines.linePos(at).line, key };
  }
}

/** The text of a scalar as written: a code such as 01 stays 01. */
function textOf(node: Content): string {
  if (!isScalar(node)) return '';
  const scalar: Scalar = node;
  return scalar.source ?? (scalar.value === null ? '' : String(scalar.value));
}

/** The mapping in a file's text. */
export function parseMappingFile(
  source: { file: string; text: string },
  vocabulary: RosterVocabulary,
  issues: IssueList,
): Mapping {
  const { file, text } = source;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (const error of document.errors) {
    const line = lines.linePos(error.pos[0]).line;
    const found = yamlProblem(error);
    issues.add({ file, line, key: 'mapping', expected: 'YAML or JSON', found });
  }
  if (document.errors.length > 0) return emptyMapping;
  const reader = new MappingReader(vocabulary, { file, lines }, issues);
  reader.document(document.contents);
  return reader.mapping();
}

/** What the YAML parser found, on one line. */
export function yamlProblem(error: Error): string {
  return error.message.split(/ at line |\n/)[0] ?? error.name;
}
