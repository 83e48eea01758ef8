/** What an import understood, guessed and dropped, as tables for the terminal. */
import Table from 'cli-table3';
import type { Dropped, Explanation, FieldReport, Guess } from '../sim/roster/explanation.ts';
import type { RosterVocabulary } from '../sim/roster/vocabulary.ts';

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '  ',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

function table(head: string[], rows: string[][], widths: number[], numbers: number[] = []): string {
  const drawn = new Table({
    head,
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: widths,
    colAligns: head.map((_, index) => (numbers.includes(index) ? 'right' : 'left')),
    wordWrap: true,
    wrapOnWordBoundary: true,
  });
  drawn.push(...rows);
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The whole explanation in plain text, at most 100 columns wide. */
export function importReport(
  explanation: Explanation,
  files: { readonly people: string; readonly ties?: string },
  vocabulary: RosterVocabulary,
): string {
  const { people, ties, understood, guessed, dropped, rules } = explanation;
  const { upward, equal } = vocabulary.layers;
  const parts = [`People: ${people.kept} of ${people.read} rows of ${files.people}.`];
  if (files.ties === undefined) {
    parts.push('Ties: none, because no file of ties was given.');
  } else {
    parts.push(
      `Ties: ${ties.upward} ${upward} and ${ties.equal} ${equal}, from ${ties.read} rows of ${files.ties}.`,
    );
  }
  parts.push(...settings(explanation));
  parts.push('', 'Understood', fieldTable(understood), '', 'Guessed');
  parts.push(guessed.length > 0 ? told(guessed) : '  nothing');
  parts.push('', 'Dropped');
  parts.push(dropped.length > 0 ? told(grouped(dropped)) : '  nothing');
  if (files.ties !== undefined) {
    const met = rules.filter((rule) => rule.count > 0);
    const rows = met.map((rule) => [`${rule.count}`, rule.outcome, rule.meaning]);
    const total = met.reduce((sum, rule) => sum + rule.count, 0);
    rows.push([`${total}`, '', 'all rows']);
    parts.push('', 'Ties by rule: every row meets one');
    parts.push(table(['rows', 'outcome', 'rule'], rows, [9, 9, 74], [0]));
  }
  return parts.join('\n');
}

function settings({ settings, missing }: Explanation): string[] {
  const { downward, symmetrise, peerGap, ignoreUnknown } = settings;
  const rules = [
    `downward ${downward}`,
    `symmetrise ${symmetrise}`,
    peerGap === undefined ? 'no peer gap' : `peer gap ${peerGap}`,
    `ties to unknown people ${ignoreUnknown ? 'dropped' : 'refused'}`,
  ];
  const codes = missing.filter((code) => code !== '').map((code) => `, ${code}`);
  return [`Rules: ${rules.join(', ')}.`, `Not observed: empty cells${codes.join('')}.`];
}

function fieldTable(understood: readonly FieldReport[]): string {
  const rows = understood.map((field) => [
    field.table,
    field.field,
    field.source,
    `${field.observed}`,
    `${field.missing}`,
    field.values,
  ]);
  const head = ['table', 'field', 'from', 'observed', 'missing', 'values'];
  return table(head, rows, [6, 11, 28, 8, 7, 30], [3, 4]);
}

function told(items: readonly (Guess | Dropped)[]): string {
  const rows = items.map((item) => [item.table, item.what, item.why]);
  return table(['table', 'what', 'why'], rows, [6, 44, 44]);
}

/** Columns that are dropped for one reason, on one line. */
function grouped(dropped: readonly Dropped[]): Dropped[] {
  const plain = dropped.filter((one) => one.why !== unused);
  for (const of of ['people', 'ties'] as const) {
    const columns = dropped
      .filter((one) => one.table === of && one.why === unused)
      .map((one) => one.what.replace(/^column /, ''));
    if (columns.length === 0) continue;
    const word = columns.length === 1 ? 'column' : 'columns';
    plain.push({ table: of, what: `${word} ${columns.join(', ')}`, why: unused });
  }
  return plain;
}

const unused = 'no field is read from it';
