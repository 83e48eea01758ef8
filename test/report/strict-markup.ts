/** A strict reader of HTML: names every element that is not closed in order, and every bare sign. */

const empty = new Set(['meta', 'link', 'br', 'hr', 'input', 'img']);

export interface Elements {
  readonly ids: readonly string[];
  /** Where links within the page lead. */
  readonly targets: readonly string[];
  readonly faults: readonly string[];
}

/** Reads a whole page. */
export function elementsOf(page: string): Elements {
  const ids: string[] = [];
  const targets: string[] = [];
  const faults: string[] = [];
  const open: string[] = [];
  const body = page.replace(/^<!doctype html>\n/, '').replace(/<style>[\s\S]*?<\/style>/, '');
  const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*="[^"<>]*")*)\s*(\/?)>/y;
  for (let at = 0; at < body.length; ) {
    const next = body.indexOf('<', at);
    const text = body.slice(at, next < 0 ? undefined : next);
    if (/>|&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) faults.push(`bare sign in “${text}”`);
    if (next < 0) break;
    tag.lastIndex = next;
    const found = tag.exec(body);
    if (!found) {
      faults.push(`no tag: ${body.slice(next, next + 80)}`);
      break;
    }
    const [whole, closing, name, attributes, selfClosing] = found;
    for (const [, key, value] of attributes.matchAll(/([a-zA-Z][a-zA-Z0-9:-]*)="([^"]*)"/g)) {
      if (key === 'id') ids.push(value);
      if (key === 'href' && value.startsWith('#')) targets.push(value.slice(1));
    }
    if (closing !== '') {
      const last = open.pop();
      if (last !== name) faults.push(`</${name}> closes <${last}>`);
    } else if (selfClosing === '' && !empty.has(name)) open.push(name);
    at = next + whole.length;
  }
  if (open.length > 0) faults.push(`left open: ${open.join(' ')}`);
  return { ids, targets, faults };
}
