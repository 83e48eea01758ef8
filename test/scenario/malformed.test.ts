/** Every scenario of the malformed corpus is refused with all its problems, from disk, by both models. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../cli/read-scenario.ts';
import { mentoring } from '../../models/mentoring/model.ts';
import { minimal } from '../../models/minimal/model.ts';
import { formatIssue, ScenarioError } from '../../sim/data/issues.ts';
import type { Model } from '../../sim/model/simulation.ts';
import type { MalformedScenario } from './malformed/malformed-scenarios.ts';
import { malformedScenarios } from './malformed/malformed-scenarios.ts';
import { standIn } from './stand-in.ts';

const scratch = mkdtempSync(join(tmpdir(), 'mentorscape-malformed-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let folders = 0;

/** Writes a scenario and its other files to a folder of their own; the path of the scenario. */
function write({ file = 'scenario.yaml', content, others = {} }: MalformedScenario): string {
  const folder = join(scratch, `${folders++}`);
  mkdirSync(folder);
  for (const [name, text] of Object.entries({ ...others, [file]: content })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return join(folder, file);
}

function refusal(path: string, models: readonly Model[]): ScenarioError {
  try {
    readScenario(path, models);
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error('the scenario was read');
}

const models = [
  ['stand-in', [standIn, minimal]],
  ['mentoring', [mentoring, minimal]],
] as unknown as readonly (readonly [string, readonly Model[]])[];

describe.each(models)('%s', (_, offered) => {
  test.each(malformedScenarios)('$name', (scenario) => {
    const path = write(scenario);
    const before = readdirSync(dirname(path), { recursive: true });
    const start = performance.now();
    const error = refusal(path, offered);
    expect(performance.now() - start).toBeLessThan(3000);
    const folder = dirname(path).replaceAll('\\', '/');
    const nameOf = (file = 'scenario.yaml'): string => `${folder}/${file}`;
    expect(error.issues.map(({ file, line, key }) => ({ file, line, key }))).toEqual(
      scenario.expected.map(({ file = scenario.file, line, key }) => ({
        ...{ file: nameOf(file), line, key },
      })),
    );
    error.issues.forEach((issue, i) => {
      const message = formatIssue(issue);
      const place = issue.line === undefined ? issue.file : `${issue.file}:${issue.line}`;
      expect(message.startsWith(`${place}: ${issue.key}: expected `)).toBe(true);
      expect(message).toContain(scenario.expected[i].message);
      expect(message).toMatch(/^[^\p{Cc}\p{Surrogate}]*, found [^\p{Cc}\p{Surrogate}]+\.$/u);
      // one line that a person can read, however long the file
      expect(message.slice(`${place}`.length).length).toBeLessThan(600);
    });
    expect(readdirSync(dirname(path), { recursive: true })).toEqual(before);
  });
});

test('the corpus is as large as promised, and no name is used twice', () => {
  const names = malformedScenarios.map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(200);
  expect(new Set(names).size).toBe(names.length);
});
