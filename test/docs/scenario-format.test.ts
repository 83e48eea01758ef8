/** docs/scenario-format.md: every scenario in it is read, and its tables are those of the parser. */
import { expect, test } from 'vitest';
import { models } from '../../models/registry.ts';
import { ScenarioError } from '../../sim/data/issues.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { scenarioDefaults } from '../../sim/model/scenario.ts';
import { scenarioKeys } from '../../sim/model/scenario-check.ts';
import { maxChain } from '../../sim/model/scenario-files.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import { type Block, blocksOf, readDocument } from './markdown.ts';

const document = readDocument('docs/scenario-format.md');
const blocks = blocksOf(document);
const scenarios = blocks.filter(({ language }) => language === 'yaml');

/** Reads a block; one without a version is part of a scenario in the folder `scenarios`. */
function parse({ text, path }: Block): Scenario {
  const whole = text.includes('mentorscape: 1') ? text : `mentorscape: 1\n${text}`;
  const file = path === '' ? 'scenarios/part.yaml' : path;
  return parseScenario(whole, file, models, readDocument, (name) => void readDocument(name));
}

const good = scenarios.filter(({ path }) => path !== 'wrong.yaml');

test.each(good.map((block) => [`line ${block.line}`, block] as const))(
  '%s is valid',
  (_, block) => {
    const scenario = parse(block);
    expect(scenario.model).toBe('mentoring');
  },
);

test('the whole scenario has every key but those that it names', () => {
  const [whole] = good;
  const named = whole.text.match(/^\w+(?=:)/gm);
  expect(named?.toSorted()).toEqual(
    scenarioKeys.filter((key) => key !== 'roster' && key !== 'basedOn').toSorted(),
  );
  const { policies, horizon } = parse(whole);
  expect(policies[0]).toMatchObject({ start: 52, end: 260, ramp: 26 });
  expect(horizon).toBe(416);
});

test('the table lists all keys, with the defaults that hold', () => {
  const rows = [...document.matchAll(/^\| `(\w+)` \| .+ \| (.+) \|$/gm)];
  const listed = new Map(rows.map(([, key, usual]) => [key, usual]));
  for (const key of scenarioKeys) expect([...listed.keys()]).toContain(key);
  expect(listed.get('horizon')).toBe(`\`${scenarioDefaults.horizonYears} years\``);
  expect(listed.get('seed')).toBe(`\`${scenarioDefaults.seed}\``);
  expect(listed.get('replicates')).toBe(`\`${scenarioDefaults.replicates}\``);
  expect(document).toContain(`at most ${maxChain} files`);
  const mentoring = models.find(({ name }) => name === 'mentoring');
  expect(listed.get('warmUp')).toContain(`\`${mentoring?.warmUpYears} years\``);
  for (const policy of Object.keys(mentoring?.policies ?? {})) {
    expect(document).toContain(`\`${policy}\``);
  }
});

test('moments begin when the table says', () => {
  const rows = [...document.matchAll(/^\| `((?:year|week)? ?\d[\w ]*)` \| (\d+) \|$/gm)];
  expect(rows.length).toBe(5);
  for (const [, moment, week] of rows) {
    const text = `mentorscape: 1\npolicies: [{ policy: hybridWork, start: ${moment} }]\n`;
    const { policies } = parseScenario(text, 'moment.yaml', models, readDocument);
    expect(policies[0].start).toBe(Number(week));
  }
});

test('what a child inherits is as it is said', () => {
  const child = good.find(({ path }) => path === 'scenarios/longer.yaml')!;
  const scenario = parse(child);
  expect(scenario.policies.map(({ policy }) => policy)).toEqual(['protectedTime', 'peerGroups']);
  expect(scenario.horizon).toBe(780);
  expect(scenario.title).toBe('longer');
  expect(scenario.question).toBe('What if it took longer to settle?');
});

test('the wrong scenario gives the messages shown', () => {
  const wrong = scenarios.find(({ path }) => path === 'wrong.yaml')!;
  const shown = blocks.find(({ language }) => language === 'text')!;
  expect(() => parse(wrong)).toThrow(ScenarioError);
  try {
    parse(wrong);
  } catch (error) {
    expect(error instanceof Error ? `${error.message}\n` : '').toBe(shown.text);
  }
});
