/** Expressions over columns: what they compute, what they refuse, and how they say it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IssueList } from '../../sim/data/issue-list.ts';
import { formatIssue } from '../../sim/data/issues.ts';
import { expressionLimits, parseExpression } from '../../sim/roster/expression.ts';
import type { Value } from '../../sim/roster/operators.ts';

const header = ['status', 'years', 'Home Dept', 'note', 'gap'];
const cells = ['2', '7', 'Surgery', 'Ann', ''];

function compile(source: string, missing: readonly string[] = []) {
  const issues = new IssueList();
  const where = { file: 'map.yaml', line: 3, key: 'people.role' };
  const context = { header, table: 'nodes.csv', missing: new Set(missing), where };
  const expression = parseExpression(source, context, issues);
  return { expression, messages: issues.list().map(formatIssue) };
}

function evaluate(source: string, missing: readonly string[] = []): Value | undefined {
  const { expression, messages } = compile(source, missing);
  expect(messages).toEqual([]);
  return expression!.evaluate(cells);
}

describe('values', () => {
  const cases: readonly [source: string, value: Value][] = [
    ['years', 7],
    ['years + 2 * 3', 13],
    ['(years + 2) * 3', 27],
    ['years % 4', 3],
    ['-years / 2', -3.5],
    ['note + " " + status', 'Ann 2'],
    ['`Home Dept`', 'Surgery'],
    ['Home Dept', 'Surgery'],
    ["[Home Dept] == 'Surgery'", true],
    ["lower(`Home Dept`) == 'surgery' && years > 3", true],
    ["status == 1 ? 'faculty' : 'resident'", 'resident'],
    ["status == '2'", true],
    ['years >= 7 || gap > 1', true],
    ['years < 7 && gap > 1', false],
    ['!(years < 7)', true],
    ['min(years, 3, 9) + max(1, 2)', 5],
    ['floor(7.9) + round(2.5) + abs(-3)', 13],
    ["number('12') + 1", 13],
    ["number('twelve')", null],
    ["if(years > 5, 'old', 'new')", 'old'],
    ["'a' < 'b'", true],
    ['gap', null],
    ['gap + 1', null],
    ['gap > 1', null],
    ['gap == null', true],
    ['years != null', true],
    ["gap > 1 ? 'a' : 'b'", null],
    ['true', true],
  ];
  test.each(cases)('%s', (source, value) => {
    expect(evaluate(source)).toEqual(value);
  });

  test('a code for no answer is no value', () => {
    expect(evaluate('years + 1', ['7'])).toBeNull();
    expect(evaluate('status + 1', ['7'])).toBe(3);
  });

  test('arithmetic equals that of JavaScript', () => {
    const operator = fc.constantFrom('+', '-', '*');
    const number = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(number, operator, number, operator, number, (a, first, b, second, c) => {
        const source = `${a} ${first} ${b} ${second} ${c}`;
        const expected: unknown = new Function(`return ${source}`)();
        expect(evaluate(source)).toBe(expected);
      }),
    );
  });
});

describe('refusals', () => {
  const at = 'map.yaml:3: people.role: expected';
  const cases: readonly [source: string, message: string][] = [
    [
      'statos == 1',
      `${at} a column of nodes.csv: status, years, Home Dept, note or gap, found "statos". The nearest is status.`,
    ],
    [
      'faculty',
      `${at} a column of nodes.csv: status, years, Home Dept, note or gap, found "faculty". For the word itself, write it in quotes: 'faculty'.`,
    ],
    [
      'years = 3',
      `${at} an expression that can be read, found "years = 3": Unexpected "=" at character 6. Compare with two equal signs: ==.`,
    ],
    [
      'years +',
      `${at} an expression that can be read, found "years +": Expected expression after + at character 7.`,
    ],
    ['', `${at} a column or an expression, found nothing.`],
    [
      'minn(years)',
      `${at} a function: min, max, floor, round, abs, lower, number or if, found the function "minn". The nearest is min.`,
    ],
    ['min()', `${at} 1 or more arguments for min, found 0 in "min()".`],
    ['if(years, 1)', `${at} 3 arguments for if, found 2 in "if(years, 1)".`],
    ['`Home Dept', `${at} a closing \`, found none in "\`Home Dept".`],
    [
      'note[0]',
      `${at} an operator before [, found access to a member in "note[0]". Write a column whose name has spaces as [name] or \`name\`.`,
    ],
  ];
  test.each(cases)('%s', (source, message) => {
    expect(compile(source).messages).toEqual([message]);
  });

  test.each([
    'note.length',
    'note.constructor("x")',
    'constructor(1)',
    'this',
    'years, status',
    'years; status',
    'years status',
    'years ** 2',
    'years & 1',
    'years ?? 1',
    '~years',
    '(1, 2)',
    '__proto__',
    'toString',
    'hasOwnProperty(1)',
    '\uE000',
  ])('nothing but the listed parts: %s', (source) => {
    const { expression, messages } = compile(source);
    expect(expression).toBeUndefined();
    expect(messages).toHaveLength(1);
  });

  test('limits on length and nesting', () => {
    expect(compile(`years${' + 1'.repeat(300)}`).messages[0]).toContain('at most 1000 characters');
    const deep = '!'.repeat(expressionLimits.depth + 1);
    expect(compile(`${deep}years`).messages[0]).toContain('at most 64 levels of nesting');
  });

  test('any text is either an expression or one issue, never an exception', () => {
    const part = fc.constantFrom(
      'years',
      'note',
      '1',
      "'x'",
      '+',
      '-',
      '(',
      ')',
      '[',
      ']',
      '`',
      '.',
      ',',
      '?',
      ':',
      '!',
      '==',
      'min',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const { expression, messages } = compile(parts.join(''));
        expect(messages).toHaveLength(expression ? 0 : 1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('rows that cannot be evaluated', () => {
  test.each([
    ['note * 2', 'expected a number for *, found "Ann"'],
    ['years / 0', 'expected a finite result of /, found 7 / 0'],
    ['note ? 1 : 2', 'expected a comparison or a number as a condition, found "Ann"'],
    ['note < 3', 'expected a number for <, found "Ann"'],
    ['floor(note)', 'expected a number for floor, found "Ann"'],
  ])('%s', (source, message) => {
    expect(() => compile(source).expression!.evaluate(cells)).toThrow(message);
  });
});
