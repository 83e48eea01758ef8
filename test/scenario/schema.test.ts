/** The JSON Schema and the template of a scenario, both generated from a model's declarations. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readScenario } from '../../cli/read-scenario.ts';
import { mentoring } from '../../models/mentoring/model.ts';
import { minimal } from '../../models/minimal/model.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import { policyKeys } from '../../sim/model/scenario-policies.ts';
import { describeSchema } from '../../sim/model/scenario-schema.ts';
import { scenarioTemplate } from '../../sim/model/scenario-template.ts';
import type { Model } from '../../sim/model/simulation.ts';
import { malformedScenarios } from './malformed/malformed-scenarios.ts';
import { standIn } from './stand-in.ts';

const models = Object.entries({ standIn, mentoring, minimal }) as unknown as [string, Model][];

function validator(model: Model): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  return ajv.compile(describeSchema(model));
}

function read(text: string, model: Model, file = 'x.yaml'): Scenario {
  return parseScenario(text, file, [model], () => '');
}

describe.each(models)('schema of %s', (_, model) => {
  const isValid = validator(model);

  test('accepts the smallest scenario and the template', () => {
    expect(isValid({ mentorscape: 1 })).toBe(true);
    expect(isValid(parseYaml(scenarioTemplate(model)))).toBe(true);
    expect(isValid(parseYaml(uncommented(scenarioTemplate(model))))).toBe(true);
  });

  test('is plain JSON, and describes every parameter with its unit, grade, range and default', () => {
    const schema = JSON.parse(JSON.stringify(describeSchema(model)));
    expect(schema).toEqual(describeSchema(model));
    for (const [name, spec] of Object.entries(model.shape.parameters)) {
      const described = schema.properties.parameters.properties[name];
      expect(described.title).toBe(spec.title);
      expect(described.default).toBe(spec.default);
      expect(described.description).toContain(`Grade ${spec.grade}`);
      expect(described.description).toContain(spec.source);
      if ('options' in spec) expect(described.enum).toEqual(spec.options);
      else {
        expect([described.minimum, described.maximum]).toEqual(spec.range);
        expect(described.description).toContain(`Unit: ${spec.unit}.`);
      }
    }
  });
});

describe('schema and parser agree', () => {
  const isValid = validator(standIn);

  test.each([
    { mentorscape: 1, seed: 'a', replicates: 3, horizon: '2 years 3 weeks', warmUp: 0 },
    { mentorscape: 1, parameters: { womenShare: 1 }, population: { faculty: 4, seed: 1 } },
    { mentorscape: 1, policies: [{ policy: 'protectedTime', start: 'Year 2, week 3', ramp: 2 }] },
    { mentorscape: 1, policies: [{ policy: 'peerGroups', who: 'everyone', end: 'week 26' }] },
    { mentorscape: 1, roster: { people: 'a/b.csv' }, population: { seed: 2 } },
    { mentorscape: 1, record: { every: 52, outcomes: ['burnout'] }, basedOn: 'x/y.yaml' },
  ])('on good: %j', (value) => {
    expect(isValid(value)).toBe(true);
    const text = JSON.stringify(value);
    const base = '{"mentorscape": 1}';
    expect(parseScenario(text, 'x.json', [standIn], () => base).model).toBe('mentoring');
  });

  // of the corpus, what is YAML at all; a schema sees values, not how they are written
  const unseen = [
    ...['directive', 'anchor', 'tag that asks for code', 'roster that is missing'],
    ...['characters lost earlier', 'control character', 'merge key'],
    ...['newer version', 'version 1.0', 'unknown model and other problems'],
    ...['title that turns the reading direction', 'control character in a title'],
    ...['half a character', 'leading zero', 'octal look', 'hexadecimal', 'seed with leading zeros'],
    ...['the same stage twice', 'start at the horizon', 'end before start', 'end at the start'],
    ...['horizon that ends before a policy starts', 'long warm-up', 'larger than any number'],
    ...['parameters null', 'policies null', 'replicates with exponent', 'infinite'],
  ];
  const values = malformedScenarios.flatMap(({ name, content, others }) => {
    if (typeof content !== 'string' || content.length > 10_000 || others) return [];
    if (/^(base|chain|circle|based|two)/.test(name) || unseen.includes(name)) return [];
    try {
      return [{ name, value: parseYaml(content, { logLevel: 'error' }) as unknown }];
    } catch {
      return [];
    }
  });

  test('on most of the malformed corpus', () => {
    expect(values.length).toBeGreaterThan(120);
    const accepted = values.filter(({ value }) => isValid(value)).map(({ name }) => name);
    expect(accepted).toEqual([]);
  });
});

/** The template with every setting in force that needs no other file. */
function uncommented(template: string): string {
  const parameters = template.replace(/^( {2})#(\w+: )/gm, '$1$2');
  return parameters.replace(/^( {2})#(- | {2}\w)/gm, '$1$2');
}

describe.each(models)('template of %s', (name, model) => {
  const template = scenarioTemplate(model);

  test('is a scenario with nothing but defaults', () => {
    const scenario = read(template, model);
    const smallest = read('mentorscape: 1\n', model);
    expect(scenario).toEqual({ ...smallest, question: 'What changes if …?' });
  });

  test('is the same with all parameters in force', () => {
    const text = uncommented(template);
    const scenario = read(text, model);
    const written = parseYaml(text) as Record<string, Record<string, unknown>>;
    expect(Object.keys(written['parameters'])).toEqual(Object.keys(model.shape.parameters));
    expect(scenario.parameters).toEqual(read(template, model).parameters);
    expect(scenario.population).toEqual(read(template, model).population);
    expect(scenario.policies.map(({ policy }) => policy)).toEqual(Object.keys(model.policies));
  });

  test('explains every parameter, in lines that fit a screen', () => {
    const flat = template.replace(/\s*\n\s*# /g, ' ');
    for (const [key, spec] of Object.entries(model.shape.parameters)) {
      // text that another reader of YAML might take for something else stands in quotes
      const isPlain = /^[\w.-]+$/.test(`${spec.default}`);
      const written = isPlain ? spec.default : JSON.stringify(spec.default);
      expect(template).toContain(`\n  #${key}: ${written}\n`);
      expect(flat).toContain(`Grade ${spec.grade}: ${spec.source}`.replace(/\s+/g, ' '));
    }
    for (const line of template.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(name).not.toBe('');
  });
});

const root = join(import.meta.dirname, '../../scenarios');

test.each(models)('%s declares nothing under a name that scenarios use themselves', (_, model) => {
  expect(Object.keys(model.population)).not.toContain('seed');
  for (const { levers } of Object.values(model.policies)) {
    expect(Object.keys(levers).filter((lever) => policyKeys.includes(lever))).toEqual([]);
  }
});

test('scenarios that are shipped are valid, and begin with their question', () => {
  const model = mentoring as unknown as Model;
  const isValid = validator(model);
  const files = readdirSync(root).filter((file) => /\.ya?ml$/.test(file));
  expect(files).toContain('today.yaml');
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    expect([file, isValid(parseYaml(text))]).toEqual([file, true]);
    expect(text).toMatch(/^# .+\?\n/);
    expect(readScenario(join(root, file), [model]).question).toMatch(/.\?$/);
  }
});
