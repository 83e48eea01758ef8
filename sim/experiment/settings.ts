/** Factor values put into a scenario: parameters, population, and policies with levers and dates. */
import { defaultsOf } from '../model/parameters.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Model, PolicyInForce } from '../model/simulation.ts';
import type { Factor, FactorTarget, FactorValue } from './design.ts';

/** The values of a point as `[factor, value]`, in the order of the design's factors. */
export type Settings = readonly (readonly [Factor, FactorValue])[];

/** The scenario with its people and parameters set; what nothing changes stays the same object. */
export function withWorld(scenario: Scenario, settings: Settings): Scenario {
  const parameters: Record<string, number | string> = {};
  const population: Record<string, number | string> = {};
  let { populationSeed } = scenario;
  for (const [{ target }, value] of settings) {
    if (target.of === 'parameter') parameters[target.name] = plain(value);
    else if (target.of === 'population') population[target.name] = plain(value);
    else if (target.of === 'populationSeed') populationSeed = `${value}`;
  }
  const over = <T extends object>(base: T, more: object): T =>
    Object.keys(more).length === 0 ? base : { ...base, ...more };
  return {
    ...scenario,
    parameters: over(scenario.parameters, parameters),
    population: over(scenario.population, population),
    populationSeed,
  };
}

/**
 * The policies in force: first those of a scenario that a factor names, then each policy's levers and
 * dates, last those that are absent. A policy with a lever is put in force where it is not.
 */
export function policiesOf(model: Model, scenario: Scenario, settings: Settings): PolicyInForce[] {
  let policies: PolicyInForce[] = [...scenario.policies];
  for (const [{ target }, value] of settings) {
    if (target.of === 'policies') policies = [...target.bundles[`${value}`]];
  }
  for (const [{ target }, value] of settings) {
    if (target.of === 'present' && value === true)
      policies = inForce(model, policies, target.policy);
    else if (target.of === 'lever' || target.of === 'date') {
      policies = inForce(model, policies, target.policy).map((policy) =>
        policy.policy === target.policy ? changed(policy, target, value) : policy,
      );
    }
  }
  for (const [{ target }, value] of settings) {
    if (target.of === 'present' && value === false) {
      policies = policies.filter(({ policy }) => policy !== target.policy);
    }
  }
  return policies;
}

function inForce(model: Model, policies: PolicyInForce[], policy: string): PolicyInForce[] {
  if (policies.some((each) => each.policy === policy)) return policies;
  const levers = defaultsOf(model.policies[policy].levers);
  return [...policies, { policy, levers, start: 0, end: Number.POSITIVE_INFINITY, ramp: 0 }];
}

function changed(
  policy: PolicyInForce,
  target: Extract<FactorTarget, { of: 'lever' | 'date' }>,
  value: FactorValue,
): PolicyInForce {
  if (target.of === 'date') return { ...policy, [target.name]: value };
  return { ...policy, levers: { ...policy.levers, [target.name]: plain(value) } };
}

/** What the base scenario says of a factor's setting. */
export function baseValue(model: Model, scenario: Scenario, target: FactorTarget): FactorValue {
  if (target.of === 'parameter') return scenario.parameters[target.name];
  if (target.of === 'population') return scenario.population[target.name];
  if (target.of === 'populationSeed') return scenario.populationSeed;
  if (target.of === 'policies') return Object.keys(target.bundles)[0];
  const policy = scenario.policies.find((each) => each.policy === target.policy);
  if (target.of === 'present') return policy !== undefined;
  if (target.of === 'date') return policy?.[target.name] ?? 0;
  const { levers } = model.policies[target.policy];
  return policy?.levers[target.name] ?? levers[target.name].default;
}

function plain(value: FactorValue): number | string {
  return typeof value === 'boolean' ? `${value}` : value;
}
