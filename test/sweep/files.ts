/** Designs for tests: a small base scenario and files in memory. */
import { models } from '../../models/registry.ts';
import { ScenarioError } from '../../sim/data/issues.ts';
import type { ParsedDesign } from '../../sim/experiment/design-parse.ts';
import { parseDesign } from '../../sim/experiment/design-parse.ts';
import { parseScenario } from '../../sim/model/scenario-parse.ts';
import type { Model } from '../../sim/model/simulation.ts';

export const model = models.find(({ name }) => name === 'mentoring') as unknown as Model;

const small = `mentorscape: 1
population: { faculty: 16, residents: 8, departments: 2 }
horizon: 2 years
warmUp: 26 weeks
`;

const files: Readonly<Record<string, string>> = {
  'small.yaml': small,
  'groups.yaml': `${small}policies: [{ policy: peerGroups, groupSize: 4 }]\n`,
  'points.csv': 'parameters.causalShare,policies.peerGroups.present\n0.2,true\n0.4,false\n',
  'bad.csv': 'parameters.causalShare\n0.2\n7\n',
};

/** A design over the small scenario; `more` are further lines of the file. */
export function design(more: string, head = 'design: 1\nbase: ../small.yaml\n'): ParsedDesign {
  const text = (file: string): string => {
    const found = files[file.replace('sweeps/../', '')];
    if (found === undefined) {
      throw new ScenarioError([{ key: 'file', expected: 'a file', found: 'no such file' }]);
    }
    return found;
  };
  return parseDesign(`${head}${more}`, 'sweeps/d.yaml', models, {
    scenario: (file) => parseScenario(text(file), file, models, text),
    text,
  });
}

/** The messages of a design that is refused. */
export function faults(more: string, head?: string): string[] {
  try {
    design(more, head);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split('\n');
    throw error;
  }
  return [];
}
