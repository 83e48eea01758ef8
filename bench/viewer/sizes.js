/** Sizes of the built page, compressed with gzip, in kB of 1,000 bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const kB = (file) => gzipSync(readFileSync(file)).length / 1000;

/** All scripts and styles there are, whether a visit loads them or not. */
export function sizeOfAll(folder) {
  const files = readdirSync(join(folder, 'assets')).map((name) => ({
    name,
    kB: kB(join(folder, 'assets', name)),
  }));
  const largest = files.sort((a, b) => b.kB - a.kB).slice(0, 12);
  return {
    allKb: Math.round(files.reduce((total, file) => total + file.kB, 0)),
    files: files.length,
    largest: largest.map((file) => `${file.name} ${file.kB.toFixed(1)}`),
  };
}

/** Adds up what a page loads, each file once: until it asks for the part that draws charts, and in all. */
export function countLoaded(context, folder) {
  const seen = new Set();
  let before;
  let sum = 0;
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (seen.has(pathname) || !pathname.startsWith('/assets/')) return;
    if (pathname.includes('/drawing-')) before ??= { kB: sum, files: seen.size };
    seen.add(pathname);
    sum += kB(join(folder, pathname));
  });
  return () => ({
    beforeChartsKb: Math.round(before?.kB ?? sum),
    withChartsKb: Math.round(sum),
    files: [before?.files, seen.size],
  });
}
