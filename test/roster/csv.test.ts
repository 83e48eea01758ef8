/** Reading and writing CSV text: delimiters, line numbers, what is refused, formulas disarmed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxCellLength, parseCsv, unguarded, writeCsv } from '../../sim/data/csv.ts';
import { formatIssue } from '../../sim/data/issues.ts';

function parse(text: string, maxRows = 100) {
  return parseCsv({ file: 'a.csv', text, maxRows });
}

function messages(text: string, maxRows = 100): string[] {
  return parse(text, maxRows).issues.map(formatIssue);
}

describe('parseCsv', () => {
  test('reads a header and rows with their lines', () => {
    const { table, issues } = parse('id,name\n7,Ann\n8,Bo\n');
    expect(issues).toEqual([]);
    expect(table.header).toEqual(['id', 'name']);
    expect(table.rows).toEqual([
      { line: 2, cells: ['7', 'Ann'] },
      { line: 3, cells: ['8', 'Bo'] },
    ]);
  });

  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('detects %s', (_, delimiter) => {
    const { table } = parse(`id${delimiter}"a,b;c"\n1${delimiter}2\n`);
    expect(table.header).toEqual(['id', 'a,b;c']);
    expect(table.rows[0]!.cells).toEqual(['1', '2']);
  });

  test('takes a semicolon for the delimiter when decimal commas abound', () => {
    expect(parse('id;share\n1;0,8\n').table.rows[0]!.cells).toEqual(['1', '0,8']);
  });

  test('removes a byte-order mark and trims header names', () => {
    expect(parse('\uFEFFid , name\n1,2\n').table.header).toEqual(['id', 'name']);
  });

  test('counts lines through quoted newlines, carriage returns and blank lines', () => {
    const text = '\nid,note\r\n1,"two\r\nlines"\r\n\r\n2,"three\n\nlines"\r\n3,x\r\n';
    const { table, issues } = parse(text);
    expect(issues).toEqual([]);
    expect(table.headerLine).toBe(2);
    expect(table.rows.map((row) => row.line)).toEqual([3, 6, 9]);
    expect(table.rows[0]!.cells[1]).toBe('two\r\nlines');
  });

  test('keeps a quote in the middle of a cell, and doubled quotes as one', () => {
    expect(parse('a,b\n5" pipe,"say ""hi"""\n').table.rows[0]!.cells).toEqual([
      '5" pipe',
      'say "hi"',
    ]);
  });

  const refused: readonly [name: string, text: string, message: string][] = [
    [
      'an empty file',
      '',
      'a.csv:1: header: expected a header line and rows under it, found an empty file.',
    ],
    [
      'blank lines only',
      '\n \n',
      'a.csv:1: header: expected a header line and rows under it, found an empty file.',
    ],
    [
      'a name twice',
      'id,x,id\n1,2,3\n',
      'a.csv:1: id: expected each column name once, found "id" as column 1 and column 3. Rename one of them.',
    ],
    [
      'a column without a name',
      'id,,x\n1,2,3\n',
      'a.csv:1: column 2: expected a name in the header, found an empty name. Name the column or delete it.',
    ],
    [
      'a short row',
      'a,b\n1,2\n3\n',
      'a.csv:3: row: expected 2 cells, as in the header, found 1. Put a cell that contains the separator between double quotes.',
    ],
    [
      'a long row',
      'a,b\n1,2,3\n',
      'a.csv:2: row: expected 2 cells, as in the header, found 3. Put a cell that contains the separator between double quotes.',
    ],
    [
      'a quote that never closes',
      'a,b\n1,2\n3,"x\n4,5\n',
      'a.csv:3: quotes: expected a double quote at the end of the cell, found ""x" and no closing quote.',
    ],
    [
      'text after a closing quote',
      'a,b\n"x"y,2\n',
      'a.csv:2: quotes: expected a separator or a new line after a closing quote, found ""y,2". Write a quote inside a cell as two quotes.',
    ],
    [
      'a zero byte',
      'a,b\n1,2\n\0,3\n',
      'a.csv:3: encoding: expected text in UTF-8, found a zero byte, as in UTF-16 or a file that is not text. Save the file as CSV in UTF-8 and try again.',
    ],
    [
      'a lost character',
      'a,b\nJos\uFFFD,2\n',
      'a.csv:2: encoding: expected text in UTF-8, found a character lost in another encoding (U+FFFD). Save the file as CSV in UTF-8 and try again.',
    ],
    [
      'UTF-16 read as Latin-1',
      'ÿþi\0d\0',
      'a.csv:1: encoding: expected text in UTF-8, found a byte-order mark read as "ÿþ". Save the file as CSV in UTF-8 and try again.',
    ],
    [
      'UTF-8 read as Latin-1',
      'ï»¿id,x\n1,2\n',
      'a.csv:1: encoding: expected text in UTF-8, found a byte-order mark read as "ï»¿". Save the file as CSV in UTF-8 and try again.',
    ],
  ];
  test.each(refused)('refuses %s', (_, text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  test('refuses more rows than the limit, and keeps no more in memory', () => {
    const text = `a\n${'x\n'.repeat(1500)}`;
    const { table, issues } = parse(text, 1000);
    expect(table.rows.length).toBe(1000);
    expect(issues.map(formatIssue)).toEqual([
      'a.csv: rows: expected at most 1,000 rows, found 1,500. Import a part of it, such as fewer departments.',
    ]);
  });

  test('refuses a cell over the limit, with its column', () => {
    expect(messages(`id,note\n1,${'x'.repeat(maxCellLength + 1)}\n`)).toEqual([
      'a.csv:2: note: expected at most 1000 characters in a cell, found 1001.',
    ]);
  });

  test('says all problems of a table at once', () => {
    expect(messages('id,id,\n1\n2,3,4,5\n')).toHaveLength(4);
  });

  test('cuts a flood of alike problems short, and says how many', () => {
    const rows = Array.from({ length: 200 }, (_, i) => 'x,'.repeat(i + 2)).join('\n');
    const { issues } = parse(`a,b\n${rows}\n`, 1000);
    expect(issues).toHaveLength(51);
    expect(issues.at(-1)!.found).toBe('202 and 149 more problems like this');
  });
});

describe('writeCsv', () => {
  test('disarms cells that a spreadsheet would run, and leaves numbers alone', () => {
    const text = writeCsv(
      ['id', 'x'],
      [
        ['=1+2', '-5'],
        ['@SUM(A1)', '+3.5e2'],
        ['-x', '0.5'],
      ],
    );
    expect(text).toBe("id,x\n'=1+2,-5\n'@SUM(A1),+3.5e2\n'-x,0.5\n");
  });

  test('what is written is read back, whatever the cells hold', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((text) => !/[\0\uFFFD]|^(ÿþ|þÿ|ï»¿|\uFFFE|\uFEFF)/.test(text));
    const risky = fc.constantFrom(
      '=A1',
      "'=A1",
      '-1',
      '-x',
      '"',
      'a"b',
      'a,b',
      'a\nb',
      '\r',
      '@',
      ' x ',
    );
    const row = fc.tuple(fc.oneof(cell, risky), fc.oneof(cell, risky), fc.constant('end'));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const { table, issues } = parse(writeCsv(['a', 'b', 'c'], rows));
        expect(issues).toEqual([]);
        expect(table.rows.map(({ cells }) => cells.map(unguarded))).toEqual(rows);
      }),
    );
  });
});
