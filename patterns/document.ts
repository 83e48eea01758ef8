/** Puts a measured text between its marks in a document. */

/**
 * The document with `text` between the marks of `name`.
 * @throws RangeError when the marks are missing.
 */
export function replaceMarked(document: string, name: string, text: string): string {
  const begin = `<!-- measured: ${name} -->`;
  const end = '<!-- end -->';
  const from = document.indexOf(begin);
  const to = document.indexOf(end, from);
  if (from < 0 || to < 0)
    throw new RangeError(`expected the marks ${begin} and ${end}, found none`);
  return `${document.slice(0, from)}${begin}\n\n${text}\n\n${document.slice(to)}`;
}
