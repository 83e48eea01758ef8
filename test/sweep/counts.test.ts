/** What a sweep is expected to give and what it gives: rows, bytes, and networks that hang together. */
import { statSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { NetworkSnapshot } from '../../sim/network/snapshot.ts';
import { mentorscape, smallScenario, workFolder } from '../cli/program.ts';
import { ask } from './stores.ts';

const design = (record: string): string => `design: 1
base: small.yaml
levers: { policies.peerGroups.present: [false, true] }
uncertainties: { parameters.causalShare: plausible }
sampling: { uncertainties: { method: latinHypercube, points: 10 } }
record: { outcomes: [hasMentor, burnedOut]${record} }
replicates: 3
`;
const folder = workFolder({
  'small.yaml': smallScenario,
  'sweep.yaml': design(', snapshots: [0, 52]'),
  'bare.yaml': design(''),
});
const cwd = folder.path;
const file = folder.at('s.duckdb');

beforeAll(async () => {
  expect((await mentorscape(['sweep', 'sweep.yaml', '--store', file], { cwd })).code).toBe(0);
}, 120_000);

test('`sweep plan --count` foretells runs, rows and networks', async () => {
  const words = ['sweep', 'plan', 'sweep.yaml', '--count'];
  const { stdout } = await mentorscape([...words, '--json'], { cwd });
  const count: Record<string, number> = JSON.parse(stdout);
  const [found] = await ask(
    file,
    `SELECT (SELECT count(*) FROM runs)::INT AS runs, (SELECT count(*) FROM series)::INT AS "seriesRows",
       (SELECT count(*) FROM final)::INT AS "finalRows", (SELECT count(*) FROM snapshots)::INT AS snapshots`,
  );
  expect(count).toMatchObject(found);
  expect(found).toMatchObject({ runs: 60, snapshots: 120 });
  const { stdout: text } = await mentorscape(words, { cwd });
  expect(text).toMatch(
    /^60 runs, 1080 rows in series, 540 in final, 120 networks .*; about \d MB\n$/,
  );
});

test('and bytes within a factor of two, networks aside', async () => {
  await mentorscape(['sweep', 'bare.yaml', '--store', 'bare.duckdb'], { cwd });
  const { stdout } = await mentorscape(['sweep', 'plan', 'bare.yaml', '--count', '--json'], {
    cwd,
  });
  const { bytes }: { bytes: number } = JSON.parse(stdout);
  const { size } = statSync(folder.at('bare.duckdb'));
  expect(bytes).toBeGreaterThan(size / 2);
  expect(bytes).toBeLessThan(size * 2);
});

test('networks have everybody once, and ties between seats that are taken', async () => {
  const rows = await ask(file, 'SELECT week, network FROM snapshots ORDER BY run_id, week LIMIT 8');
  let ties = 0;
  for (const { week, network } of rows) {
    const { person, layers, value, ...rest }: NetworkSnapshot = JSON.parse(`${network}`);
    expect(rest.week).toBe(week);
    const here = person.filter((id) => id >= 0);
    expect(new Set(here).size).toBe(here.length);
    for (const column of Object.values(value)) expect(column).toHaveLength(person.length);
    for (const { source, target } of Object.values(layers)) {
      expect(source.length).toBe(target.length);
      ties += source.length;
      // a tie names seats, and nobody sits in a vacant one
      for (const seat of [...source, ...target]) expect(person[seat]).toBeGreaterThanOrEqual(0);
    }
  }
  expect(ties).toBeGreaterThan(100);
});
