/** The project's scenarios as questions, read and checked when the page was built. */
import { presets as built } from 'virtual:mentorscape';
import { models } from '../../models/registry.ts';
import { comparable } from '../../sim/experiment/replicate.ts';
import { defaultsOf } from '../../sim/model/parameters.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { type Doc, documentOf, mostPlans } from './document.ts';

/** A question, and the names of the scenarios that answer it. */
export interface Preset {
  readonly question: string;
  readonly scenarios: readonly { readonly name: string; readonly title: string }[];
}

/** All questions about a made-up department, in the order of their files. */
export const presets: readonly Preset[] = [
  ...Map.groupBy(
    built.filter(({ scenario }) => scenario.roster === undefined),
    ({ question }) => question,
  ),
].map(([question, own]) => ({
  question,
  scenarios: own.map(({ name, scenario }) => ({ name, title: scenario.title })),
}));

/** What the page opens with: a question, so that there is an answer to look at. */
export const firstPreset = 'time-and-groups';

/** A shipped scenario. @throws RangeError when there is none of this name. */
export function presetScenario(name: string): Scenario {
  const found = built.find((preset) => preset.name === name);
  const model = models.find((each) => each.name === found?.scenario.model);
  if (!found || !model) throw new RangeError(`No scenario is called ${name}.`);
  const { scenario } = found;
  const policies = scenario.policies.map((set) => ({
    ...set,
    // JSON has no Infinity: a policy that stays has null
    end: (set.end as number | null) ?? Number.POSITIVE_INFINITY,
  }));
  return {
    ...scenario,
    parameters: { ...defaultsOf(model.shape.parameters), ...scenario.parameters },
    population: { ...defaultsOf(model.population), ...scenario.population },
    policies,
  };
}

/** A question with all its plans that share one baseline, at most four. */
export function presetDocument({ scenarios }: Preset): Doc {
  const all = scenarios.map(({ name }) => presetScenario(name));
  const doc = documentOf(all[0]);
  const base = (s: Scenario): string =>
    JSON.stringify([s.parameters, s.population, s.seed, s.warmUp]);
  const fitting = all.filter((each) => comparable(all[0], each) && base(each) === base(all[0]));
  const plans = fitting
    .slice(0, mostPlans)
    .map(({ title, question, policies }) => ({ title, question, policies }));
  return { ...doc, plans };
}
