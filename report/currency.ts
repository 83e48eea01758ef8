/** The currency and the year of prices in which a scenario's money is labelled. */
import type { AnyValues } from '../sim/model/parameters.ts';
import type { Model } from '../sim/model/simulation.ts';

/** How units of money begin in declarations. */
const declared = 'US$ (2024)';

/**
 * The model with its outcomes of money in the scenario's currency and base year: labels only, since
 * amounts are in whatever the costs were given in.
 */
export function priced(model: Model, parameters: AnyValues): Model {
  const { currency, baseYear } = parameters;
  const label = `${currency} (${baseYear})`;
  if (currency === undefined || label === declared) return model;
  const outcomes = Object.entries(model.outcomes).map(([name, outcome]) => {
    return [name, { ...outcome, unit: outcome.unit.replace(declared, label) }] as const;
  });
  return { ...model, outcomes: Object.fromEntries(outcomes) };
}
