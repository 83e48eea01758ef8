/** The project's scenarios as questions: built into the page as text, read when one is chosen. */
import { models } from '../../models/registry.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';

const texts: Readonly<Record<string, string>> = import.meta.glob('../../scenarios/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const folder = '../../scenarios/';

/** A question that a shipped scenario answers. */
export interface Preset {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  /** Begins with observed people instead of a made-up department. */
  readonly observed: boolean;
}

/** All presets; the first line of a scenario is its question. */
export const presets: readonly Preset[] = Object.entries(texts).map(([path, text]) => ({
  name: path.slice(folder.length, -'.yaml'.length),
  title: /^title: *(.+)$/m.exec(text)?.[1].trim() ?? '',
  question: /^# *(.+)/.exec(text)?.[1].trim() ?? '',
  observed: /^roster:/m.test(text),
}));

/** What the page opens with: a question, so that there is an answer to look at. */
export const firstPreset = 'time-and-groups';

/** A shipped scenario. @throws ScenarioError, also when there is none of this name. */
export function presetScenario(name: string): Scenario {
  const read = (file: string): string => {
    const text = texts[folder + file];
    if (text === undefined) throw new Error(`No scenario is called ${name}.`);
    return text;
  };
  const file = `${name}.yaml`;
  return parseScenario(read(file), file, models, read);
}

/** The text of a shipped scenario's file, if there is one of this name. */
export function presetText(file: string): string | undefined {
  return Object.hasOwn(texts, folder + file) ? texts[folder + file] : undefined;
}
