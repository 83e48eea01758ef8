/** The command `report`: one page without scripts, and a crate whose one command gives the same digests. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { mentorscape, smallScenario, workFolder } from './program.ts';

const folder = workFolder({
  'small.yaml': smallScenario,
  'design.yaml': `# Do peer groups help, whatever we do not know?
design: 1
title: Peer groups in uncertain worlds
base: small.yaml
levers: { policies.peerGroups.present: [false, true] }
uncertainties: { parameters.causalShare: plausible }
sampling: { levers: grid, uncertainties: { method: latinHypercube, points: 6 } }
replicates: 2
record: { outcomes: [hasMentor, burnedOut, programmeCost] }
`,
});
const cwd = folder.path;
const read = (name: string): string => readFileSync(folder.at(name), 'utf8');

beforeAll(async () => {
  const { code } = await mentorscape(['sweep', 'design.yaml', '--store', 's.duckdb'], { cwd });
  expect(code).toBe(0);
}, 120_000);

test('the page has methods, design, findings with figures, limits, and how to reproduce it', async () => {
  const { code, stderr } = await mentorscape(['report', 's.duckdb', '--out', 'results.html'], {
    cwd,
  });
  expect([code, stderr]).toEqual([0, '']);
  const page = read('results.html');
  expect(page).toContain('<h1>Do peer groups help, whatever we do not know?</h1>');
  for (const id of [
    'methods',
    'design',
    'effects',
    'robustness',
    'variance',
    'limits',
    'reproduce',
  ]) {
    expect(page).toContain(`<section id="${id}"`);
  }
  expect(page.match(/<svg /g)?.length).toBeGreaterThanOrEqual(8);
  expect(page).toContain('This design cannot answer:');
  expect(page).not.toMatch(/<script|NaN|undefined|src="http/);
  const again = await mentorscape(['report', 's.duckdb', '--out', 'again.html'], { cwd });
  expect(again.code).toBe(0);
  expect(read('again.html')).toBe(page);
});

describe('the crate', () => {
  interface Entity {
    readonly '@id': string;
    readonly '@type': string | readonly string[];
    readonly sha256?: string;
    readonly [key: string]: unknown;
  }
  const entities = (): Map<string, Entity> => {
    const { '@graph': graph }: { '@graph': Entity[] } = JSON.parse(
      read('crate/ro-crate-metadata.json'),
    );
    return new Map(graph.map((entity) => [entity['@id'], entity]));
  };

  beforeAll(async () => {
    const { code, stderr } = await mentorscape(['report', 's.duckdb', '--crate', 'crate'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
  }, 120_000);

  test('names every file with its fingerprint', () => {
    const files = [...entities().values()].filter(({ '@type': type }) => type.includes('File'));
    expect(files.map((file) => file['@id']).sort()).toEqual([
      'design.json',
      'report.html',
      'scenario.json',
      'study.duckdb',
    ]);
    for (const { '@id': name, sha256 } of files) {
      const bytes = readFileSync(folder.at(`crate/${name}`));
      expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sha256);
    }
  });

  test('follows the Workflow Run profile: an action with workflow, inputs and results, all described', () => {
    const all = entities();
    const references = (value: unknown): string[] => {
      if (Array.isArray(value)) return value.flatMap(references);
      if (value === null || typeof value !== 'object') return [];
      const own = Object.entries(value);
      if (own.length === 1 && own[0][0] === '@id') return [String(own[0][1])];
      return own.flatMap(([, part]) => references(part));
    };
    const known = (id: string): boolean =>
      all.has(id) || /^https?:\/\/(schema\.org|w3id\.org\/ro\/crate|www\.npmjs)/.test(id);
    expect([...all.values()].flatMap(references).filter((id) => !known(id))).toEqual([]);
    expect(references(all.get('./')?.['conformsTo'])).toContain(
      'https://w3id.org/ro/wfrun/workflow/0.5',
    );
    const run = all.get('#run');
    expect(run?.['@type']).toBe('CreateAction');
    expect(references(run?.['instrument'])).toEqual(references(all.get('./')?.['mainEntity']));
    expect(references(run?.['object'])).toContain('#parameter-parameters.causalShare-value');
    expect(references(run?.['result'])).toEqual(['study.duckdb', 'report.html']);
  });

  test('is run again by the one command of its README, to the same digests', async () => {
    const command = /^ {4}npx mentorscape (.*)$/m.exec(read('crate/README.md'))?.[1] ?? '';
    const { code, stdout } = await mentorscape(command.split(' '), { cwd: folder.at('crate') });
    expect([code, stdout]).toEqual([0, '20 runs run again, 20 with the same digest.\n']);
  });

  test('replaces nothing unless that is asked for', async () => {
    const { code, stderr } = await mentorscape(['report', 's.duckdb', '--crate', 'crate'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('ro-crate-metadata.json')]);
    expect(existsSync(folder.at('crate/study.duckdb'))).toBe(true);
  });
});

test('asks where to write', async () => {
  const { code, stderr } = await mentorscape(['report', 's.duckdb'], { cwd });
  expect([code, stderr]).toEqual([
    2,
    '--out: expected a file to write, --out or --crate, found neither.\n',
  ]);
});
