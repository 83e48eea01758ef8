/** The report of what is on screen: the same bytes as the command line writes for the same files. */

import { modelHashes, version } from '../build/facts.ts';
import { keyOf } from '../engine/conductor.ts';
import { scenariosOf } from './document.ts';
import { theMachine } from './results.ts';
import { rosterOf } from './roster.ts';
import { useStudio } from './studio.ts';

/** Writes the report. Ask only when all futures are there. */
export function makeReport(): Promise<string> {
  const { doc } = useStudio.getState();
  const scenarios = scenariosOf(doc);
  const loaded = rosterOf(doc);
  const roster = loaded === 'missing' ? undefined : loaded?.digest;
  const side = (scenario: (typeof scenarios)[0]) => ({ key: keyOf(scenario, roster), scenario });
  const files = [doc.base, ...scenarios].map(({ name }) => name);
  return theMachine().desk.report({
    question: {
      baseline: side(doc.base),
      arms: scenarios.map(side),
      replicates: doc.base.replicates,
      courses: [],
    },
    version,
    command: `npx mentorscape compare ${files.join(' ')} --report what-if.html`,
    rosterDigest: roster ?? '',
    modelHash: modelHashes[doc.base.model] ?? '',
  });
}
