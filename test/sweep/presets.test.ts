/** The designs of scenarios/sweeps and docs/sweeps.md: each parses, asks one question and can be planned. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readScenario } from '../../cli/read-scenario.ts';
import { planOf } from '../../cli/sweep/design-file.ts';
import { models } from '../../models/registry.ts';
import { ScenarioError } from '../../sim/data/issues.ts';
import { parseDesign } from '../../sim/experiment/design-parse.ts';
import { blocksOf, readDocument, root } from '../docs/markdown.ts';

const folder = 'scenarios/sweeps';
const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.yaml'));
const pages = blocksOf(readDocument('docs/sweeps.md')).filter(({ path }) =>
  path.startsWith('sweeps/'),
);
const designs = [
  ...names.map((name) => [`${folder}/${name}`, readDocument(`${folder}/${name}`)]),
  ...pages.map(({ path, text }) => [`scenarios/${path}`, text]),
];

test('there are designs', () => {
  expect(names.length).toBeGreaterThan(3);
  expect(pages).toHaveLength(1);
});

test.each(designs)('%s', (file, text) => {
  const { design, base } = parseDesign(text, file, models, {
    scenario: (name) => readScenario(join(root, name), models),
    text: (name) => {
      throw new ScenarioError([{ key: 'file', expected: 'a file', found: name }]);
    },
  });
  expect(text).toMatch(/^# [A-Z].*\?\n/);
  expect(design.question).toMatch(/\?$/);
  const { plan } = planOf(design, base, models);
  expect(plan.runs).toBeGreaterThan(100);
  expect(plan.run(plan.runs - 1).runId).toMatch(/^[0-9a-f]{32}$/);
});
