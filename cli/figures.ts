/** Pictures in files: SVG text, and PNG drawn with a font that comes with the program. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { fileInk } from '../report/chart-theme.ts';
import type { Figure } from '../report/presentation.ts';
import { renderSvg } from '../report/render-svg.ts';

/** Pixels of a PNG for each of the SVG: sharp on paper. */
const zoom = 2;

/** A figure as SVG on white. */
export async function figureSvg(figure: Figure): Promise<string> {
  const { title, description } = figure;
  const svg = await renderSvg(figure.figure(fileInk), { title, description });
  // a picture of its own needs the namespace that a picture in a page has already, and a ground
  return svg.replace(
    /^<svg ([^>]*)>/,
    '<svg xmlns="http://www.w3.org/2000/svg" $1><rect width="100%" height="100%" fill="#ffffff"/>',
  );
}

/** The same as PNG: the same bytes on every machine, since no font of the machine is used. */
export function figurePng(svg: string): Uint8Array {
  const fonts = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'));
  const files = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => join(fonts, 'ttf', name));
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false, fontFiles: files, defaultFontFamily: 'DejaVu Sans' },
  });
  return image.render().asPng();
}
