/** The JSON Schemas of docs/json-output.md, by the heading they stand under. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { root } from './program.ts';

const document = readFileSync(join(root, 'docs', 'json-output.md'), 'utf8').replaceAll(
  '\r\n',
  '\n',
);

/** The commands whose output the document describes. */
export const documented = [...document.matchAll(/^## `mentorscape (\w+) --json`$/gm)].map(
  ([, command]) => command,
);

/** The section of one command, up to the next heading. */
export function sectionOf(command: string): string {
  const begin = document.indexOf(`\n## \`mentorscape ${command} --json\`\n`);
  if (begin < 0) throw new Error(`docs/json-output.md has no section on ${command} --json`);
  const next = document.indexOf('\n## ', begin + 1);
  return document.slice(begin, next < 0 ? undefined : next);
}

/** The only schema in a command's section. */
export function schemaOf(command: string): object {
  const blocks = sectionOf(command).split('\n```json\n').slice(1);
  expect(blocks).toHaveLength(1);
  return JSON.parse(blocks[0].split('\n```\n')[0]);
}

/** Parses the output of `command --json`, which must be one document of the documented shape. */
export function parseOutput(command: string, stdout: string): Record<string, unknown[]> {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  const validate = ajv.compile(schemaOf(command));
  const value = JSON.parse(stdout);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
  return value;
}
