/** Fields of a raw table, bound to its columns: how one row gives the text of one field. */
import type { CsvRow, CsvTable } from '../data/csv.ts';
import type { IssueList } from '../data/issue-list.ts';
import { listNames, suggesting } from '../data/issue-list.ts';
import { showFound } from '../data/issues.ts';
import type { FieldReport } from './explanation.ts';
import type { Expression } from './expression.ts';
import { cellText, parseExpression } from './expression.ts';
import { guessColumn } from './guess.ts';
import type { FieldRule, Mapping } from './mapping.ts';
import { defaultMissing } from './mapping.ts';
import { EvaluationError, truth } from './operators.ts';

/** A raw table with its name for messages. */
export interface RawTable {
  readonly kind: 'people' | 'ties';
  readonly file: string;
  readonly table: CsvTable;
}

/** One field ready to be read, which counts what it read. */
export class BoundField {
  readonly name: string;
  readonly rule: FieldRule;
  readonly how: 'mapped' | 'guessed';
  readonly expression: Expression;
  private readonly counts = new Map<string, number>();
  private observed = 0;
  private missing = 0;
  private readonly raw: RawTable;
  private readonly index: number;
  private readonly codes: ReadonlySet<string>;

  constructor(
    raw: RawTable,
    field: { name: string; rule: FieldRule; how: 'mapped' | 'guessed' },
    expression: Expression,
    codes: ReadonlySet<string>,
  ) {
    this.name = field.name;
    this.rule = field.rule;
    this.how = field.how;
    this.raw = raw;
    this.expression = expression;
    this.codes = codes;
    this.index = expression.column === undefined ? -1 : raw.table.header.indexOf(expression.column);
  }

  /** The field's text on a row; null when not observed, undefined with an issue when it failed. */
  read(row: CsvRow, issues: IssueList): string | null | undefined {
    const text = this.text(row, issues);
    if (text === undefined) return undefined;
    if (text === null) return this.rule.default ?? null;
    return this.rule.recode?.get(text) ?? text;
  }

  /** The field as a condition; null when not observed, undefined with an issue when it failed. */
  test(row: CsvRow, issues: IssueList): boolean | null | undefined {
    return this.evaluate(row, issues, () => truth(this.expression.evaluate(row.cells)));
  }

  /** Counts one value for the report, as it entered the roster; those of ids are not told apart. */
  count(value: string | null): void {
    if (value === null) {
      this.missing++;
      return;
    }
    this.observed++;
    if (identifiers.includes(this.name)) return;
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }

  report(): FieldReport {
    const { name: field, how, observed, missing, counts } = this;
    const { recode, default: fallback } = this.rule;
    const source = [
      this.expression.source.trim(),
      ...(recode ? ['recoded'] : []),
      ...(fallback === undefined ? [] : [`else ${fallback}`]),
    ].join(', ');
    const values = describeValues(counts);
    return { table: this.raw.kind, field, source, how, observed, missing, values };
  }

  private text(row: CsvRow, issues: IssueList): string | null | undefined {
    // a column alone gives its text as written, so that an id such as 007 stays as it is
    if (this.index >= 0) return cellText(row.cells[this.index], this.codes);
    const value = this.evaluate(row, issues, () => this.expression.evaluate(row.cells));
    if (value === null || value === undefined) return value;
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  }

  private evaluate<T>(row: CsvRow, issues: IssueList, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      const { expected } = error;
      const found = `${error.found} in ${showFound(this.expression.source.trim())}`;
      issues.add({ file: this.raw.file, line: row.line, key: this.name, expected, found });
      return undefined;
    }
  }
}

/** The counts of few values, the range of many numbers, or how many values there are. */
function describeValues(counts: ReadonlyMap<string, number>): string {
  const values = [...counts.keys()];
  const numbers = values.map(Number);
  if (values.length > 6 && numbers.every((number) => Number.isFinite(number))) {
    const least = numbers.reduce((a, b) => Math.min(a, b));
    const most = numbers.reduce((a, b) => Math.max(a, b));
    return `${least} to ${most}`;
  }
  if (values.length > 12) return `${values.length} different`;
  return [...counts].map(([value, count]) => `${value} ${count}`).join(', ');
}

/** What binds the fields of one table: the mapping, and guesses for what it leaves open. */
export interface Binding {
  readonly raw: RawTable;
  readonly mapping: Mapping;
  readonly issues: IssueList;
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
}

/** Fields whose cells name people: a general code for no answer, such as 9, may be somebody's id. */
const identifiers = ['id', 'from', 'to'];

/** Every field of `names` that the mapping gives or a header suggests, by name. */
export function bindFields(names: readonly string[], binding: Binding): Map<string, BoundField> {
  const { raw, mapping } = binding;
  const rules = mapping[raw.kind];
  const bound = new Map<string, BoundField>();
  const taken = new Set<string>();
  for (const name of names) {
    const rule = rules.get(name);
    if (!rule) continue;
    const field = bind({ name, rule, how: 'mapped' }, binding);
    if (!field) continue;
    bound.set(name, field);
    if (field.expression.column !== undefined) taken.add(field.expression.column);
  }
  for (const name of names) {
    // keep is a condition, never guessed; null in the mapping forbids a guess
    if (rules.has(name) || name === 'keep') continue;
    const column = guessColumn(name, raw.table.header, taken, binding.synonyms);
    if (column === undefined) continue;
    const rule: FieldRule = { source: column, exact: true, origin: { key: name } };
    const field = bind({ name, rule, how: 'guessed' }, binding);
    if (!field) continue;
    bound.set(name, field);
    taken.add(column);
  }
  return bound;
}

/** Binds one field; undefined with an issue when its column or expression cannot be used. */
export function bind(
  field: { name: string; rule: FieldRule; how: 'mapped' | 'guessed' },
  binding: Binding,
): BoundField | undefined {
  const { raw, mapping, issues } = binding;
  const { rule, name } = field;
  const { header } = raw.table;
  const general = identifiers.includes(name) ? [] : (mapping.missing ?? defaultMissing);
  const codes = new Set(rule.missing ?? general);
  if (rule.exact && !header.includes(rule.source)) {
    const expected = `a column of ${raw.file}: ${listNames(header, 20)}`;
    const issue = { expected, found: showFound(rule.source) };
    issues.add({ ...rule.origin, ...suggesting(issue, rule.source, header) });
    return undefined;
  }
  const context = { header, table: raw.file, missing: codes, where: rule.origin };
  const expression = parseExpression(rule.source, context, issues);
  return expression && new BoundField(raw, field, expression, codes);
}

/** Columns that no field reads. */
export function unusedColumns(raw: RawTable, bound: Iterable<BoundField>): string[] {
  const used = new Set([...bound].flatMap((field) => field.expression.columns));
  return raw.table.header.filter((column) => !used.has(column));
}
