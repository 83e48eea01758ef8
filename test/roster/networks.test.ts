/** Two real networks, where a copy lies beside the project: the counts were made independently. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { TieRules } from '../../sim/roster/mapping.ts';
import { importTables } from './import-helpers.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, '../shared/networks');

declare module 'vitest' {
  interface TaskMeta {
    notRun?: string;
  }
}

function read(network: string, rules: Partial<TieRules> = {}) {
  const text = (name: string): string => readFileSync(join(folder, network, name), 'utf8');
  const map = readFileSync(join(root, 'scenarios/maps', `${network}.yaml`), 'utf8');
  return importTables({ people: text('nodes.csv'), ties: text('edges.csv'), map, rules });
}

const cases: readonly [network: string, rules: Partial<TieRules>, met: Record<string, number>][] = [
  [
    'lazega-lawyers',
    {},
    {
      upward: 520,
      equal: 307,
      sameEqual: 142,
      downward: 184,
      notUpward: 188,
      notEqual: 126,
      relation: 1104,
    },
  ],
  [
    'lazega-lawyers',
    { downward: 'reverse', symmetrise: 'both' },
    {
      upward: 414,
      reversed: 171,
      sameUpward: 119,
      equal: 142,
      sameEqual: 142,
      oneSided: 165,
      notUpward: 188,
      notEqual: 126,
      relation: 1104,
    },
  ],
  [
    'lazega-lawyers',
    { peerGap: 1 },
    {
      upward: 520,
      equal: 242,
      sameEqual: 120,
      downward: 184,
      notUpward: 188,
      notEqual: 213,
      relation: 1104,
    },
  ],
  [
    'ckm-physicians',
    {},
    {
      upward: 187,
      equal: 424,
      sameEqual: 220,
      downward: 134,
      notUpward: 116,
      notEqual: 327,
      leftOut: 143,
    },
  ],
  [
    'ckm-physicians',
    { downward: 'reverse', symmetrise: 'both' },
    {
      upward: 177,
      reversed: 126,
      sameUpward: 18,
      equal: 92,
      sameEqual: 122,
      oneSided: 430,
      notUpward: 116,
      notEqual: 327,
      leftOut: 143,
    },
  ],
];

describe('real networks', () => {
  test.for(cases)('%s with %j', ([network, rules, met], { task, skip }) => {
    if (!existsSync(join(folder, network))) {
      task.meta.notRun = `Not run: imports of real networks, because ${folder} is not there.`;
      skip(task.meta.notRun);
    }
    const { explanation } = read(network, rules);
    const counts = explanation.rules.filter(({ count }) => count > 0);
    expect(Object.fromEntries(counts.map(({ rule, count }) => [rule, count]))).toEqual(met);
  });
});
