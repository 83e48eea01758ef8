/** The shipped scenarios, built into the page as text. */
import { models } from '../models/registry.ts';
import type { Scenario } from '../sim/model/scenario.ts';
import { parseScenario } from '../sim/model/scenario-parse.ts';

const texts: Readonly<Record<string, string>> = import.meta.glob('../scenarios/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const folder = '../scenarios/';

/** A shipped scenario by its file name without the ending. @throws when there is none. */
export function shippedScenario(name: string): Scenario {
  const read = (file: string): string => {
    const text = texts[folder + file];
    if (text === undefined) throw new Error(`No scenario is called ${name}.`);
    return text;
  };
  const file = `${name}.yaml`;
  return parseScenario(read(file), file, models, read);
}
