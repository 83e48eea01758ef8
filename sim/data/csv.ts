/** Comma-, semicolon- or tab-separated text to rows with line numbers, and back. */
import { csvFormatRows, dsvFormat } from 'd3-dsv';
import { IssueList } from './issue-list.ts';
import type { Issue } from './issues.ts';
import { showFound } from './issues.ts';

/** One row under the header. `line` counts from 1, where the row begins in the file. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as read: header names are trimmed, cells are not. Blank lines are left out. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly CsvRow[];
}

/** What is read and how much of it is accepted. */
export interface CsvSource {
  /** The name for messages. */
  readonly file: string;
  readonly text: string;
  /** Rows under the header, at most. */
  readonly maxRows: number;
}

/** Characters in one cell, at most. */
export const maxCellLength = 1000;

const delimiters = [',', ';', '\t'] as const;
const saveAsUtf8 = 'Save the file as CSV in UTF-8 and try again';

/**
 * Reads a table whose first row that is not blank is its header. The delimiter is the one of comma,
 * semicolon and tab that the header has most of. With issues, `table` holds what could be read.
 */
export function parseCsv(source: CsvSource): { table: CsvTable; issues: Issue[] } {
  const issues = new IssueList();
  const nothing = { header: [], headerLine: 1, rows: [] };
  const text = source.text.startsWith('\uFEFF') ? source.text.slice(1) : source.text;
  const broken = encodingIssue(text, source.file);
  if (broken) return { table: nothing, issues: [broken] };
  if (text.trim() === '') {
    issues.add({
      file: source.file,
      line: 1,
      key: 'header',
      expected: 'a header line and rows under it',
      found: 'an empty file',
    });
    return { table: nothing, issues: issues.list() };
  }
  const delimiter = detectDelimiter(text);
  checkQuotes(text, delimiter, source.file, issues);
  if (!issues.empty) return { table: nothing, issues: issues.list() };
  const table = readRows(text, delimiter, source, issues);
  return { table, issues: issues.list() };
}

function readRows(text: string, delimiter: string, source: CsvSource, issues: IssueList): CsvTable {
  const header: string[] = [];
  const rows: CsvRow[] = [];
  let headerLine = 1;
  let line = 1;
  let tooMany = 0;
  const quoted = text.includes('"');
  dsvFormat(delimiter).parseRows(text, (cells) => {
    const here = line;
    line += 1 + (quoted ? newlinesIn(cells) : 0);
    if (cells.length === 1 && cells[0]!.trim() === '') return null;
    if (header.length === 0) {
      headerLine = here;
      for (const cell of cells) header.push(cell.trim());
      return null;
    }
    if (rows.length === source.maxRows) {
      tooMany++;
      return null;
    }
    checkRow(cells, header, { file: source.file, line: here }, issues);
    rows.push({ line: here, cells });
    return null;
  });
  checkHeader(header, { file: source.file, line: headerLine }, issues);
  if (tooMany > 0) {
    issues.add({
      file: source.file,
      key: 'rows',
      expected: `at most ${inThousands(source.maxRows)} rows`,
      found: inThousands(source.maxRows + tooMany),
      remedy: 'Import a part of it, such as fewer departments',
    });
  }
  return { header, headerLine, rows };
}

function inThousands(count: number): string {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, ',');
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function checkHeader(header: readonly string[], place: Place, issues: IssueList): void {
  const first = new Map<string, number>();
  header.forEach((name, index) => {
    const before = first.get(name);
    if (name === '') {
      issues.add({
        ...place,
        key: `column ${index + 1}`,
        expected: 'a name in the header',
        found: 'an empty name',
        remedy: 'Name the column or delete it',
      });
    } else if (before !== undefined) {
      issues.add({
        ...place,
        key: name,
        expected: 'each column name once',
        found: `${showFound(name)} as column ${before + 1} and column ${index + 1}`,
        remedy: 'Rename one of them',
      });
    } else {
      first.set(name, index);
    }
  });
}

function checkRow(
  cells: readonly string[],
  header: readonly string[],
  place: Place,
  issues: IssueList,
): void {
  if (cells.length !== header.length) {
    issues.add({
      ...place,
      key: 'row',
      expected: `${header.length} cells, as in the header`,
      found: `${cells.length}`,
      remedy: 'Put a cell that contains the separator between double quotes',
    });
  }
  for (let i = 0; i < cells.length; i++) {
    if (cells[i]!.length <= maxCellLength) continue;
    issues.add({
      ...place,
      key: header[i] ?? `column ${i + 1}`,
      expected: `at most ${maxCellLength} characters in a cell`,
      found: `${cells[i]!.length}`,
    });
  }
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let i = 0; i < cell.length; i++) {
      const code = cell.charCodeAt(i);
      if (code === 10 || (code === 13 && cell.charCodeAt(i + 1) !== 10)) count++;
    }
  }
  return count;
}

function firstLine(text: string): string {
  return showFound(text.split(/[\r\n]/)[0]);
}

function lineAt(text: string, index: number): number {
  return 1 + newlinesIn([text.slice(0, index)]);
}

/** Signs that the bytes were not UTF-8: zeros, replacement characters, byte-order marks misread. */
function encodingIssue(text: string, file: string): Issue | undefined {
  const expected = 'text in UTF-8';
  const misread = /^(ÿþ|þÿ|ï»¿|\uFFFE)/.exec(text);
  if (misread) {
    const found = `a byte-order mark read as ${showFound(misread[0])}`;
    return { file, line: 1, key: 'encoding', expected, found, remedy: saveAsUtf8 };
  }
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    const found = 'a zero byte, as in UTF-16 or a file that is not text';
    return { file, line: lineAt(text, zero), key: 'encoding', expected, found, remedy: saveAsUtf8 };
  }
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) {
    const found = 'a character lost in another encoding (U+FFFD)';
    return { file, line: lineAt(text, lost), key: 'encoding', expected, found, remedy: saveAsUtf8 };
  }
  return undefined;
}

/** The delimiter the header has most of outside quotes; comma when it has none. */
function detectDelimiter(text: string): string {
  const start = text.search(/\S/);
  const end = text.slice(start).search(/[\r\n]/);
  const header = (end < 0 ? text.slice(start) : text.slice(start, start + end)).replace(
    /"[^"]*"/g,
    '',
  );
  let best: string = delimiters[0];
  let most = 0;
  for (const delimiter of delimiters) {
    const count = header.split(delimiter).length - 1;
    if (count > most) {
      best = delimiter;
      most = count;
    }
  }
  return best;
}

/** Finds a quote that is never closed, or text after a closing quote: the parser would misread both. */
function checkQuotes(text: string, delimiter: string, file: string, issues: IssueList): void {
  const ends = (index: number): boolean =>
    index >= text.length || text[index] === delimiter || /[\r\n]/.test(text[index]!);
  let at = text.indexOf('"');
  while (at >= 0) {
    // a quote in the middle of a cell is a character like any other
    if (at > 0 && !ends(at - 1)) {
      at = text.indexOf('"', at + 1);
      continue;
    }
    let close = text.indexOf('"', at + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    const place = { file, key: 'quotes' };
    if (close < 0) {
      const found = `${firstLine(text.slice(at, at + 40))} and no closing quote`;
      const expected = 'a double quote at the end of the cell';
      issues.add({ ...place, line: lineAt(text, at), expected, found });
      return;
    }
    if (!ends(close + 1)) {
      const found = firstLine(text.slice(close, close + 20));
      const expected = 'a separator or a new line after a closing quote';
      const remedy = 'Write a quote inside a cell as two quotes';
      issues.add({ ...place, line: lineAt(text, close), expected, found, remedy });
      return;
    }
    at = text.indexOf('"', close + 1);
  }
}

const numeric = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Whether a cell is written as a plain decimal number. */
export function isNumeric(cell: string): boolean {
  return numeric.test(cell);
}

/**
 * A spreadsheet runs a cell that begins with = + - @ as a formula, so such a cell, unless it is a
 * number, is written behind an apostrophe; `unguarded` takes it away again.
 */
function guarded(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) && !isNumeric(cell) ? `'${cell}` : cell;
}

/** A cell as it was before `writeCsv` guarded it. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** Comma-separated text that ends in a newline; cells that a spreadsheet would run are guarded. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly string[]>): string {
  const all: string[][] = [header.map(guarded)];
  for (const row of rows) all.push(row.map(guarded));
  return `${csvFormatRows(all)}\n`;
}
