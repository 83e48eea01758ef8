/** The project's scenarios as questions, read and checked when the page was built. */
import { presets as built } from 'virtual:mentorscape';
import type { Scenario } from '../../sim/model/scenario.ts';

/** A question that a shipped scenario answers. */
export interface Preset {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  /** Begins with observed people instead of a made-up department. */
  readonly observed: boolean;
}

/** All presets; the first line of a scenario is its question. */
export const presets: readonly Preset[] = built.map(({ name, question, scenario }) => ({
  name,
  title: scenario.title,
  question,
  observed: scenario.roster !== undefined,
}));

/** What the page opens with: a question, so that there is an answer to look at. */
export const firstPreset = 'time-and-groups';

/** A shipped scenario. @throws RangeError when there is none of this name. */
export function presetScenario(name: string): Scenario {
  const found = built.find((preset) => preset.name === name);
  if (!found) throw new RangeError(`No scenario is called ${name}.`);
  const { scenario } = found;
  const policies = scenario.policies.map((set) => ({
    ...set,
    end: (set.end as number | null) ?? Number.POSITIVE_INFINITY,
  }));
  return { ...scenario, policies };
}
