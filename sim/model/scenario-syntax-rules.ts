/** What a scenario file may not contain, and the parser's complaints in plain words. */
import type { YAMLError } from 'yaml';
import { showFound } from '../data/issues.ts';
import { printable } from './scenario-tree.ts';

/** What was expected and found, and what to do. */
export interface Problem {
  readonly expected: string;
  readonly found: string;
  readonly remedy?: string;
}

const utf8 = { expected: 'text in UTF-8', remedy: 'Save the file as UTF-8 and try again' };

/** The first character that text does not contain: signs of another encoding, control characters. */
export function characterIssue(text: string): (Problem & { readonly offset: number }) | undefined {
  if (/^(ÿþ|þÿ|ï»¿|\uFFFE)/.test(text)) {
    return { ...utf8, offset: 0, found: 'a byte-order mark read as characters' };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = /[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/u;
  const match = /[\uFFFD]/.exec(text);
  const found = control.exec(text);
  if (match && (!found || match.index < found.index)) {
    return { ...utf8, offset: match.index, found: 'a character lost in another encoding (U+FFFD)' };
  }
  if (!found) return undefined;
  if (found[0] === '\0') {
    const zero = 'a zero byte, as in UTF-16 or a file that is not text';
    return { ...utf8, offset: found.index, found: zero };
  }
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const expected = 'text without control characters';
  return { expected, offset: found.index, found: `U+${code}`, remedy: 'Delete it' };
}

/** Marks of YAML that a scenario does without, by their first character. */
export function refusedMark(mark: string): Problem | undefined {
  const found = printable(mark, 30);
  if (mark[0] === '&' || mark[0] === '*') {
    const kind = mark[0] === '&' ? 'the anchor' : 'the alias';
    const remedy = 'Write the value out, or use basedOn';
    return { expected: 'values without anchors and aliases', found: `${kind} ${found}`, remedy };
  }
  if (mark[0] === '!') {
    const remedy = 'Delete it; put text that begins with ! in quotes';
    return { expected: 'values without tags', found: `the tag ${found}`, remedy };
  }
  if (mark[0] === '%') {
    const remedy = 'Delete the line';
    return { expected: 'a file without directives', found: `the directive ${found}`, remedy };
  }
  return undefined;
}

const inQuotes = 'Put text with : # or quotes in it between quotes';

/** The parser's complaints, as `CODE message`, and what they mean to a person. */
const complaints: readonly (readonly [RegExp, Problem])[] = [
  [
    /^TAB_AS_INDENT/,
    { expected: 'spaces before a name', found: 'a tab', remedy: 'Indent with two spaces' },
  ],
  [
    /^BLOCK_AS_IMPLICIT_KEY/,
    { expected: 'one name and one value a line', found: 'a second colon', remedy: inQuotes },
  ],
  [
    /^MULTILINE_IMPLICIT_KEY|^MISSING_CHAR Implicit map keys/,
    {
      expected: 'a name, a colon, a space and a value',
      found: 'something else',
      remedy: 'Look for a missing colon, comma or quote here and on the next line',
    },
  ],
  [/^KEY_OVER_1024/, { expected: 'names of at most 1024 characters', found: 'a longer one' }],
  [
    /^BAD_DQ_ESCAPE/,
    {
      expected: 'one of the known letters after \\ in double quotes',
      found: 'another character',
      remedy: 'Put text with a backslash in single quotes',
    },
  ],
  [/^NON_STRING_KEY/, { expected: 'a plain name before the colon', found: 'something else' }],
  [
    /^MISSING_CHAR Missing closing/,
    { expected: 'a closing quote', found: 'the end of the text', remedy: 'Close the quotes' },
  ],
  [
    /^BLOCK_IN_FLOW|^\w+ Flow .*must (end|be)/,
    { expected: 'a closing bracket for each opening one', found: 'none where it is due' },
  ],
  [/^MISSING_CHAR Missing ,/, { expected: 'a comma between two items', found: 'none' }],
  [
    /^BAD_INDENT|^IMPOSSIBLE|same column/,
    {
      expected: 'names of one mapping, or items of one list, in the same column',
      found: 'another indentation',
      remedy: 'Indent with two spaces a level',
    },
  ],
  [
    /^BAD_SCALAR_START/,
    {
      expected: 'a value that does not begin with a sign such as @ % or `',
      found: 'one that does',
      remedy: 'Put it in quotes',
    },
  ],
];

/** A fault of syntax in plain words; `text` is what stands there. */
export function composeProblem(fault: YAMLError, text: string): Problem {
  const known = complaints.find(([pattern]) => pattern.test(`${fault.code} ${fault.message}`));
  if (known) return known[1];
  const found = text.trim() === '' ? 'the end of the line' : showFound(printable(text, 30));
  const remedy = 'Look for a missing colon, comma, quote or bracket here and above';
  return { expected: 'valid YAML or JSON', found, remedy };
}
