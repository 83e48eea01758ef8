/** Column names with spaces in expressions: `name` or [name], replaced before parsing. */
import type { Issue } from '../data/issues.ts';
import { showFound } from '../data/issues.ts';

/** The text to parse and, for each stand-in in it, the column meant. */
export interface QuotedColumns {
  readonly text: string;
  readonly names: ReadonlyMap<string, string>;
}

type Problem = { readonly problem: Pick<Issue, 'expected' | 'found' | 'remedy'> };

/** Private-use characters: letters to the parser, and never in a column's name as typed. */
const firstStandIn = 0xe000;
const padding = '\uF8FF';

/**
 * Replaces each quoted column name by a stand-in of the same length, so that positions in the
 * parser's messages stay right.
 */
export function quoteColumns(source: string): QuotedColumns | Problem {
  const names = new Map<string, string>();
  if (/[\uE000-\uF8FF]/.test(source)) {
    const found = `a private-use character in ${showFound(source)}`;
    return { problem: { expected: 'ordinary characters', found } };
  }
  let text = '';
  let at = 0;
  while (at < source.length) {
    const opening = source[at]!;
    if (opening === "'" || opening === '"') {
      const end = endOfText(source, at);
      text += source.slice(at, end);
      at = end;
    } else if (opening === '`' || opening === '[') {
      if (opening === '[' && /[\w$)\]'"`]\s*$/.test(source.slice(0, at))) {
        const found = `access to a member in ${showFound(source.trim())}`;
        const remedy = 'Write a column whose name has spaces as [name] or `name`';
        return { problem: { expected: 'an operator before [', found, remedy } };
      }
      const end = source.indexOf(opening === '`' ? '`' : ']', at + 1);
      if (end < 0) {
        const expected = `a closing ${opening === '`' ? '`' : ']'}`;
        return { problem: { expected, found: `none in ${showFound(source.trim())}` } };
      }
      const standIn = String.fromCharCode(firstStandIn + names.size).padEnd(end + 1 - at, padding);
      names.set(standIn, source.slice(at + 1, end).trim());
      text += standIn;
      at = end + 1;
    } else {
      text += opening;
      at++;
    }
  }
  return { text, names };
}

/** The index after a quoted text that begins at `start`, or the end of the source. */
function endOfText(source: string, start: number): number {
  const quote = source[start];
  for (let i = start + 1; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === quote) return i + 1;
  }
  return source.length;
}
