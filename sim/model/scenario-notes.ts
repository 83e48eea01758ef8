/** Settings of a valid scenario that do not do what they seem to: without effect, or never in full. */
import type { InForce } from './model.ts';
import type { AnyValues, ParameterSpecs } from './parameters.ts';
import { isChoice } from './parameters.ts';
import type { Scenario } from './scenario.ts';
import type { Model, PolicyInForce } from './simulation.ts';

/** A setting, such as `policies[0].objective`, and what is to be known of it. */
export interface Note {
  readonly key: string;
  readonly reason: string;
}

/** What to know of a scenario of this model, as far as declarations tell. */
export function notesOn(scenario: Scenario, model: Model): Note[] {
  return scenario.policies.flatMap((set, k) => {
    const notes = [
      ...notesOnLevers(set, model.policies[set.policy].levers),
      ...notesOnDates(set, scenario.horizon),
      ...notesOnScaling(set, scenario, model),
    ];
    return notes.map(({ key, reason }) => ({
      key: key === '' ? `policies[${k}]` : `policies[${k}].${key}`,
      reason,
    }));
  });
}

function notesOnLevers({ policy, levers }: PolicyInForce, specs: ParameterSpecs): Note[] {
  return Object.entries(specs).flatMap(([key, spec]): Note[] => {
    if (!isChoice(spec) && spec.idleAt === levers[key]) {
      return [{ key, reason: `without effect, since ${policy} does nothing at ${levers[key]}` }];
    }
    const missing = Object.entries(spec.onlyWhen ?? {}).find(([other, options]) => {
      return !options.includes(String(levers[other]));
    });
    if (!missing || levers[key] === spec.default) return [];
    const [other, options] = missing;
    const reason = `without effect: it matters when ${other} is ${options.join(' or ')}, not ${levers[other]}`;
    return [{ key, reason }];
  });
}

function notesOnDates({ start, end, ramp }: PolicyInForce, horizon: number): Note[] {
  const last = Math.min(end, horizon);
  return [
    ...(end !== Number.POSITIVE_INFINITY && end >= horizon
      ? [
          {
            key: 'end',
            reason: `without effect, since it is not before the horizon of ${horizon} weeks`,
          },
        ]
      : []),
    ...(ramp > last - start
      ? [{ key: 'ramp', reason: `full strength is never reached in ${last - start} weeks` }]
      : []),
  ];
}

/** A policy that scales others, where there is no other that it scales. */
function notesOnScaling(set: PolicyInForce, scenario: Scenario, model: Model): Note[] {
  const { scales } = model.policies[set.policy];
  if (!scales) return [];
  const whole: InForce = { start: set.start, end: set.end, ramp: set.ramp, strength: 1, left: 1 };
  const scaled = scenario.policies.filter(
    (other) => !model.policies[other.policy].scales && scalesIt(scales, set.levers, whole, other),
  );
  return scaled.length > 0
    ? []
    : [{ key: '', reason: `without effect, since ${set.policy} finds no policy to scale` }];
}

function scalesIt(
  scales: (levers: AnyValues, inForce: InForce, policy: string) => number,
  levers: AnyValues,
  whole: InForce,
  other: PolicyInForce,
): boolean {
  return scales(levers, whole, other.policy) !== 1;
}
