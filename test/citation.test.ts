/** The citation file must name the version that is published. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

function read(file: string): string {
  return readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
}

const published: { version: string; license: string } = JSON.parse(read('package.json'));

test('CITATION.cff has the version and the licence of package.json', () => {
  const citation: Record<string, unknown> = parse(read('CITATION.cff'));
  expect(citation['version']).toBe(published.version);
  expect(citation['license']).toBe(published.license);
});

test('CITATION.cff has what Citation File Format 1.2.0 requires', () => {
  const citation: Record<string, unknown> = parse(read('CITATION.cff'));
  expect(citation['cff-version']).toBe('1.2.0');
  expect(citation['title']).toBe('Mentorscape');
  expect(citation['message']).toEqual(expect.stringContaining('cite'));
  expect(citation['authors']).toEqual([{ name: 'The Mentorscape authors' }]);
  expect(citation['date-released']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
