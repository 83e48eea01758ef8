/** Scenario texts to checked scenarios: a file of its own, since its parser is large and seldom needed. */
import { models } from '../../models/registry.ts';
import type { Scenario } from '../../sim/model/scenario.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';

const texts: Readonly<Record<string, string>> = import.meta.glob('../../scenarios/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * Reads a scenario. What it is based on is looked for among the shipped scenarios.
 * @throws ScenarioError with all problems.
 */
export function readScenarioText(name: string, text: string): Scenario {
  return parseScenario(text, name, models, (file) => {
    const path = `../../scenarios/${file.split('/').at(-1) ?? file}`;
    if (!Object.hasOwn(texts, path)) {
      throw new Error('a browser sees no other file than the one opened');
    }
    return texts[path];
  });
}
