/** Markup that is safe by construction: whatever is put into a template is escaped unless it is markup itself. */

/** Text that may stand in a page as it is. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a template accepts; null, undefined and false leave nothing. */
export type Content =
  | Markup
  | string
  | number
  | false
  | null
  | undefined
  | readonly (Markup | string | false | null | undefined)[];

/** Escapes text for element content and for attributes in double or single quotes. */
export function escapeText(text: string): string {
  return (
    text
      // characters that no page may hold
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  );
}

/** A template whose values are escaped: html`<p>${text}</p>`. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let text = parts[0];
  values.forEach((value, k) => {
    text += textOf(value) + parts[k + 1];
  });
  return new Markup(text);
}

/** Markup made elsewhere, as a rendered chart is. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

function textOf(value: Content): string {
  if (value instanceof Markup) return value.text;
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return value.map(textOf).join('');
}
