/** A checked scenario as the text of a scenario file: only what differs from the defaults. */
import type { AnyValues, ParameterSpecs } from './parameters.ts';
import type { Scenario } from './scenario.ts';
import { scenarioDefaults, scenarioVersion } from './scenario.ts';
import { defaultOutcomes } from './scenario-record.ts';
import type { Model, PolicyInForce } from './simulation.ts';
import { weeksPerYear } from './time.ts';

/**
 * Writes `scenario` as YAML that reads back to the same scenario under the same file name. It is
 * based on no other file; a roster is named as the scenario names it.
 */
export function writeScenario(scenario: Scenario, model: Model): string {
  const { question, title, population, roster, record } = scenario;
  const synthetic = {
    // observed people and settings of made-up ones exclude each other
    ...(roster ? {} : changed(population, model.population)),
    ...(scenario.populationSeed === scenarioDefaults.populationSeed
      ? {}
      : { seed: scenario.populationSeed }),
  };
  const usualWarmUp = roster ? 0 : model.warmUpYears * weeksPerYear;
  const outcomes = defaultOutcomes(model);
  const usualRecord = record.every === weeksPerYear && same(record.outcomes, outcomes);
  const lines = [
    ...(question === '' ? [] : [`# ${question.replace(/\s+/g, ' ')}`]),
    `mentorscape: ${scenarioVersion}`,
    `model: ${scalar(model.name)}`,
    `title: ${scalar(title)}`,
    ...(question === '' ? [] : [`question: ${scalar(question)}`]),
    ...mapping('parameters', changed(scenario.parameters, model.shape.parameters)),
    ...mapping('population', synthetic),
    ...(roster ? mapping('roster', roster) : []),
    ...policies(scenario.policies, model),
    `horizon: ${duration(scenario.horizon)}`,
    ...(scenario.warmUp === usualWarmUp ? [] : [`warmUp: ${duration(scenario.warmUp)}`]),
    `seed: ${scalar(scenario.seed)}`,
    `replicates: ${scenario.replicates}`,
    ...(usualRecord
      ? []
      : [
          'record:',
          `  every: ${record.every}`,
          `  outcomes: [${record.outcomes.map(scalar).join(', ')}]`,
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The values that differ from what the declarations give. */
export function changed(values: AnyValues, specs: ParameterSpecs): Record<string, number | string> {
  const different = Object.entries(specs).filter(([name, spec]) => {
    const value = values[name];
    return value !== undefined && value !== spec.default;
  });
  return Object.fromEntries(different.map(([name]) => [name, values[name]]));
}

function mapping(name: string, values: Readonly<Record<string, number | string | undefined>>) {
  const entries = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${key}: ${scalar(value)}`],
  );
  return entries.length === 0 ? [] : [`${name}:`, ...entries];
}

function policies(set: readonly PolicyInForce[], model: Model): string[] {
  if (set.length === 0) return [];
  return [
    'policies:',
    ...set.flatMap(({ policy, levers, start, end, ramp }) => [
      `  - policy: ${policy}`,
      ...(start === 0 ? [] : [`    start: ${start}`]),
      ...(end === Number.POSITIVE_INFINITY ? [] : [`    end: ${end}`]),
      ...(ramp === 0 ? [] : [`    ramp: ${ramp}`]),
      ...Object.entries(changed(levers, model.policies[policy].levers)).map(
        ([lever, value]) => `    ${lever}: ${scalar(value)}`,
      ),
    ]),
  ];
}

function duration(weeks: number): string {
  const years = weeks / weeksPerYear;
  if (weeks > 0 && Number.isInteger(years)) return `${years} ${years === 1 ? 'year' : 'years'}`;
  return `${weeks}`;
}

/** Text always in quotes, so that no word is taken for something else. */
function scalar(value: number | string): string {
  if (typeof value === 'number') return `${value}`;
  return /^[A-Za-z][A-Za-z0-9]*$/.test(value) &&
    !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, k) => name === b[k]);
}
