/** Rows of a raw table to ties of a roster: every raw tie meets one rule, and is counted under it. */
import type { CsvRow } from '../data/csv.ts';
import { isNumeric } from '../data/csv.ts';
import { listNames, suggester, suggesting } from '../data/issue-list.ts';
import { showFound } from '../data/issues.ts';
import type { Dropped, Guess, RuleCount, TieRuleName } from './explanation.ts';
import { tieRuleMeanings, tieRuleNames } from './explanation.ts';
import type { Binding, BoundField } from './fields.ts';
import { bindFields, unusedColumns } from './fields.ts';
import type { RelationUse, TieRules } from './mapping.ts';
import { tieFields } from './mapping.ts';
import type { PeopleResult } from './raw-people.ts';
import { type RawTie, TieSorter } from './tie-sorter.ts';
import type { RosterTie } from './types.ts';
import type { RosterVocabulary } from './vocabulary.ts';
import { standingKey, standings } from './vocabulary.ts';

/** Different relations accepted: more is a sign of the wrong column. */
const mostRelations = 100;

export interface TiesResult {
  readonly ties: readonly RosterTie[];
  readonly fields: readonly BoundField[];
  readonly guessed: readonly Guess[];
  readonly dropped: readonly Dropped[];
  readonly rules: readonly RuleCount[];
}

/** Reads all ties among `people`; what is wrong is added to the binding's issues. */
export function readRawTies(
  binding: Binding,
  people: PeopleResult,
  context: { readonly vocabulary: RosterVocabulary; readonly rules: TieRules },
): TiesResult {
  return new TiesReader(binding, people, context).run();
}

class TiesReader {
  private readonly binding: Binding;
  private readonly people: PeopleResult;
  private readonly vocabulary: RosterVocabulary;
  private readonly rules: TieRules;
  private readonly fields: Map<string, BoundField>;
  private readonly numbers = new Map<string, number>();
  private readonly relations: { readonly name: string; readonly use: RelationUse }[] = [];
  private readonly relationNumbers = new Map<string, number>();
  private readonly guessed: Guess[] = [];
  private readonly dropped: Dropped[] = [];
  private readonly suggestId: ReturnType<typeof suggester>;
  private unweighted = 0;

  constructor(
    binding: Binding,
    people: PeopleResult,
    context: { vocabulary: RosterVocabulary; rules: TieRules },
  ) {
    this.binding = binding;
    this.people = people;
    this.vocabulary = context.vocabulary;
    this.rules = context.rules;
    this.fields = bindFields(tieFields, binding);
    for (const [index, person] of people.people.entries()) this.numbers.set(person.id, index);
    this.suggestId = suggester([...this.numbers.keys()]);
  }

  run(): TiesResult {
    const { raw, issues } = this.binding;
    this.checkEnds();
    this.dropUnfitWeight();
    const weights = this.readWeights();
    const sorter = new TieSorter(this.people.people.map(this.standingOf()), this.rules);
    const counts = new Map<TieRuleName, number>();
    const count = (rule: TieRuleName): void => {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    };
    const usable: RawTie[] = [];
    raw.table.rows.forEach((row, index) => {
      const tie = this.read(row, weights[index]!);
      if (typeof tie === 'object') usable.push(tie);
      else if (tie !== undefined) count(tie);
    });
    const sorted = sorter.sort(usable, (relation) => this.relations[relation]!.use);
    for (const rule of sorted.rules) count(rule);
    this.checkRelations();
    this.tellDropped();
    const { layers } = this.vocabulary;
    const ids = this.people.people.map((person) => person.id);
    const ties = sorted.ties.map(({ from, to, upward, weight, line }) => {
      const kind = upward ? layers.upward : layers.equal;
      return { from: ids[from]!, to: ids[to]!, kind, weight, line };
    });
    const meanings = tieRuleMeanings(layers, this.rules.peerGap);
    const rules = tieRuleNames.map((rule) => {
      return { rule, ...meanings[rule], count: counts.get(rule) ?? 0 };
    });
    const fields = [...this.fields.values()].filter((field) => field.name !== 'keep');
    if (
      issues.empty &&
      rules.reduce((sum, rule) => sum + rule.count, 0) !== raw.table.rows.length
    ) {
      throw new RangeError('import: some raw ties met no rule or several.');
    }
    return { ties, fields, guessed: this.guessed, dropped: this.dropped, rules };
  }

  /** What the sorter needs of a raw tie, the rule that already settles it, or nothing with an issue. */
  private read(row: CsvRow, weight: number | undefined): RawTie | TieRuleName | undefined {
    const { issues } = this.binding;
    const keep = this.fields.get('keep');
    if (keep && keep.test(row, issues) !== true) return 'keep';
    const from = this.end('from', row);
    const to = this.end('to', row);
    const relation = this.relation(row);
    if (from === undefined || to === undefined || weight === undefined || relation === undefined) {
      return undefined;
    }
    if (from === 'unknown' || to === 'unknown') return 'unknown';
    if (from === 'leftOut' || to === 'leftOut') return 'leftOut';
    if (from === to) return 'self';
    if (this.relations[relation]!.use === 'drop') return 'relation';
    if (weight === 0) return 'noWeight';
    return { from, to, relation, weight, line: row.line };
  }

  private end(name: 'from' | 'to', row: CsvRow): number | 'unknown' | 'leftOut' | undefined {
    const { raw, issues } = this.binding;
    const field = this.fields.get(name);
    const id = field?.read(row, issues);
    if (!field || id === undefined) return undefined;
    field.count(id);
    const at = { file: raw.file, line: row.line, key: name };
    const expected = 'the id of a person in the table of people';
    if (id === null) {
      issues.add({ ...at, expected, found: 'an empty cell' });
      return undefined;
    }
    const index = this.numbers.get(id);
    if (index !== undefined) return index;
    if (this.people.leftOut.has(id)) return 'leftOut';
    if (this.rules.ignoreUnknown) return 'unknown';
    const remedy = 'Add the person, or drop such ties with --ignore-unknown';
    const issue = { ...at, expected, found: showFound(id), remedy };
    issues.add(this.suggestId(issue, id));
    return undefined;
  }

  /** The number of a row's relation; without a relation column, all ties are of one. */
  private relation(row: CsvRow): number | undefined {
    const field = this.fields.get('relation');
    const text = field ? field.read(row, this.binding.issues) : '';
    if (text === undefined) return undefined;
    const name = text ?? '';
    const known = this.relationNumbers.get(name) ?? this.addRelation(name, row);
    if (known === undefined) return undefined;
    const { use } = this.relations[known]!;
    field?.count(`${name === '' ? 'not observed' : name} (${use === 'any' ? 'by rank' : use})`);
    return known;
  }

  private addRelation(name: string, row: CsvRow): number | undefined {
    if (this.relations.length === mostRelations) {
      const expected = `at most ${mostRelations} relations`;
      const { file } = this.binding.raw;
      this.binding.issues.add({ file, line: row.line, key: 'relation', expected, found: 'more' });
      return undefined;
    }
    const use = this.binding.mapping.relations.get(name)?.use ?? this.useOfLayer(name);
    if (use === undefined && this.binding.mapping.relations.size > 0) {
      this.guess(`relation ${showFound(name)}: used by rank`, 'relations do not mention it');
    }
    this.relations.push({ name, use: use ?? 'any' });
    this.relationNumbers.set(name, this.relations.length - 1);
    return this.relations.length - 1;
  }

  /** A relation called by the name of a layer means that layer, unless the mapping says otherwise. */
  private useOfLayer(name: string): RelationUse | undefined {
    if (this.binding.mapping.relations.size > 0) return undefined;
    const { upward, equal } = this.vocabulary.layers;
    const use = name === upward ? 'upward' : name === equal ? 'equal' : undefined;
    if (use)
      this.guess(`relation ${showFound(name)}: used as ${use}`, 'it is called like the layer');
    return use;
  }

  /** Weights in 0..1 by row; undefined, with an issue, where a cell cannot be one. */
  private readWeights(): (number | undefined)[] {
    const { raw, issues } = this.binding;
    const field = this.fields.get('weight');
    const { rows } = raw.table;
    if (!field) return new Array<number>(rows.length).fill(1);
    const scale = field.rule.scale ?? 'max';
    const weights = rows.map((row) => this.weight(field, row));
    let divisor = scale === 'none' ? 1 : scale === 'max' ? 0 : scale;
    if (scale === 'max') for (const weight of weights) divisor = Math.max(divisor, weight ?? 0);
    if (field.rule.scale === undefined && divisor !== 1 && divisor > 0) {
      this.guess(`weight: divided by ${divisor}`, 'its largest value; scale says otherwise');
    }
    return weights.map((weight, index) => {
      if (weight === undefined || weight === null) return weight === null ? 1 : undefined;
      if (weight === 0 || weight <= divisor) return weight === 0 ? 0 : weight / divisor;
      const line = rows[index]!.line;
      const expected = `at most ${divisor}, which weights are divided by`;
      issues.add({ file: raw.file, line, key: 'weight', expected, found: `${weight}` });
      return undefined;
    });
  }

  private weight(field: BoundField, row: CsvRow): number | null | undefined {
    const { raw, issues } = this.binding;
    const text = field.read(row, issues);
    if (text === undefined) return undefined;
    field.count(text);
    if (text === null) {
      this.unweighted++;
      return null;
    }
    if (isNumeric(text) && Number(text) >= 0) return Number(text);
    const expected = 'a number from 0 up';
    const found = showFound(text);
    issues.add({ file: raw.file, line: row.line, key: 'weight', expected, found });
    return undefined;
  }

  private standingOf(): (person: PeopleResult['people'][number]) => {
    role: number;
    level: number;
  } {
    const all = standings(this.vocabulary);
    // a person without a known rank has an issue already; the ties are checked all the same
    return (person) => all.get(standingKey(person.role, person.rank)) ?? { role: -1, level: 0 };
  }

  private checkEnds(): void {
    const { raw, issues, mapping } = this.binding;
    for (const key of ['from', 'to'] as const) {
      if (this.fields.has(key) || mapping.ties.get(key)) continue;
      issues.add({
        file: raw.file,
        line: raw.table.headerLine,
        key,
        expected: `a column for ${key}`,
        found: `only ${listNames(raw.table.header, 20)}`,
        remedy: `Say where it is: --map ${key}=COLUMN`,
      });
    }
  }

  private dropUnfitWeight(): void {
    const field = this.fields.get('weight');
    if (field?.how !== 'guessed') return;
    for (const row of this.binding.raw.table.rows) {
      const text = field.read(row, this.binding.issues);
      if (typeof text !== 'string' || (isNumeric(text) && Number(text) >= 0)) continue;
      this.fields.delete('weight');
      const what = `column ${field.expression.column}`;
      const why = `looks like weight, but holds ${showFound(text)} (line ${row.line}): map it`;
      this.dropped.push({ table: 'ties', what, why });
      return;
    }
  }

  /** A relation that the mapping mentions and no tie has is a slip, or the wrong file. */
  private checkRelations(): void {
    const { mapping, issues } = this.binding;
    const names = this.relations.map((relation) => relation.name);
    for (const [name, { origin }] of mapping.relations) {
      if (names.includes(name)) continue;
      const expected = this.fields.has('relation')
        ? `a relation that occurs: ${listNames(names)}`
        : 'no relations, because no column gives them';
      issues.add({ ...origin, ...suggesting({ expected, found: showFound(name) }, name, names) });
    }
  }

  private guess(what: string, why: string): void {
    this.guessed.push({ table: 'ties', what, why });
  }

  private tellDropped(): void {
    if (this.unweighted > 0) {
      const cells = this.unweighted === 1 ? 'cell' : 'cells';
      this.guess('weight: 1 where it is not observed', `${this.unweighted} ${cells}`);
    }
    if (!this.fields.has('weight')) this.guess('weight: 1 for every tie', 'no column is mapped');
    const told = new Set(this.dropped.map((one) => one.what));
    for (const column of unusedColumns(this.binding.raw, this.fields.values())) {
      if (told.has(`column ${column}`)) continue;
      const why = 'no field is read from it';
      this.dropped.push({ table: 'ties', what: `column ${column}`, why });
    }
  }
}
