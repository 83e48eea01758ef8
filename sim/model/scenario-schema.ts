/** The JSON Schema of a scenario file, generated from a model's declarations, for editors and tools. */
import type { ParameterSpec, ParameterSpecs } from './parameters.ts';
import { gradeMeaning, gradeText, isChoice } from './parameters.ts';
import { scenarioDefaults, scenarioVersion } from './scenario.ts';
import { maxQuestion, maxReplicates, maxTitle } from './scenario-check.ts';
import { rosterEndings, scenarioEndings } from './scenario-files.ts';
import { maxPolicies } from './scenario-policies.ts';
import { defaultOutcomes, recordIntervals } from './scenario-record.ts';
import { durationPattern, maxWeeks, momentPattern } from './scenario-time.ts';
import type { Model } from './simulation.ts';

/** A part of a JSON Schema. */
export type Schema = { readonly [key: string]: unknown };

/**
 * The schema (draft 2020-12) of scenarios for one model. It refuses what it can of what the parser
 * refuses; files named, dates against the horizon and places of numbers it cannot judge.
 */
export function describeSchema(model: Model): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Scenario of ${model.title}`,
    description: model.doc,
    type: 'object',
    required: ['mentorscape'],
    additionalProperties: false,
    properties: {
      mentorscape: { const: scenarioVersion, description: 'Version of the scenario format' },
      model: { const: model.name, description: 'Name of the model' },
      title: text(maxTitle, 'Name of the scenario in charts and reports'),
      question: text(maxQuestion, 'The question it answers'),
      basedOn: fileName(scenarioEndings, 'Scenario whose settings hold unless they are set here'),
      parameters: settings(model.shape.parameters, 'Parameters of the model'),
      population: settings(model.population, 'Settings of a synthetic population', {
        seed: seed('Draws the people', scenarioDefaults.populationSeed),
      }),
      roster: {
        ...object({
          people: fileName(rosterEndings, 'Table of people'),
          ties: fileName(rosterEndings, 'Table of ties'),
        }),
        description: 'Observed people and ties, instead of settings of a population',
        required: ['people'],
      },
      policies: policies(model),
      horizon: duration('Time simulated', 1, scenarioDefaults.horizonYears),
      warmUp: duration('Time simulated and discarded before', 0, model.warmUpYears),
      seed: seed('Draws everything but the people', scenarioDefaults.seed),
      replicates: {
        description: 'Futures simulated, each with a seed of its own',
        ...{ type: 'integer', minimum: 1, maximum: maxReplicates },
        default: scenarioDefaults.replicates,
      },
      record: record(model),
    },
    dependentSchemas: {
      roster: {
        properties: {
          population: { type: ['object', 'null'], propertyNames: { const: 'seed' } },
        },
      },
    },
  };
}

function object(properties: Schema): Schema {
  return { type: 'object', additionalProperties: false, properties };
}

function text(most: number, description: string): Schema {
  return { description, type: 'string', minLength: 1, maxLength: most };
}

function seed(description: string, usual: string): Schema {
  const whole = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER };
  const anyOf = [
    { ...whole, maximum: Number.MAX_SAFE_INTEGER },
    { type: 'string', minLength: 1, maxLength: 100 },
  ];
  return { description, default: usual, anyOf };
}

function fileName(endings: readonly string[], description: string): Schema {
  const dots = endings.map((ending) => ending.replace('.', '\\.')).join('|');
  const pattern = `^(?!/)(?!.*(^|/)\\.\\.(/|$))[^\\\\:*?"<>|%#]+(${dots})$`;
  return { description, type: 'string', maxLength: 200, pattern };
}

function duration(description: string, least: number, years: number): Schema {
  const anyOf = [
    { type: 'integer', minimum: least, maximum: maxWeeks },
    { type: 'string', pattern: durationPattern.source },
  ];
  const forms = 'such as "10 years" or "26 weeks", or a number of weeks';
  return { description: `${description}: ${forms}`, default: `${years} years`, anyOf };
}

function moment(description: string): Schema {
  const anyOf = [
    { type: 'integer', minimum: 0, maximum: maxWeeks },
    { type: 'string', pattern: momentPattern.source },
  ];
  const forms = '"year 2", "year 2 week 10" or "week 26", counted from 1, or a week from 0';
  return { description: `${description}: ${forms}`, anyOf };
}

/** What a declared value is, where it comes from and what it may be. */
function declared(spec: ParameterSpec): Schema {
  const { title } = spec;
  const source = `Grade ${gradeText(spec)} (${gradeMeaning[spec.grade]}): ${spec.source}.`;
  if (isChoice(spec)) {
    const { options, default: usual } = spec;
    return { title, description: `${spec.doc} ${source}`, default: usual, enum: options };
  }
  const [minimum, maximum] = spec.range;
  const [low, high] = spec.plausible;
  const unit = `Unit: ${spec.unit}. Plausible: ${low} to ${high}.`;
  return {
    ...{ title, description: `${spec.doc} ${unit} ${source}` },
    ...{ type: spec.integer ? 'integer' : 'number', minimum, maximum },
    default: spec.default,
  };
}

function declaredAll(specs: ParameterSpecs): Record<string, Schema> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, declared(spec)]));
}

/** A section; one with all its lines commented out reads as null. */
function settings(specs: ParameterSpecs, description: string, besides: Schema = {}): Schema {
  const properties = { ...declaredAll(specs), ...besides };
  return { ...object(properties), description, type: ['object', 'null'] };
}

function policies(model: Model): Schema {
  const kinds = Object.entries(model.policies).map(([name, policy]) => ({
    ...{ title: policy.title, description: `${policy.doc} Source: ${policy.source}.` },
    ...object({
      policy: { const: name },
      start: moment('First week in force'),
      end: moment('First week no longer in force; absent when it stays'),
      ramp: { ...duration('Time until full strength', 0, 0), default: 0 },
      ...declaredAll(policy.levers),
    }),
    required: ['policy'],
  }));
  const items = kinds.length > 0 ? { items: { oneOf: kinds } } : { maxItems: 0 };
  return {
    description: 'Policies in force, each with its levers and dates; a policy may have stages',
    ...{ type: ['array', 'null'], maxItems: maxPolicies, uniqueItems: true, ...items },
  };
}

function record(model: Model): Schema {
  const properties = {
    every: {
      description: 'Time between two records; 4 and 52 are weeks',
      enum: Object.keys(recordIntervals).map((key) => (/^\d/.test(key) ? Number(key) : key)),
      default: 'year',
    },
    outcomes: {
      description: 'Outcomes recorded',
      ...{ type: 'array', minItems: 1, uniqueItems: true, default: defaultOutcomes(model) },
      items: {
        oneOf: Object.entries(model.outcomes).map(([name, { title, doc, unit }]) => ({
          ...{ const: name, title, description: `${doc} Unit: ${unit}.` },
        })),
      },
    },
  };
  return { ...object(properties), type: ['object', 'null'], description: 'What a run keeps' };
}
