/** Safe expressions over the columns of a table: parsed by jsep, compiled here, nothing is executed. */
import jsep from 'jsep';
import { isNumeric, unguarded } from '../data/csv.ts';
import type { IssueList } from '../data/issue-list.ts';
import { listNames, suggesting } from '../data/issue-list.ts';
import type { Issue } from '../data/issues.ts';
import { showFound } from '../data/issues.ts';
import { quoteColumns } from './expression-columns.ts';
import type { Value } from './operators.ts';
import { binaryOperators, functions, truth } from './operators.ts';

/** An expression ready to be evaluated on the rows of one table. */
export interface Expression {
  readonly source: string;
  /** Columns it reads, in order of first mention. */
  readonly columns: readonly string[];
  /** The column, when the expression is nothing but its name: then the cell's text is the value. */
  readonly column: string | undefined;
  /** Its value on one row. @throws EvaluationError */
  evaluate(cells: readonly string[]): Value;
}

/** The table an expression is over, and where the expression was written. */
export interface ExpressionContext {
  readonly header: readonly string[];
  /** The table's name, for messages. */
  readonly table: string;
  /** Cells that mean: not observed. */
  readonly missing: ReadonlySet<string>;
  readonly where: Pick<Issue, 'file' | 'line' | 'key'>;
}

export const expressionLimits = { length: 1000, depth: 64, nodes: 500 } as const;

/** The value of a cell: null when empty or a missing code, a number when it is written as one. */
export function cellValue(cell: string | undefined, missing: ReadonlySet<string>): Value {
  const text = cellText(cell, missing);
  return text !== null && isNumeric(text) ? Number(text) : text;
}

/** The trimmed text of a cell, or null when it is empty or a missing code. */
export function cellText(cell: string | undefined, missing: ReadonlySet<string>): string | null {
  const text = unguarded((cell ?? '').trim());
  return text === '' || missing.has(text) ? null : text;
}

type Compiled = (cells: readonly string[]) => Value;

type Problem = Pick<Issue, 'expected' | 'found' | 'remedy'>;

/** Thrown while compiling, with what becomes the issue. */
class Refusal extends Error {
  readonly issue: Problem;
  constructor(issue: Problem) {
    super(issue.found);
    this.issue = issue;
  }
}

/** The expression, or undefined with its problem added to `issues`. */
export function parseExpression(
  source: string,
  context: ExpressionContext,
  issues: IssueList,
): Expression | undefined {
  try {
    return compile(source, context);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    issues.add({ ...error.issue, ...context.where });
    return undefined;
  }
}

function compile(source: string, context: ExpressionContext): Expression {
  const bare = source.trim();
  if (context.header.includes(bare)) return columnAlone(source, bare, context);
  const { length } = expressionLimits;
  if (source.length > length) {
    const found = `${source.length}`;
    throw new Refusal({ expected: `an expression of at most ${length} characters`, found });
  }
  if (bare === '') {
    throw new Refusal({ expected: 'a column or an expression', found: 'nothing' });
  }
  const quoted = quoteColumns(source);
  if ('problem' in quoted) throw new Refusal(quoted.problem);
  const compiler = new Compiler(context, quoted.names, source);
  const root = parse(quoted.text, source);
  const run = compiler.compile(root, 1);
  const columns = compiler.columns;
  if (root.type === 'Identifier') return columnAlone(source, columns[0]!, context);
  return { source, columns, column: undefined, evaluate: run };
}

function columnAlone(source: string, column: string, context: ExpressionContext): Expression {
  const index = context.header.indexOf(column);
  const evaluate: Compiled = (cells) => cellValue(cells[index], context.missing);
  return { source, columns: [column], column, evaluate };
}

function parse(text: string, source: string): jsep.CoreExpression {
  try {
    // the node types are checked one by one when compiling
    return jsep(text) as jsep.CoreExpression;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const found = `${showFound(source.trim())}: ${reason.replace(/[\uE000-\uF8FF]+/g, '…')}`;
    const issue = { expected: 'an expression that can be read', found };
    const assigns = /Unexpected "="|Expected expression after =/.test(reason);
    throw new Refusal(assigns ? { ...issue, remedy: 'Compare with two equal signs: ==' } : issue);
  }
}

class Compiler {
  readonly columns: string[] = [];
  private nodes = 0;
  private readonly context: ExpressionContext;
  private readonly quoted: ReadonlyMap<string, string>;
  private readonly source: string;

  constructor(context: ExpressionContext, quoted: ReadonlyMap<string, string>, source: string) {
    this.context = context;
    this.quoted = quoted;
    this.source = source;
  }

  compile(node: jsep.CoreExpression, depth: number): Compiled {
    const { depth: deepest, nodes: most } = expressionLimits;
    if (depth > deepest) this.refuse(`at most ${deepest} levels of nesting`, 'more');
    if (++this.nodes > most) this.refuse(`at most ${most} parts`, 'more');
    switch (node.type) {
      case 'Literal':
        return this.literal(node);
      case 'Identifier':
        return this.column(node.name);
      case 'UnaryExpression':
        return this.unary(node, depth);
      case 'BinaryExpression':
        return this.binary(node, depth);
      case 'ConditionalExpression':
        return choice(
          this.child(node.test, depth),
          this.child(node.consequent, depth),
          this.child(node.alternate, depth),
        );
      case 'CallExpression':
        return this.call(node, depth);
      default:
        return this.refuse(allowedParts, partNames[node.type] ?? node.type, bracketsHelp);
    }
  }

  private child(node: jsep.Expression, depth: number): Compiled {
    return this.compile(node as jsep.CoreExpression, depth + 1);
  }

  private refuse(expected: string, found: string, remedy?: string): never {
    const issue = { expected, found: `${found} in ${showFound(this.source.trim())}` };
    throw new Refusal(remedy ? { ...issue, remedy } : issue);
  }

  private literal(node: jsep.Literal): Compiled {
    const { value } = node;
    if (value instanceof RegExp) return this.refuse(allowedParts, 'a pattern');
    return () => value;
  }

  private column(identifier: string): Compiled {
    const { header, missing, table } = this.context;
    const name = this.quoted.get(identifier) ?? identifier;
    const index = header.indexOf(name);
    if (index < 0) {
      const expected = `a column of ${table}: ${listNames(header, 20)}`;
      const remedy = `For the word itself, write it in quotes: '${name}'`;
      const found = showFound(name);
      throw new Refusal(suggesting({ expected, found, remedy }, name, header));
    }
    if (!this.columns.includes(name)) this.columns.push(name);
    return (cells) => cellValue(cells[index], missing);
  }

  private unary(node: jsep.UnaryExpression, depth: number): Compiled {
    const argument = this.child(node.argument, depth);
    if (node.operator === '!') {
      return (cells) => {
        const value = truth(argument(cells));
        return value === null ? null : !value;
      };
    }
    if (node.operator !== '-' && node.operator !== '+') {
      return this.refuse(allowedParts, `the operator ${node.operator}`);
    }
    const minus = binaryOperators['-']!;
    return node.operator === '-'
      ? (cells) => minus(0, argument(cells))
      : (cells) => minus(argument(cells), 0);
  }

  private binary(node: jsep.BinaryExpression, depth: number): Compiled {
    const left = this.child(node.left, depth);
    const right = this.child(node.right, depth);
    const { operator } = node;
    if (operator === '&&' || operator === '||') return logical(operator, left, right);
    if (operator.startsWith('==') || operator.startsWith('!=')) {
      const wanted = operator.startsWith('==');
      const isNull = (part: jsep.Expression): boolean =>
        part.type === 'Literal' && part['value'] === null;
      // only a written null asks whether a cell was observed
      if (isNull(node.right)) return (cells) => (left(cells) === null) === wanted;
      if (isNull(node.left)) return (cells) => (right(cells) === null) === wanted;
    }
    const operate = Object.hasOwn(binaryOperators, operator)
      ? binaryOperators[operator]
      : this.refuse(allowedParts, `the operator ${operator}`);
    return (cells) => operate!(left(cells), right(cells));
  }

  private call(node: jsep.CallExpression, depth: number): Compiled {
    const name = node.callee.type === 'Identifier' ? String(node.callee['name']) : '';
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!known) {
      const names = [...Object.keys(functions), 'if'].filter((one) => one !== name);
      if (name !== 'if') {
        const expected = `a function: ${listNames(names)}`;
        const found = name === '' ? 'a call of something else' : `the function ${showFound(name)}`;
        throw new Refusal(suggesting({ expected, found }, name, names));
      }
    }
    const given = node.arguments.map((argument) => this.child(argument, depth));
    const [least, most] = known ? known.arguments : [3, 3];
    if (given.length < least || given.length > most) {
      const allowed = least === most ? `${least}` : `${least} or more`;
      this.refuse(`${allowed} arguments for ${name}`, `${given.length}`);
    }
    if (!known) return choice(given[0]!, given[1]!, given[2]!);
    return (cells) => known.apply(given.map((argument) => argument(cells)));
  }
}

const allowedParts =
  'only columns, numbers, quoted text, + - * / %, comparisons, && || !, ?: and the listed functions';

const bracketsHelp = 'Write a column whose name has spaces or signs as [name]';

const partNames: Readonly<Record<string, string>> = {
  MemberExpression: 'access to a member',
  ThisExpression: 'this',
  ArrayExpression: 'a list',
  Compound: 'several expressions',
  SequenceExpression: 'several expressions',
};

function choice(test: Compiled, yes: Compiled, no: Compiled): Compiled {
  return (cells) => {
    const value = truth(test(cells));
    if (value === null) return null;
    return value ? yes(cells) : no(cells);
  };
}

/** `&&` and `||`: a side that settles the answer does so even when the other is not observed. */
function logical(operator: '&&' | '||', left: Compiled, right: Compiled): Compiled {
  const settling = operator === '||';
  return (cells) => {
    const first = truth(left(cells));
    if (first === settling) return settling;
    const second = truth(right(cells));
    if (second === settling) return settling;
    return first === null || second === null ? null : !settling;
  };
}
