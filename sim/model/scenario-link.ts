/** What a share link holds once it is unpacked: scenario texts under a version, never people or ties. */
import type { Scenario } from './scenario.ts';
import { writeScenario } from './scenario-write.ts';
import type { Model } from './simulation.ts';

/** The version written; a reader refuses newer ones and knows how to read older ones. */
export const linkVersion = 1;

/** Name of the link's entry in the address. */
export const linkEntry = 's';

/** The text that is packed: scenarios that share one baseline, and which of them is in hand. */
export function linkText(scenarios: readonly Scenario[], active: number, model: Model): string {
  const texts = scenarios.map((scenario) => writeScenario(scenario, model));
  return JSON.stringify({ scenarios: texts, active });
}
