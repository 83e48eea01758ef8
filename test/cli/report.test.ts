/** The command `report`: one page without scripts, and a crate whose one command gives the same digests. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { crateFaults } from './crate-rules.ts';
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

  const metadata = (): string => read('crate/ro-crate-metadata.json');
  const files = (): string[] => readdirSync(folder.at('crate'));

  test('keeps every rule of the Workflow Run profile and of those that it builds on', () => {
    expect(crateFaults(metadata(), files())).toEqual([]);
    // the rules bite: each of these is found out
    const broken: [string, string, RegExp][] = [
      ['"CreateAction"', '"Action"', /there is an action/],
      ['"ComputationalWorkflow"', '"Thing"', /the main workflow is a Computational/],
      ['"exampleOfWork"', '"exampleOf"', /#parameter-seed has what it was/],
      ['/wfrun/workflow/0.5"', '/wfrun/workflow/0.4"', /conforms to .*workflow\/0\.5/],
      ['"datePublished": "2', '"datePublished": "on 2', /a date in ISO 8601/],
      ['"@id": "report.html"', '"@id": "raport.html"', /raport.html is a file/],
      ['"mainEntity"', '"mainThing"', /the main workflow is a part/],
    ];
    for (const [from, to, fault] of broken) {
      expect(metadata()).toContain(from);
      expect(crateFaults(metadata().replaceAll(from, to), files()).join('\n')).toMatch(fault);
    }
  });

  test('says what was run with what', () => {
    const run = entities().get('#run');
    const ids = (key: string): unknown[] =>
      [run?.[key]].flat().map((reference) => (reference as { '@id': string })['@id']);
    expect(ids('object')).toContain('#parameter-parameters.causalShare-value');
    expect(ids('result')).toEqual(['study.duckdb', 'report.html']);
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
