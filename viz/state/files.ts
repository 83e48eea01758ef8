/** Scenario files to documents and back: the same files that the command line reads. */
import { writeScenario } from '../../sim/model/scenario-write.ts';
import type { Doc } from './document.ts';
import { documentOf, modelOf, scenariosOf } from './document.ts';
import { tooLarge } from './limits.ts';
import { LinkError } from './link.ts';

/** A file to be written. */
export interface ScenarioFile {
  readonly name: string;
  readonly text: string;
}

/** The baseline and every plan as files. */
export function filesOf(doc: Doc): ScenarioFile[] {
  const model = modelOf(doc);
  return [doc.base, ...scenariosOf(doc)].map((scenario) => ({
    name: scenario.name,
    text: writeScenario(scenario, model),
  }));
}

/**
 * The document of a scenario file. What it is based on is looked for among the shipped scenarios.
 * @throws ScenarioError with all problems, or LinkError where it is too large for a browser.
 */
export async function openScenario(name: string, text: string): Promise<Doc> {
  const { readScenarioText } = await import('./parse.ts');
  const scenario = readScenarioText(name, text);
  const size = tooLarge(scenario);
  if (size !== undefined) throw new LinkError(size);
  return documentOf(scenario);
}
