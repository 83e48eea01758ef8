/** A grid over two levers: which levers there are, their values, and the scenario of each cell. */

import type { NumberSpec } from '../../sim/model/parameters.ts';
import { defaultsOf, isChoice } from '../../sim/model/parameters.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import type { Model } from '../../sim/model/simulation.ts';

/** A lever with a number. */
export interface NumberLever {
  /** `policy/lever`. */
  readonly key: string;
  readonly policy: string;
  readonly lever: string;
  readonly title: string;
  readonly spec: NumberSpec;
}

/** Values of each lever. */
export const gridSize = 5;

/** All levers with numbers, in the order of the declarations. */
export function numberLevers(model: Model): NumberLever[] {
  return Object.entries(model.policies).flatMap(([policy, { title, levers }]) =>
    Object.entries(levers).flatMap(([lever, spec]) => {
      if (isChoice(spec)) return [];
      return [{ key: `${policy}/${lever}`, policy, lever, title: `${title}: ${spec.title}`, spec }];
    }),
  );
}

/** Values over the plausible range, both ends among them; whole where the lever is. */
export function gridValues({ plausible: [low, high], integer }: NumberSpec): number[] {
  const values = Array.from({ length: gridSize }, (_, k) => {
    const value = low + (k * (high - low)) / (gridSize - 1);
    return integer ? Math.round(value) : Number(value.toPrecision(10));
  });
  return [...new Set(values)];
}

/** A scenario with one lever at a value: in all stages of its policy, which is switched on if it is off. */
export function withLever(
  model: Model,
  scenario: Scenario,
  { policy, lever }: NumberLever,
  value: number,
): Scenario {
  const isOn = scenario.policies.some((set) => set.policy === policy);
  const fresh = {
    policy,
    levers: defaultsOf(model.policies[policy].levers),
    start: 0,
    end: Number.POSITIVE_INFINITY,
    ramp: 0,
  };
  const policies = isOn ? scenario.policies : [...scenario.policies, fresh];
  return {
    ...scenario,
    policies: policies.map((set) =>
      set.policy === policy ? { ...set, levers: { ...set.levers, [lever]: value } } : set,
    ),
  };
}

/** One cell of a grid. */
export interface GridCell {
  readonly x: number;
  readonly y: number;
  readonly scenario: Scenario;
}

/** Every combination of two levers. */
export function gridOf(
  model: Model,
  scenario: Scenario,
  across: NumberLever,
  up: NumberLever,
): GridCell[] {
  return gridValues(up.spec).flatMap((y) =>
    gridValues(across.spec).map((x) => ({
      x,
      y,
      scenario: withLever(model, withLever(model, scenario, across, x), up, y),
    })),
  );
}
