/** Vega-Lite specifications to SVG text: without a browser, the same bytes for the same input. */
import * as vega from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import { compile } from 'vega-lite';
import { escapeText } from './markup.ts';

/** Says what the picture shows to those who do not see it. */
export interface Described {
  readonly title: string;
  readonly description: string;
}

/** How charts are drawn. */
export interface DrawingOptions {
  /** Vega's expression interpreter: needed where a page forbids `new Function`, as the viewer does. */
  readonly interpreter?: unknown;
}

/** Draws a specification. @throws Error when the specification is not valid. */
export async function renderSvg(
  spec: TopLevelSpec,
  described: Described,
  { interpreter }: DrawingOptions = {},
): Promise<string> {
  const compiled = compile(spec).spec;
  const runtime = interpreter
    ? vega.parse(compiled, undefined, { ast: true })
    : vega.parse(compiled);
  const settings = { renderer: 'none', logLevel: vega.Error } as const;
  const view = new vega.View(
    runtime,
    interpreter ? { ...settings, expr: interpreter as never } : settings,
  );
  const svg = await view.toSVG();
  view.finalize();
  return accessible(svg, described);
}

/** Gives a picture a name and a description, and takes away what only a live view needs. */
function accessible(svg: string, { title, description }: Described): string {
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const box = size
    ? `width="${size[1]}" height="${size[2]}" viewBox="0 0 ${size[1]} ${size[2]}"`
    : '';
  const label = escapeText(`${title}. ${description}`);
  const opening = `<svg ${box} role="img" aria-label="${label}"><title>${escapeText(title)}</title>`;
  return svg
    .replace(/^[\s\S]*?<svg[^>]*>/, () => opening)
    .replace(/ class="[^"]*"/g, '')
    .replace(/ (?:role|aria-[a-z]+)="(?:graphics-[a-z]+|mark|container)"/g, '')
    .replace(/ pointer-events="none"/g, '')
    .replace(/ style="pointer-events: ?none;?"/g, '')
    .replace(/<(g|path|rect)><\/\1>/g, '');
}
