/** Scenario files to documents and back: the same files that the command line reads. */
import { models } from '../../models/registry.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import { writeScenario } from '../../sim/model/scenario-write.ts';
import type { Doc } from './document.ts';
import { documentOf, modelOf, scenariosOf } from './document.ts';
import { tooLarge } from './limits.ts';
import { LinkError } from './link.ts';
import { presetText } from './presets.ts';

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
export function openScenario(name: string, text: string): Doc {
  const scenario = parseScenario(text, name, models, (file) => {
    const found = presetText(file.split('/').at(-1) ?? file);
    if (found === undefined) {
      throw new Error('a browser sees no other file than the one opened');
    }
    return found;
  });
  const size = tooLarge(scenario);
  if (size !== undefined) throw new LinkError(size);
  return documentOf(scenario);
}
